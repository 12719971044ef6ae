package dev.backendadvisor.retrieval;

import static dev.backendadvisor.retrieval.SmallCorpus.READER;
import static dev.backendadvisor.retrieval.SmallCorpus.SOON;
import static dev.backendadvisor.retrieval.SmallCorpus.found;
import static dev.backendadvisor.retrieval.SmallCorpus.open;
import static dev.backendadvisor.retrieval.SmallCorpus.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.embedding.Embedder;
import dev.backendadvisor.embedding.EmbeddingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageIndexTest {
  private static final String NODE = "node: # Node.js\n\nNode.js runs one event loop.";
  private static final String PYTHON = "python: # Python\n\nPython has a lock.";
  private static final String PYTHON_LATER = "python: # Python\n\nPython lost its lock.";

  @TempDir Path folder;

  @Test
  void before_the_first_update_there_is_an_empty_generation() {
    try (var index = open(folder, Optional.empty());
        var generation = index.current()) {
      assertEquals(List.of(), generation.search(new SearchRequest("node", 5)));
      assertEquals(0, generation.embedded());
    }
  }

  @Test
  void an_empty_corpus_and_one_document_are_corpora_too() throws Exception {
    try (var index = open(folder, Optional.of(new SmallCorpus.Letters("letters")))) {
      update(index);
      assertEquals(List.of(), found(index, "node"));
      update(index, NODE);
      index.awaitVectors(SOON);
      assertEquals(List.of("node"), found(index, "node"));
      update(index);
      assertEquals(List.of(), found(index, "node"));
    }
  }

  @Test
  void the_last_generation_comes_back_without_the_corpus_folder_and_nothing_is_embedded_twice()
      throws Exception {
    var embedder = new SmallCorpus.Letters("letters");
    String generation;
    try (var index = open(folder, Optional.of(embedder))) {
      update(index, NODE, PYTHON);
      index.awaitVectors(SOON);
      generation = index.current().corpus().generation();
    }
    int asked = embedder.asked.get();
    try (var index = open(folder, Optional.of(embedder))) {
      try (var current = index.current()) {
        assertEquals(generation, current.corpus().generation());
        assertEquals(1, current.embedded());
      }
      update(index, NODE, PYTHON);
      update(index, NODE);
      update(index, NODE, PYTHON);
      index.awaitVectors(SOON);
      assertEquals(asked, embedder.asked.get());
      assertEquals(1, index.status().embedded());
    }
  }

  @Test
  void another_model_makes_all_vectors_anew() throws Exception {
    try (var index = open(folder, Optional.of(new SmallCorpus.Letters("one")))) {
      update(index, NODE, PYTHON);
      index.awaitVectors(SOON);
    }
    var other = new SmallCorpus.Letters("other");
    try (var index = open(folder, Optional.of(other))) {
      index.awaitVectors(SOON);
      assertEquals(1, index.status().embedded());
      assertEquals(2, other.asked.get());
      assertEquals("python", found(index, "a lock").getFirst());
    }
  }

  @Test
  void a_removed_document_is_not_found_and_a_superseded_version_stays_readable() {
    try (var index = open(folder, Optional.empty())) {
      update(index, NODE, PYTHON);
      String version = version(index, "python");
      update(index, NODE, PYTHON_LATER);
      assertEquals(List.of(), found(index, "has"));
      assertEquals("Python has a lock.", passage(index, "python", version));
      update(index, NODE);
      assertEquals(List.of(), found(index, "python lock"));
      assertEquals("Python has a lock.", passage(index, "python", version));
      assertTrue(index.version("node", version).isEmpty());
      assertTrue(index.version("python", "sha256:0").isEmpty());
    }
    try (var index = open(folder, Optional.empty())) {
      update(index, PYTHON_LATER);
      assertEquals("Python lost its lock.", passage(index, "python", version(index, "python")));
    }
  }

  private static String version(PassageIndex index, String id) {
    try (Generation generation = index.current()) {
      return generation.search(new SearchRequest(id, 1)).getFirst().document().version();
    }
  }

  private static String passage(PassageIndex index, String id, String version) {
    return index.version(id, version).orElseThrow().passages().getFirst().text();
  }

  @Test
  void what_no_answer_may_cite_any_longer_is_thrown_away() throws Exception {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    String first;
    try (var index = at(start)) {
      update(index, PYTHON);
      first = version(index, "python");
      update(index, PYTHON_LATER);
    }
    try (var index = at(start.plus(Duration.ofDays(399)))) {
      for (int i = 0; i < 5; i++) {
        update(index, PYTHON_LATER, "filler: # F\n\nfiller number " + i);
      }
      assertTrue(index.version("python", first).isPresent());
    }
    try (var index = at(start.plus(Duration.ofDays(401)))) {
      update(index, PYTHON_LATER);
      assertTrue(index.version("python", first).isEmpty());
      try (var generations = Files.list(folder.resolve("generations"))) {
        assertEquals(3, generations.count());
      }
    }
  }

  private PassageIndex at(Instant now) {
    return PassageIndex.open(
        IndexSettings.in(folder), READER, Optional.empty(), Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void a_generation_in_use_stays_whole_while_others_are_published() {
    try (var index = open(folder, Optional.empty())) {
      update(index, NODE, PYTHON);
      try (var before = index.current()) {
        for (int i = 0; i < 5; i++) {
          update(index, NODE, "extra: # E\n\nextra " + i);
        }
        var hits = before.search(new SearchRequest("python", 5));
        assertEquals("python", hits.getFirst().document().id());
        assertEquals(2, before.corpus().documents().size());
        before.close();
      }
      assertEquals(List.of(), found(index, "python"));
    }
  }

  @Test
  void concurrent_searches_see_one_generation_each_and_never_fail() throws Exception {
    try (var index = open(folder, Optional.of(new SmallCorpus.Letters("letters")));
        var threads = Executors.newFixedThreadPool(3)) {
      update(index, "one: # T\n\nround 0 first", "two: # T\n\nround 0 second");
      var going = new AtomicBoolean(true);
      Callable<Integer> reader =
          () -> {
            int searches = 0;
            while (going.get()) {
              try (var generation = index.current()) {
                Set<String> rounds = new HashSet<>();
                var hits = generation.search(new SearchRequest("round", 5));
                hits.forEach(hit -> rounds.add(hit.passage().text().split(" ")[1]));
                assertEquals(2, hits.size());
                assertEquals(1, rounds.size(), "two generations in one answer: " + rounds);
                searches++;
              }
            }
            return searches;
          };
      var readers = List.of(threads.submit(reader), threads.submit(reader));
      for (int i = 1; i <= 30; i++) {
        update(
            index,
            "one: # T\n\nround %d first".formatted(i),
            "two: # T\n\nround %d second".formatted(i));
      }
      going.set(false);
      for (var each : readers) {
        assertTrue(each.get() > 0);
      }
    }
  }

  @Test
  void a_second_advisor_is_refused_with_a_sentence_and_a_mere_lock_file_is_not_a_lock()
      throws Exception {
    Files.writeString(folder.resolve("advisor.lock"), "999999");
    try (var index = open(folder, Optional.empty())) {
      update(index, NODE);
      var refused = assertThrows(DataFolderException.class, () -> open(folder, Optional.empty()));
      assertTrue(
          String.valueOf(refused.getMessage()).contains(folder + " is in use by another advisor"),
          refused.getMessage());
      try (var reading =
          PassageIndex.openToRead(
              IndexSettings.in(folder), READER, Optional.empty(), Clock.systemUTC())) {
        assertEquals(List.of("node"), found(reading, "event loop"));
        update(reading, PYTHON);
        assertEquals(List.of("python"), found(reading, "lock"));
      }
      assertEquals(List.of("node"), found(index, "event loop"));
    }
    open(folder, Optional.empty()).close();
  }

  @Test
  void a_folder_that_cannot_be_made_is_refused_with_a_sentence() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    var refused =
        assertThrows(DataFolderException.class, () -> open(file.resolve("data"), Optional.empty()));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("cannot be used"), refused.getMessage());
  }

  /// Fails for one passage, each time in the way asked for.
  private record Failing(String how, SmallCorpus.Letters sound) implements Embedder {
    @Override
    public String model() {
      return "failing";
    }

    @Override
    public int dimensions() {
      return sound.dimensions();
    }

    @Override
    public float[] embed(String text) {
      float[] vector = sound.embed(text);
      if (!text.contains("lock")) {
        return vector;
      }
      return switch (how) {
        case "fails" -> throw new EmbeddingException("away");
        case "breaks" -> throw new IllegalStateException("a bug");
        case "NaN" -> {
          vector[3] = Float.NaN;
          yield vector;
        }
        case "short" -> new float[] {1};
        case "long" -> new float[] {3, 4, 5};
        default -> new float[vector.length];
      };
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fails", "breaks", "NaN", "short", "long", "zero"})
  void passages_the_embedder_fails_on_are_found_by_words_and_counted(String how) throws Exception {
    var sound = new SmallCorpus.Letters("sound");
    try (var index = open(folder, Optional.of(new Failing(how, sound)))) {
      update(index, NODE, PYTHON);
      index.awaitVectors(SOON);
      assertEquals("python", found(index, "a lock").getFirst());
      assertEquals("node", found(index, "event loop").getFirst());
      assertEquals(0.5, index.status().embedded());
      assertEquals(1, index.status().failed());
      // three attempts at the one, one at the other, and the questions
      assertTrue(sound.asked.get() <= 3 + 1 + 2, sound.asked + " calls");
    }
  }

  @Test
  void an_embedder_that_never_loads_leaves_words_and_says_so() throws Exception {
    CompletableFuture<Embedder> loading = new CompletableFuture<>();
    try (var index = PassageIndex.inMemory(READER, Optional.of(loading))) {
      update(index, NODE);
      assertEquals(List.of("node"), found(index, "event loop"));
      assertEquals(0, index.status().embedded());
      loading.completeExceptionally(new EmbeddingException("no weights"));
      index.awaitVectors(SOON);
      assertEquals(List.of("node"), found(index, "event loop"));
      assertTrue(index.status().trouble().orElseThrow().contains("no weights"));
    }
  }

  @Test
  void words_are_published_before_vectors() throws Exception {
    CompletableFuture<Embedder> loading = new CompletableFuture<>();
    try (var index = PassageIndex.inMemory(READER, Optional.of(loading))) {
      update(index, NODE);
      try (var before = index.current()) {
        loading.complete(new SmallCorpus.Letters("letters"));
        index.awaitVectors(SOON);
        try (var after = index.current()) {
          assertEquals(0, before.search(new SearchRequest("event", 1)).getFirst().meaning());
          assertTrue(after.search(new SearchRequest("event", 1)).getFirst().meaning() > 0);
        }
      }
      assertFalse(index.status().trouble().isPresent());
    }
  }
}
