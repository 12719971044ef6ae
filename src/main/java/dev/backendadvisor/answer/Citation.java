package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import java.util.List;
import java.util.Optional;

/// A numbered span of the corpus as shown to a reader.
///
/// @param number from 1, in order of first use
/// @param span where the quote stands
/// @param quote its words, verbatim
/// @param title the document's title
/// @param heading the innermost heading above it, or `""`
/// @param origins how many independent origins stand behind it, 0 when none is recorded
/// @param evidence the evidence recorded on the span; the first is the one a reader is shown
public record Citation(
    int number,
    Span span,
    String quote,
    String title,
    String heading,
    int origins,
    List<Evidence> evidence) {
  /// Copies the evidence.
  public Citation {
    evidence = List.copyOf(evidence);
  }

  /// The evidence a reader is shown beside the quote, when there is any.
  public Optional<Evidence> shown() {
    return evidence.stream().findFirst();
  }
}
