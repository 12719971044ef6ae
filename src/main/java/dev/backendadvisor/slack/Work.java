package dev.backendadvisor.slack;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Work that goes on after a request was acknowledged, so much at once and no more.
final class Work {
  /// How long what was interrupted has to say so.
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final Semaphore room;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("slack-", 0).factory());

  Work(int most) {
    this.room = new Semaphore(most);
  }

  /// Starts a piece of work.
  ///
  /// @return whether there was room for it
  boolean start(Runnable piece) {
    if (!room.tryAcquire()) {
      return false;
    }
    try {
      threads.execute(
          () -> {
            try {
              piece.run();
            } finally {
              room.release();
            }
          });
      return true;
    } catch (RejectedExecutionException stopping) {
      room.release();
      return false;
    }
  }

  /// Takes no more.
  void stop() {
    threads.shutdown();
  }

  /// Waits for what runs, and interrupts what takes longer.
  void finish(Duration grace) throws InterruptedException {
    stop();
    long whole = grace.minus(LAST_WORDS).toNanos();
    if (!threads.awaitTermination(Math.max(0, whole), TimeUnit.NANOSECONDS)) {
      threads.shutdownNow();
      var unused = threads.awaitTermination(LAST_WORDS.toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}
