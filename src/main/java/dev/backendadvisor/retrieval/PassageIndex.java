package dev.backendadvisor.retrieval;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.corpus.NotedQuestion;
import dev.backendadvisor.corpus.Passage;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.embedding.Embedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Keeps the passages of a corpus findable, one complete [Generation] after another.
///
/// In its folder: `index`, where each commit is one generation; `files`, `generations` and
/// `versions.log`, from which the corpus of a generation and superseded versions are read back;
/// `vectors.log`, every vector computed so far. A process killed at any moment leaves the last
/// generation whole.
public final class PassageIndex implements AutoCloseable {
  private static final String INDEX = "index";
  private static final String DAMAGED = "index.damaged";
  private static final String VECTORS = "vectors.log";
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final TechnicalAnalyzer analyzer = new TechnicalAnalyzer(Vocabulary.STANDARD);
  private final CorpusReader reader;
  private final Optional<FolderLock> lock;
  private final Archive archive;
  private final VectorLog vectors;
  private final boolean onlyRead;
  private final QuestionVectors questions;
  private final Optional<VectorBuilder> builder;
  private final ReentrantLock writing = new ReentrantLock();

  private IndexFiles files;
  private volatile Snapshot published;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile boolean closed;

  private PassageIndex(Parts parts, CorpusReader reader, Duration pause) throws IOException {
    this.reader = reader;
    this.lock = parts.lock();
    this.archive = parts.archive();
    this.vectors = parts.vectors();
    this.onlyRead = parts.onlyRead();
    this.files = new IndexFiles(parts.directory(), analyzer, vectors);
    this.trouble = parts.trouble();
    this.questions = new QuestionVectors(parts.embedder());
    var last = restored();
    this.published = last.isPresent() ? last.get() : empty();
    this.builder =
        parts.embedder().map(loading -> new VectorBuilder(this, loading, vectors, pause));
    builder.ifPresent(VectorBuilder::start);
  }

  private record Parts(
      Directory directory,
      Optional<FolderLock> lock,
      Archive archive,
      VectorLog vectors,
      boolean onlyRead,
      Optional<String> trouble,
      Optional<CompletableFuture<Embedder>> embedder) {}

  /// Opens the index of a data folder for reading and writing, and publishes the last generation it
  /// holds. A damaged or foreign index is moved aside and made anew by the next [#update].
  ///
  /// @param reader how the files of a corpus are read
  /// @param embedder the embedder, perhaps still loading; none finds by words alone
  /// @throws DataFolderException when the folder cannot be used or another process uses it
  public static PassageIndex open(
      IndexSettings settings,
      CorpusReader reader,
      Optional<CompletableFuture<Embedder>> embedder,
      Clock clock) {
    return open(settings, reader, embedder, clock, PAUSE);
  }

  static PassageIndex open(
      IndexSettings settings,
      CorpusReader reader,
      Optional<CompletableFuture<Embedder>> embedder,
      Clock clock,
      Duration pause) {
    Path folder = settings.folder();
    try {
      Files.createDirectories(folder);
      var lock = FolderLock.take(folder);
      try {
        Optional<String> trouble = setAsideIfDamaged(folder);
        return new PassageIndex(
            new Parts(
                FSDirectory.open(folder.resolve(INDEX)),
                Optional.of(lock),
                FolderArchive.open(settings, clock, reader::read),
                VectorLog.open(folder.resolve(VECTORS)),
                false,
                trouble,
                embedder),
            reader,
            pause);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw DataFolderException.unusable(folder, e);
    }
  }

  /// Opens the last complete generation of a data folder without taking it from the process that
  /// writes there. What [#update] brings beyond it lives in memory.
  ///
  /// @param reader how the files of a corpus are read
  /// @param embedder the embedder, perhaps still loading; none finds by words alone
  /// @throws DataFolderException when the folder is there and cannot be read
  public static PassageIndex openToRead(
      IndexSettings settings,
      CorpusReader reader,
      Optional<CompletableFuture<Embedder>> embedder,
      Clock clock) {
    Path folder = settings.folder();
    Path index = folder.resolve(INDEX);
    try {
      if (!Files.isDirectory(index) || damage(index).isPresent()) {
        return inMemory(reader, embedder);
      }
      var archive =
          new MemoryArchive(Optional.of(FolderArchive.openToRead(settings, clock, reader::read)));
      return new PassageIndex(
          new Parts(
              FSDirectory.open(index),
              Optional.empty(),
              archive,
              VectorLog.openToRead(folder.resolve(VECTORS)),
              true,
              Optional.empty(),
              embedder),
          reader,
          PAUSE);
    } catch (NoSuchFileException e) {
      return inMemory(reader, embedder);
    } catch (IOException e) {
      throw DataFolderException.unusable(folder, e);
    }
  }

  /// An index that lasts as long as the process.
  ///
  /// @param reader how the files of a corpus are read
  /// @param embedder the embedder, perhaps still loading; none finds by words alone
  public static PassageIndex inMemory(
      CorpusReader reader, Optional<CompletableFuture<Embedder>> embedder) {
    try {
      return new PassageIndex(
          new Parts(
              new ByteBuffersDirectory(),
              Optional.empty(),
              new MemoryArchive(Optional.empty()),
              VectorLog.inMemory(),
              false,
              Optional.empty(),
              embedder),
          reader,
          PAUSE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> setAsideIfDamaged(Path folder) throws IOException {
    Path index = folder.resolve(INDEX);
    Optional<String> damage = Files.exists(index) ? damage(index) : Optional.empty();
    if (damage.isEmpty()) {
      return Optional.empty();
    }
    Path aside = folder.resolve(DAMAGED);
    Folders.delete(aside);
    Files.move(index, aside);
    return Optional.of(
        "The index in %s was damaged or foreign and is made anew; the old one lies in %s (%s)."
            .formatted(index, aside, damage.get()));
  }

  /// What is wrong with an index: every file is read and its checksum compared.
  private static Optional<String> damage(Path index) throws IOException {
    try (var directory = FSDirectory.open(index)) {
      return IndexFiles.damage(directory);
    } catch (AccessDeniedException e) {
      throw e;
    } catch (IOException e) {
      return Optional.of(e.toString());
    }
  }

  /// The last generation, when its corpus can be read back and is the one that was indexed.
  private Optional<Snapshot> restored() throws IOException {
    var last = files.open();
    if (last.isEmpty()) {
      return Optional.empty();
    }
    var said = IndexFiles.Said.of(last.get().getIndexCommit().getUserData());
    var corpus = archive.files(said.files()).map(reader::read);
    if (corpus.isPresent() && corpus.get().generation().equals(said.corpus())) {
      var snapshot = new Snapshot(corpus.get(), last.get(), analyzer, vectors);
      if (snapshot.fingerprints().equals(IndexFiles.byFingerprint(corpus.get()).keySet())) {
        return Optional.of(snapshot);
      }
    }
    last.get().close();
    return Optional.empty();
  }

  private Snapshot empty() throws IOException {
    var nothing = reader.read(List.of());
    var nowhere = new IndexFiles(new ByteBuffersDirectory(), analyzer, vectors);
    nowhere.write(nothing, "", Optional.empty());
    return new Snapshot(nothing, nowhere.open().orElseThrow(), analyzer, vectors);
  }

  /// The generation to answer from. Close it when the answer is done; it stays whole until then.
  public Generation current() {
    while (!closed) {
      Snapshot snapshot = published;
      if (snapshot.reader().tryIncRef()) {
        return new Lease(snapshot, questions);
      }
    }
    throw new IllegalStateException("The index is closed");
  }

  /// Indexes what changed since the last generation and publishes the corpus as the current one.
  /// Passages without a vector are found by words at once and by meaning soon after.
  ///
  /// @param corpus read from the files
  /// @param corpusFiles the files, kept so that this generation can be read back
  /// @throws UncheckedIOException when the disk fails; the generation before stays current
  public void update(Corpus corpus, List<CorpusFile> corpusFiles) {
    writing.lock();
    try {
      if (corpus.generation().equals(published.corpus().generation())) {
        published.reader().incRef();
        publish(new Snapshot(corpus, published.reader(), analyzer, vectors));
      } else {
        if (isBorrowed()) {
          files = new IndexFiles(new ByteBuffersDirectory(), analyzer, vectors);
        }
        String kept = archive.keep(corpus, corpusFiles);
        files.write(corpus, kept, model());
        publishLast(corpus);
        archive.tidy(kept);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writing.unlock();
    }
    builder.ifPresent(VectorBuilder::wake);
  }

  /// Whether the index belongs to another process.
  private boolean isBorrowed() {
    return onlyRead && files.isOnDisk();
  }

  private Optional<String> model() {
    return questions.loaded().map(Embedder::model);
  }

  private void publishLast(Corpus corpus) throws IOException {
    publish(new Snapshot(corpus, files.open().orElseThrow(), analyzer, vectors));
  }

  private void publish(Snapshot next) throws IOException {
    Snapshot before = published;
    published = next;
    before.close();
  }

  /// Puts the vectors known by now into the index and publishes them, if there are new ones.
  void publishVectors() throws IOException {
    writing.lock();
    try {
      Snapshot now = published;
      if (!closed
          && !isBorrowed()
          && files.hold(now)
          && (files.write(now.corpus(), now.said().files(), model())
              || now.lacksQuestions(vectors))) {
        publishLast(now.corpus());
      }
    } finally {
      writing.unlock();
    }
  }

  /// The texts of the current generation that have no vector yet.
  Map<VectorLog.Key, String> missing(String model) {
    Map<VectorLog.Key, String> missing = new LinkedHashMap<>();
    if (isBorrowed()) {
      return missing;
    }
    try (Generation generation = current()) {
      for (Document document : generation.corpus().documents().values()) {
        for (Passage passage : document.passages()) {
          add(model, Fields.embedded(document, passage), missing);
          for (Span sentence : document.sentences(passage)) {
            add(model, Fields.embedded(document, passage, sentence), missing);
          }
        }
      }
      for (NotedQuestion one : generation.corpus().questions()) {
        add(model, one.question(), missing);
      }
    }
    return missing;
  }

  private void add(String model, String text, Map<VectorLog.Key, String> missing) {
    var key = VectorLog.Key.of(model, text);
    if (!vectors.has(key)) {
      missing.put(key, text);
    }
  }

  int passages() {
    return published.reader().numDocs();
  }

  /// What is embedded of a passage: its words, with the headings that say what they are about.
  public static String embedded(Document document, Passage passage) {
    return Fields.embedded(document, passage);
  }

  /// A version of a document: of the current generation, or superseded and kept because an answer
  /// may cite it.
  public Optional<Document> version(String id, String version) {
    try (Generation generation = current()) {
      return Optional.<Document>ofNullable(generation.corpus().documents().get(id))
          .filter(document -> document.version().equals(version))
          .or(() -> archive.version(id, version));
    }
  }

  /// Waits until every passage that can have a vector has it, or the time is up.
  ///
  /// @throws InterruptedException when the thread is interrupted
  public void awaitVectors(Duration most) throws InterruptedException {
    if (builder.isPresent()) {
      builder.get().await(most);
    }
  }

  /// How the index is.
  public Status status() {
    try (Generation generation = current()) {
      return new Status(
          passages(), generation.embedded(), builder.map(VectorBuilder::failed).orElse(0), trouble);
    }
  }

  /// How the index is.
  ///
  /// @param passages how many passages can be found
  /// @param embedded how many of them by meaning, 0 to 1
  /// @param failed how many the embedder gave no vector for
  /// @param trouble what somebody should look at, in a sentence
  public record Status(int passages, double embedded, int failed, Optional<String> trouble) {}

  void note(String what) {
    trouble = Optional.of(what);
  }

  /// Stops embedding and frees the folder. Generations in use stay readable until they are closed.
  @Override
  public void close() {
    builder.ifPresent(VectorBuilder::close);
    writing.lock();
    try {
      if (!closed) {
        closed = true;
        published.close();
        vectors.close();
        archive.close();
        if (lock.isPresent()) {
          lock.get().close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writing.unlock();
    }
  }
}
