package dev.backendadvisor.answer;

/// Writes a draft from findings.
public interface Answerer {}
