package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.answer.AnswerFixture;
import dev.backendadvisor.conversation.Advisor;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class StopTest {
  private static final Answer ANSWER = AnswerFixture.comparison("m_1", "c_1");
  private static final List<AnswerEvent> EVENTS = AnswerFixture.events(ANSWER);

  @Test
  void what_runs_is_finished_and_nothing_new_is_taken() throws Exception {
    var asked = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var running = RunningServer.with(slow(asked, go));
    var stream =
        running.client.sendAsync(
            running.post(RunningServer.QUESTION).header("Accept", "text/event-stream").build(),
            HttpResponse.BodyHandlers.ofString());
    ChatTest.await(asked);
    int port = running.server.port();
    var whole =
        running.client.sendAsync(
            running.request("/api/answers/m_1").build(), HttpResponse.BodyHandlers.ofString());
    while (running.get("/readyz").statusCode() != 200) {
      Thread.onSpinWait();
    }
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(running.server::close);
    while (running.get("/readyz").statusCode() != 503) {
      Thread.sleep(10);
    }
    ChatTest.problem(503, running.ask(RunningServer.QUESTION));
    assertFalse(stopped.isDone());
    go.countDown();
    assertEquals("done", StreamTest.read(stream.get().body()).getLast().name());
    assertEquals(200, whole.get().statusCode());
    stopped.get();
    assertThrows(IOException.class, () -> new Socket("127.0.0.1", port).close());
    running.client.close();
  }

  @Test
  void what_is_not_finished_in_time_is_ended_with_a_word() throws Exception {
    var asked = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var running =
        RunningServer.with(
            slow(asked, never), LimitsTest.limits(10, 1 << 20, Duration.ofSeconds(5), 2));
    var stream =
        running.client.sendAsync(
            running.post(RunningServer.QUESTION).header("Accept", "text/event-stream").build(),
            HttpResponse.BodyHandlers.ofString());
    ChatTest.await(asked);
    running.server.close();
    List<StreamTest.Event> events = StreamTest.read(stream.get().body());
    assertEquals("error", events.getLast().name());
    assertEquals(503, RunningServer.json(events.getLast().data()).path("status").intValue());
    StreamTest.Event before = events.get(events.size() - 2);
    assertEquals("notice", before.name());
    assertTrue(before.data().contains("\"code\":\"degraded\""), before.data());
    never.countDown();
    running.client.close();
  }

  private static Advisor slow(CountDownLatch asked, CountDownLatch go) {
    return (inquiry, listener) -> {
      RunningServer.tell(EVENTS.subList(0, 4), listener);
      asked.countDown();
      ChatTest.await(go);
      RunningServer.tell(EVENTS.subList(4, EVENTS.size()), listener);
      return ANSWER;
    };
  }
}
