package dev.backendadvisor.benchmark;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Prints how long questions take while others ask for much and read none of it: in turns with and
/// without them, so that whatever else the machine does meets both alike.
final class SlowReaders {
  private static final int RATE = 50;
  private static final int SECONDS = 10;
  private static final int ROUNDS = 3;
  private static final int MEGABYTES = 256;

  private SlowReaders() {}

  /// Bears so many, 300 unless told.
  public static void main(String[] words) throws IOException, InterruptedException {
    int slow = words.length == 0 ? 300 : Integer.parseInt(words[0]);
    var files = new CorpusFolder(List.of(Path.of("corpus"))).read();
    Corpus corpus = new CorpusReader().read(files.files(), files.problems());
    List<Request> questions =
        Questions.about(corpus).subList(0, RATE * SECONDS).stream().map(Request::question).toList();
    try (Subject subject = Subject.start(Files.createTempDirectory("campaign"), true, MEGABYTES)) {
      subject.warmUp(questions);
      var load = new SteadyLoad(subject.address());
      List<Double> without = new ArrayList<>();
      List<Double> with = new ArrayList<>();
      Subject.Held held = subject.hold();
      Request stream = held.reading();
      for (int round = 0; round < ROUNDS; round++) {
        without.add(load.measure(questions, RATE).slowest());
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < slow; i++) {
          Request much = i % 2 == 0 ? Request.get("/api/matrix") : stream;
          readers.add(new Reader(subject.address(), Reader.from(i), much));
        }
        with.add(load.measure(questions, RATE).slowest());
        print("with %d slow readers: %s", slow, subject.figures());
        for (Reader reader : readers) {
          reader.close();
        }
        print("gone after %.1f s", IdleStreams.known(subject));
      }
      held.close();
      print("p99 without, ms: %s; with: %s", without, with);
      print("ratio of the middle ones: %.2f (aim: 1.10)", middle(with) / middle(without));
    }
    System.exit(0);
  }

  private static double middle(List<Double> figures) {
    List<Double> sorted = new ArrayList<>(figures);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
