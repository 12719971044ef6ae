package dev.backendadvisor.retrieval;

/// What to look for.
///
/// @param words the question, as text: it is read as words, never as a query language
/// @param limit how many passages at most, 1 to 200
public record SearchRequest(String words, int limit) {
  /// Checks the limit.
  ///
  /// @throws IllegalArgumentException when it is out of range
  public SearchRequest {
    if (limit < 1 || limit > 200) {
      throw new IllegalArgumentException("limit must be 1 to 200, not " + limit);
    }
  }
}
