package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Rating;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Importance;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.format.AnswerJson;
import dev.backendadvisor.format.DecisionRecord;
import dev.backendadvisor.format.RecordCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A decision kept as a file, and checked again.
class DecisionRecordTest {
  private static final RealAdvisor REAL = new RealAdvisor();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
  private static final DecisionModel MODEL =
      new DecisionModel(REAL.corpus(), Matrix.of(REAL.corpus(), DAY), DAY);
  private static final String WORDS =
      "We need live updates for thousands and our team knows JavaScript. What should we use?";
  private static final Answer ANSWER = REAL.ask(WORDS);
  private static final DecisionRecord RECORD =
      DecisionRecord.of(WORDS, AnswerJson.write(ANSWER), AT).orElseThrow();

  @AfterAll
  static void close() {
    REAL.close();
  }

  @Test
  void it_says_what_was_decided_why_and_when_to_look_again() {
    String text = RECORD.markdown(REAL.corpus());

    assertTrue(text.startsWith("---\nstatus: proposed\ndate: 2026-11-24\n---\n"), text);
    for (String part :
        List.of(
            "# Use Node.js",
            "> " + WORDS,
            "real-time traffic, ",
            "## Considered options",
            ANSWER.text(),
            "### Revisit when",
            "“" + ANSWER.citations().getFirst().quote() + "”",
            "```json")) {
      assertTrue(text.contains(part), () -> part + " in " + text);
    }
  }

  @Test
  void the_file_and_its_twin_stand_as_long_as_the_corpus_does() {
    var stands = Optional.of(new RecordCheck(List.of(), List.of()));

    assertEquals(stands, RecordCheck.of(RECORD.markdown(REAL.corpus()), MODEL));
    assertEquals(stands, RecordCheck.of(RECORD.json(), MODEL));
  }

  @Test
  void a_sentence_that_is_gone_a_date_and_another_choice_are_named() {
    String quote = ANSWER.citations().getFirst().quote();
    RecordCheck gone =
        RecordCheck.of(RECORD.json().replace(quote, "Nobody says this."), MODEL).orElseThrow();
    RecordCheck flipped =
        RecordCheck.of(
                RECORD
                    .json()
                    .replace(
                        "\"ranking\":[{\"technology\":\"nodejs\"",
                        "\"ranking\":[{\"technology\":\"java\""),
                MODEL)
            .orElseThrow();

    assertEquals(List.of("a cited sentence is gone: Nobody says this."), gone.broken());
    assertEquals(List.of("the choice was java and is nodejs today"), flipped.broken());
  }

  @Test
  void an_own_rating_is_recorded_with_who_gave_it_and_why() {
    var profile =
        new Profile(
            Criterion.Goal.BUILD,
            List.of(Profile.Need.of("realtime", Importance.HIGH)),
            List.of(),
            List.of(),
            List.of(
                new Profile.OwnRating(
                    "python",
                    "realtime",
                    new Rating(4, 5),
                    Optional.of("the chat team"),
                    Optional.of("we ran it for two years"))),
            List.of());
    Answer answer =
        REAL.advisor()
            .ask(
                new Inquiry(
                    "Which one should we use?",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(profile)),
                event -> {});
    String text =
        DecisionRecord.of("Which one?", AnswerJson.write(answer), AT)
            .orElseThrow()
            .markdown(REAL.corpus());

    assertTrue(
        text.contains(
            "own rating of Python on real-time traffic: 4 to 5 of 5, by the chat team: we ran it"
                + " for two years"),
        text);
  }

  @Test
  void other_files_and_answers_are_none() {
    assertEquals(Optional.empty(), RecordCheck.of("# Notes", MODEL));
    assertEquals(
        Optional.empty(), DecisionRecord.of("Hi", AnswerJson.write(REAL.ask("hello")), AT));
  }
}
