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

/// Requests at a fixed rate, whether or not those before are answered: latency is counted from the
/// moment a request was due, so that a stall counts for all that wait behind it (Tene, "How not to
/// measure latency").
final class SteadyLoad {
  private final URI address;
  private final ConcurrentLinkedQueue<Connection> free = new ConcurrentLinkedQueue<>();

  /// Makes a load for a server.
  ///
  /// @param address of the server
  SteadyLoad(URI address) {
    this.address = address;
  }

  /// What was measured.
  ///
  /// @param rate requests a second that were answered
  /// @param median milliseconds
  /// @param slowest milliseconds that 99 in 100 stay below
  /// @param worst milliseconds
  /// @param good the share answered with 2xx
  /// @param bad how many were not
  record Figures(double rate, double median, double slowest, double worst, double good, int bad) {}

  /// Sends requests at a rate, each once.
  ///
  /// @param perSecond requests a second
  Figures measure(List<Request> requests, int perSecond) throws InterruptedException {
    long pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
    List<Future<Long>> sent = new ArrayList<>();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < requests.size(); i++) {
        long due = start + i * pause;
        Request request = requests.get(i);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        sent.add(threads.submit(() -> send(request, due)));
      }
    }
    double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    return figures(sent, seconds);
  }

  /// Nanoseconds from when it was due, negative when it was not answered well. A connection that
  /// the server closed is not used again.
  private long send(Request request, long due) {
    boolean good = false;
    try {
      Connection open = free.poll();
      Connection connection = open == null ? new Connection(address) : open;
      good = connection.send(request).good();
      if (good) {
        free.add(connection);
      }
    } catch (UncheckedIOException closed) {
      // counted as not answered well
    }
    long nanos = System.nanoTime() - due;
    return good ? nanos : -nanos;
  }

  private static Figures figures(List<Future<Long>> sent, double seconds)
      throws InterruptedException {
    long[] sorted = new long[sent.size()];
    int good = 0;
    try {
      for (int i = 0; i < sorted.length; i++) {
        long nanos = sent.get(i).get();
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
        good / (double) sorted.length,
        sorted.length - good);
  }

  private static double milliseconds(long nanos) {
    return nanos / (double) Duration.ofMillis(1).toNanos();
  }
}
