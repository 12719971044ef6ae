package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /// Wherever the clock stands, also where its count turns round.
  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MAX_VALUE - 1, Long.MIN_VALUE, 123_456_789_012_345L})
  void a_minutes_worth_can_be_taken_at_once_and_then_one_by_one(long start) {
    var now = new AtomicLong(start);
    var rate = new Rate(6, 10, now::get);
    for (int taken = 0; taken < 6; taken++) {
      assertEquals(0, rate.take("a"));
    }
    assertEquals(10 * SECOND, rate.take("a"));
    now.addAndGet(4 * SECOND);
    assertEquals(6 * SECOND, rate.take("a"));
    now.addAndGet(6 * SECOND);
    assertEquals(0, rate.take("a"));
    assertEquals(10 * SECOND, rate.take("a"));
    assertEquals(0, rate.take("b"));
  }

  @Test
  void whoever_was_refused_has_lost_nothing_by_asking() {
    var now = new AtomicLong();
    var rate = new Rate(1, 10, now::get);
    assertEquals(0, rate.take("a"));
    for (int asked = 0; asked < 1_000; asked++) {
      assertEquals(60 * SECOND, rate.take("a"));
    }
    now.set(60 * SECOND);
    assertEquals(0, rate.take("a"));
  }

  @Test
  void a_long_rest_saves_up_no_more_than_a_minutes_worth() {
    var now = new AtomicLong();
    var rate = new Rate(3, 10, now::get);
    assertEquals(0, rate.take("a"));
    now.set(TimeUnit.DAYS.toNanos(300));
    for (int taken = 0; taken < 3; taken++) {
      assertEquals(0, rate.take("a"));
    }
    assertTrue(rate.take("a") > 0);
  }

  @Test
  void no_more_are_remembered_than_there_is_room_for_and_the_busy_ones_are() {
    var rate = new Rate(1, 100, () -> 0);
    assertEquals(0, rate.take("busy"));
    for (int other = 0; other < 10_000; other++) {
      assertEquals(0, rate.take("other " + other));
      assertTrue(rate.take("busy") > 0);
    }
    assertEquals(100, rate.remembered());
  }

  @Test
  void zero_is_no_bound_and_remembers_nobody() {
    var rate = new Rate(0, 100, () -> 0);
    for (int taken = 0; taken < 1_000; taken++) {
      assertEquals(0, rate.take("a"));
    }
    assertEquals(0, rate.remembered());
  }
}
