package dev.backendadvisor.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Prints what is left of readers who came and went, in every manner: their streams, threads, open
/// files and memory, after each tenth of them.
final class ComingAndGoing {
  private static final int CLIENTS = 16;
  private static final int MEGABYTES = 256;
  private static final int PARTS = 10;

  private ComingAndGoing() {}

  /// Lets so many come and go, 100,000 unless told.
  public static void main(String[] words)
      throws IOException, InterruptedException, ExecutionException {
    int readers = words.length == 0 ? 100_000 : Integer.parseInt(words[0]);
    try (Subject subject = Subject.start(Files.createTempDirectory("campaign"), true, MEGABYTES);
        Subject.Held held = subject.hold()) {
      Request read = held.reading();
      print("%,8d came and went: %s", 0, subject.figures());
      for (int part = 0; part < PARTS; part++) {
        int from = part * (readers / PARTS);
        List<Future<?>> running = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
          for (int client = 0; client < CLIENTS; client++) {
            int first = from + client;
            int end = from + readers / PARTS;
            running.add(
                threads.submit(
                    () -> {
                      for (int i = first; i < end; i += CLIENTS) {
                        visit(subject, read, i);
                      }
                      return null;
                    }));
          }
        }
        for (Future<?> one : running) {
          one.get();
        }
        print(
            "%,8d came and went: the server knew after %.1f s; %s",
            from + readers / PARTS, IdleStreams.known(subject), subject.figures());
      }
    }
    System.exit(0);
  }

  private static void visit(Subject subject, Request read, int number) throws IOException {
    try (var reader = new Reader(subject.address(), Reader.from(number), read)) {
      switch (number % 4) {
        case 0 -> reader.vanish();
        case 1 -> {
          reader.until("event: understood");
          reader.vanish();
        }
        case 2 -> reader.until("HTTP/1.1 200");
        default -> reader.until("event: understood");
      }
    }
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
