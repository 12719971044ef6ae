package dev.backendadvisor.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.decision.Firmness;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.question.QuestionReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How else it may be put that one is ahead of another.
class RewordingTest {
  private static final String FIRM =
      "Yes. For real-time traffic, Node.js is clearly ahead of Python.";
  private static final String LEANING =
      "No, though it is not settled: for real-time traffic, Node.js comes out ahead of Python.";

  private static final Corpus CORPUS =
      new CorpusReader()
          .read(
              List.of(
                  file(
                      "technologies.yaml",
                      """
                      - {id: nodejs, name: Node.js, aliases: [node], kind: runtime}
                      - {id: python, name: Python, kind: language}
                      - {id: java, name: Java, kind: language}
                      """),
                  file(
                      "criteria.yaml",
                      """
                      - {id: realtime, name: real-time traffic, words: [chat], rubric: {1: a, 3: b, 5: c}, half-life: 5}
                      - {id: frameworks, name: a choice of frameworks, words: [frameworks], rubric: {1: a, 3: b, 5: c}, half-life: 5}
                      - {id: cpu, name: heavy computation, words: [cpu], rubric: {1: a, 3: b, 5: c}, half-life: 5}
                      """)));

  private static CorpusFile file(String path, String text) {
    return new CorpusFile(path, path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Rewording rewording() {
    LocalDate today = LocalDate.of(2026, 1, 31);
    return new Rewording(
        new Brief(
            new QuestionReader(CORPUS).read("Is Node.js better than Python for chat?", List.of()),
            CORPUS,
            new Vocabulary(CORPUS),
            Matrix.of(CORPUS, today),
            List.of(),
            today));
  }

  private static boolean keeps(String sentence, String rules, Firmness firmness) {
    return rewording()
        .keeps(
            sentence,
            rules,
            new Calculation.Leads("nodejs", List.of("python"), List.of("realtime"), firmness));
  }

  @Test
  void the_corpus_of_this_test_has_no_problem() {
    assertEquals(List.of(), CORPUS.problems());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        FIRM,
        "Yes, for real-time traffic Node.js is clearly ahead of Python.",
        "Yes: Node.js is clearly the stronger choice over Python for real-time traffic.",
        "For real-time traffic, Node.js is better than Python.",
        "Node.js leads Python for real-time traffic, and clearly.",
        "Choose Node.js over Python for real-time traffic.",
      })
  void these_say_the_same(String sentence) {
    assertTrue(keeps(sentence, FIRM, Firmness.FIRM));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // another winner
        "Yes. For real-time traffic, Python is clearly ahead of Node.js.",
        "Yes. For real-time traffic, Node.js is clearly behind Python.",
        "Ahead of Node.js is Python for real-time traffic.",
        "Node.js: Python is clearly ahead for real-time traffic.",
        "Node.js is not ahead of Python for real-time traffic.",
        "Node.js was ahead of Python for real-time traffic.",
        "Node.js might be ahead of Python for real-time traffic.",
        "For real-time traffic, Java is clearly ahead of Python.",
        "For real-time traffic, Node.js is clearly ahead of Python and Java.",
        "For real-time traffic, Node.js is clearly ahead of Python, but choose Python.",
        "For real-time traffic, take the one over Node.js: Python.",
        // another yes or no
        "No. For real-time traffic, Node.js is clearly ahead of Python.",
        // another criterion, or none
        "Yes. For heavy computation, Node.js is clearly ahead of Python.",
        "Yes. Node.js is clearly ahead of Python.",
        // another firmness
        "Yes. For real-time traffic, Node.js is slightly ahead of Python.",
        // something else besides
        "Yes. For real-time traffic, Node.js is clearly ahead of Python, which is dying.",
        "Yes. For real-time traffic, Node.js is clearly ahead of Python, says NASA.",
        "Node.js is far ahead of Python for real-time traffic, see evil.example.",
      })
  void these_do_not(String sentence) {
    assertFalse(keeps(sentence, FIRM, Firmness.FIRM));
  }

  @Test
  void what_is_not_settled_is_not_made_clear() {
    assertTrue(keeps(LEANING, LEANING, Firmness.LEANING));
    assertTrue(
        keeps(
            "No: for real-time traffic, Node.js is slightly ahead of Python.",
            LEANING,
            Firmness.LEANING));
    assertFalse(
        keeps(
            "No: for real-time traffic, Node.js is clearly ahead of Python.",
            LEANING,
            Firmness.LEANING));
  }

  @Test
  void every_other_result_is_said_in_the_words_of_the_rules() {
    var level = new Calculation.Level(List.of("nodejs", "python"), List.of("realtime"));
    String rules = "Node.js and Python come out about level for real-time traffic.";
    assertTrue(rewording().keeps(rules, rules, level));
    assertFalse(
        rewording()
            .keeps("Python and Node.js come out about level for real-time traffic.", rules, level));
  }
}
