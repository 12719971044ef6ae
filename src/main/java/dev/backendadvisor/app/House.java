package dev.backendadvisor.app;

import dev.backendadvisor.answer.Answerer;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.Advisor;
import dev.backendadvisor.conversation.Budget;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.CorpusAdvisor;
import dev.backendadvisor.conversation.Decisions;
import dev.backendadvisor.conversation.Ids;
import dev.backendadvisor.conversation.Tally;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusFolderException;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.embedding.Embedder;
import dev.backendadvisor.embedding.OnnxEmbedder;
import dev.backendadvisor.retrieval.DataFolderException;
import dev.backendadvisor.retrieval.Generation;
import dev.backendadvisor.retrieval.IndexSettings;
import dev.backendadvisor.retrieval.PassageIndex;
import dev.backendadvisor.storage.Storage;
import dev.backendadvisor.storage.StorageException;
import dev.backendadvisor.storage.StorageSettings;
import dev.backendadvisor.web.RawRoute;
import dev.backendadvisor.web.Readiness;
import dev.backendadvisor.web.WebServer;
import dev.backendadvisor.web.WebSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything a command needs, newed up by hand.
final class House implements AutoCloseable {
  /// How long a single question waits for the corpus to be findable by meaning.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final World world;
  private final PassageIndex index;
  private final CorpusWatch watch;
  private final Optional<Storage> storage;
  private final Decisions decisions;

  private House(World world, PassageIndex index, CorpusWatch watch, Optional<Storage> storage) {
    this.world = world;
    this.index = index;
    this.watch = watch;
    this.storage = storage;
    this.decisions = new Decisions(index::current, world.clock());
  }

  /// A house that holds the data folder and the database, with the corpus of now.
  ///
  /// @param keeping where conversations are kept; opened while the index is
  /// @throws CorpusFolderException when a corpus folder cannot be read
  /// @throws DataFolderException when the data folder cannot be used, or another process does
  /// @throws StorageException when the database cannot be used, or another process does
  static House toServe(World world, CorpusOptions options, StorageSettings keeping) {
    var folder = new CorpusFolder(options.corpus(world));
    var reader = new CorpusReader();
    var opening = new Opening<>(() -> Storage.open(keeping, world.clock()));
    try {
      var index =
          PassageIndex.open(settings(world, options), reader, embedder(options), world.clock());
      try {
        var watch = new CorpusWatch(folder, reader, index);
        watch.look();
        return new House(world, index, watch, Optional.of(opening.opened()));
      } catch (RuntimeException refused) {
        index.close();
        throw refused;
      }
    } catch (RuntimeException refused) {
      opening.close();
      throw refused;
    }
  }

  /// A house for one question, with the corpus of now. When the last complete index was made from
  /// another corpus it is brought up to date; in memory, when another process holds the data
  /// folder.
  ///
  /// @throws CorpusFolderException when a corpus folder cannot be read
  /// @throws DataFolderException when the data folder is there and cannot be read
  static House toRead(World world, CorpusOptions options) throws InterruptedException {
    var folder = new CorpusFolder(options.corpus(world));
    var reader = new CorpusReader();
    var embedder = embedder(options);
    var last = PassageIndex.openToRead(settings(world, options), reader, embedder, world.clock());
    var watch = new CorpusWatch(folder, reader, last);
    if (watch.isCurrent() && hasItsVectors(last, embedder.isPresent())) {
      return new House(world, last, watch, Optional.empty());
    }
    last.close();
    var index = openToUpdate(settings(world, options), reader, embedder, world.clock());
    var house = new House(world, index, new CorpusWatch(folder, reader, index), Optional.empty());
    house.watch.look();
    house.awaitVectors();
    return house;
  }

  private static boolean hasItsVectors(PassageIndex index, boolean wanted)
      throws InterruptedException {
    if (!wanted) {
      return true;
    }
    index.awaitVectors(PATIENCE);
    PassageIndex.Status status = index.status();
    return status.embedded() == 1 || status.trouble().isPresent();
  }

  private static PassageIndex openToUpdate(
      IndexSettings settings,
      CorpusReader reader,
      Optional<CompletableFuture<Embedder>> embedder,
      Clock clock) {
    try {
      return PassageIndex.open(settings, reader, embedder, clock);
    } catch (DataFolderException held) {
      return PassageIndex.openToRead(settings, reader, embedder, clock);
    }
  }

  private static IndexSettings settings(World world, CorpusOptions options) {
    return IndexSettings.in(options.data(world));
  }

  private static Optional<CompletableFuture<Embedder>> embedder(CorpusOptions options) {
    return options.embeddings() ? embedder() : Optional.empty();
  }

  /// The embedder, loading while the rest is put together.
  static Optional<CompletableFuture<Embedder>> embedder() {
    return Optional.of(CompletableFuture.supplyAsync(OnnxEmbedder::load));
  }

  /// Waits until passages can be found by meaning, two minutes at most.
  void awaitVectors() throws InterruptedException {
    index.awaitVectors(PATIENCE);
  }

  /// The index of now; close it after use.
  Generation generation() {
    return index.current();
  }

  /// The database of a house that serves.
  Storage storage() {
    return storage.orElseThrow();
  }

  /// Answers from the index of now, by rules.
  ///
  /// @param conversations where turns are kept
  Advisor advisor(ConversationStore conversations) {
    return advisor(new RuleAnswerer(), conversations, Budget.open(world.clock()));
  }

  /// Answers from the index of now.
  ///
  /// @param answerer words the answers
  /// @param conversations where turns are kept
  /// @param budget pays for what a model words
  Advisor advisor(Answerer answerer, ConversationStore conversations, Budget budget) {
    return new CorpusAdvisor(
        index::current,
        answerer,
        conversations,
        budget,
        new Ids(new SecureRandom()),
        world.clock(),
        storage.map(Storage::tally).orElse(Tally.NONE));
  }

  /// A server that does not listen yet.
  ///
  /// @param conversations where the advisor keeps its turns
  /// @param others routes mounted beside its own
  WebServer server(
      WebSettings settings,
      Advisor advisor,
      ConversationStore conversations,
      List<RawRoute> others) {
    return new WebServer(
        settings, advisor, conversations, index::current, decisions, this::readiness, others);
  }

  /// Follows the corpus from now on.
  void follow(Duration every) {
    watch.start(every);
  }

  private Readiness readiness() {
    PassageIndex.Status status = index.status();
    String detail =
        String.format(
            Locale.ROOT,
            "%d passages, %.0f %% of them findable by meaning",
            status.passages(),
            100 * status.embedded());
    return new Readiness(
        true,
        Stream.of(Optional.of(detail), status.trouble(), storage.flatMap(Storage::trouble))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; ")));
  }

  @Override
  public void close() {
    watch.close();
    index.close();
    storage.ifPresent(Storage::close);
  }
}
