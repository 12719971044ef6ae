package dev.backendadvisor.question;

/// Something that is so or is not, as somebody puts it.
///
/// @param text the words, without what introduces them
/// @param asked the same as a question of its own, never a [Question.Claim]
/// @param sense how it speaks of its subject
/// @param strict of a comparison: whether one side is said to be ahead, rather than not behind
/// @param extreme whether it goes to the end: "the fastest", "dominates", "never"
/// @param denies whether it says that something is not so
/// @param doubted whether it was asked if it is false: "is it a myth that …"
public record Assertion(
    String text,
    Question asked,
    Sense sense,
    boolean strict,
    boolean extreme,
    boolean denies,
    boolean doubted) {
  /// How an assertion speaks of its subject.
  public enum Sense {
    /// Well.
    WELL,
    /// Ill.
    ILL,
    /// Neither; it tells a fact.
    PLAIN
  }

  /// What was read in it.
  public Reading reading() {
    return asked.reading();
  }
}
