package dev.backendadvisor.decision;

import dev.backendadvisor.corpus.Rating;

/// How well a technology does, in words rather than points.
public enum Band {
  /// A reason to choose it.
  STRONG,
  /// Good enough for most.
  FAIR,
  /// It takes care.
  MIXED,
  /// A reason to choose something else.
  WEAK;

  /// The band of a cell's rating, by its middle.
  public static Band of(Rating rating) {
    double middle = rating.middle();
    if (middle >= 3.75) {
      return STRONG;
    }
    if (middle >= 3.15) {
      return FAIR;
    }
    return middle >= 2.5 ? MIXED : WEAK;
  }
}
