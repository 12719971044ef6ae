package dev.backendadvisor.corpus;

/// A stretch of one version of one document's text.
///
/// Offsets count UTF-16 code units, as `String.substring` and JavaScript's `slice` do, with the end
/// exclusive. So `text.substring(start, end)` is the quote, always.
///
/// @param document the document's id
/// @param version the version of the text the offsets refer to, `sha256:` and 64 hex digits
/// @param start first code unit
/// @param end one past the last code unit
public record Span(String document, String version, int start, int end) {
  /// Checks the offsets.
  ///
  /// @throws IllegalArgumentException when the span is empty or starts before the text
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "A span needs 0 <= start < end, but got " + start + ".." + end + " in " + document);
    }
  }

  /// Whether every code unit of the other span lies in this one.
  public boolean contains(Span other) {
    return document.equals(other.document)
        && version.equals(other.version)
        && start <= other.start
        && other.end <= end;
  }

  /// Whether the two spans share a code unit.
  public boolean overlaps(Span other) {
    return document.equals(other.document)
        && version.equals(other.version)
        && start < other.end
        && other.start < end;
  }
}
