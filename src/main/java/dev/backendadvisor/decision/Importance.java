package dev.backendadvisor.decision;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How much a need counts. The levels are ratios: what is `high` counts four times what is `low`.
public enum Importance {
  /// Not at all.
  NONE(0),
  /// A little.
  LOW(1),
  /// Somewhat.
  MEDIUM(2),
  /// Much.
  HIGH(4),
  /// More than anything else.
  MUST(8);

  private final int ratio;

  Importance(int ratio) {
    this.ratio = ratio;
  }

  /// What it counts beside the others.
  public int ratio() {
    return ratio;
  }

  /// As clients read it: `high`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The level of an id.
  public static Optional<Importance> of(String id) {
    return Stream.of(values()).filter(one -> one.id().equals(id)).findFirst();
  }
}
