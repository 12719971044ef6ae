package dev.backendadvisor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an editor would mark in a corpus that is read without a problem.
final class CorpusReviewTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final String FINDINGS = "concurrency.evidence.yaml";

  private static String finding(String sentence, String source, String asOf) {
    return """
    - sentence: %s
      source: %s
      as-of: %s
      basis: measured
      confidence: high
      says:
        - {technology: nodejs, criterion: concurrency, rating: [4, 5]}
    """
        .formatted(sentence, source, asOf);
  }

  private static CorpusFiles corpus(String page, String findings) {
    return CorpusFiles.withVocabulary().add("concurrency.md", page).add(FINDINGS, findings);
  }

  private static List<String> marked(CorpusFiles files) {
    Corpus corpus = files.read();
    assertEquals(List.of(), corpus.problems());
    return CorpusReview.of(corpus, files.list(), TODAY, (document, passage) -> true).stream()
        .map(CorpusProblem::toString)
        .toList();
  }

  @Test
  void a_sound_corpus_has_nothing_to_mark() {
    assertEquals(
        List.of(),
        marked(corpus("Node.js waits.\n", finding("Node.js waits.", "nodejs-guides", "2026-08"))));
  }

  @Test
  void evidence_is_old_after_three_half_lives_of_its_criterion() {
    String page = "Node.js waits.\nNode.js waited.\n";
    String kept = finding("Node.js waits.", "nodejs-guides", "2014-12");
    String old = finding("Node.js waited.", "nodejs-guides", "2014-10");
    assertEquals(
        List.of(
            "corpus/concurrency.evidence.yaml:8: warning: this evidence is of 2014-10, and on"
                + " 'concurrency' evidence counts for little after 12 years; look for newer, or"
                + " drop its rating"),
        marked(corpus(page, kept + old)));
  }

  @Test
  void a_hole_is_filled_or_declared() {
    String more =
        """
        - {id: a, name: a, words: [a], rubric: {1: a, 3: a, 5: a}, half-life: 4}
        """;
    String page = "Node.js waits.\n";
    String findings =
        finding("Node.js waits.", "nodejs-guides", "2026-08")
            + "    - {technology: nodejs, criterion: a, rating: [4, 5]}\n";
    CorpusFiles files = corpus(page, findings).add("criteria.yaml", more);
    assertEquals(List.of(), marked(files));
    files.over("criteria.yaml", more.replace("id: a", "id: b"));
    assertEquals(
        List.of(
            "corpus/technologies.yaml:1: warning: there is neither rated evidence nor a gap for"
                + " nodejs on b; add either"),
        marked(files));
    files.add("gaps.yaml", "- {technology: nodejs, criterion: b, reason: None was found.}\n");
    assertEquals(List.of(), marked(files));
  }

  @Test
  void one_publisher_is_one_voice() {
    String page = "Node.js waits.\nNode.js runs.\n";
    String findings =
        finding("Node.js waits.", "nodejs-guides", "2026-08")
            + finding("Node.js runs.", "other", "2026-08");
    String other =
        """
        - id: other
          title: Another page
          publisher: OpenJS Foundation
          date: 2026-08
          origin: somebody-else
          read-from: primary
        """;
    assertEquals(
        List.of(
            "corpus/sources.yaml:1: warning: OpenJS Foundation counts as 2 voices for nodejs on"
                + " concurrency (origins nodejs, somebody-else); give its sources one origin"),
        marked(corpus(page, findings).over("sources.yaml", other)).stream()
            .map(one -> one.replace("ours/", "corpus/"))
            .toList());
    assertEquals(
        List.of(),
        marked(
            corpus(page, findings)
                .over("sources.yaml", other.replace("read-from: primary", "read-from: secondary"))),
        "a report of somebody else's words is that voice's");
  }

  @Test
  void a_passage_stays_within_what_the_model_reads() {
    CorpusFiles files =
        CorpusFiles.withVocabulary().add("long.md", "# Long\n\nOne word.\n\n## More\n\nAnother.\n");
    assertEquals(
        List.of(
            "corpus/long.md:7: warning: this passage is longer than the embedding model reads;"
                + " break it into paragraphs, or give it a heading of its own"),
        CorpusReview.of(
                files.read(),
                files.list(),
                TODAY,
                (document, passage) -> !passage.text().contains("Another"))
            .stream()
            .map(CorpusProblem::toString)
            .toList());
  }

  @Test
  void passages_that_say_almost_the_same_are_marked() {
    String said = "Node.js keeps every waiting connection in one process and on one thread of it.";
    CorpusFiles files =
        CorpusFiles.withVocabulary()
            .add("one.md", said + "\n")
            .add("two.md", "# Two\n\n" + said.replace("every", "each") + "\n")
            .add("three.md", "# Three\n\nPython has an interpreter lock in its default build.\n");
    List<String> marked = marked(files);
    assertEquals(List.of(), marked, "one word of fourteen breaks three of twelve triples");
    files.over("two.md", "# Two\n\n" + said + " Really.\n");
    assertEquals(
        List.of(
            "ours/two.md:3: warning: this passage says almost the same as one of one (“"
                + said
                + "”); keep one"),
        marked(files));
  }
}
