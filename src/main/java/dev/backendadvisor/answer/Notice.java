package dev.backendadvisor.answer;

import java.util.Locale;

/// Something a reader should know about how the answer came about.
///
/// @param code what it is
/// @param text in a sentence
public record Notice(Code code, String text) {
  /// The kinds of notice. Clients read them as lower case with hyphens.
  public enum Code {
    /// The model could not be used; rules wrote the answer.
    MODEL_UNAVAILABLE,
    /// The answer was finished in a hurry.
    DEGRADED,
    /// The budget for the model is spent.
    OVER_BUDGET,
    /// The turn could not be kept.
    CONVERSATION_NOT_SAVED,
    /// The corpus has changed since this index was made.
    CORPUS_STALE,
    /// Passages were found by words alone.
    WORDS_ONLY,
    /// Something was understood from an earlier turn.
    CARRIED_OVER,
    /// One source only stands behind the answer.
    ONE_SOURCE,
    /// A cited document has a newer version.
    SUPERSEDED;

    /// As clients read it: `words-only`.
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
