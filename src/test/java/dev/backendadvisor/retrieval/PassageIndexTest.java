package dev.backendadvisor.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.embedding.Embedder;
import dev.backendadvisor.embedding.OnnxEmbedder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageIndexTest {
  private static final List<CorpusFile> FILES =
      List.of(
          file("node", "# Node.js\n\nNode.js runs JavaScript on one event loop."),
          file("python", "# Python\n\nPython's default build has a global interpreter lock."),
          file("dotnet", "# C# and .NET\n\nASP.NET Core serves C# programs."));

  @TempDir Path folder;

  private static CorpusFile file(String id, String text) {
    return new CorpusFile(id + ".md", id + ".md", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> found(PassageIndex index, String words) {
    try (Generation generation = index.current()) {
      return generation.search(new SearchRequest(words, 3)).stream()
          .map(hit -> hit.document().id())
          .toList();
    }
  }

  @Test
  void finds_by_words_then_by_meaning_and_after_a_restart() throws Exception {
    var reader = new CorpusReader();
    Optional<CompletableFuture<Embedder>> embedder =
        Optional.of(CompletableFuture.supplyAsync(OnnxEmbedder::load));
    for (int i = 0; i < 2; i++) {
      try (var index =
          PassageIndex.open(IndexSettings.in(folder), reader, embedder, Clock.systemUTC())) {
        if (i == 0) {
          index.update(reader.read(FILES), FILES);
        }
        index.awaitVectors(Duration.ofSeconds(60));
        assertEquals(1, index.status().embedded(), index.status().toString());
        assertEquals("node", found(index, "nodejs").get(0));
        assertEquals("python", found(index, "is the GIL a problem?").get(0));
        assertEquals("python", found(index, "threads of CPython block each other").get(0));
        assertEquals("dotnet", found(index, "c#").get(0));
        assertTrue(index.status().trouble().isEmpty());
      }
    }
  }
}
