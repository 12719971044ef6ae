package dev.backendadvisor.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.decision.Firmness;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.QuestionReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be said of three sentences, and what may not.
class CitationCheckTest {
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
                      - {id: cpu, name: heavy computation, ahead: computes faster, words: [cpu], rubric: {1: slow, 3: so so, 5: fast}, half-life: 5}
                      - {id: releases, name: support, ahead: needs less attention, words: [support], rubric: {1: short, 3: so so, 5: long}, half-life: 5}
                      """),
                  file(
                      "sources.yaml",
                      """
                      - {id: bench, title: A benchmark, publisher: Somebody, date: 2025-08, origin: somebody, read-from: primary}
                      - {id: project, title: Schedule, publisher: The project, date: 2025-08, origin: project, read-from: primary}
                      """),
                  file(
                      "cpu.md",
                      """
                      # Computation

                      Node.js took 2.95 s where Python took 61.0 s in one benchmark of 2025.

                      Python does not run bytecode in parallel by default.

                      Node.js 20 is supported until 30 April 2026.

                      Python was audited for the second time in April 2026; the first audit of Python was in 2023.
                      """),
                  file(
                      "cpu.evidence.yaml",
                      """
                      - sentence: Node.js took 2.95 s where Python took 61.0 s in one benchmark of 2025.
                        source: bench
                        as-of: 2025-08
                        basis: measured
                        confidence: high
                        says:
                          - {technology: nodejs, criterion: cpu, rating: [3, 4], gist: computes far faster than Python, value: 2.95 s}
                          - {technology: python, criterion: cpu, rating: [1, 1], gist: computes slowly in plain code, value: 61.0 s}
                      - sentence: Python does not run bytecode in parallel by default.
                        source: project
                        as-of: 2025-08
                        basis: documentation
                        confidence: high
                        says:
                          - {technology: python, criterion: cpu, rating: [1, 2], gist: does not run bytecode in parallel by default}
                      - sentence: Node.js 20 is supported until 30 April 2026.
                        source: project
                        as-of: 2025-08
                        basis: documentation
                        confidence: high
                        says:
                          - {technology: nodejs, criterion: releases, support: {version: "20", from: 2023-04-18, until: 2026-04-30}}
                      - sentence: Python was audited for the second time in April 2026; the first audit of Python was in 2023.
                        source: project
                        as-of: 2026-04
                        basis: documentation
                        confidence: high
                        recorded: audits of 2023 and 2026
                        says:
                          - {technology: python, criterion: releases}
                      """)));

  private static final Span BENCHMARK = CORPUS.evidence().get(0).span();
  private static final Span PARALLEL = CORPUS.evidence().get(2).span();
  private static final Evidence SUPPORT = CORPUS.evidence().get(3);
  private static final Span AUDITS = CORPUS.evidence().get(4).span();

  private static CorpusFile file(String path, String text) {
    return new CorpusFile(path, path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static CitationCheck check(List<AnswerEvent> events, LocalDate today) {
    Question question =
        new QuestionReader(CORPUS).read("Is Node.js faster than Python for cpu work?", List.of());
    return new CitationCheck(
        new Brief(
            question, CORPUS, new Vocabulary(CORPUS), Matrix.of(CORPUS, today), List.of(), today),
        events::add);
  }

  private static boolean passes(String text, Ground ground) {
    return check(new ArrayList<>(), LocalDate.of(2026, 1, 31))
        .say(new DraftSentence("", text, Part.FACT, ground));
  }

  private static boolean sourced(String text) {
    return passes(text, new Ground.Sourced(List.of(BENCHMARK, PARALLEL)));
  }

  @Test
  void the_corpus_of_this_test_has_no_problem() {
    assertEquals(List.of(), CORPUS.problems());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Node.js took 2.95 s where Python took 61.0 s in one benchmark of 2025.",
        "On the other side: Node.js took 2.95 s where Python took 61.0 s in one benchmark of 2025.",
        "Node.js computes far faster than Python, while Python does not run bytecode in parallel by"
            + " default.",
        "Python does not run bytecode in parallel by default.",
        "Python took 61.0 s in one benchmark of 2025.",
      })
  void what_a_span_or_its_gist_says_may_be_said(String text) {
    assertTrue(sourced(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // another figure
        "Node.js took 2.59 s where Python took 61.0 s in one benchmark of 2025.",
        // the technologies exchanged
        "Python computes far faster than Node.js.",
        "Node.js does not run bytecode in parallel by default.",
        // a technology, a name, a version or a year of its own
        "Java took 2.95 s in one benchmark of 2025.",
        "Node.js took 2.95 s in one benchmark of Netflix.",
        "Node.js 24 took 2.95 s in one benchmark of 2025.",
        "Node.js took 2.95 s in one benchmark of 2026.",
        // the negation dropped, or added
        "Python does run bytecode in parallel by default.",
        "Node.js never took 2.95 s in one benchmark of 2025.",
        // a comparison or a claim of all that nobody made
        "Node.js always took 2.95 s in one benchmark of 2025.",
        "Python is better in one benchmark of 2025.",
        // merged from two spans
        "Python took 61.0 s because it does not run bytecode in parallel by default.",
        // something else altogether
        "Python is the language of choice for serious people.",
        // markup, links, markers, invisible signs
        "Node.js took 2.95 s [1] in one benchmark of 2025.",
        "Node.js took 2.95 s in [one benchmark](https://example.org) of 2025.",
        "Node.js took 2.95 s in one <b>benchmark</b> of 2025.",
        "Node.js took 2.95 s\nin one benchmark of 2025.",
        "Node.js took 2.95\u200b s in one benchmark of 2025.",
        "",
      })
  void anything_else_may_not(String text) {
    assertFalse(sourced(text));
  }

  @Test
  void two_clauses_of_one_sentence_do_not_change_their_figures_with_each_other() {
    var audits = new Ground.Sourced(List.of(AUDITS, BENCHMARK));
    assertTrue(
        passes(
            "Python was audited for the second time in April 2026; the first audit of Python was"
                + " in 2023.",
            audits));
    assertTrue(passes("The first audit of Python was in 2023.", audits));
    assertFalse(
        passes(
            "Python was audited for the second time in April 2023; the first audit of Python was"
                + " in 2026.",
            audits));
  }

  @Test
  void a_span_that_is_not_in_the_corpus_supports_nothing() {
    var moved = new Span("cpu", BENCHMARK.version(), BENCHMARK.start(), 100_000);
    var older = new Span("cpu", "sha256:0", BENCHMARK.start(), BENCHMARK.end());
    String quote = CORPUS.quote(BENCHMARK).orElseThrow();

    assertFalse(passes(quote, new Ground.Sourced(List.of(moved))));
    assertFalse(passes(quote, new Ground.Sourced(List.of(older))));
    assertFalse(passes(quote, new Ground.Sourced(List.of())));
  }

  @Test
  void a_lead_is_computed_again_with_its_firmness() {
    List<String> python = List.of("python");
    var leads = new Calculation.Leads("nodejs", python, List.of("cpu"), Firmness.LEANING);
    var turned =
        new Calculation.Leads("python", List.of("nodejs"), List.of("cpu"), Firmness.LEANING);
    var firmer = new Calculation.Leads("nodejs", python, List.of("cpu"), Firmness.FIRM);

    assertTrue(passes("Node.js is ahead of Python.", computed(leads)));
    assertFalse(passes("Python is ahead of Node.js.", computed(leads)));
    assertFalse(passes("Node.js is 3 times ahead of Python.", computed(leads)));
    assertFalse(passes("Node.js is ahead of Java.", computed(leads)));
    assertFalse(passes("Python is ahead of Node.js.", computed(turned)));
    assertFalse(passes("Node.js is ahead of Python.", computed(firmer)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Node.js is behind Python.",
        "Node.js is not ahead of Python.",
        "Node.js is slower than Python.",
        "Node.js is ahead, yet it loses to Python.",
        "Node.js is a runtime and Python a language.",
      })
  void a_lead_is_said_as_a_lead(String text) {
    var leads =
        new Calculation.Leads("nodejs", List.of("python"), List.of("cpu"), Firmness.LEANING);

    assertFalse(passes(text, computed(leads)));
  }

  @Test
  void a_lead_may_be_said_in_the_words_of_its_criterion_alone_and_no_firmer_than_it_is() {
    List<String> python = List.of("python");
    var leads = new Calculation.Leads("nodejs", python, List.of("cpu"), Firmness.LEANING);

    assertTrue(passes("Node.js computes faster than Python.", computed(leads)));
    assertTrue(passes("Fairly firmly Node.js: it computes faster.", computed(leads)));
    assertFalse(passes("Node.js, clearly: it computes faster than Python.", computed(leads)));
    assertFalse(passes("Python computes faster than Node.js.", computed(leads)));
    assertFalse(passes("Node.js needs less attention than Python.", computed(leads)));
  }

  @Test
  void a_lead_hinges_on_a_source_only_when_it_is_gone_without_it() {
    var leads =
        new Calculation.Leads("nodejs", List.of("python"), List.of("cpu"), Firmness.LEANING);
    var bench = new Calculation.Hinges(leads, CORPUS.evidence().get(0).source());
    var project = new Calculation.Hinges(leads, CORPUS.evidence().get(2).source());

    assertTrue(passes("The lead rests on one source: Somebody.", computed(bench)));
    assertFalse(passes("The lead rests on one source: The project.", computed(bench)));
    assertFalse(passes("The lead rests on one source: The project.", computed(project)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No, though it is not settled: for cpu, Node.js comes out ahead of Python.",
        "Rather not: for cpu, Node.js has the edge over Python.",
        "Take Node.js rather for cpu.",
      })
  void a_lead_may_be_said_after_a_no(String text) {
    var leads =
        new Calculation.Leads("nodejs", List.of("python"), List.of("cpu"), Firmness.LEANING);

    assertTrue(passes(text, computed(leads)));
  }

  @Test
  void the_clock_decides_whether_support_has_ended() {
    var ground = new Ground.Computed(new Calculation.SupportEnds(SUPPORT), List.of(SUPPORT.span()));
    var ended =
        new DraftSentence("", "Support for Node.js 20 ended on 30 April 2026.", Part.FACT, ground);

    assertFalse(check(new ArrayList<>(), LocalDate.of(2026, 4, 30)).say(ended));
    assertTrue(check(new ArrayList<>(), LocalDate.of(2026, 5, 1)).say(ended));
  }

  @Test
  void a_sentence_about_nothing_brings_no_figure_and_ranks_nothing() {
    var nothing = new Ground.Nothing();

    assertTrue(passes("I can compare Node.js and Python.", nothing));
    assertFalse(passes("Node.js is better than Python.", nothing));
    assertFalse(passes("I know 42 languages.", nothing));
    assertFalse(passes("Use Python.", nothing));
    assertFalse(passes("I would choose Python.", nothing));
    assertFalse(passes("You should learn it first.", nothing));
    assertFalse(passes("Python has no threads.", nothing));
    assertTrue(passes("What does it mostly have to do?", nothing));
  }

  @Test
  void citations_are_announced_before_their_first_use_and_numbered_once() {
    List<AnswerEvent> events = new ArrayList<>();
    CitationCheck check = check(events, LocalDate.of(2026, 1, 31));
    var parallel =
        new DraftSentence(
            " ",
            "Python does not run bytecode in parallel by default.",
            Part.FACT,
            new Ground.Sourced(List.of(PARALLEL)));

    assertTrue(check.say(parallel));
    assertTrue(check.say(parallel));

    assertEquals(
        List.of("Cited", "Said", "Said"),
        events.stream().map(event -> event.getClass().getSimpleName()).toList());
    Answer answer = check.finish("m_1", "c_1", 1, Drafts.answer(List.of()), List.of());
    assertEquals(1, answer.citations().size());
    assertEquals(
        "Python does not run bytecode in parallel by default. [1] Python does not run bytecode in"
            + " parallel by default. [1]",
        answer.text());
  }

  private static Ground computed(Calculation result) {
    return new Ground.Computed(result, List.of(BENCHMARK));
  }
}
