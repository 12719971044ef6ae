package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerFixture;
import dev.backendadvisor.conversation.Advisor;
import dev.backendadvisor.conversation.Decisions;
import dev.backendadvisor.conversation.PassingConversations;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LimitsTest {
  @Test
  void more_questions_than_there_is_room_for_are_put_off() throws Exception {
    var go = new CountDownLatch(1);
    var asked = new CountDownLatch(2);
    Advisor advisor =
        (inquiry, events) -> {
          asked.countDown();
          ChatTest.await(go);
          return AnswerFixture.abstention("m_" + inquiry.message(), "c_1");
        };
    try (var running =
        RunningServer.with(advisor, limits(2, 32 << 20, Duration.ofSeconds(10), 10))) {
      List<CompletableFuture<HttpResponse<String>>> first = new ArrayList<>();
      for (int at = 0; at < 2; at++) {
        first.add(
            running.client.sendAsync(
                running.post("{\"message\":\"" + at + "\"}").build(),
                HttpResponse.BodyHandlers.ofString()));
      }
      ChatTest.await(asked);
      HttpResponse<String> third = running.ask(RunningServer.QUESTION);
      ChatTest.problem(503, third);
      assertEquals("1", third.headers().firstValue("Retry-After").orElseThrow());
      assertEquals(200, running.get("/healthz").statusCode());
      go.countDown();
      for (var one : first) {
        assertEquals(200, one.get().statusCode());
      }
      assertEquals(200, eventually(running));
    }
  }

  @Test
  void a_few_questions_wait_for_room_and_are_answered() throws Exception {
    var go = new CountDownLatch(1);
    var asked = new CountDownLatch(1);
    Advisor advisor =
        (inquiry, events) -> {
          asked.countDown();
          ChatTest.await(go);
          return AnswerFixture.abstention("m_" + inquiry.message(), "c_1");
        };
    try (var running = RunningServer.with(advisor, queue(1, 1, Duration.ofSeconds(20)))) {
      List<CompletableFuture<HttpResponse<String>>> taken = new ArrayList<>();
      taken.add(begin(running, 0));
      ChatTest.await(asked);
      CompletableFuture<HttpResponse<String>> waiting = begin(running, 1);
      CompletableFuture<HttpResponse<String>> other = begin(running, 2);
      // one of the two finds the queue full
      var refused = (HttpResponse<?>) CompletableFuture.anyOf(waiting, other).get();
      assertEquals(503, refused.statusCode());
      go.countDown();
      taken.add(waiting.isDone() && waiting.get().statusCode() == 503 ? other : waiting);
      for (var one : taken) {
        assertEquals(200, one.get().statusCode());
      }
    }
  }

  @Test
  void whoever_waited_in_vain_is_refused() throws Exception {
    var go = new CountDownLatch(1);
    var asked = new CountDownLatch(1);
    Advisor advisor =
        (inquiry, events) -> {
          asked.countDown();
          ChatTest.await(go);
          return AnswerFixture.abstention("m_" + inquiry.message(), "c_1");
        };
    try (var running = RunningServer.with(advisor, queue(1, 5, Duration.ofMillis(50)))) {
      CompletableFuture<HttpResponse<String>> first = begin(running, 0);
      ChatTest.await(asked);
      ChatTest.problem(503, running.ask(RunningServer.QUESTION));
      go.countDown();
      assertEquals(200, first.get().statusCode());
    }
  }

  private static CompletableFuture<HttpResponse<String>> begin(RunningServer running, int number) {
    return running.client.sendAsync(
        running.post("{\"message\":\"" + number + "\"}").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static WebSettings.Limits queue(int answers, int queue, Duration wait) {
    WebSettings.Limits usual = limits(answers, 32 << 20, Duration.ofSeconds(10), 10);
    return new WebSettings.Limits(
        usual.body(),
        usual.question(),
        usual.answers(),
        queue,
        wait,
        usual.streams(),
        usual.connections(),
        usual.others(),
        usual.deadline(),
        usual.heartbeat(),
        usual.write(),
        usual.kept(),
        usual.keptBytes(),
        usual.grace());
  }

  @Test
  void kept_answers_take_no_more_memory_than_they_may() throws Exception {
    var count = new AtomicInteger();
    Advisor advisor =
        RunningServer.telling(
            inquiry -> AnswerFixture.long_("m_" + count.incrementAndGet(), 10, 1_000));
    try (var running =
        RunningServer.with(advisor, limits(10, 100_000, Duration.ofSeconds(10), 10))) {
      for (int at = 0; at < 10; at++) {
        assertEquals(200, running.ask(RunningServer.QUESTION).statusCode());
      }
      assertEquals(200, eventuallyKept(running, "m_10"));
      assertEquals(404, running.get("/api/answers/m_1").statusCode());
    }
  }

  @Test
  void a_taken_port_is_named_in_one_sentence() {
    try (var running = RunningServer.with(RunningServer.comparing())) {
      int port = running.server.port();
      var second =
          new WebServer(
              new WebSettings("127.0.0.1", port, Set.of(), "'self'", WebSettings.Limits.defaults()),
              RunningServer.comparing(),
              new PassingConversations(1, 1),
              () -> new FakeGeneration(new AtomicInteger()),
              new Decisions(() -> new FakeGeneration(new AtomicInteger()), Clock.systemUTC()),
              () -> new Readiness(true, ""));
      var refused = assertThrows(WebServer.CannotListen.class, second::start);
      assertTrue(
          String.valueOf(refused.getMessage()).contains("port " + port),
          String.valueOf(refused.getMessage()));
      assertTrue(
          String.valueOf(refused.getMessage()).contains("--port"),
          String.valueOf(refused.getMessage()));
      assertFalse(String.valueOf(refused.getMessage()).contains("\n"));
      second.close();
    }
  }

  @Test
  @Tag("slow")
  void a_reader_who_takes_nothing_is_cut_off_and_the_others_are_not() throws Exception {
    Answer large = AnswerFixture.long_("m_1", 2_000, 10_000);
    try (var running =
        RunningServer.with(
            RunningServer.telling(inquiry -> large),
            limits(10, 200 << 20, Duration.ofMillis(500), 10))) {
      running.ask(RunningServer.QUESTION);
      try (var slow = new Socket()) {
        slow.setReceiveBufferSize(4_096);
        slow.setSoTimeout(20_000);
        slow.connect(new InetSocketAddress("127.0.0.1", running.server.port()));
        slow.getOutputStream()
            .write(
                "GET /api/answers/m_1 HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        Thread.sleep(2_000);
        var quick =
            running.send(running.request("/api/answers/m_1").header("Accept", "text/event-stream"));
        assertEquals(2_002, StreamTest.read(quick.body()).size());
        assertTrue(readToEnd(slow) < quick.body().length(), "the slow reader got everything");
      }
    }
  }

  @Test
  @Tag("slow")
  void a_body_that_never_comes_is_not_waited_for() throws Exception {
    try (var running =
            RunningServer.with(
                RunningServer.comparing(), limits(10, 1 << 20, Duration.ofMillis(500), 10));
        Socket socket = running.connect()) {
      socket
          .getOutputStream()
          .write(
              "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"
                  .getBytes(StandardCharsets.US_ASCII));
      assertTrue(readToEnd(socket) < 2_000);
    }
  }

  /// Reads until the server closes or resets the connection.
  private static long readToEnd(Socket socket) {
    long read = 0;
    byte[] buffer = new byte[65_536];
    try {
      int length;
      while ((length = socket.getInputStream().read(buffer)) >= 0) {
        read += length;
      }
    } catch (java.net.SocketTimeoutException stillOpen) {
      throw new AssertionError("the connection was left open", stillOpen);
    } catch (IOException reset) {
      return read;
    }
    return read;
  }

  /// Room is given back a moment after the answer went out.
  private static int eventually(RunningServer running) throws Exception {
    int status = 0;
    for (int tries = 0; tries < 100 && status != 200; tries++) {
      status = running.ask(RunningServer.QUESTION).statusCode();
    }
    return status;
  }

  private static int eventuallyKept(RunningServer running, String id) throws Exception {
    return running.get("/api/answers/" + id).statusCode();
  }

  static WebSettings.Limits limits(int answers, long keptBytes, Duration write, int grace) {
    WebSettings.Limits usual = WebSettings.Limits.defaults();
    return new WebSettings.Limits(
        usual.body(),
        usual.question(),
        answers,
        0,
        usual.queueWait(),
        usual.streams(),
        usual.connections(),
        usual.others(),
        usual.deadline(),
        usual.heartbeat(),
        write,
        usual.kept(),
        keptBytes,
        Duration.ofSeconds(grace));
  }
}
