package dev.backendadvisor.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.RealAdvisor;
import dev.backendadvisor.retrieval.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Golden questions, asked of the advisor with the corpus as it stands.
final class EvaluationTest {
  private static RealAdvisor advisor;

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    advisor = new RealAdvisor(new RuleAnswerer());
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  private GoldenFile file(String... lines) throws IOException {
    Path file = folder.resolve("golden.jsonl");
    Files.write(file, List.of(lines));
    return GoldenFile.read(file);
  }

  private Scorecard card(String... lines) throws IOException {
    GoldenFile file = file(lines);
    try (Generation generation = advisor.generation()) {
      return new Evaluation(advisor.advisor(), generation).run(file);
    }
  }

  private static double mean(Scorecard card, Measure measure) {
    return Optional.ofNullable(card.estimates().get(measure)).orElseThrow().mean();
  }

  @Test
  void an_answer_as_expected_has_full_marks() throws IOException {
    Scorecard card =
        card(
            "{\"question\":\"Until when is Node 22 supported?\",\"kind\":\"answer\",\"nuggets\":"
                + "[[\"30 April 2027\",\"2027-04-30\"]],\"criteria\":[\"releases\"],"
                + "\"technologies\":[\"nodejs\"],\"forbidden\":[\"1999\"]}");
    for (Measure measure :
        List.of(
            Measure.NUGGET_RECALL,
            Measure.KIND_ACCURACY,
            Measure.CITATION_SUPPORT,
            Measure.EVIDENCE_RECALL,
            Measure.TECHNOLOGIES,
            Measure.RECALL_AT_5,
            Measure.COVERAGE)) {
      assertEquals(1, mean(card, measure), measure.id());
    }
    assertEquals(0, mean(card, Measure.WRONG_AT_COVERAGE_80));
    assertEquals(List.of(), card.judged().getFirst().faults());
  }

  @Test
  void each_fault_is_said_and_counted() throws IOException {
    Scorecard card =
        card(
            "{\"question\":\"Until when is Node 22 supported?\",\"kind\":\"recommendation\","
                + "\"nuggets\":[\"30 April 2027\",[\"never said\"]],\"criteria\":[\"pay\"],"
                + "\"technologies\":[\"java\"],\"forbidden\":[\"april\"],\"says\":\"^Never\"}",
            "{\"question\":\"Is Python slower than Node?\",\"kind\":\"abstention\"}");
    assertEquals(0.5, mean(card, Measure.NUGGET_RECALL));
    assertEquals(0, mean(card, Measure.KIND_ACCURACY));
    assertEquals(0, mean(card, Measure.OPENINGS));
    assertEquals(0, mean(card, Measure.EVIDENCE_RECALL));
    assertEquals(1, mean(card, Measure.FALSE_ANSWERS));
    assertEquals(1, mean(card, Measure.WRONG_AT_COVERAGE_80));
    String faults = String.join("\n", card.judged().getFirst().faults());
    for (String fault :
        List.of(
            "is of kind answer, not recommendation",
            "does not say never said",
            "understood [nodejs], not [java]",
            "cites no evidence on [pay]",
            "does not open as in ^Never",
            "says what it must not: april")) {
      assertTrue(faults.contains(fault), () -> fault + " is missing in:\n" + faults);
    }
  }

  @Test
  void earlier_questions_come_first_in_the_same_conversation() throws IOException {
    Scorecard card =
        card(
            "{\"question\":\"And Java?\",\"before\":[\"Is Python good for machine learning?\"],"
                + "\"kind\":\"answer\",\"criteria\":[\"ml-and-data\"],"
                + "\"technologies\":[\"java\"]}");
    assertEquals(1, mean(card, Measure.TECHNOLOGIES));
    assertEquals(1, mean(card, Measure.EVIDENCE_RECALL));
  }

  @Test
  void a_missed_threshold_is_named() throws IOException {
    Scorecard card =
        card(
            "{\"thresholds\":{\"kind_accuracy\":0.9,\"false_answers\":0.1,\"openings\":0.5}}",
            "{\"question\":\"Is Python slower than Node?\",\"kind\":\"abstention\"}");
    List<String> misses = card.misses();
    assertEquals(3, misses.size(), misses::toString);
    assertTrue(misses.get(0).startsWith("false_answers is 1.000 and has to be ≤ 0.10"));
    assertTrue(misses.get(1).startsWith("kind_accuracy is 0.000 and has to be ≥ 0.90"));
    assertTrue(misses.get(2).startsWith("openings could not be measured on"));
    assertTrue(card.text().contains("≥ 0.90 MISSED"), card.text());
  }

  @Test
  void the_curve_grows_in_coverage_from_the_surest_answers_on() throws IOException {
    String[] lines =
        Files.readAllLines(Path.of("corpus/golden/questions.jsonl")).stream()
            .limit(40)
            .toArray(String[]::new);
    List<Scorecard.Point> curve = card(lines).curve();
    assertFalse(curve.isEmpty());
    for (int at = 1; at < curve.size(); at++) {
      assertTrue(curve.get(at).coverage() >= curve.get(at - 1).coverage());
      assertTrue(curve.get(at).confidence() < curve.get(at - 1).confidence());
    }
  }

  @Test
  void the_report_shows_every_failure_and_runs_no_markup() throws IOException {
    Scorecard card =
        card(
            "{\"question\":\"<script>alert(1)</script> Is Python slower than Node?\","
                + "\"kind\":\"smalltalk\"}");
    String page = ScorecardPage.of(List.of(card));
    assertTrue(page.contains("&lt;script&gt;alert(1)"), page);
    assertFalse(page.contains("<script"), page);
    assertTrue(page.contains("not smalltalk"), page);
  }

  @Test
  void the_form_read_and_the_claim_found_are_measured() throws IOException {
    Scorecard card =
        card(
            "{\"question\":\"Is it true that Python is faster than Java?\",\"kind\":\"answer\","
                + "\"form\":\"claim\",\"finding\":\"contradicted\"}",
            "{\"question\":\"Is Python slower than Node?\",\"kind\":\"answer\","
                + "\"form\":\"listing\",\"finding\":\"supported\"}");
    assertEquals(0.5, mean(card, Measure.FORMS));
    assertEquals(0.5, mean(card, Measure.FINDINGS));
    assertEquals(
        List.of("is read as comparison, not listing", "finds the claim no claim, not supported"),
        card.judged().getLast().faults());
  }

  @Test
  void the_curve_is_printed_and_drawn_beside_intervals_and_latency() throws IOException {
    Scorecard card =
        card(
            "{\"thresholds\":{\"kind_accuracy\":0.9}}",
            "{\"question\":\"Until when is Node 22 supported?\",\"kind\":\"answer\"}",
            "{\"question\":\"Is Python slower than Node?\",\"kind\":\"abstention\"}");
    assertTrue(card.text().contains("area below the curve"), card.text());
    assertTrue(card.area() > 0 && card.area() <= 1, card.area() + " wrong on average");
    String page = ScorecardPage.of(List.of(card));
    for (String title :
        List.of(
            "Means with 95 % intervals", "Risk-coverage curve", "Milliseconds an answer took")) {
      assertTrue(page.contains("<title>" + title + "</title>"), title);
    }
    assertTrue(page.contains("class=\"bound\""), "the threshold is drawn");
    assertTrue(page.contains("1 thresholds missed"), "the miss is said at the top");
  }

  @Test
  void a_line_that_cannot_be_read_is_named() {
    Map<String, String> mistakes =
        Map.of(
            "{\"question\":\"Why?\"}", "golden.jsonl:1: a line needs \"question\" and \"kind\"",
            "{\"question\":\"Why?\",\"kind\":\"answer\",\"nugets\":[\"x\"]}",
                "golden.jsonl:1: 'nugets' is no key of a question; keys are before, criteria,",
            "{\"question\":\"Why?\",\"kind\":\"maybe\"}", "golden.jsonl:1: a line needs",
            "{\"question\":", "golden.jsonl:1: not JSON",
            "{\"thresholds\":{\"luck\":1}}", "golden.jsonl:1: 'luck' is no measure",
            "{\"question\":\"Why?\",\"kind\":\"answer\",\"says\":\"(\"}",
                "golden.jsonl:1: 'says' is no regular expression",
            "", "golden.jsonl has no question");
    mistakes.forEach(
        (line, expected) -> {
          String said = assertThrows(IOException.class, () -> file(line)).toString();
          assertTrue(said.contains(expected), said);
        });
  }
}
