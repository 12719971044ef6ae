package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Importance;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Profile.Need;
import dev.backendadvisor.decision.Recommendation.WhyNot;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What is asked after a choice: why not another, what would change it, what comes of it.
class ReconsiderationTest {
  private static final RealAdvisor REAL = new RealAdvisor();
  private static final String MODELS = "We train models on customer data. What should we use?";

  @AfterAll
  static void close() {
    assertEquals(List.of(), REAL.refused());
    REAL.close();
  }

  private static Answer after(String first, String then) {
    return then(REAL.ask(first).conversation(), then, Optional.empty());
  }

  private static Answer then(String conversation, String words, Optional<Profile> profile) {
    return REAL.advisor()
        .ask(new Inquiry(words, Optional.of(conversation), Optional.empty(), profile), event -> {});
  }

  private static void says(Answer answer, String... parts) {
    assertEquals("reconsideration", answer.understood().form(), answer::text);
    for (String part : parts) {
      assertTrue(answer.text().contains(part), () -> part + " in " + answer.text());
    }
  }

  @Test
  void why_not_names_who_is_ahead_on_what_and_the_change_that_would_do() {
    Answer answer = after(MODELS, "Why not Java?");

    says(
        answer,
        "Python comes out ahead of Java, and clearly so.",
        "It leads on machine learning and data work.",
        "- Java would come first if ");
    LocalDate day = LocalDate.of(2026, 11, 24);
    WhyNot whyNot =
        new DecisionModel(REAL.corpus(), Matrix.of(REAL.corpus(), day), day)
            .whyNot(
                new Profile(
                    Criterion.Goal.BUILD,
                    List.of(Need.of("ml-and-data", Importance.HIGH)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()),
                "java");
    String criterion = whyNot.flip().orElseThrow().criterion();
    says(
        answer,
        "if "
            + Objects.requireNonNull(REAL.corpus().criteria().get(criterion)).name()
            + " counted for ");
  }

  @Test
  void why_not_weighs_what_was_not_weighed_and_names_the_blank() {
    says(
        after(MODELS, "why not PHP?"),
        "Python comes out ahead of PHP",
        "There is no rated evidence of PHP for machine learning and data work",
        "No change of one weight alone would put PHP first.");
  }

  @Test
  void why_not_names_what_rules_it_out() {
    says(
        after(
            "We build an internal tool, but not Python. Our team knows Java. Which one?",
            "why not Python?"),
        "Python is left out, because you ruled it out.");
  }

  @Test
  void why_not_proves_that_nothing_would_do() {
    var sockets =
        new Profile(
            Criterion.Goal.BUILD,
            List.of(new Need("realtime", Importance.LOW, OptionalDouble.of(1), "")),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Answer answer = then(REAL.ask(MODELS).conversation(), "Why not Python?", Optional.of(sockets));

    says(answer, "is at least as good as Python on everything that counts here");
  }

  @Test
  void why_not_is_a_question_of_its_own_when_it_says_what_for() {
    Answer computing = REAL.ask("Why shouldn't we use Node.js for heavy computation?");

    says(computing, "Java comes out ahead of Node.js", "It leads on heavy computation.");
    says(REAL.ask("Why not Java for a chat app?"), "about level with Node.js");
  }

  @Test
  void without_a_choice_before_it_is_what_it_was() {
    assertEquals("when-to-use", REAL.ask("Why not Rust?").understood().form());
    assertEquals("fact", REAL.ask("What would change it?").understood().form());
  }

  @Test
  void what_would_change_it_is_told_with_the_case_against_it() {
    Answer answer = after(MODELS, "What would change your mind?");

    says(answer, "Python", "Java is stronger on ", "it takes over when that counts for ");
    says(after(MODELS, "What is the strongest case against it?"), "Python");
    assertEquals(5, answer.choices().size() + 1, answer::text);
  }

  @Test
  void the_first_year_is_told_of_the_choice_or_of_what_is_named() {
    says(
        after(MODELS, "What would the first year look like?"),
        "with Python;",
        "- People: ",
        "- Machines: ",
        "- The risk of a rewrite: ");
    says(after(MODELS, "and what does the first year cost us?"), "with Python;");
    says(REAL.ask("What would the first year with Java be like?"), "with Java;");
    assertEquals("fact", REAL.ask("What is the first year of Python 3?").understood().form());
  }
}
