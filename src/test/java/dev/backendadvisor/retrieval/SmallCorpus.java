package dev.backendadvisor.retrieval;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.embedding.Embedder;
import dev.backendadvisor.embedding.EmbeddingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// Pages of a few words, an embedder of a few lines, and what tests do with them.
final class SmallCorpus {
  static final CorpusReader READER = new CorpusReader();
  static final Duration SOON = Duration.ofSeconds(60);

  private SmallCorpus() {}

  /// Pages, each `id: text`, with `\n` between lines.
  static List<CorpusFile> pages(String... pages) {
    List<CorpusFile> files = new ArrayList<>();
    for (String page : pages) {
      int colon = page.indexOf(": ");
      String path = page.substring(0, colon) + ".md";
      String text = page.substring(colon + 2);
      files.add(new CorpusFile(path, path, text.getBytes(StandardCharsets.UTF_8)));
    }
    return files;
  }

  static Corpus read(List<CorpusFile> files) {
    return READER.read(files);
  }

  static PassageIndex update(PassageIndex index, String... pages) {
    var files = pages(pages);
    index.update(read(files), files);
    return index;
  }

  static PassageIndex inMemory(String... pages) {
    return update(PassageIndex.inMemory(READER, Optional.empty()), pages);
  }

  static PassageIndex open(Path folder, Optional<? extends Embedder> embedder) {
    return PassageIndex.open(
        IndexSettings.in(folder),
        READER,
        embedder.map(CompletableFuture::completedFuture),
        Clock.systemUTC(),
        Duration.ofMillis(1));
  }

  static List<String> found(PassageIndex index, String words) {
    try (Generation generation = index.current()) {
      return generation.search(new SearchRequest(words, 10)).stream()
          .map(hit -> hit.document().id())
          .toList();
    }
  }

  /// Puts texts of the same letters near each other, which is enough to tell a vector's work from a
  /// word's.
  static final class Letters implements Embedder {
    final AtomicInteger asked = new AtomicInteger();
    private final String model;

    Letters(String model) {
      this.model = model;
    }

    @Override
    public String model() {
      return model;
    }

    @Override
    public int dimensions() {
      return 26;
    }

    @Override
    public float[] embed(String text) {
      asked.incrementAndGet();
      float[] vector = new float[26];
      text.toLowerCase(Locale.ROOT)
          .chars()
          .filter(unit -> unit >= 'a' && unit <= 'z')
          .forEach(unit -> vector[unit - 'a']++);
      double squares = 0;
      for (float one : vector) {
        squares += one * one;
      }
      if (squares == 0) {
        throw new EmbeddingException("no letters");
      }
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (vector[i] / Math.sqrt(squares));
      }
      return vector;
    }
  }
}
