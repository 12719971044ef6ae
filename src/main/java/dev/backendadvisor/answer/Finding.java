package dev.backendadvisor.answer;

/// How a claim stands beside the evidence. Clients read it in lower case: `one-source`.
public enum Finding {
  /// Evidence of weight says so, and none of weight says otherwise.
  SUPPORTED,
  /// Evidence of weight says otherwise.
  CONTRADICTED,
  /// It holds in part, or under conditions.
  CONDITIONAL,
  /// It was so; nothing recent bears it out.
  OUTDATED,
  /// One origin says so, and nobody else.
  ONE_SOURCE,
  /// Nothing settles it.
  UNKNOWN
}
