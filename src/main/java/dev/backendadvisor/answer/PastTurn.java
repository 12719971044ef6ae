package dev.backendadvisor.answer;

/// An earlier turn of a conversation in short.
///
/// @param question as it was asked
/// @param answer the first sentence of what was answered
public record PastTurn(String question, String answer) {}
