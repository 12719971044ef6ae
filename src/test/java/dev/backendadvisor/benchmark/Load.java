package dev.backendadvisor.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/// Some clients that ask one question after another, each as soon as its last is answered.
final class Load {
  private final String name;
  private final List<String> questions;
  private final ProcessHandle worker;
  private final List<Predicate<String>> clients;
  private final AtomicInteger next = new AtomicInteger();
  private final LongStream.Builder latencies = LongStream.builder();
  private long best;
  private long good;
  private long nanos;
  private Duration cpu = Duration.ZERO;

  /// @param name what is measured
  /// @param questions asked in turn, from the first on
  /// @param worker the process whose processor time it costs
  /// @param clients how many
  /// @param client makes one; it says whether it got what it asked for
  Load(
      String name,
      List<String> questions,
      ProcessHandle worker,
      int clients,
      Supplier<Predicate<String>> client) {
    this.name = name;
    this.questions = questions;
    this.worker = worker;
    this.clients = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      this.clients.add(client.get());
    }
  }

  /// What was measured.
  ///
  /// @param name of what
  /// @param rate requests a second, good or not
  /// @param median milliseconds
  /// @param slowest milliseconds that 99 in 100 stay below
  /// @param cpu milliseconds of processor time one took
  /// @param good the share that got what it asked for
  record Figures(
      String name, double rate, double median, double slowest, double cpu, double good) {}

  /// One client's part of a round.
  private record Part(long[] latencies, long good) {}

  /// Runs without measuring.
  ///
  /// @return whether that was hardly better than the best before: what is hot has been compiled
  boolean warmUp(Duration time) throws InterruptedException {
    long done = run(time).stream().mapToLong(part -> part.latencies.length).sum();
    boolean steady = done < 1.05 * best;
    best = Math.max(best, done);
    return steady;
  }

  /// Runs and measures; rounds add up.
  void measure(Duration time) throws InterruptedException {
    Duration cpuBefore = cpuNow();
    long start = System.nanoTime();
    for (Part part : run(time)) {
      Arrays.stream(part.latencies).forEach(latencies::add);
      good += part.good;
    }
    nanos += System.nanoTime() - start;
    cpu = cpu.plus(cpuNow().minus(cpuBefore));
  }

  private Duration cpuNow() {
    return worker.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private List<Part> run(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    List<Part> parts = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(clients.size())) {
      List<Future<Part>> running =
          clients.stream().map(client -> threads.submit(() -> ask(client, end))).toList();
      for (Future<Part> part : running) {
        parts.add(part.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(name + " failed", e.getCause());
    }
    return parts;
  }

  private Part ask(Predicate<String> client, long end) {
    var latencies = LongStream.builder();
    long good = 0;
    for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
      String question = questions.get(Math.floorMod(next.getAndIncrement(), questions.size()));
      good += client.test(question) ? 1 : 0;
      latencies.add(System.nanoTime() - start);
    }
    return new Part(latencies.build().toArray(), good);
  }

  /// What all rounds together came to; call it once, at the end.
  Figures figures() {
    long[] sorted = latencies.build().sorted().toArray();
    return new Figures(
        name,
        sorted.length / (nanos / 1e9),
        sorted[sorted.length / 2] / 1e6,
        sorted[(int) (sorted.length * 0.99)] / 1e6,
        cpu.toNanos() / 1e6 / sorted.length,
        good / (double) sorted.length);
  }
}
