package dev.backendadvisor.retrieval;

/// What to look for.
///
/// @param words the question, as text: it is read as words, never as a query language
/// @param limit how many passages at most, 1 to 200
/// @param by what makes a passage bear on it
public record SearchRequest(String words, int limit, By by) {
  /// What makes a passage bear on a question.
  public enum By {
    /// It shares words with it.
    WORDS,
    /// It means something near.
    MEANING,
    /// Both, weighed together: what people want.
    BOTH
  }

  /// Checks the limit.
  ///
  /// @throws IllegalArgumentException when it is out of range
  public SearchRequest {
    if (limit < 1 || limit > 200) {
      throw new IllegalArgumentException("limit must be 1 to 200, not " + limit);
    }
  }

  /// Looks by words and meaning.
  public SearchRequest(String words, int limit) {
    this(words, limit, By.BOTH);
  }
}
