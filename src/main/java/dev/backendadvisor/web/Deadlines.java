package dev.backendadvisor.web;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Does something unless what is being waited for ends in time.
final class Deadlines implements AutoCloseable {
  private final ScheduledThreadPoolExecutor clock;

  Deadlines() {
    clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("deadlines").factory());
    clock.setRemoveOnCancelPolicy(true);
  }

  /// A deadline that runs until it is closed or has passed.
  interface Running extends AutoCloseable {
    @Override
    void close();
  }

  Running in(Duration time, Runnable late) {
    Future<?> task = clock.schedule(late, time.toNanos(), TimeUnit.NANOSECONDS);
    return () -> task.cancel(false);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
