package dev.backendadvisor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.llm.LineReader.Line;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read of what a model writes as JSON, however it is cut into pieces.
class JsonReaderTest {
  private static final String TWO =
      """
      {"sentences": [{"grounds": [3, 5], "sentence": "Café ☕ 😀 \\"quoted\\" holds."},
       {"sentence": "Nothing.", "grounds": []}]}
      """;
  private static final List<Line> BOTH =
      List.of(
          new Line(List.of(3, 5), "Café ☕ 😀 \"quoted\" holds."), new Line(List.of(), "Nothing."));

  private static List<Line> read(List<String> pieces) {
    var reader = new JsonReader();
    List<Line> lines = new ArrayList<>();
    pieces.forEach(piece -> lines.addAll(reader.read(piece)));
    reader.end().ifPresent(lines::add);
    return lines;
  }

  private static List<Line> read(String text) {
    return read(List.of(text));
  }

  @Test
  void sentences_are_read_from_the_whole() {
    assertEquals(BOTH, read(TWO));
  }

  @Test
  void sentences_are_read_wherever_the_text_is_cut() {
    for (int cut = 0; cut <= TWO.length(); cut++) {
      assertEquals(BOTH, read(List.of(TWO.substring(0, cut), TWO.substring(cut))));
    }
    assertEquals(
        BOTH, read(TWO.chars().mapToObj(one -> String.valueOf((char) one)).toList()), "one by one");
  }

  @Test
  void a_sentence_is_handed_on_when_it_ends() {
    var reader = new JsonReader();
    int end = TWO.indexOf("},");
    assertEquals(List.of(), reader.read(TWO.substring(0, end)));
    assertEquals(BOTH.subList(0, 1), reader.read(TWO.substring(end, end + 1)));
  }

  @Test
  void a_sentence_that_breaks_off_is_none_wherever_it_does() {
    for (int cut = 0; cut < TWO.length(); cut++) {
      List<Line> lines = read(TWO.substring(0, cut));
      assertEquals(BOTH.subList(0, lines.size()), lines);
    }
  }

  @Test
  void a_fence_and_words_around_are_passed_over() {
    assertEquals(BOTH, read("Here you are:\n```json\n" + TWO + "```\nAnything else?"));
  }

  @Test
  void a_number_twice_is_one() {
    assertEquals(
        List.of(new Line(List.of(2, 1), "A.")),
        read("{\"sentences\":[{\"grounds\":[2,1,2],\"sentence\":\"A.\"}]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[1] A line.",
        "{}",
        "{\"sentences\":[]}",
        "{\"sentences\":\"A.\"}",
        "{\"sentences\":[\"A.\"]}",
        "{\"sentences\":[[\"A.\"]]}",
        "{\"sentences\":[{\"grounds\":[1]}]}",
        "{\"sentences\":[{\"grounds\":[1],\"sentence\":\"\"}]}",
        "{\"sentences\":[{\"grounds\":[1],\"sentence\":5}]}",
        "{\"sentences\":[{\"grounds\":[1],\"sentence\":{\"sentence\":\"A.\"}}]}",
        "{\"sentences\":[{\"grounds\":[\"1\"],\"sentence\":\"A.\"}]}",
        "{\"sentences\":[{\"grounds\":[[1]],\"sentence\":\"A.\"}]}",
        "{\"sentences\":[{\"grounds\":[1.5],\"sentence\":\"A.\"}]}",
        "{\"sentences\":[{\"grounds\":[12345678901],\"sentence\":\"A.\"}]}",
        "{\"sentences\":[{\"grounds\":[1,2,3,4,5,6,7,8,9],\"sentence\":\"A.\"}]}",
        "{\"sentences\":[{\"grounds\":[1],\"sentence\":\"A.\\nB.\"}]}",
        "{\"sentences\":[{\"grounds\":[1],\"sentence\":\"A\\u0000.\"}]}",
        "{\"sentences\":[{\"grounds\":[1],\"sentence\":\"A\ufffd.\"}]}",
        "{\"sentences\":[{\"grounds\":[1],\"sentence\":\"A\",}]}",
      })
  void what_is_no_sentence_is_passed_over(String text) {
    assertEquals(List.of(), read(text));
  }

  @Test
  void what_comes_after_something_that_is_no_json_is_passed_over() {
    String first = "{\"sentences\":[{\"grounds\":[1],\"sentence\":\"A.\"},";
    assertEquals(
        List.of(new Line(List.of(1), "A.")),
        read(first + "oops {\"grounds\":[1],\"sentence\":\"B.\"}]}"));
  }

  @Test
  void nothing_long_or_deep_is_kept() {
    assertEquals(
        List.of(),
        read("{\"sentences\":[{\"grounds\":[1],\"sentence\":\"" + "x".repeat(601) + "\"}]}"));
    var reader = new JsonReader();
    assertTrue(reader.read("{\"sentences\":[{\"sentence\":\"").isEmpty());
    for (int piece = 0; piece < 10_000; piece++) {
      assertTrue(reader.read("x".repeat(1_000)).isEmpty());
    }
    assertEquals(List.of(), read("{\"sentences\":" + "[".repeat(100_000)));
  }
}
