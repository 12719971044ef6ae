package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Rating;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.decision.Matrix;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The spans an answer or a recommendation cites, numbered by first use.
final class Citations {
  private final Corpus corpus;
  private final Matrix matrix;
  private final Map<Span, Citation> citations = new LinkedHashMap<>();

  Citations(Corpus corpus, Matrix matrix) {
    this.corpus = corpus;
    this.matrix = matrix;
  }

  /// Those cited so far, in order.
  List<Citation> all() {
    return List.copyOf(citations.values());
  }

  /// The citation of a span that was cited before.
  Optional<Citation> known(Span span) {
    return Optional.ofNullable(citations.get(span));
  }

  /// The citation of a span, with a new number when it has none.
  Citation cite(Span span) {
    return citations.computeIfAbsent(span, this::citation);
  }

  private Citation citation(Span span) {
    Document document =
        Objects.requireNonNull(corpus.documents().get(span.document()), span::document);
    List<Evidence> records = corpus.evidenceIn(span);
    String heading =
        document.passages().stream()
            .filter(passage -> passage.span().contains(span) && !passage.headings().isEmpty())
            .map(passage -> passage.headings().getLast())
            .findFirst()
            .orElse("");
    return new Citation(
        citations.size() + 1,
        span,
        document.quote(span),
        document.title(),
        heading,
        origins(records),
        records);
  }

  /// How many independent origins say of the same technology and criterion what the first record
  /// says: those whose rating overlaps its own.
  private int origins(List<Evidence> records) {
    if (records.isEmpty()) {
      return 0;
    }
    Evidence first = records.getFirst();
    Set<String> origins = new HashSet<>();
    origins.add(first.source().origin());
    first
        .rating()
        .ifPresent(
            rating ->
                matrix.cell(first.technology(), first.criterion()).stream()
                    .flatMap(cell -> cell.evidence().stream())
                    .filter(one -> one.rating().filter(other -> overlap(rating, other)).isPresent())
                    .forEach(one -> origins.add(one.source().origin())));
    return origins.size();
  }

  private static boolean overlap(Rating one, Rating other) {
    return one.low() <= other.high() && other.low() <= one.high();
  }
}
