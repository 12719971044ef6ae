package dev.backendadvisor.benchmark;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.embedding.Embedder;
import dev.backendadvisor.embedding.OnnxEmbedder;
import dev.backendadvisor.retrieval.Generation;
import dev.backendadvisor.retrieval.IndexSettings;
import dev.backendadvisor.retrieval.PassageIndex;
import dev.backendadvisor.retrieval.SearchRequest;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Prints how fast the advisor starts and answers, beside what its parts reach alone.
///
/// The loads take turns, a second each, so that whatever else the machine does meets all alike, and
/// ratios hold where figures do not.
final class Benchmark {
  private static final int CLIENTS = 4;
  private static final int ROUNDS = 6;
  private static final Duration ROUND = Duration.ofSeconds(1);
  private static final Duration SLICE = Duration.ofSeconds(3);
  private static final int SLICES = 12;
  private static final int LEAST_SLICES = 4;

  /// Requests a second, for so many seconds.
  private static final int STEADY_RATE = 50;

  private static final int STEADY_SECONDS = 20;

  private static final int STARTS = 3;
  private static final int PASSAGES = 24;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Path DATA = Path.of("target", "benchmark");

  private final Embedder embedder = OnnxEmbedder.load();
  private final List<String> questions;
  private final Deciding deciding;

  private Benchmark() throws InterruptedException {
    Corpus corpus = indexed();
    this.questions = Questions.about(corpus);
    this.deciding = new Deciding(corpus);
  }

  public static void main(String[] none) throws IOException, InterruptedException {
    new Benchmark().run();
    System.exit(0);
  }

  private void run() throws IOException, InterruptedException {
    List<Double> starts = new ArrayList<>();
    RunningAdvisor.start(DATA, questions.getFirst()).close(); // builds and rehearses
    for (int i = 1; i < STARTS; i++) {
      try (var advisor = RunningAdvisor.start(DATA, questions.getFirst())) {
        starts.add(seconds(advisor.toFirstAnswer()));
      }
    }
    try (var advisor = RunningAdvisor.start(DATA, questions.getFirst());
        var index = opened();
        Generation generation = index.current()) {
      starts.add(seconds(advisor.toFirstAnswer()));
      OptionalLong memory = advisor.memory();
      print(measured(generation, advisor));
      steady(advisor);
      print("Start on a built index, seconds to the first answer: %s (aim: 2)", rounded(starts));
      print("  of which to \"listening on\", the last time: %.2f", seconds(advisor.toListening()));
      print(
          "Resident memory of the server, MB: %s after its first answer, %s now (aim: 350)",
          megabytes(memory), megabytes(advisor.memory()));
    }
  }

  private List<Load.Figures> measured(Generation generation, RunningAdvisor advisor)
      throws InterruptedException {
    Javalin bare = bare();
    try {
      URI nothing = URI.create("http://127.0.0.1:" + bare.port());
      List<Load> loads =
          List.of(
              new Load(
                  "8 options, 20 criteria, 10,000 draws",
                  questions,
                  ProcessHandle.current(),
                  1,
                  () -> question -> deciding.decide()),
              new Load(
                  "the same, several at once",
                  questions,
                  ProcessHandle.current(),
                  CLIENTS,
                  () -> question -> deciding.decide()),
              new Load(
                  "POST /api/recommendations, the same",
                  questions,
                  advisor.process().toHandle(),
                  CLIENTS,
                  () -> recommend(advisor.address())),
              load("Javalin alone: a handler that says {}", () -> post(nothing, "/")),
              load("Lucene alone: search by words", () -> search(generation, false)),
              load("embedding alone", () -> question -> embedder.embed(question).length > 0),
              load("embedding and search", () -> search(generation, true)),
              new Load(
                  "POST /api/chat",
                  questions,
                  advisor.process().toHandle(),
                  CLIENTS,
                  () -> post(advisor.address(), "/api/chat")));
      warmUp(loads);
      for (int round = 0; round < ROUNDS; round++) {
        for (Load load : loads) {
          load.measure(ROUND);
        }
      }
      return loads.stream().map(Load::figures).toList();
    } finally {
      bare.stop();
    }
  }

  /// The steady load of the product's promise, beside a server that does nothing at the same rate:
  /// what that one takes is the machine's, not ours.
  private void steady(RunningAdvisor advisor) throws InterruptedException {
    int count = STEADY_RATE * STEADY_SECONDS;
    List<String> distinct = questions.subList(questions.size() - count, questions.size());
    Javalin bare = bare();
    try {
      URI nothing = URI.create("http://127.0.0.1:" + bare.port());
      print(
          "%nAt %d requests a second of distinct questions for %d s, latency from when each was"
              + " due",
          STEADY_RATE, STEADY_SECONDS);
      print("%-38s %8s %8s %8s %8s", "", "p50 ms", "p99 ms", "most ms", "good");
      print(
          "Javalin alone: a handler that says {}",
          new SteadyLoad(nothing)
              .measure(
                  distinct.stream().map(one -> Request.post("/", Request.message(one))).toList(),
                  STEADY_RATE));
      print(
          "POST /api/chat (aim: p50 10, p99 40)",
          new SteadyLoad(advisor.address())
              .measure(distinct.stream().map(Request::question).toList(), STEADY_RATE));
    } finally {
      bare.stop();
    }
  }

  private static void print(String name, SteadyLoad.Figures one) {
    print(
        "%-38s %8.2f %8.2f %8.2f %7.2f%%",
        name, one.median(), one.slowest(), one.worst(), 100 * one.good());
  }

  /// In turns too, until the last is steady.
  private static void warmUp(List<Load> loads) throws InterruptedException {
    for (int slice = 1; slice <= SLICES; slice++) {
      boolean steady = false;
      for (Load load : loads) {
        steady = load.warmUp(SLICE);
      }
      if (steady && slice >= LEAST_SLICES) {
        return;
      }
    }
  }

  private Load load(String name, Supplier<Predicate<String>> client) {
    return new Load(name, questions, ProcessHandle.current(), CLIENTS, client);
  }

  private static Predicate<String> post(URI address, String path) {
    var connection = new Connection(address);
    return question -> connection.send(Request.post(path, Request.message(question))).good();
  }

  private Predicate<String> recommend(URI address) {
    var connection = new Connection(address);
    return question ->
        connection.send(Request.post("/api/recommendations", deciding.body())).good();
  }

  private static Predicate<String> search(Generation generation, boolean byMeaning) {
    var by = byMeaning ? SearchRequest.By.BOTH : SearchRequest.By.WORDS;
    return question -> {
      var hits = generation.search(new SearchRequest(question, PASSAGES, by));
      return !hits.isEmpty() && (!byMeaning || hits.getFirst().meaning() != 0);
    };
  }

  private static Javalin bare() {
    return Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.concurrency.useVirtualThreads = true;
              config.routes.post("/", context -> context.json(Map.of()));
            })
        .start("127.0.0.1", 0);
  }

  /// Brings the index up to date and lets go of it, for the server to find.
  private Corpus indexed() throws InterruptedException {
    var reader = new CorpusReader();
    var files = new CorpusFolder(List.of(Path.of("corpus"))).read();
    Corpus corpus = reader.read(files.files(), files.problems());
    try (var index =
        PassageIndex.open(IndexSettings.in(DATA), reader, loaded(), Clock.systemUTC())) {
      index.update(corpus, files.files());
      index.awaitVectors(PATIENCE);
    }
    return corpus;
  }

  private PassageIndex opened() {
    return PassageIndex.openToRead(
        IndexSettings.in(DATA), new CorpusReader(), loaded(), Clock.systemUTC());
  }

  private Optional<CompletableFuture<Embedder>> loaded() {
    return Optional.of(CompletableFuture.completedFuture(embedder));
  }

  private void print(List<Load.Figures> all) {
    print(
        "%d clients (one decides), each measured for %d s in turns; %,d distinct questions; %d"
            + " processors",
        CLIENTS, ROUNDS, questions.size(), Runtime.getRuntime().availableProcessors());
    print("%n%-38s %8s %8s %8s %8s %8s", "", "a second", "p50 ms", "p99 ms", "CPU ms", "good");
    for (Load.Figures one : all) {
      print(
          "%-38s %,8.0f %8.2f %8.2f %8.2f %7.2f%%",
          one.name(), one.rate(), one.median(), one.slowest(), one.cpu(), 100 * one.good());
    }
    Load.Figures ceiling = all.get(all.size() - 2);
    Load.Figures chat = all.getLast();
    print(
        "%nPOST /api/chat reaches %.2f of embedding and search (aim: .60, and 250 answers a"
            + " second)",
        chat.rate() / ceiling.rate());
    print("A decision takes %.1f ms alone (aim: 20)", all.getFirst().median());
    print(
        "POST /api/recommendations reaches %.2f of deciding, as many at once",
        all.get(2).rate() / all.get(1).rate());
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static List<String> rounded(List<Double> numbers) {
    return numbers.stream().map(one -> String.format(Locale.ROOT, "%.2f", one)).toList();
  }

  private static String megabytes(OptionalLong amount) {
    return amount.isPresent() ? Long.toString(amount.getAsLong()) : "unknown here";
  }
}
