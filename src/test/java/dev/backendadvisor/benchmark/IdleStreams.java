package dev.backendadvisor.benchmark;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// Prints what streams cost that are open and silent: memory of each, and how long questions take
/// meanwhile; and how soon the server knows that all their readers are gone.
final class IdleStreams {
  private static final int RATE = 50;
  private static final int SECONDS = 20;
  private static final int MEGABYTES = 1_024;
  private static final long PATIENCE = 30_000;

  private IdleStreams() {}

  /// Holds so many, 9,900 unless told.
  public static void main(String[] words) throws IOException, InterruptedException {
    int streams = words.length == 0 ? 9_900 : Integer.parseInt(words[0]);
    var files = new CorpusFolder(List.of(Path.of("corpus"))).read();
    Corpus corpus = new CorpusReader().read(files.files(), files.problems());
    List<Request> questions =
        Questions.about(corpus).subList(0, RATE * SECONDS).stream().map(Request::question).toList();
    try (Subject subject = Subject.start(Files.createTempDirectory("campaign"), true, MEGABYTES)) {
      subject.warmUp(questions);
      var load = new SteadyLoad(subject.address());
      print("%-18s %s", "alone", told(load.measure(questions, RATE)));
      long before = ProcessFigures.memory(subject.process()).orElse(0);
      print("%-18s %s", "", subject.figures());
      Subject.Held held = subject.hold();
      var heartbeats = new AtomicInteger();
      List<Reader> readers = new ArrayList<>();
      for (int i = 0; i < streams; i++) {
        var reader = new Reader(subject.address(), Reader.from(i), held.reading());
        reader.until("event: understood");
        readers.add(reader);
        Thread.startVirtualThread(() -> count(reader, heartbeats));
      }
      print("%-18s %s", subject.streams() + " streams", told(load.measure(questions, RATE)));
      print("%-18s %s", "", subject.figures());
      long after = ProcessFigures.memory(subject.process()).orElse(0);
      print(
          "%.1f kB a stream; %d heartbeats read",
          1024.0 * (after - before) / streams, heartbeats.get());
      for (Reader reader : readers) {
        reader.close();
      }
      print("all left; the server knew after %.1f s; %s", known(subject), subject.figures());
      held.close();
    }
    System.exit(0);
  }

  /// Seconds until only the stream is left by which the answer was begun.
  static double known(Subject subject) throws IOException, InterruptedException {
    long start = System.currentTimeMillis();
    while (subject.streams() > 1) {
      if (System.currentTimeMillis() - start > PATIENCE) {
        throw new IllegalStateException(subject.streams() + " streams are still open");
      }
      Thread.sleep(100);
    }
    return (System.currentTimeMillis() - start) / 1e3;
  }

  private static void count(Reader reader, AtomicInteger heartbeats) {
    try {
      for (String read = reader.some(); !read.isEmpty(); read = reader.some()) {
        if (read.contains(": still here")) {
          heartbeats.incrementAndGet();
        }
      }
    } catch (IOException closed) {
      // it left
    }
  }

  private static String told(SteadyLoad.Figures figures) {
    return String.format(
        Locale.ROOT,
        "%d questions a second: p50 %.2f, p99 %.2f, most %.2f ms, %d errors",
        RATE,
        figures.median(),
        figures.slowest(),
        figures.worst(),
        figures.bad());
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
