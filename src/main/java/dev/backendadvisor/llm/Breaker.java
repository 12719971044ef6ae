package dev.backendadvisor.llm;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

/// Spares visitors the wait for a model that is away: after a few failures in a row nobody asks it
/// for a while, then one question tries; so it is, too, while its server wants to be left alone.
/// After a refused key nobody asks it again.
final class Breaker {
  private static final int FEW = 3;
  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final LongSupplier nanoTime;
  private int failures;
  private Duration pause = Duration.ZERO;
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
  }

  /// The model did not.
  synchronized void failed(Failure failure) {
    switch (failure.weight()) {
      case LASTS -> openForGood = true;
      case COUNTS -> {
        failures++;
        Duration longer = open ? pause.multipliedBy(2) : Duration.ZERO;
        Duration wanted = failure.again().pause().orElse(Duration.ZERO);
        Duration few = failures >= FEW ? SHORTEST : Duration.ZERO;
        Duration longest = Collections.max(List.of(longer, wanted, few));
        if (longest.isPositive()) {
          open = true;
          openSince = nanoTime.getAsLong();
          pause = Collections.min(List.of(longest, LONGEST));
        }
      }
      case PASSES -> {
        // says nothing about the next question
      }
    }
  }
}
