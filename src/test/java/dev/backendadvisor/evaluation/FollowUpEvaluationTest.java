package dev.backendadvisor.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.evaluation.FollowUpReport.Read;
import dev.backendadvisor.question.QuestionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Turns made free of their context, against what a person made of them.
class FollowUpEvaluationTest {
  private static final String TURNS =
      """
      {"id": "1_1", "history": [], "question": "What is a heat pump?", "rewrite": "What is a heat pump?"}
      {"id": "1_2", "history": ["What is a heat pump?"], "question": "How does it work?", "rewrite": "How does a heat pump work?"}

      {"id": "1_3", "history": ["What is a heat pump?", "How does it work?"], "question": "What are the main drawbacks?", "rewrite": "What are the main drawbacks of heat pumps?"}
      {"id": "1_4", "history": ["What is a heat pump?"], "question": "Tell me about boilers.", "rewrite": "Tell me about boilers."}
      {"id": "1_5", "history": ["What is a heat pump?"], "question": "Does it pay?", "rewrite": "Does the device pay off in winter?"}
      """;

  @TempDir Path folder;

  private FollowUpReport run(String turns) throws IOException {
    var reader = new QuestionReader(new CorpusReader().read(List.of()));
    return new FollowUpEvaluation(reader)
        .run(Files.writeString(folder.resolve("turns.jsonl"), turns));
  }

  @Test
  void words_are_recovered_from_the_turns_before() throws IOException {
    FollowUpReport report = run(TURNS);
    assertEquals("How does a heat pump work?", report.turns().get(1).standalone());
    assertEquals("What are the main drawbacks of a heat pump?", report.turns().get(2).standalone());
    assertEquals("Tell me about boilers.", report.turns().get(3).standalone());
    assertEquals(4 / 6.0, report.recall(), 1e-9);
    assertEquals(4 / 6.0, report.precision(), 1e-9);
  }

  @Test
  void the_report_tells_every_turn_that_differs_and_why() throws IOException {
    String text = run(TURNS).text();
    assertTrue(text.contains("5 turns, 3 of which lean on those before them"), text);
    assertTrue(text.contains("whole turns left alone   2 of 2, 1 of 1 that open"), text);
    assertTrue(text.contains("1 turns that differ"), text);
    assertTrue(text.contains("1_5  lacks: device winter; wrong: heat pump"), text);
  }

  @Test
  void words_that_mean_nothing_by_themselves_count_neither_way() {
    var turn =
        new Read("1", "What causes it?", "What causes the colds?", "What causes of cold?", false);
    assertEquals(Set.of("cold"), turn.missing());
    assertEquals(Set.of("cold"), turn.recovered());
  }

  @Test
  void what_cannot_be_read_is_said_with_its_line() {
    String torn = TURNS + "{\"id\": \"2_1\", \"question\": \"Why?\"}\n";
    IOException wrong = assertThrows(IOException.class, () -> run(torn));
    assertTrue(wrong.toString().contains("turns.jsonl:7: a turn is"), wrong.toString());
    assertThrows(IOException.class, () -> run("\n"));
  }
}
