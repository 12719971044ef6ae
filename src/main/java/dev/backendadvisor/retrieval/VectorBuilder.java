package dev.backendadvisor.retrieval;

import dev.backendadvisor.embedding.Embedder;
import dev.backendadvisor.embedding.EmbeddingException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Computes the vectors that passages lack, one after another in a thread of its own, and has them
/// published in growing portions.
final class VectorBuilder implements AutoCloseable {
  private static final int SAVED_TOGETHER = 32;
  private static final int SMALLEST_PORTION = 256;
  private static final int MOST_ATTEMPTS = 3;

  private final PassageIndex index;
  private final CompletableFuture<Embedder> loading;
  private final VectorLog vectors;
  private final Duration pause;
  private final Thread thread;

  /// A process must not end while the model is at work: its native code crashes when the ground is
  /// taken from under it.
  private final Thread ending;

  private final Map<VectorLog.Key, Integer> failures = new HashMap<>();
  private boolean woken = true;
  private boolean idle;
  private boolean finished;
  private volatile boolean closed;

  /// @param pause how long to wait before what failed is tried again
  VectorBuilder(
      PassageIndex index, CompletableFuture<Embedder> loading, VectorLog vectors, Duration pause) {
    this.index = index;
    this.loading = loading;
    this.vectors = vectors;
    this.pause = pause;
    this.thread = Thread.ofPlatform().daemon().name("vectors").unstarted(this::run);
    this.ending = Thread.ofPlatform().unstarted(this::stop);
  }

  void start() {
    Runtime.getRuntime().addShutdownHook(ending);
    thread.start();
  }

  /// Says that passages may lack vectors.
  synchronized void wake() {
    woken = true;
    idle = false;
    notifyAll();
  }

  /// Waits until there is nothing to do, or the time is up.
  synchronized void await(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    for (long left = most.toNanos();
        !idle && !finished && left > 0;
        left = end - System.nanoTime()) {
      wait(left / 1_000_000, (int) (left % 1_000_000));
    }
  }

  /// How many texts the embedder gave no vector for.
  int failed() {
    synchronized (failures) {
      return failures.size();
    }
  }

  private void run() {
    try {
      Embedder embedder = loading.join();
      while (!closed) {
        boolean more = step(embedder);
        rest(more);
      }
    } catch (CompletionException | EmbeddingException e) {
      index.note("Search by meaning is off: " + message(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      synchronized (this) {
        finished = true;
        notifyAll();
      }
    }
  }

  private static String message(Throwable e) {
    return e.getCause() == null ? String.valueOf(e.getMessage()) : message(e.getCause());
  }

  /// Embeds one portion and has it published; tells whether something is left for later.
  private boolean step(Embedder embedder) {
    try {
      index.publishVectors();
      Map<VectorLog.Key, String> missing = index.missing(embedder.model());
      synchronized (failures) {
        failures.keySet().removeIf(key -> !missing.containsKey(key));
        missing.keySet().removeIf(key -> failures.getOrDefault(key, 0) >= MOST_ATTEMPTS);
      }
      int portion = Math.max(SMALLEST_PORTION, index.passages() / 4);
      boolean failed = false;
      Map<VectorLog.Key, float[]> made = new LinkedHashMap<>();
      List<Map.Entry<VectorLog.Key, String>> todo = new ArrayList<>(missing.entrySet());
      for (int i = 0; i < Math.min(portion, todo.size()) && !closed; i++) {
        var each = todo.get(i);
        try {
          made.put(each.getKey(), Embedded.of(embedder, each.getValue()));
        } catch (EmbeddingException e) {
          failed = true;
          synchronized (failures) {
            failures.merge(each.getKey(), 1, Integer::sum);
          }
        }
        if (made.size() == SAVED_TOGETHER) {
          vectors.add(made);
          made.clear();
        }
      }
      vectors.add(made);
      if (!todo.isEmpty()) {
        index.publishVectors();
      }
      if (todo.size() > portion) {
        synchronized (this) {
          woken = true;
        }
      }
      return failed;
    } catch (IOException e) {
      index.note("Vectors cannot be kept: " + e.getMessage());
      return true;
    }
  }

  private synchronized void rest(boolean retry) throws InterruptedException {
    idle = !woken;
    notifyAll();
    if (!woken && !closed) {
      wait(retry ? pause.toMillis() : 0);
    }
    woken = false;
    idle = false;
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      // the process is ending already, and the hook has nothing left to do
    }
  }

  private void stop() {
    closed = true;
    wake();
    if (loading.isDone()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
