package dev.backendadvisor.retrieval;

import static dev.backendadvisor.retrieval.SmallCorpus.found;
import static dev.backendadvisor.retrieval.SmallCorpus.inMemory;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final String[] PAGES = {
    "node: # Node.js\n\nNode.js runs JavaScript on one event loop.",
    "python: # Python\n\nPython has a global interpreter lock.",
    "cpp: # Other\n\nGames are written in C++ for speed.",
    "csharp: # Other\n\nUnity scripts are written in C#.",
    "dotnet: # Other\n\nServices on .NET start quickly.",
    "go: # Other\n\nGo compiles fast, and goroutines are cheap.",
    "travel: # Other\n\nWhere to go for a walk in C or D major."
  };

  @ParameterizedTest
  @CsvSource({
    "nodejs, node",
    "NODE.JS, node",
    "js event loop, node",
    "What about the GIL?, python",
    "py, python",
    "c++, cpp",
    "cpp games, cpp",
    "C#?, csharp",
    "csharp scripts, csharp",
    ".NET services, dotnet",
    "is dotnet quick, dotnet",
    "golang, go",
    "is Go fast?, go"
  })
  void this_query_finds_this_first(String words, String first) {
    try (var index = inMemory(PAGES)) {
      assertEquals(first, found(index, words).getFirst());
    }
  }

  @Test
  void more_and_rarer_words_come_first_and_strangers_not_at_all() {
    try (var index =
        inMemory(
            "one: # A\n\nNode.js and memory.",
            "two: # B\n\nNode.js memory of streams.",
            "three: # C\n\nPython.")) {
      assertEquals(List.of("two", "one"), found(index, "memory of node streams"));
      assertEquals(List.of(), found(index, "cassandra"));
    }
  }

  @Test
  void a_heading_tells_what_a_passage_is_about() {
    try (var index =
        inMemory(
            "page: # Releases\n\n"
                + "## Java\n\n"
                + "Supported until 2031.\n\n"
                + "## Python\n\n"
                + "Supported until 2030.")) {
      try (Generation generation = index.current()) {
        var hits = generation.search(new SearchRequest("until when is Python supported", 5));
        assertEquals("Supported until 2030.", hits.getFirst().passage().text());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python AND NOT (",
        "title:python~2 [a TO b]",
        "python?*^4",
        "\"python",
        "-python +lock"
      })
  void what_people_type_is_never_syntax(String words) {
    try (var index = inMemory(PAGES)) {
      assertEquals("python", found(index, words).getFirst());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?!", "\u0000", "the of and", "\ud800"})
  void a_question_without_words_finds_nothing_and_breaks_nothing(String words) {
    try (var index = inMemory("node: # Node.js\n\nNode.js runs.")) {
      assertEquals(List.of(), found(index, words));
    }
  }

  @Test
  void a_pasted_page_asks_for_its_rarest_words() {
    var page = new StringBuilder();
    IntStream.range(0, 800).forEach(i -> page.append("filler").append(i % 400).append(' '));
    try (var index = inMemory(PAGES)) {
      assertEquals(List.of("python"), found(index, page + "interpreter"));
    }
  }

  @Test
  void meaning_finds_what_words_do_not() {
    var embedder = new SmallCorpus.Letters("letters");
    try (var index =
        PassageIndex.inMemory(
            SmallCorpus.READER, Optional.of(CompletableFuture.completedFuture(embedder)))) {
      SmallCorpus.update(index, "near: # A\n\nlisten enlist", "far: # A\n\nzebra fuzzy buzz");
      await(index);
      assertEquals(List.of("near", "far"), found(index, "silent tinsel"));
      try (Generation generation = index.current()) {
        assertEquals(1, generation.embedded());
        assertEquals(
            List.of(), generation.search(new SearchRequest("silent", 5, SearchRequest.By.WORDS)));
      }
    }
  }

  @Test
  void of_a_passage_each_sentence_has_the_cosine_of_its_own_words() {
    var embedder = new SmallCorpus.Letters("letters");
    try (var index =
        PassageIndex.inMemory(
            SmallCorpus.READER, Optional.of(CompletableFuture.completedFuture(embedder)))) {
      SmallCorpus.update(index, "page: # A\n\nZebra fuzzy buzz. Listen and enlist. Nobody knows.");
      await(index);
      try (Generation generation = index.current()) {
        Hit hit = generation.search(new SearchRequest("silent tinsel", 1)).getFirst();
        float[] question = embedder.embed("silent tinsel");
        assertEquals(3, hit.sentences().size());
        for (Hit.Sentence sentence : hit.sentences()) {
          float[] own = embedder.embed("A\n" + hit.document().quote(sentence.span()));
          double cosine = 0;
          for (int i = 0; i < own.length; i++) {
            cosine += own[i] * question[i];
          }
          assertEquals(cosine, sentence.meaning(), 1e-5);
        }
        assertTrue(
            hit.sentences().stream()
                .allMatch(one -> one.meaning() <= hit.sentences().get(1).meaning()));
        var byWords = new SearchRequest("listen", 1, SearchRequest.By.WORDS);
        assertTrue(
            generation.search(byWords).getFirst().sentences().stream()
                .allMatch(one -> one.meaning() == 0));
      }
    }
  }

  private static void await(PassageIndex index) {
    try {
      index.awaitVectors(SmallCorpus.SOON);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void an_explanation_names_the_words_their_weights_and_the_cosine() {
    var embedder = new SmallCorpus.Letters("letters");
    try (var index =
        PassageIndex.inMemory(
            SmallCorpus.READER, Optional.of(CompletableFuture.completedFuture(embedder)))) {
      SmallCorpus.update(index, PAGES);
      await(index);
      try (Generation generation = index.current()) {
        var request = new SearchRequest("the GIL of Python", 3);
        Hit hit = generation.search(request).getFirst();
        String why = generation.explain(request, hit);
        assertTrue(why.contains("gil in text") && why.contains("python in title"), why);
        assertTrue(why.contains("cosine 0."), why);
        assertFalse(why.contains("of in"), why);
        double sum =
            why.lines()
                .filter(line -> line.contains(" in "))
                .mapToDouble(line -> Double.parseDouble(line.strip().replaceAll(".* ", "")))
                .sum();
        assertEquals(hit.words(), sum, 0.01);
      }
    }
  }

  @Test
  void a_limit_is_kept_and_checked() {
    assertThrows(IllegalArgumentException.class, () -> new SearchRequest("x", 0));
    assertThrows(IllegalArgumentException.class, () -> new SearchRequest("x", 201));
    try (var index = inMemory(PAGES);
        var generation = index.current()) {
      assertEquals(2, generation.search(new SearchRequest("other", 2)).size());
    }
  }

  /// Pages of words from a small vocabulary, so that equal scores are common.
  private static List<String> pages(Random random, int count) {
    List<String> pages = new ArrayList<>();
    String[] words = {"node", "python", "thread", "loop", "the", "memory", "😀", "C++", "fast"};
    for (int i = 0; i < count; i++) {
      var page = new StringBuilder("p" + i + ": # Page\n");
      for (int j = 0; j <= random.nextInt(3); j++) {
        page.append("\n## ").append(words[random.nextInt(words.length)]).append("\n\n");
        random
            .ints(1 + random.nextInt(12), 0, words.length)
            .forEach(word -> page.append(words[word]).append(' '));
        page.append(".\n");
      }
      pages.add(page.toString());
    }
    return pages;
  }

  private static List<String> lines(PassageIndex index) {
    try (Generation generation = index.current()) {
      List<String> lines = new ArrayList<>();
      for (String words : List.of("node memory", "python threads loop", "c++")) {
        for (Hit hit : generation.search(new SearchRequest(words, 200))) {
          var span = hit.passage().span();
          assertEquals(
              hit.passage().text(), hit.document().text().substring(span.start(), span.end()));
          assertTrue(hit.score() >= 0 && hit.score() <= 1 + 1e-9);
          lines.add(words + " " + span + " " + hit.score());
        }
      }
      return lines;
    }
  }

  @Property(tries = 25)
  void hits_slice_right_and_neither_order_nor_history_shows(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 12) int count) {
    List<String> pages = pages(random, count);
    List<String> shuffled = new ArrayList<>(pages);
    Collections.shuffle(shuffled, random);
    try (var fresh = inMemory(pages.toArray(String[]::new));
        var other = inMemory("gone: # Gone\n\nnode memory python python")) {
      SmallCorpus.update(other, shuffled.subList(0, count / 2).toArray(String[]::new));
      SmallCorpus.update(other, pages(random, count + 2).toArray(String[]::new));
      SmallCorpus.update(other, shuffled.toArray(String[]::new));
      assertEquals(lines(fresh), lines(other));
    }
  }
}
