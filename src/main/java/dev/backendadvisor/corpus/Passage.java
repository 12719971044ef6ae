package dev.backendadvisor.corpus;

import java.util.List;

/// A stretch of a document that stands alone: the unit that is indexed and found.
///
/// @param span where it stands
/// @param headings the headings above it, outermost first, without the document's title
/// @param text its words, verbatim
public record Passage(Span span, List<String> headings, String text) {
  /// Copies the headings.
  public Passage {
    headings = List.copyOf(headings);
  }
}
