package dev.backendadvisor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds for every text, however odd.
final class CorpusLawsTest {
  private static final int PASSAGE_WORDS = 10;

  /// Markdown's own signs, and everything that has ever moved an offset.
  private static final String[] PIECES = {
    "word",
    "Node.js",
    "e.g.",
    "No. 5",
    "3.14",
    "It waits.",
    "Why?",
    "Yes!",
    "…",
    "\"It is.\"",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\n\n",
    "\t",
    "# ",
    "\n## ",
    "\n- ",
    "\n1. ",
    "\n> ",
    ">",
    "  - ",
    "\n    ",
    "```",
    "\n```\n",
    "~~~",
    "`",
    "**",
    "_",
    "[",
    "](x)",
    "(",
    ")",
    "“",
    "”",
    "\n| a | b |\n|---|---|\n| c. D | e |\n",
    "|",
    "\n---\n",
    "===",
    "<div>",
    "<!--",
    "-->",
    "&amp;",
    "[x]: /y",
    "\\",
    "🎉",
    "👩🏽‍💻",
    "e\u0301",
    "\u0301",
    "\u200D",
    "\uFE0F",
    "\u00a0",
    "\u2028",
    "\u3000",
    "\u0000",
    "\u0007",
    "\u000B",
    "\f",
    "\u001C",
    "\u0085",
    "\uFEFF",
    "节点很快。",
    "ﷺ",
    "\u202E",
    "Ünïcödé",
    "longwordwithoutanyspaceatall".repeat(12)
  };

  @Provide
  Arbitrary<String> pages() {
    return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
  }

  private static Corpus read(String path, byte[] content) {
    return new CorpusReader(PASSAGE_WORDS)
        .read(CorpusFiles.withVocabulary().add(path, content).list());
  }

  private static Document page(String text) {
    return read("page.md", text.getBytes(StandardCharsets.UTF_8)).document("page").orElseThrow();
  }

  @Property(tries = 600)
  void every_span_is_its_words_in_order_and_cuts_nothing_apart(@ForAll("pages") String text) {
    Document document = page(text);
    assertEquals(-1, document.text().indexOf('\r'));
    int end = 0;
    for (Passage passage : document.passages()) {
      Span span = passage.span();
      assertEquals(document.text().substring(span.start(), span.end()), passage.text());
      assertEquals(document.quote(span), passage.text());
      assertTrue(end <= span.start(), "passages overlap");
      assertTidy(document, span);
      end = span.end();
    }
    end = 0;
    for (Span sentence : document.sentences()) {
      assertTrue(end <= sentence.start(), "sentences overlap");
      assertTidy(document, sentence);
      end = sentence.end();
    }
  }

  private static void assertTidy(Document document, Span span) {
    String words = document.quote(span);
    assertFalse(SentenceSplitter.isSpace(words.charAt(0)), words);
    assertFalse(SentenceSplitter.isSpace(words.charAt(words.length() - 1)), words);
    assertFalse(Character.isLowSurrogate(words.charAt(0)), words);
    assertFalse(Character.isHighSurrogate(words.charAt(words.length() - 1)), words);
  }

  @Property(tries = 600)
  void every_sentence_that_fits_lies_in_one_passage(@ForAll("pages") String text) {
    Document document = page(text);
    for (Span sentence : document.sentences()) {
      String words = document.quote(sentence);
      boolean fits = words.split("\\s+", -1).length <= PASSAGE_WORDS && words.length() <= 60;
      long homes =
          document.passages().stream().filter(one -> one.span().contains(sentence)).count();
      assertTrue(homes <= 1, words);
      assertTrue(!fits || homes == 1, words);
    }
  }

  @Property(tries = 300)
  void the_sentences_of_a_block_hold_all_its_words(@ForAll("pages") String block) {
    StringBuilder rest = new StringBuilder(block);
    List<Slice> sentences = SentenceSplitter.split(block);
    for (int i = sentences.size() - 1; i >= 0; i--) {
      rest.delete(sentences.get(i).start(), sentences.get(i).end());
    }
    assertTrue(rest.chars().allMatch(one -> SentenceSplitter.isSpace((char) one)), rest::toString);
  }

  @Property(tries = 300)
  void the_same_files_make_the_same_corpus(@ForAll("pages") String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    Corpus one = read("page.md", content);
    Corpus other = read("page.md", content.clone());
    assertEquals(one.generation(), other.generation());
    assertEquals(one.documents(), other.documents());
    assertEquals(one.problems(), other.problems());
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of(
        "page.md",
        "page.evidence.yaml",
        "technologies.yaml",
        "criteria.yaml",
        "sources.yml",
        "policies.yaml",
        "gaps.yaml",
        "sayings.yaml",
        "other.yaml");
  }

  @Property(tries = 300)
  void no_bytes_make_reading_throw(@ForAll("paths") String path, @ForAll byte[] content) {
    assertEquals(2, read(path, content).technologies().size());
  }

  @Property(tries = 600)
  void a_damaged_finding_is_read_or_reported(
      @ForAll("pages") String damage, @ForAll int seed, @ForAll boolean cut) {
    String finding =
        """
        - sentence: "It waits."
          source: nodejs-guides
          as-of: 2026-08
          basis: measured
          confidence: high
          says: [{technology: nodejs, criterion: concurrency, rating: [4, 5], versions: ["24"]}]
        """;
    int place = Math.floorMod(seed, finding.length());
    int after = cut ? Math.min(finding.length(), place + 5) : place;
    String damaged = finding.substring(0, place) + damage + finding.substring(after);
    Corpus corpus =
        CorpusFiles.withVocabulary()
            .add("page.md", "It waits.")
            .add("page.evidence.yaml", damaged)
            .read();
    corpus
        .evidence()
        .forEach(one -> assertEquals(Optional.of(one.sentence()), corpus.quote(one.span())));
    boolean empty = damaged.strip().isEmpty() || damaged.lines().allMatch(CorpusLawsTest::isRemark);
    assertTrue(
        empty || !corpus.evidence().isEmpty() || !corpus.problems().isEmpty(),
        () -> "neither read nor reported: " + damaged);
  }

  private static boolean isRemark(String line) {
    return line.isBlank() || line.strip().startsWith("#") || line.strip().equals("---");
  }
}
