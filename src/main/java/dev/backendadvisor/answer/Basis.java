package dev.backendadvisor.answer;

/// What a sentence rests on.
public enum Basis {
  /// The cited spans say it.
  SOURCE,
  /// Computed from the ranking, the dates in the cited spans and the clock.
  CALCULATION,
  /// Nothing: it states nothing about the world.
  NONE
}
