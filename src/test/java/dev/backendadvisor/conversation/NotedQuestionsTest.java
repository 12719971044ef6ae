package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Questions noted beside a sentence: they bring it up whatever its own words, and tell what is
/// left open.
class NotedQuestionsTest {
  private static final String SENTENCE =
      "Fifty of the town's two hundred ovens were heated with beech in 2024.";

  @TempDir private Path folder = Path.of("");

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private void corpus(String noted) throws IOException {
    write("ovens.md", "# Ovens\n\n" + SENTENCE + "\n\nBread rises in the evening.\n");
    write("technologies.yaml", "- id: oven\n  name: Oven\n  aliases: [ovens]\n  kind: language\n");
    write(
        "criteria.yaml",
        "- id: fuel\n  name: fuel\n  words: [fuel]\n  rubric: {1: none, 3: some, 5: all}\n"
            + "  half-life: 3\n");
    write(
        "sources.yaml",
        "- id: count\n  title: Count\n  publisher: Town\n  date: 2024\n  origin: town\n"
            + "  read-from: primary\n");
    write(
        "ovens.evidence.yaml",
        """
        - sentence: %s
          source: count
          as-of: '2024'
          basis: measured
          confidence: high
          recorded: fifty of two hundred
          says:
            - technology: oven
              criterion: fuel
        %s\
        """
            .formatted(SENTENCE, noted));
  }

  private Answer ask(String question) {
    try (var advisor = RealAdvisor.byMeaning(folder)) {
      return advisor.ask(question);
    }
  }

  @Test
  void a_question_noted_brings_up_the_sentence_that_answers_it() throws IOException {
    corpus("  answers: [Do bakers burn wood for their loaves?]\n");
    Answer answer = ask("do the bakers burn wood for loaves");
    assertTrue(answer.text().contains(SENTENCE), answer.text());
  }

  @Test
  void what_is_much_nearer_to_a_question_left_open_is_declined() throws IOException {
    String question = "Who built the ovens of the town?";
    corpus("  answers: [How many ovens burn beech?]\n");
    double before = ask(question).confidence();
    corpus(
        "  answers: [How many ovens burn beech?]\n"
            + "  leaves-open: [Who built the ovens of that town?]\n");
    Answer answer = ask(question);
    assertEquals(Answer.Kind.ABSTENTION, answer.kind(), answer.text());
    assertTrue(answer.confidence() < before, () -> answer.confidence() + " and " + before);
  }
}
