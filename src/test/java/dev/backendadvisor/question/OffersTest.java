package dev.backendadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.question.Offers.Offer;
import dev.backendadvisor.question.QuestionReader.Earlier;
import dev.backendadvisor.question.Reading.CarriedOver;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a visitor says to what the advisor offered.
class OffersTest {
  private static final List<Offer> CHOICES =
      List.of(
          new Offer("real-time traffic", "Which one should we use for real-time traffic?", true),
          new Offer("low memory use", "Which one should we use for low memory use?", true),
          new Offer("", "Node.js or Python for chat?", false));
  private static final List<Offer> SUGGESTIONS =
      List.of(
          new Offer("", "Node.js or Python for low memory use?", false),
          new Offer("", "When should we use Java?", false));

  @ParameterizedTest
  @ValueSource(
      strings = {"yes", "Yes, please!", "sure", "yeah go ahead", "Yes, tell me", "please do"})
  void yes_takes_up_the_first_suggestion(String yes) {
    Reading reading = reply("Node or Python for chat?", SUGGESTIONS, yes);
    assertEquals("Node.js or Python for low memory use?", reading.standalone());
    assertEquals(List.of("memory"), criteria(reading));
    assertTrue(
        reading
            .carriedOver()
            .contains(new CarriedOver("offer", "Node.js or Python for low memory use?", "m_1")));
  }

  @Test
  void a_question_is_no_yes() {
    assertEquals(Manner.SURE, reply("Node or Python for chat?", SUGGESTIONS, "sure?").manner());
  }

  @ParameterizedTest
  @ValueSource(strings = {"the second one", "2", "Option 2, please", "the latter", "second"})
  void ordinals_choose_among_the_answers_to_our_question(String second) {
    List<Offer> two = CHOICES.subList(0, 2);
    Reading reading = reply("Which one should I use?", two, second);
    assertEquals("Which one should we use for low memory use?", reading.standalone());
  }

  @Test
  void ordinals_choose_among_technologies_when_nothing_was_asked() {
    Reading reading = reply("Node or Python for chat?", SUGGESTIONS, "the second one");
    assertEquals(List.of("python"), reading.technologies());
    assertEquals(List.of("realtime"), criteria(reading));
  }

  @Test
  void words_of_a_choice_choose_it() {
    Reading reading = reply("Which one should I use?", CHOICES, "low memory");
    assertEquals("Which one should we use for low memory use?", reading.standalone());
  }

  @Test
  void other_words_answer_our_question_too() {
    Reading reading = reply("Which one should I use?", CHOICES, "Mostly chat between players");
    assertEquals("Which one should I use? Mostly chat between players", reading.standalone());
    assertEquals(List.of("realtime"), criteria(reading));
  }

  @Test
  void a_question_of_its_own_is_no_reply() {
    Reading reading = reply("Which one should I use?", CHOICES, "Which frameworks does Java have?");
    assertEquals(List.of("java"), reading.technologies());
    assertEquals(List.of(), reading.carriedOver());
  }

  @Test
  void yes_to_several_choices_asks_the_same_again_in_short() {
    Reading reading = reply("Which one should I use?", CHOICES, "yes");
    assertEquals("Which one should I use?", reading.standalone());
    assertEquals(Manner.SHORT, reading.manner());
  }

  @Test
  void nothing_offered_means_nothing_taken_up() {
    Reading reading = reply("Node or Python for chat?", List.of(), "yes");
    assertEquals(List.of(), reading.carriedOver());
  }

  private static Reading reply(String first, List<Offer> offers, String words) {
    List<Earlier> earlier = List.of(new Earlier("m_1", QuestionFixture.read(first)));
    return QuestionFixture.READER
        .read(words, earlier, answer -> answer.equals("m_1") ? offers : List.of())
        .reading();
  }

  private static List<String> criteria(Reading reading) {
    return reading.criteria().stream().map(Reading.CriterionMention::criterion).toList();
  }
}
