package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.decision.Recommendation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What somebody is told who asks what to learn.
class LearningAnswersTest {
  private static final RealAdvisor REAL = new RealAdvisor();

  /// Words of projects and their teams.
  private static final Pattern OF_PROJECTS =
      Pattern.compile("(?i)\\b(?:your team|runner-up|what you describe|you ruled out)\\b");

  @AfterAll
  static void close() {
    assertEquals(List.of(), REAL.refused());
    REAL.close();
  }

  private static Recommendation chosen(Answer answer) {
    return answer.recommendation().orElseThrow().recommendation();
  }

  private static Answer learner(String words) {
    Answer answer = REAL.ask(words);
    assertEquals(Answer.Kind.RECOMMENDATION, answer.kind(), words);
    assertEquals(Criterion.Goal.LEARN, chosen(answer).profile().goal(), words);
    assertFalse(OF_PROJECTS.matcher(answer.text()).find(), answer::text);
    return answer;
  }

  @Test
  void what_somebody_knows_is_not_what_comes_next() {
    Answer answer = learner("what should I learn next, I know JavaScript");

    assertTrue(answer.text().startsWith("Python next, and firmly"), answer::text);
    assertTrue(
        chosen(answer).ranking().stream().noneMatch(one -> one.technology().equals("nodejs")));
    assertTrue(answer.text().contains("most common second language"), answer::text);
  }

  @Test
  void what_somebody_wants_to_know_is_not_known_yet() {
    Answer answer = learner("I want to know Java or Python. Which should I learn first?");

    assertEquals(List.of("java", "python"), chosen(answer).profile().technologies());
  }

  @Test
  void pay_is_told_with_its_year_and_for_whom_it_does_not_hold() {
    Answer answer =
        learner(
            "I live in Germany and want to learn programming. Which language should I learn for a"
                + " good salary?");

    assertEquals(
        List.of("learning", "pay"),
        chosen(answer).profile().needs().stream().map(one -> one.criterion()).toList());
    assertTrue(answer.text().contains("survey of 2024"), answer::text);
    assertTrue(answer.text().contains("I have nothing for Germany alone."), answer::text);
  }

  @Test
  void a_first_project_is_named_and_no_time_promised() {
    Answer answer =
        learner("I know Python and want a job in six months. What should I learn next?");

    assertTrue(answer.text().contains("A first project: Mozilla's tutorial"), answer::text);
    assertTrue(answer.text().contains("I know of no source that says how long"), answer::text);
  }

  @Test
  void who_names_no_wish_is_asked_for_one_and_each_choice_is_a_wish() {
    Answer answer = learner("What should I learn first?");

    assertEquals(4, answer.choices().size(), answer::text);
    for (Answer.Choice choice : answer.choices()) {
      Answer then = learner(choice.message());
      assertTrue(chosen(then).profile().needs().size() > 1, () -> choice.message() + then.text());
    }
  }

  @Test
  void what_a_project_needs_is_not_what_a_person_wants() {
    Answer project = REAL.ask("We build a real-time chat. Which one should we use?");
    Answer person =
        REAL.advisor()
            .ask(
                new Inquiry(
                    "And what should I learn myself? I know Java.",
                    Optional.of(project.conversation()),
                    Optional.empty()),
                event -> {});

    assertTrue(
        chosen(person).profile().needs().stream()
            .noneMatch(one -> one.criterion().equals("realtime")),
        person::text);
    assertTrue(person.text().contains(" next, "), person::text);
  }
}
