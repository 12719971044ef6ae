package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Turns whose own words are near to nothing, and which bring the talk to a sentence.
@Tag("slow")
class TalkByMeaningTest {
  private static RealAdvisor advisor;

  @BeforeAll
  static void open() {
    advisor = RealAdvisor.byMeaning();
  }

  @AfterAll
  static void close() {
    advisor.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          is there an official tensorflow for java | does it lag behind the normal one? | follows behind
          when does oracle stop supporting java 21? | what about temurin | 31 December 2029
          why did figma move their multiplayer server off node? | and how much faster did it get | 10 times faster
          how slow is python in the related posts benchmark | does numba help there? | 6.94 s
          how big is the slim docker image of python | node one? | 80.5 MB
          """)
  void a_turn_is_answered_by_the_sentence_it_brings_the_talk_to(
      String before, String turn, String told) {
    Answer first = ask(before, Optional.empty());
    Answer answer = ask(turn, Optional.of(first.conversation()));
    assertEquals(Answer.Kind.ANSWER, answer.kind(), answer.text());
    assertTrue(answer.text().contains(told), answer.text());
  }

  /// What was asked before is near to many sentences; a turn that leads elsewhere is not answered
  /// by them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          is node 24 lts | and which laptop do you recommend for it
          What is Netflix built with? | and how many subscribers do they have in Europe?
          """)
  void a_turn_that_leads_away_is_declined(String before, String turn) {
    Answer first = ask(before, Optional.empty());
    Answer answer = ask(turn, Optional.of(first.conversation()));
    assertEquals(Answer.Kind.ABSTENTION, answer.kind(), answer.text());
  }

  private static Answer ask(String words, Optional<String> conversation) {
    return advisor.advisor().ask(new Inquiry(words, conversation, Optional.empty()), event -> {});
  }
}
