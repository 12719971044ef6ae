package dev.backendadvisor.slack;

import dev.backendadvisor.answer.Citation;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.PartialDate;
import dev.backendadvisor.corpus.Source;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A numbered citation in one line: the beginning of our sentence, whose work it summarises, when
/// that was published, and where.
final class SourceLine {
  private static final int QUOTE = 160;
  private static final int NAME = 240;

  private SourceLine() {}

  /// Writes a citation.
  static String of(Citation citation) {
    String quote =
        "[" + citation.number() + "] “" + Mrkdwn.escape(citation.quote(), QUOTE, "…") + "” ";
    return citation
        .shown()
        .map(evidence -> quote + "– our summary of " + summarised(evidence))
        .orElseGet(() -> quote + "– from " + place(citation));
  }

  private static String summarised(Evidence evidence) {
    Source source = evidence.source();
    String name = Mrkdwn.escape(source.publisher() + ": " + source.title(), NAME, "…");
    return Stream.of(
            Mrkdwn.link(source.url(), name),
            source.date().map(PartialDate::toString).orElse("undated"),
            evidence.basis().name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  private static String place(Citation citation) {
    String heading = citation.heading().isEmpty() ? "" : ", " + citation.heading();
    return Mrkdwn.escape(citation.title() + heading, NAME, "…");
  }
}
