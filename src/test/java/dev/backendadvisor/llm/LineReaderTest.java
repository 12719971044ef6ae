package dev.backendadvisor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.llm.LineReader.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The lines a model writes, in whatever pieces they come.
class LineReaderTest {
  private static final String TEXT =
      """
      [1] Yes.
      Here is more:
      [2,3] It holds while handlers stay short.
      - How many people?

      * [ 4 , 5 ]: A point.
      [6] [7] Another.\r
      [8] Torn\
      """;

  private static final List<Line> LINES =
      List.of(
          new Line(List.of(1), "Yes."),
          new Line(List.of(2, 3), "It holds while handlers stay short."),
          new Line(List.of(), "How many people?"),
          new Line(List.of(4, 5), "A point."),
          new Line(List.of(6, 7), "Another."));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1_000})
  void lines_are_read_when_they_have_ended(int piece) {
    var reader = new LineReader();
    List<Line> lines = new ArrayList<>();
    for (int from = 0; from < TEXT.length(); from += piece) {
      lines.addAll(reader.read(TEXT.substring(from, Math.min(TEXT.length(), from + piece))));
    }
    assertEquals(LINES, lines);
    assertEquals(Optional.of(new Line(List.of(8), "Torn")), reader.end());
    assertEquals(Optional.empty(), reader.end());
  }

  @Test
  void a_line_longer_than_a_sentence_is_passed_over_and_the_next_one_read() {
    var reader = new LineReader();
    assertEquals(List.of(), reader.read("[1] " + "x".repeat(1_000)));
    for (int piece = 0; piece < 1_000; piece++) {
      assertEquals(List.of(), reader.read("x".repeat(1_000)));
    }
    assertEquals(List.of(new Line(List.of(2), "Short.")), reader.read("\n[2] Short.\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "No number.",
        "[x] No number.",
        "[1234] Too large a number.",
        "[1",
        "[1]",
        "[1,2,3,4,5,6,7,8,9] Too many.",
        "[1] Bytes that are \ufffd no characters.",
        "1. No brackets.",
      })
  void what_is_no_line_is_passed_over(String line) {
    assertTrue(new LineReader().read(line + "\n").isEmpty());
  }
}
