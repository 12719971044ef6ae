package dev.backendadvisor.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// How often each of many may do something: a minute's worth at once, and after that as it comes
/// back, one by one (a token bucket, kept as the moment when it is full again).
///
/// Those seen longest ago are forgotten first, which only ever gives somebody more: so the memory
/// is bounded, whoever comes. A server counts for itself and starts with full buckets.
final class Rate {
  private final int perMinute;
  private final long pause;
  private final LongSupplier nanoTime;
  private final Map<String, Long> fullAgain;

  /// Nobody has done anything yet.
  ///
  /// @param perMinute how often each may; 0 for as often as they like
  /// @param remembered how many are remembered
  /// @param nanoTime a clock that never jumps, as [System#nanoTime]
  Rate(int perMinute, int remembered, LongSupplier nanoTime) {
    this.perMinute = perMinute;
    this.pause = perMinute == 0 ? 0 : TimeUnit.MINUTES.toNanos(1) / perMinute;
    this.nanoTime = nanoTime;
    this.fullAgain =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > remembered;
          }
        };
  }

  /// Takes one of somebody's.
  ///
  /// @return 0 when there was one, else the nanoseconds until there is
  synchronized long take(String who) {
    if (perMinute == 0) {
      return 0;
    }
    long now = nanoTime.getAsLong();
    long full = fullAgain.getOrDefault(who, now);
    long missing = Math.max(0, full - now);
    long wait = missing + pause - perMinute * pause;
    if (wait > 0) {
      return wait;
    }
    fullAgain.put(who, now + missing + pause);
    return 0;
  }

  /// How many are remembered.
  synchronized int remembered() {
    return fullAgain.size();
  }
}
