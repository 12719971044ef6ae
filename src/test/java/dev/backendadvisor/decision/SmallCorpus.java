package dev.backendadvisor.decision;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.CorpusReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A corpus written in a test: two languages, a framework, two criteria, and the records added.
public final class SmallCorpus {
  private final StringBuilder page = new StringBuilder("# Notes\n\n");
  private final StringBuilder findings = new StringBuilder();
  private final StringBuilder sources = new StringBuilder();
  private final List<String> origins = new ArrayList<>();
  private int records;

  /// Adds one rated record on a sentence of its own.
  ///
  /// @param says `technology criterion low high basis confidence origin as-of`
  /// @param gist the record's gist
  public SmallCorpus with(String says, String gist) {
    String[] part = says.split(" ");
    String name = part[0].substring(0, 1).toUpperCase(Locale.ROOT) + part[0].substring(1);
    String sentence = name + " " + gist + " (note " + letters(records++) + ").";
    page.append(sentence).append("\n\n");
    String origin = part[6];
    if (!origins.contains(origin)) {
      origins.add(origin);
      sources.append(
          """
          - id: %s
            title: On %s
            publisher: %s
            date: 2026-01
            origin: %s
            read-from: primary
          """
              .formatted(origin, origin, origin, origin));
    }
    findings.append(
        """
        - sentence: "%s"
          source: %s
          as-of: %s
          basis: %s
          confidence: %s
          says:
            - technology: %s
              criterion: %s
              rating: [%s, %s]
              gist: %s
        """
            .formatted(
                sentence, origin, part[7], part[4], part[5], part[0], part[1], part[2], part[3],
                gist));
    return this;
  }

  /// Reads it.
  ///
  /// @throws AssertionError when the corpus has a problem
  public Corpus read() {
    Corpus corpus =
        new CorpusReader()
            .read(
                List.of(
                    file(
                        "technologies.yaml",
                        """
                        - {id: alpha, name: Alpha, kind: language}
                        - {id: beta, name: Beta, kind: language}
                        - {id: gamma, name: Gamma, kind: language}
                        - {id: frame, name: Frame, kind: framework, language: alpha, inherits: [speed]}
                        """),
                    file(
                        "criteria.yaml",
                        """
                        - {id: speed, name: raw speed, words: [speed, fast, faster], rubric: {1: slow, 3: middling, 5: fast}, half-life: 5}
                        - {id: ease, name: ease of use, words: [ease, easy, easier], rubric: {1: hard, 3: middling, 5: easy}, half-life: 5}
                        """),
                    file("sources.yaml", sources.toString()),
                    file("notes.md", page.toString()),
                    file("notes.evidence.yaml", findings.toString())));
    if (!corpus.problems().isEmpty()) {
      throw new AssertionError(corpus.problems());
    }
    return corpus;
  }

  private static CorpusFile file(String path, String text) {
    return new CorpusFile(path, path, text.getBytes(StandardCharsets.UTF_8));
  }

  /// A number in letters, since sentences must differ and figures would have to be recorded.
  private static String letters(int number) {
    return "" + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26);
  }
}
