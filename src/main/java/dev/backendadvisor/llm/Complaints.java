package dev.backendadvisor.llm;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Tells the log that a model fails, once a minute at most, and never what was asked.
final class Complaints {
  private static final System.Logger LOG = System.getLogger(Complaints.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final String model;
  private final LongSupplier nanoTime;
  private boolean said;
  private long saidAt;
  private int unsaid;
  private Failure last = Failure.RESTING;

  /// Has not complained yet.
  ///
  /// @param nanoTime a clock that never jumps, as [System#nanoTime]
  Complaints(String model, LongSupplier nanoTime) {
    this.model = model;
    this.nanoTime = nanoTime;
  }

  /// Says why a model did not word an answer, unless something was said just now. While it rests,
  /// that is the failure it rests from. That a visitor left is no complaint.
  synchronized void about(Failure failure) {
    if (failure.equals(Failure.UNWANTED)) {
      return;
    }
    last = failure.equals(Failure.RESTING) ? last : failure;
    if (said && nanoTime.getAsLong() - saidAt < PAUSE.toNanos()) {
      unsaid++;
      return;
    }
    LOG.log(
        Level.WARNING,
        "{0} {1}; rules word the answer{2}",
        model,
        last.what(),
        unsaid == 0 ? "" : ", as " + unsaid + " times since the last line");
    said = true;
    saidAt = nanoTime.getAsLong();
    unsaid = 0;
  }
}
