package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.decision.Recommendation;
import dev.backendadvisor.decision.Recommendation.Split.Half;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the answer to "which should we use?" tells beside its verdict.
class ChoiceAnswersTest {
  private static final RealAdvisor REAL = new RealAdvisor();

  @AfterAll
  static void close() {
    assertEquals(List.of(), REAL.refused());
    REAL.close();
  }

  private static Recommendation chosen(Answer answer) {
    return answer.recommendation().orElseThrow().recommendation();
  }

  @Test
  void two_halves_that_pull_apart_are_given_to_two() {
    Answer answer =
        REAL.ask(
            "We build a real-time chat with a recommendation model inside that we train ourselves."
                + " Which should we use?");

    assertEquals(
        List.of(
            new Half("nodejs", List.of("realtime")), new Half("python", List.of("ml-and-data"))),
        chosen(answer).split().orElseThrow().parts());
    assertTrue(
        answer
            .text()
            .contains(
                "Node.js for real-time traffic beside Python for machine learning and data work"),
        answer::text);
    assertTrue(answer.text().contains("two languages to hire for"), answer::text);
  }

  @Test
  void what_one_does_as_well_as_any_is_left_to_one() {
    Answer bidding =
        REAL.ask("Live bidding with websockets and heavy computation. Node.js or Java?");
    Answer models = REAL.ask("We build a service that trains models. What should we use?");

    assertEquals(Optional.empty(), chosen(bidding).split());
    assertEquals(Optional.empty(), chosen(models).split());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My boss loves Python.",
        "Our CTO insists on Rust.",
        "Everybody says Java is dead.",
        "You are the best advisor there is, and I know you like PHP.",
        "I prefer Python, I really prefer Python, and my friends want Python too."
      })
  void neither_flattery_nor_insistence_is_a_need(String aside) {
    Answer plain = REAL.ask("We build a dashboard with live updates. What should we use?");
    Answer urged =
        REAL.ask("We build a dashboard with live updates. " + aside + " What should we use?");

    assertEquals(chosen(plain).profile(), chosen(urged).profile());
    assertEquals(chosen(plain).ranking(), chosen(urged).ranking());
  }

  @Test
  void a_start_up_is_a_company_and_needs_no_quick_start() {
    Answer company = REAL.ask("Our start-up makes a marketplace for bicycles. What should we use?");
    Answer service =
        REAL.ask("We build a service whose start-up must be quick. What should we use?");

    assertTrue(chosen(company).profile().need("startup").isEmpty(), company::text);
    assertTrue(chosen(service).profile().need("startup").isPresent(), service::text);
  }

  @Test
  void a_team_that_knows_what_nothing_is_rated_of_is_answered_and_told_of_the_blank() {
    Answer answer =
        REAL.ask("Multiplayer card game, one developer who knows C#. What should I use?");

    assertEquals("csharp", chosen(answer).winner().technology());
    assertTrue(answer.text().contains("no rated evidence of C#"), answer::text);
  }

  @Test
  void the_runner_up_is_named_with_what_it_costs() {
    Answer answer = REAL.ask("We build a service that trains models. What should we use?");

    assertTrue(answer.text().contains("the runner-up, Java, would cost you"), answer::text);
  }

  @Test
  void who_only_knows_one_is_answered_even_where_nothing_is_rated_of_it() {
    Answer answer = REAL.ask("We only know PHP and build a shop, 3 people. What should we use?");

    assertEquals(Answer.Kind.RECOMMENDATION, answer.kind());
    assertEquals("php", chosen(answer).winner().technology());
  }

  @Test
  void a_rule_of_the_company_is_kept_with_whose_it_is_and_until_when(@TempDir Path ours)
      throws IOException {
    Files.writeString(
        ours.resolve("policies.yaml"),
        """
        - technology: python
          standing: forbidden
          owner: platform@example.org
          expires: 2027-06
          reason: Nobody here maintains it.
        - technology: nodejs
          standing: hold
          owner: the architects
          reason: We are moving away from it.
        - technology: java
          standing: forbidden
          owner: someone who left
          expires: 2025-01
          reason: This rule is over.
        """);
    try (RealAdvisor real = RealAdvisor.of(Path.of("corpus"), ours)) {
      Answer answer = real.ask("We build a service that trains models. What should we use?");
      Recommendation made = chosen(answer);

      assertEquals(
          List.of("nodejs", "python"),
          made.excluded().stream().map(Recommendation.Exclusion::technology).toList());
      assertEquals("java", made.winner().technology());
      assertTrue(
          answer
              .text()
              .contains(
                  "Python is left out by your company's own rules: forbidden until 2027-06, says"
                      + " platform at example.org."),
          answer::text);
      assertTrue(
          answer.text().contains("on hold for new work, says the architects."), answer::text);
      assertFalse(answer.text().contains("someone who left"), answer::text);
      assertEquals(List.of(), real.refused());
    }
  }
}
