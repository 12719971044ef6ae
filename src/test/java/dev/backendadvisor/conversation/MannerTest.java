package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.CheckedSentence;
import dev.backendadvisor.answer.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Answers told longer, shorter, in plain words, with their grounds alone; several at once; and
/// what is asked back.
class MannerTest {
  private static final RealAdvisor ADVISOR = new RealAdvisor();

  @AfterAll
  static void close() {
    ADVISOR.close();
  }

  private static List<Answer> talk(String... turns) {
    Optional<String> conversation = Optional.empty();
    List<Answer> answers = new ArrayList<>();
    for (String words : turns) {
      Answer answer =
          ADVISOR.advisor().ask(new Inquiry(words, conversation, Optional.empty()), event -> {});
      conversation = Optional.of(answer.conversation());
      answers.add(answer);
    }
    return answers;
  }

  private static int words(Answer answer) {
    return answer.text().split("\\s+").length;
  }

  @Test
  void more_says_more_and_shorter_the_verdict_alone() {
    List<Answer> talk = talk("Is Node.js better than Python for chat?", "tell me more", "shorter");
    assertTrue(words(talk.get(0)) <= 180, talk.get(0).text());
    assertTrue(words(talk.get(1)) > words(talk.get(0)), talk.get(1).text());
    assertTrue(talk.get(1).citations().size() > talk.get(0).citations().size());
    assertEquals(1, talk.get(2).sentences().size(), talk.get(2).text());
    for (Answer answer : talk) {
      assertEquals(
          talk.getFirst().sentences().getFirst().text(),
          answer.sentences().getFirst().text(),
          "The verdict stays the same in every manner.");
    }
  }

  @Test
  void plain_words_have_few_figures() {
    List<Answer> talk = talk("Is Python good for AI?", "in simple words, please");
    assertTrue(
        figures(talk.get(1)) <= 1 && figures(talk.get(1)) < figures(talk.get(0)),
        talk.get(1).text());
    assertTrue(
        figures(talk("What should I learn first? I'm 15.").getFirst()) <= 2,
        "Who wants to learn gets plain words unasked.");
  }

  private static int figures(Answer answer) {
    return answer.sentences().stream()
        .mapToInt(one -> (int) Pattern.compile("\\d[\\d.,]*").matcher(one.text()).results().count())
        .sum();
  }

  @Test
  void why_gives_grounds_that_were_not_told_yet() {
    List<Answer> talk = talk("Is Python good for AI?", "why?");
    Set<String> told =
        new HashSet<>(talk.get(0).sentences().stream().map(CheckedSentence::text).toList());
    List<CheckedSentence> grounds =
        talk.get(1).sentences().stream().filter(one -> one.part() == Part.REASON).toList();
    assertFalse(grounds.isEmpty(), talk.get(1).text());
    assertTrue(grounds.stream().noneMatch(one -> told.contains(one.text())));
    assertTrue(grounds.stream().noneMatch(one -> one.citations().isEmpty()));
  }

  @Test
  void sure_counts_the_voices_and_hears_the_other_side() {
    Answer sure = talk("Is Node.js better than Python for chat?", "are you sure?").getLast();
    assertTrue(
        sure.text()
            .matches("(?s).*\\d+ independent sources speak of Node\\.js and \\d+ of Python.*"),
        sure.text());
    assertTrue(
        sure.sentences().stream()
            .anyMatch(one -> one.part() == Part.CONDITION || one.part() == Part.CAVEAT));
  }

  @Test
  void a_version_asked_for_is_kept_in_every_manner() {
    for (String manner : List.of("really?", "more", "shorter", "in plain words")) {
      Answer answer = talk("Until when is Node 24 supported?", manner).getLast();
      assertTrue(answer.text().contains("30 April 2028"), manner + ": " + answer.text());
    }
  }

  @Test
  void several_questions_are_answered_one_by_one_and_nothing_twice() {
    Answer answer =
        talk("Is Node faster than Python and which has more jobs? Until when is Node 22 supported?")
            .getFirst();
    assertEquals(Answer.Kind.ANSWER, answer.kind());
    assertTrue(words(answer) <= 190, answer.text());
    List<CheckedSentence> parts =
        answer.sentences().stream().filter(one -> one.part() == Part.VERDICT).toList();
    assertEquals(3, parts.size(), answer.text());
    assertEquals(List.of("", "\n\n", "\n\n"), parts.stream().map(CheckedSentence::before).toList());
    List<String> texts = answer.sentences().stream().map(CheckedSentence::text).toList();
    assertEquals(texts.size(), new HashSet<>(texts).size(), answer.text());
  }

  @Test
  void more_than_four_questions_are_said_to_be_left() {
    Answer answer =
        talk("Is Go typed? Is Rust typed? Is PHP typed? Is Java typed? Is Python typed?")
            .getFirst();
    assertTrue(answer.text().contains("four questions at once"), answer.text());
  }

  @Test
  void an_open_comparison_says_what_holds_and_asks_for_the_work() {
    List<Answer> talk = talk("Node.js or Python?", "the second one");
    Answer open = talk.getFirst();
    assertFalse(open.citations().isEmpty());
    assertEquals(Part.QUESTION, open.sentences().getLast().part());
    assertTrue(open.choices().size() >= 2, open.text());
    assertEquals(
        open.choices().get(1).message(), talk.getLast().understood().reading().standalone());
    assertTrue(talk.getLast().choices().isEmpty(), talk.getLast().text());
    for (Answer.Choice choice : open.choices()) {
      Answer chosen = ADVISOR.ask(choice.message());
      assertEquals(Answer.Kind.ANSWER, chosen.kind(), choice.message());
    }
  }

  @Test
  void yes_takes_up_what_was_suggested_also_after_a_restart_of_the_advisor() {
    List<Answer> talk = talk("Is Node.js better than Python for chat?", "yes, please");
    assertEquals(
        talk.getFirst().suggestions().getFirst(),
        talk.getLast().understood().reading().standalone());
  }

  @Test
  void a_manner_is_no_wish_of_a_project() {
    List<Answer> talk = talk("best backend for an online shop?", "simpler, please", "tell me more");
    String winner = winner(talk.getFirst());
    talk.forEach(answer -> assertEquals(winner, winner(answer), answer.text()));
    assertTrue(words(talk.get(2)) > words(talk.get(0)), talk.get(2).text());
  }

  private static String winner(Answer answer) {
    return answer.recommendation().orElseThrow().recommendation().winner().technology();
  }

  @Test
  void several_questions_are_told_again_together() {
    List<Answer> talk =
        talk("Until when is Node 22 supported? And is Python good for AI?", "shorter", "more");
    for (Answer answer : talk) {
      assertTrue(answer.text().contains("30 April 2027"), answer.text());
      assertTrue(answer.text().contains("machine learning"), answer.text());
    }
    assertTrue(words(talk.get(1)) < words(talk.get(0)), talk.get(1).text());
    assertTrue(words(talk.get(2)) > words(talk.get(1)), talk.get(2).text());
  }

  @Test
  void what_names_nothing_known_can_be_told_again_too() {
    List<Answer> talk = talk("does pypy help", "simpler, please");
    assertFalse(talk.getFirst().citations().isEmpty(), talk.getFirst().text());
    assertEquals(talk.getFirst().citations(), talk.getLast().citations());
  }

  @Test
  void strangers_are_no_choice_to_make() {
    Answer answer =
        talk("My colleague says Oracle Database joins faster than SQL Server. Does it?").getFirst();
    assertTrue(answer.recommendation().isEmpty(), answer.text());
    assertTrue(answer.citations().isEmpty(), answer.text());
  }
}
