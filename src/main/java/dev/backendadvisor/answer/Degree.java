package dev.backendadvisor.answer;

import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.decision.Firmness;

/// How far ahead a leader is, in words.
enum Degree {
  /// By much, and no single source could undo it.
  CLEARLY,
  /// By much, or safe from any single source.
  FAIRLY,
  /// By little, and one source could undo it.
  NARROWLY;

  /// A lead of this many points of rating is much.
  private static final double MUCH = 1;

  static Degree of(Comparison comparison) {
    boolean firm = comparison.firmness() == Firmness.FIRM;
    boolean much = comparison.lead() >= MUCH;
    return firm && much ? CLEARLY : firm || much ? FAIRLY : NARROWLY;
  }
}
