package dev.backendadvisor.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.CorpusReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The table says what stands behind each cell.
final class EvidenceTableTest {
  private static CorpusFile file(String path, String text) {
    return new CorpusFile(path, path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String source(String id, String origin) {
    return "- {id: %s, title: T, publisher: P, date: 2026, origin: %s, read-from: primary}\n"
        .formatted(id, origin);
  }

  private static String finding(String sentence, String source, String asOf, String says) {
    return "- {sentence: %s, source: %s, as-of: %s, basis: measured, confidence: high, says: [%s]}\n"
        .formatted(sentence, source, asOf, says);
  }

  @Test
  void a_cell_counts_its_rated_records_and_their_origins() {
    String rated = "{technology: go, criterion: speed, rating: [4, 5]}";
    String plain = "{technology: go, criterion: speed}";
    Corpus corpus =
        new CorpusReader()
            .read(
                List.of(
                    file(
                        "technologies.yaml",
                        "- {id: go, name: Go, kind: language}\n"
                            + "- {id: rust, name: Rust, kind: language}\n"),
                    file(
                        "criteria.yaml",
                        "- {id: speed, name: speed, words: [fast], rubric: {1: a, 3: b, 5: c},"
                            + " half-life: 4}\n"
                            + "- {id: size, name: size, words: [size], rubric: {1: a, 3: b, 5: c},"
                            + " half-life: 4}\n"),
                    file("sources.yaml", source("a", "x") + source("b", "x") + source("c", "y")),
                    file("gaps.yaml", "- {technology: go, criterion: size, reason: None.}\n"),
                    file("page.md", "Go is one.\nGo is two.\nGo is three.\nGo is four.\n"),
                    file(
                        "page.evidence.yaml",
                        finding("Go is one.", "a", "2026-01", rated)
                            + finding("Go is two.", "b", "2025", rated)
                            + finding("Go is three.", "c", "2024-03", rated)
                            + finding("Go is four.", "c", "2010", plain))));
    assertEquals(List.of(), corpus.problems());
    assertEquals(
        """
        rated records/origins go     oldest     newest
        speed                 3/2    2024-03    2026-01
        size                  gap  \s
        """,
        EvidenceTable.of(corpus));
  }
}
