package dev.backendadvisor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.retrieval.Generation;
import dev.backendadvisor.retrieval.PassageIndex;
import dev.backendadvisor.retrieval.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The index follows the folder, whatever happens in it.
class CorpusWatchTest {
  @TempDir private Path folder;

  private PassageIndex index;
  private CorpusWatch watch;

  @BeforeEach
  void index_two_pages() throws IOException {
    Files.writeString(folder.resolve("loop.md"), "# Loop\n\nOne event loop serves everybody.\n");
    Files.writeString(folder.resolve("threads.md"), "# Threads\n\nA thread serves one request.\n");
    var reader = new CorpusReader();
    index = PassageIndex.inMemory(reader, Optional.empty());
    watch = new CorpusWatch(new CorpusFolder(List.of(folder)), reader, index);
    watch.look();
    assertEquals(Set.of("loop", "threads"), documents());
  }

  @AfterEach
  void close() {
    watch.close();
    index.close();
  }

  @Test
  void a_changed_page_is_found_by_its_new_words() throws IOException {
    Files.writeString(folder.resolve("loop.md"), "# Loop\n\nA reactor dispatches readiness.\n");
    watch.look();
    assertEquals(List.of("loop"), found("reactor"));
    assertEquals(List.of(), found("everybody"));
  }

  @Test
  void an_added_page_is_found_and_a_deleted_one_is_not() throws IOException {
    Files.writeString(folder.resolve("actors.md"), "# Actors\n\nAn actor owns its mailbox.\n");
    Files.delete(folder.resolve("threads.md"));
    watch.look();
    assertEquals(Set.of("actors", "loop"), documents());
    assertEquals(List.of("actors"), found("mailbox"));
    assertEquals(List.of(), found("request"));
  }

  @Test
  void an_answer_under_way_keeps_its_generation() throws IOException {
    try (Generation before = index.current()) {
      Files.delete(folder.resolve("loop.md"));
      watch.look();
      assertEquals(1, before.search(new SearchRequest("everybody", 5)).size());
      assertTrue(before.corpus().documents().containsKey("loop"));
    }
    assertEquals(Set.of("threads"), documents());
  }

  @Test
  void a_broken_page_is_reported_and_the_rest_indexed() throws IOException {
    Files.write(folder.resolve("loop.md"), new byte[] {'#', ' ', (byte) 0xff});
    watch.look();
    assertEquals(Set.of("threads"), documents());
    try (Generation now = index.current()) {
      assertEquals(folder.resolve("loop.md").toString(), now.corpus().problems().getFirst().file());
    }
  }

  @Test
  void the_last_generation_stays_while_the_folder_is_away() throws IOException {
    Path away = folder.resolveSibling(folder.getFileName() + "-away");
    Files.move(folder, away);
    watch.look();
    assertEquals(Set.of("loop", "threads"), documents());

    Files.move(away, folder);
    Files.delete(folder.resolve("loop.md"));
    watch.look();
    assertEquals(Set.of("threads"), documents());
  }

  @Test
  void an_emptied_folder_is_an_empty_corpus() throws IOException {
    Files.delete(folder.resolve("loop.md"));
    Files.delete(folder.resolve("threads.md"));
    watch.look();
    assertEquals(Set.of(), documents());
  }

  @Test
  void without_a_change_nothing_is_indexed_again() {
    try (Generation before = index.current()) {
      watch.look();
      try (Generation after = index.current()) {
        assertEquals(before.corpus(), after.corpus(), "the very same corpus");
      }
    }
    assertTrue(watch.isCurrent());
  }

  @Test
  void a_change_is_noticed_before_it_is_indexed() throws IOException {
    Files.delete(folder.resolve("loop.md"));
    assertFalse(watch.isCurrent());
  }

  private Set<String> documents() {
    try (Generation now = index.current()) {
      return Set.copyOf(now.corpus().documents().keySet());
    }
  }

  private List<String> found(String words) {
    try (Generation now = index.current()) {
      return now.search(new SearchRequest(words, 5)).stream()
          .map(hit -> hit.document().id())
          .toList();
    }
  }
}
