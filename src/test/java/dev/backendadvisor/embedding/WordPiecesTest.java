package dev.backendadvisor.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
  private static final String FILE =
      """
      {"model": {"type": "WordPiece", "vocab": {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3,
        "node": 4, "##js": 5, ".": 6, "io": 7, "\\"": 8, "cafe": 9, "\\u4f60": 10, "c": 11, "+": 12,
        "##s": 13, "i": 14}}}
      """;

  private static long[] pieces(String text) throws IOException {
    return WordPieces.of(FILE).pieces(text, 16);
  }

  @Test
  void cuts_words_into_the_longest_known_pieces() throws Exception {
    assertArrayEquals(new long[] {2, 4, 5, 3}, pieces("NodeJS"));
    assertArrayEquals(new long[] {2, 4, 13, 3}, pieces("nodes"));
    assertArrayEquals(new long[] {2, 4, 6, 7, 3}, pieces("Node.io"));
    assertArrayEquals(new long[] {2, 11, 12, 12, 3}, pieces("C++"));
    assertArrayEquals(new long[] {2, 8, 10, 10, 8, 3}, pieces("\"你你\""));
  }

  @Test
  void accents_case_and_control_characters_go() throws Exception {
    assertArrayEquals(new long[] {2, 9, 3}, pieces("Ca\u0000f\u00e9"));
  }

  @Test
  void a_word_without_pieces_is_one_unknown() throws Exception {
    assertArrayEquals(new long[] {2, 1, 4, 3}, pieces("nodexyz node"));
    assertArrayEquals(new long[] {2, 1, 3}, pieces("node".repeat(30)));
  }

  @Test
  void what_exceeds_the_window_is_cut_off() throws Exception {
    assertEquals(16, pieces("node ".repeat(100)).length);
    assertEquals(16, pieces("nodejs".repeat(8) + " node".repeat(50)).length);
  }

  @Test
  void the_locale_changes_nothing() throws Exception {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("tr", "TR"));
      assertArrayEquals(new long[] {2, 7, 14, 3}, pieces("IO İ"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_broken_file_is_refused() {
    assertThrows(IOException.class, () -> WordPieces.of("{}"));
    assertThrows(IOException.class, () -> WordPieces.of("{\"vocab\": {\"[CLS]\": 1"));
    assertThrows(IOException.class, () -> WordPieces.of("{\"vocab\": {\"[CLS]\": 1}}"));
  }
}
