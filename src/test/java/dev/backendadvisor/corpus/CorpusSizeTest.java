package dev.backendadvisor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Much text, and text made to be slow or deep, is read like any other.
final class CorpusSizeTest {
  @Test
  void ten_thousand_documents_are_read() {
    CorpusFiles files = new CorpusFiles();
    for (int i = 0; i < 10_000; i++) {
      files.add("notes/%05d.md".formatted(i), "# Note " + i + "\n\nIt waits.\n\n- It serves.\n");
    }
    Corpus corpus = files.read();
    assertEquals(10_000, corpus.documents().size());
    assertEquals(List.of(), corpus.problems());
    assertTrue(corpus.documents().values().stream().allMatch(one -> one.sentences().size() == 2));
  }

  @Test
  void one_huge_paragraph_is_cut_into_passages() {
    Document document = page("Node.js waits for many connections at once. ".repeat(40_000));
    assertEquals(40_000, document.sentences().size());
    assertTrue(document.passages().size() > 3_000);
    assertTrue(document.passages().stream().allMatch(one -> one.text().endsWith("once.")));
  }

  @Test
  void a_word_without_end_is_cut_between_its_characters() {
    Document document = page("👩🏽‍💻".repeat(20_000));
    assertEquals(
        document.text(), String.join("", document.passages().stream().map(Passage::text).toList()));
    assertTrue(document.passages().size() > 50);
    assertTrue(document.passages().stream().allMatch(one -> one.text().endsWith("💻")));
  }

  @Test
  void space_where_a_passage_is_full_belongs_to_none() {
    Document document = page("x".repeat(1_790) + " ".repeat(20) + "y".repeat(1_790));
    assertEquals(
        List.of("x".repeat(1_790), "y".repeat(1_790)),
        document.passages().stream().map(Passage::text).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> ",
        ">",
        "- ",
        "1. ",
        "* - ",
        "`",
        "``` ",
        "[",
        "](",
        "(",
        ")",
        "\"",
        "**a ",
        "<",
        "<!--",
        "|a",
        "|-",
        ".",
        ". ",
        "A. ",
        "No. ",
        "[x]: y\n",
        "\n# ",
        "\u0301",
        "&",
        "\\",
        "\n\n- a\n  ",
        "| a |\n|---|\n"
      })
  void signs_repeated_without_end_are_only_text(String sign) {
    Document document = page("It waits.\n\n" + sign.repeat(30_000) + "\n\nIt serves.\n");
    assertEquals("It waits.", document.quote(document.sentences().getFirst()));
  }

  private static Document page(String text) {
    return new CorpusFiles().add("page.md", text).read().document("page").orElseThrow();
  }
}
