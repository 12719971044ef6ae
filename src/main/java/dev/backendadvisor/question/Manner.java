package dev.backendadvisor.question;

/// How an answer is to be told.
public enum Manner {
  /// As always: short, verdict first.
  USUAL,
  /// With all that bears on it: "tell me more".
  LONG,
  /// The verdict alone: "shorter".
  SHORT,
  /// In plain words: "in simple words".
  PLAIN,
  /// The reasons, since the verdict was heard: "why?"
  WHY,
  /// How sure it is, and what speaks against it: "are you sure?"
  SURE
}
