package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Importance;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Profile.Need;
import dev.backendadvisor.decision.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What is read from the words of whoever asks, and what is chosen for it, through the chat.
class ProfileFromWordsTest {
  private static final RealAdvisor REAL = new RealAdvisor();

  @AfterAll
  static void close() {
    REAL.close();
  }

  private static Recommendation chosen(Answer answer) {
    return answer.recommendation().orElseThrow().recommendation();
  }

  private static List<String> needs(Answer answer) {
    return chosen(answer).profile().needs().stream()
        .map(one -> one.criterion() + " " + one.importance().id())
        .toList();
  }

  private static List<String> constraints(Answer answer) {
    return chosen(answer).profile().constraints().stream()
        .map(one -> one.kind().id() + " " + one.value())
        .toList();
  }

  private static Answer again(Answer before, String words) {
    return REAL.advisor()
        .ask(new Inquiry(words, Optional.of(before.conversation()), Optional.empty()), event -> {});
  }

  @Test
  void needs_and_what_the_team_knows_are_read_with_their_words() {
    Answer answer =
        REAL.ask(
            "We need live updates for thousands of users and our team knows JavaScript."
                + " Which back end should we use?");

    assertEquals(Answer.Kind.RECOMMENDATION, answer.kind());
    assertTrue(needs(answer).contains("realtime high"), needs(answer)::toString);
    assertTrue(needs(answer).contains("team-fit high"), needs(answer)::toString);
    assertEquals(List.of("team-knows nodejs"), constraints(answer));
    assertEquals("nodejs", chosen(answer).winner().technology());
    assertTrue(chosen(answer).profile().needs().stream().noneMatch(need -> need.from().isBlank()));
  }

  @Test
  void what_somebody_loves_is_no_need() {
    Answer plain =
        REAL.ask("We build a dashboard with live updates. Which back end should we use?");
    Answer flattered =
        REAL.ask(
            "We build a dashboard with live updates. My boss loves Python. Which back end should we"
                + " use?");

    assertEquals(needs(plain), needs(flattered));
    assertEquals(constraints(plain), constraints(flattered));
    assertEquals(chosen(plain).ranking(), chosen(flattered).ranking());
  }

  @Test
  void what_is_told_later_is_added_and_answered() {
    Answer first =
        REAL.ask("We build a dashboard with live updates. Which back end should we use?");
    Answer second = again(first, "Our team knows Java best.");

    assertEquals(Answer.Kind.RECOMMENDATION, second.kind());
    assertEquals(List.of("team-knows java"), constraints(second));
    assertTrue(needs(second).contains("realtime high"), needs(second)::toString);
    assertEquals("java", chosen(second).winner().technology());
  }

  @Test
  void what_is_ruled_out_is_left_out() {
    Answer answer =
        REAL.ask("We build a service with live updates, but not Java. What should we use?");

    assertEquals(List.of("not java"), constraints(answer));
    assertTrue(chosen(answer).ranking().stream().noneMatch(one -> one.technology().equals("java")));
  }

  @Test
  void how_much_it_matters_is_read_too() {
    Answer answer =
        REAL.ask(
            "Our app needs live updates, machine learning would be nice to have, and start-up time"
                + " does not matter. Which language should we use?");

    assertEquals(List.of("ml-and-data medium", "realtime high", "startup none"), needs(answer));
  }

  @Test
  void a_project_told_before_several_are_named_is_chosen_for_among_them() {
    Answer answer =
        REAL.ask("Insurance with complex business rules, built for many years. Node.js or Java?");

    assertEquals(Answer.Kind.RECOMMENDATION, answer.kind());
    assertTrue(needs(answer).contains("enterprise high"), needs(answer)::toString);
    assertEquals(List.of("java", "nodejs"), chosen(answer).profile().technologies());
  }

  @Test
  void a_comparison_on_what_is_asked_stays_one() {
    Answer answer = REAL.ask("Is Node.js better than Python for a chat app?");

    assertTrue(answer.recommendation().isEmpty(), answer::text);
  }

  @Test
  void what_is_known_only_a_little_is_not_what_the_team_knows() {
    Answer answer =
        REAL.ask("Our people know JavaScript and a little Python. Which back end should we use?");

    assertEquals(List.of("team-knows nodejs"), constraints(answer));
  }

  @Test
  void who_only_knows_one_is_told_what_speaks_for_staying() {
    Answer answer =
        REAL.ask(
            "We only know PHP and need a web shop. Should we move to Node.js, Python or Java?");

    assertTrue(needs(answer).contains("team-fit must"), needs(answer)::toString);
    assertEquals("php", chosen(answer).winner().technology());
  }

  @Test
  void words_that_only_look_like_a_need_are_none() {
    Answer answer =
        REAL.ask(
            "We build a chat for a gaming community that hardly computes and our admins will"
                + " maintain it. Which back end should we use?");

    assertEquals(List.of("cpu-work none", "realtime high"), needs(answer));
  }

  @Test
  void a_profile_that_is_sent_replaces_what_was_read_and_stays() {
    Answer first =
        REAL.ask("We build a dashboard with live updates. Which back end should we use?");
    Profile sent =
        new Profile(
            Criterion.Goal.BUILD,
            List.of(Need.of("ml-and-data", Importance.MUST)),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Answer second =
        REAL.advisor()
            .ask(
                new Inquiry(
                    "So which one should we use?",
                    Optional.of(first.conversation()),
                    Optional.empty(),
                    Optional.of(sent)),
                event -> {});
    Answer third = again(second, "Our team knows Python.");

    assertEquals(List.of("ml-and-data must"), needs(second));
    assertEquals(List.of("ml-and-data must", "team-fit high"), needs(third));
  }

  @Test
  void figures_are_told_only_when_they_are_asked_for() {
    Answer plain = REAL.ask("We build a service that trains models. What should we use?");
    Answer figures =
        REAL.ask("We build a service that trains models. What should we use, in percent?");

    assertTrue(!plain.text().contains(" % of the weightings"), plain::text);
    assertTrue(figures.text().contains(" % of the weightings"), figures::text);
  }

  @Test
  void the_choice_is_told_of_before_the_first_sentence() {
    List<AnswerEvent> events = new ArrayList<>();
    REAL.advisor()
        .ask(Inquiry.of("We build a service that trains models. What should we use?"), events::add);

    assertTrue(events.get(1) instanceof AnswerEvent.Recommended, events::toString);
  }

  /// Thirty pairs: the same words without and with one need more. What was as good as certain,
  /// since the team knows it, need only stay firm: ratings are intervals, and one more is one doubt
  /// more.
  @Test
  void a_need_more_never_lowers_what_it_favours() {
    List<String> projects =
        List.of(
            "We build a new service.",
            "We build a new service and our team knows JavaScript.",
            "We build a new service and our team knows Java.",
            "We build a new service that makes reports.",
            "We build a new service for our customers, but not PHP.");
    List<List<String>> additions =
        List.of(
            List.of("It must train models.", "ml-and-data"),
            List.of("It needs quick start-up.", "startup"),
            List.of("It needs heavy computation.", "cpu-work"),
            List.of("It must keep live updates going.", "realtime"),
            List.of("It is for long-lived enterprise systems.", "enterprise"),
            List.of("It needs long-term support.", "releases"));
    for (String project : projects) {
      Answer before = REAL.ask(project + " Our team is new. Which one should we use?");
      for (List<String> addition : additions) {
        Answer after =
            REAL.ask(
                project + " Our team is new. " + addition.get(0) + " Which one should we use?");
        String criterion = addition.get(1);
        List<String> added = new ArrayList<>(needs(after));
        before.recommendation().ifPresent(one -> added.removeAll(needs(before)));
        assertTrue(added.contains(criterion + " high"), () -> project + addition + added);
        Optional<String> leads = best(chosen(after), criterion);
        if (before.recommendation().isPresent() && leads.isPresent()) {
          String favoured = leads.get();
          assertTrue(
              wins(chosen(after), favoured)
                  >= Math.min(wins(chosen(before), favoured), DecisionModel.FIRM) - 1e-9,
              () -> project + addition + favoured);
        }
      }
    }
  }

  /// What a criterion favours: the one noticeably ahead on it, if any is.
  private static Optional<String> best(Recommendation made, String criterion) {
    List<Recommendation.Contribution> order =
        made.contributions().stream()
            .filter(one -> one.criterion().equals(criterion))
            .sorted(
                java.util.Comparator.comparingDouble(
                    (Recommendation.Contribution one) -> -one.rating().middle()))
            .toList();
    return order.get(0).rating().middle() - order.get(1).rating().middle() >= Matrix.NOTICEABLE
        ? Optional.of(order.get(0).technology())
        : Optional.empty();
  }

  private static double wins(Recommendation made, String technology) {
    return made.ranking().stream()
        .filter(one -> one.technology().equals(technology))
        .mapToDouble(Recommendation.Rank::wins)
        .sum();
  }

  @Test
  void every_sentence_of_a_choice_passes_the_check() {
    for (String words :
        List.of(
            "We need 20k concurrent websockets and our team knows JavaScript. Which one should we"
                + " use?",
            "We build a bank's core system for twenty years. What should we use?",
            "We want to train models and our team knows Python. Which language should we choose?",
            "We need heavy computation in our service. What should we use?",
            "We build a chatbot on language models, in percent please. What should we use?")) {
      Answer answer = REAL.ask(words);
      assertEquals(Answer.Kind.RECOMMENDATION, answer.kind(), words);
    }
    assertEquals(List.of(), REAL.refused());
  }
}
