package dev.backendadvisor.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.CorpusReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A sentence ranks as the records on its spans are rated, whatever its words may take from them.
class RatedOrderTest {
  private static final Corpus CORPUS =
      new CorpusReader()
          .read(
              List.of(
                  file(
                      "technologies.yaml",
                      """
                      - {id: nodejs, name: Node.js, kind: runtime}
                      - {id: python, name: Python, kind: language}
                      - {id: java, name: Java, kind: language}
                      """),
                  file(
                      "criteria.yaml",
                      """
                      - {id: cpu, name: heavy computation, ahead: computes faster, words: [cpu], rubric: {1: slow, 3: so so, 5: fast}, half-life: 5}
                      - {id: learning, name: learning, ahead: is learnt sooner, words: [learn], rubric: {1: long, 3: so so, 5: short}, half-life: 5}
                      """),
                  file(
                      "sources.yaml",
                      """
                      - {id: bench, title: A benchmark, publisher: Somebody, date: 2025-08, origin: somebody, read-from: primary}
                      """),
                  file(
                      "cpu.md",
                      """
                      # Computation

                      Node.js and Python and Java were compared by speed and by the effort they take.
                      """),
                  file(
                      "cpu.evidence.yaml",
                      """
                      - sentence: Node.js and Python and Java were compared by speed and by the effort they take.
                        source: bench
                        as-of: 2025-08
                        basis: measured
                        confidence: high
                        says:
                          - {technology: nodejs, criterion: cpu, rating: [3, 4]}
                          - {technology: python, criterion: cpu, rating: [1, 1]}
                          - {technology: java, criterion: cpu, rating: [4, 5]}
                          - {technology: java, criterion: learning, rating: [2, 2]}
                          - {technology: python, criterion: learning, rating: [5, 5]}
                      """)),
              List.of());

  private static CorpusFile file(String path, String text) {
    return new CorpusFile(path, path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> objection(String sentence) {
    return new RatedOrder(new Vocabulary(CORPUS).names()).objection(sentence, CORPUS.evidence());
  }

  @Test
  void the_corpus_of_this_test_has_no_problem() {
    assertEquals(List.of(), CORPUS.problems());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Python is faster than Node.js.",
        "Python is ahead of Node.js in speed.",
        "Node.js is slower than Python.",
        "Node.js computes, yet it trails Python.",
      })
  void to_rank_the_other_way_round_is_refused(String sentence) {
    assertEquals(Optional.of("is rated the other way round"), objection(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Java is much faster than Node.js.",
        "Java is far ahead of Node.js.",
        "Node.js is far slower than Java.",
      })
  void to_rank_farther_apart_than_rated_is_refused(String sentence) {
    assertEquals(Optional.of("is rated closer"), objection(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Node.js is much faster than Python.",
        "Java is faster than Node.js.",
        // on one criterion it is so
        "Python is easier to learn than Java.",
        "Java is faster than Python.",
        // neither ranks
        "Python is not slower than Node.js.",
        "Python and Node.js were compared by speed.",
        // nobody rated that
        "Python is better than Deno.",
      })
  void to_rank_as_rated_is_not(String sentence) {
    assertEquals(Optional.empty(), objection(sentence));
  }
}
