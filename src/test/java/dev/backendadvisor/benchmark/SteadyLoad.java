package dev.backendadvisor.benchmark;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// Requests at a fixed rate, whether or not those before are answered: latency is counted from the
/// moment a request was due, so that a stall counts for all that wait behind it (Tene, "How not to
/// measure latency").
final class SteadyLoad {
  private final URI address;
  private final String path;
  private final Function<String, String> body;
  private final ConcurrentLinkedQueue<Connection> free = new ConcurrentLinkedQueue<>();

  /// @param address of the server
  /// @param path asked
  /// @param body of the request for a question
  SteadyLoad(URI address, String path, Function<String, String> body) {
    this.address = address;
    this.path = path;
    this.body = body;
  }

  /// What was measured.
  ///
  /// @param rate requests a second that were answered
  /// @param median milliseconds
  /// @param slowest milliseconds that 99 in 100 stay below
  /// @param worst milliseconds
  /// @param good the share answered with 200
  record Figures(double rate, double median, double slowest, double worst, double good) {}

  /// Asks questions at a rate, each once.
  ///
  /// @param perSecond requests a second
  Figures measure(List<String> questions, int perSecond) throws InterruptedException {
    long pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
    List<Future<Long>> asked = new ArrayList<>();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < questions.size(); i++) {
        long due = start + i * pause;
        String question = questions.get(i);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        asked.add(threads.submit(() -> ask(question, due)));
      }
    }
    double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    return figures(asked, seconds);
  }

  /// Nanoseconds from when it was due, negative when it was not answered well. A connection that
  /// the server closed is not used again.
  private long ask(String question, long due) {
    boolean good = false;
    try {
      Connection open = free.poll();
      Connection connection = open == null ? new Connection(address, path) : open;
      good = connection.post(body.apply(question));
      if (good) {
        free.add(connection);
      }
    } catch (UncheckedIOException closed) {
      // counted as not answered well
    }
    long nanos = System.nanoTime() - due;
    return good ? nanos : -nanos;
  }

  private static Figures figures(List<Future<Long>> asked, double seconds)
      throws InterruptedException {
    long[] sorted = new long[asked.size()];
    int good = 0;
    try {
      for (int i = 0; i < sorted.length; i++) {
        long nanos = asked.get(i).get();
        good += nanos > 0 ? 1 : 0;
        sorted[i] = Math.abs(nanos);
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("A request failed", failed.getCause());
    }
    Arrays.sort(sorted);
    return new Figures(
        sorted.length / seconds,
        milliseconds(sorted[sorted.length / 2]),
        milliseconds(sorted[(int) (sorted.length * 0.99)]),
        milliseconds(sorted[sorted.length - 1]),
        good / (double) sorted.length);
  }

  private static double milliseconds(long nanos) {
    return nanos / (double) Duration.ofMillis(1).toNanos();
  }
}
