package dev.backendadvisor.retrieval;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// An archive that lasts as long as the process, in front of one that is only read.
final class MemoryArchive implements Archive {
  private final Optional<Archive> older;
  private final Map<String, Document> versions = new ConcurrentHashMap<>();

  MemoryArchive(Optional<Archive> older) {
    this.older = older;
  }

  private static String key(String id, String version) {
    return version + " " + id;
  }

  @Override
  public String keep(Corpus corpus, List<CorpusFile> files) {
    corpus.documents().values().forEach(one -> versions.put(key(one.id(), one.version()), one));
    return corpus.generation();
  }

  @Override
  public Optional<List<CorpusFile>> files(String name) {
    return older.flatMap(archive -> archive.files(name));
  }

  @Override
  public Optional<Document> version(String id, String version) {
    return Optional.<Document>ofNullable(versions.get(key(id, version)))
        .or(() -> older.flatMap(archive -> archive.version(id, version)));
  }

  @Override
  public void tidy(String name) {
    // gone with the process
  }

  @Override
  public void close() throws java.io.IOException {
    if (older.isPresent()) {
      older.get().close();
    }
  }
}
