package dev.backendadvisor.web;

/// Whether the advisor can answer, and what there is to say about it.
///
/// @param ready whether questions are answered
/// @param detail one sentence: `words only, 40 % embedded`, or what is missing
public record Readiness(boolean ready, String detail) {}
