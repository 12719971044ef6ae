package dev.backendadvisor.llm;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Spares visitors the wait for a model that is away: after a few failures in a row nobody asks it
/// for a while, then one question tries. After a refused key nobody asks it again.
final class Breaker {
  private static final int FEW = 3;
  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final LongSupplier nanoTime;
  private int failures;
  private Duration pause = SHORTEST;
  private long openSince;
  private boolean open;
  private boolean openForGood;

  /// Lets everyone through.
  ///
  /// @param nanoTime a clock that never jumps, as [System#nanoTime]
  Breaker(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// Whether the model may be asked now. Once the pause is over this is so for one question; the
  /// others wait for what comes of it.
  synchronized boolean letsThrough() {
    if (openForGood || (open && nanoTime.getAsLong() - openSince < pause.toNanos())) {
      return false;
    }
    if (open) {
      openSince = nanoTime.getAsLong();
    }
    return true;
  }

  /// The model did what it was asked for.
  synchronized void succeeded() {
    failures = 0;
    open = false;
    pause = SHORTEST;
  }

  /// The model did not.
  synchronized void failed(Failure failure) {
    switch (failure.weight()) {
      case LASTS -> openForGood = true;
      case COUNTS -> {
        failures++;
        if (open) {
          Duration longer = pause.multipliedBy(2);
          pause = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
        }
        if (failures >= FEW) {
          open = true;
          openSince = nanoTime.getAsLong();
        }
      }
      case PASSES -> {
        // says nothing about the next question
      }
    }
  }
}
