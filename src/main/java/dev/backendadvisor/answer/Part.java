package dev.backendadvisor.answer;

/// What a sentence does in an answer.
public enum Part {
  /// The straight answer.
  VERDICT,
  /// Why.
  REASON,
  /// When it holds.
  CONDITION,
  /// What speaks against it, or is not known.
  CAVEAT,
  /// A figure, date or other fact.
  FACT,
  /// Something asked back.
  QUESTION
}
