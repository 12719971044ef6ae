package dev.backendadvisor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.llm.ScriptedModel.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Faults 10 and 11: a model that turns a request away is asked once more at most, and only where
/// nobody waits long for it; nobody waits for as long as a server fancies.
class RetryTest {
  private static AskedModel asked;

  @BeforeAll
  static void open() throws IOException {
    asked = new AskedModel();
  }

  @AfterAll
  static void close() throws IOException {
    asked.close();
  }

  /// Turns requests away, then does something else.
  private static Script turningAway(int times, int status, Script then, String... headers) {
    var left = new AtomicInteger(times);
    return (request, reply) -> {
      if (left.getAndDecrement() > 0) {
        reply
            .head(status, "application/json", headers)
            .bytes("{\"error\":{\"message\":\"slow down\"}}".getBytes(StandardCharsets.UTF_8));
      } else {
        then.play(request, reply);
      }
    };
  }

  private static int requests(Script script) {
    asked.restart(script);
    int before = asked.model.requests().size();
    Answer answer = asked.ask(AskedModel.DEMO);
    assertTrue(answer.citations().size() > 1, answer.text());
    return asked.model.requests().size() - before;
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504, 529})
  void a_request_turned_away_is_put_through_once_more(int status) {
    asked.restart(turningAway(1, status, ModelScripts.honest()));
    int before = asked.model.requests().size();
    Answer answer = asked.ask(AskedModel.DEMO);
    assertEquals(new Answer.Writer.Model("scripted"), answer.writer());
    assertEquals(0, AskedModel.unavailable(answer).size());
    assertEquals(2, asked.model.requests().size() - before);
  }

  @Test
  void it_is_not_put_through_a_third_time() {
    assertEquals(2, requests(turningAway(9, 503, ModelScripts.honest())));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 418, 501})
  void what_will_not_pass_is_not_tried_again(int status) {
    assertEquals(1, requests(turningAway(9, status, ModelScripts.honest())));
  }

  @Test
  void where_something_was_said_it_is_not_tried_again() {
    assertEquals(1, requests(ModelScripts.cutAfter(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "soon", "-5", "", "99999999999999999999", "1e9"})
  void it_is_tried_again_when_the_server_wants_no_long_pause_or_says_nothing_sane(String after) {
    assertEquals(
        2, requests(turningAway(1, 429, ModelScripts.honest(), "Retry-After: " + after)), after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "30", "86400", "999999999"})
  void rules_answer_now_when_the_server_wants_a_long_pause(String after) {
    assertEquals(
        1, requests(turningAway(1, 429, ModelScripts.honest(), "Retry-After: " + after)), after);
  }

  @Test
  void while_a_server_wants_to_be_left_alone_it_is() {
    assertEquals(1, requests(turningAway(1, 429, ModelScripts.honest(), "Retry-After: 30")));
    int before = asked.model.requests().size();
    asked.ask(AskedModel.DEMO);
    asked.nanos.addAndGet(Duration.ofSeconds(20).toNanos());
    asked.ask(AskedModel.DEMO);
    assertEquals(0, asked.model.requests().size() - before);
    asked.nanos.addAndGet(Duration.ofSeconds(10).toNanos());
    assertEquals(new Answer.Writer.Model("scripted"), asked.ask(AskedModel.DEMO).writer());
  }

  @Test
  void it_is_left_alone_for_five_minutes_at_most() {
    assertEquals(1, requests(turningAway(1, 429, ModelScripts.honest(), "Retry-After: 86400")));
    asked.nanos.addAndGet(Duration.ofMinutes(5).toNanos());
    assertEquals(new Answer.Writer.Model("scripted"), asked.ask(AskedModel.DEMO).writer());
  }
}
