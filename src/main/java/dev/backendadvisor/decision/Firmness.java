package dev.backendadvisor.decision;

/// How firm an order is.
public enum Firmness {
  /// It stands when any one origin is taken away.
  FIRM,
  /// It stands, but rests on a single origin or a small lead.
  LEANING,
  /// The lead is too small to speak of.
  TOSS_UP;

  /// As clients read it: `firm`, `leaning`, `toss-up`.
  public String id() {
    return switch (this) {
      case FIRM -> "firm";
      case LEANING -> "leaning";
      case TOSS_UP -> "toss-up";
    };
  }
}
