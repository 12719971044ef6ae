package dev.backendadvisor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// When a model that fails is asked again, and how often that is told.
class BreakerTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final Breaker breaker = new Breaker(clock::get);

  private void pass(int seconds) {
    clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  private void fail(int times) {
    for (int time = 0; time < times; time++) {
      breaker.failed(Failure.SILENT);
    }
  }

  @Test
  void two_failures_in_a_row_are_bad_luck_and_three_are_not() {
    fail(2);
    assertTrue(breaker.letsThrough());
    fail(1);
    assertFalse(breaker.letsThrough());
  }

  @Test
  void a_success_between_failures_starts_the_count_anew() {
    fail(2);
    breaker.succeeded();
    fail(2);
    assertTrue(breaker.letsThrough());
  }

  @Test
  void after_the_pause_one_question_tries_and_the_others_wait_for_it() {
    fail(3);
    pass(29);
    assertFalse(breaker.letsThrough());
    pass(1);
    assertTrue(breaker.letsThrough());
    assertFalse(breaker.letsThrough());
    breaker.succeeded();
    assertTrue(breaker.letsThrough());
    assertTrue(breaker.letsThrough());
  }

  @Test
  void each_failed_try_doubles_the_pause_up_to_five_minutes() {
    fail(3);
    for (int pause : new int[] {30, 60, 120, 240, 300, 300}) {
      pass(pause - 1);
      assertFalse(breaker.letsThrough());
      pass(1);
      assertTrue(breaker.letsThrough());
      fail(1);
    }
  }

  @Test
  void a_refused_key_closes_for_good() {
    breaker.failed(Failure.of(new HttpException(401, "")));
    pass(1_000_000);
    assertFalse(breaker.letsThrough());
  }

  @Test
  void what_lies_in_the_question_says_nothing_about_the_next() {
    for (int time = 0; time < 10; time++) {
      breaker.failed(Failure.finished(FinishReason.LENGTH));
      breaker.failed(Failure.finished(FinishReason.CONTENT_FILTER));
      breaker.failed(Failure.UNWANTED);
      breaker.failed(Failure.FULL);
    }
    assertTrue(breaker.letsThrough());
  }

  @Test
  void failures_are_told_once_a_minute_and_counted_meanwhile() {
    var complaints = new Complaints("openai:x", clock::get);
    try (var log = new LogLines()) {
      for (int second = 0; second < 61; second++) {
        complaints.about(Failure.SILENT);
        pass(1);
      }
      assertEquals(
          List.of(
              "openai:x is silent; rules word the answer",
              "openai:x is silent; rules word the answer, as 59 times since the last line"),
          log.all());
    }
  }
}
