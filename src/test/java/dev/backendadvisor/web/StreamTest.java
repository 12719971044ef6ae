package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.answer.AnswerFixture;
import dev.backendadvisor.conversation.Advisor;
import dev.backendadvisor.format.AnswerJson;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTest {
  /// One event as read from the wire.
  record Event(String id, String name, String data) {}

  @Test
  void events_come_in_order_each_with_an_id() throws Exception {
    try (var running = RunningServer.with(RunningServer.comparing())) {
      HttpResponse<String> response =
          running.send(running.post(RunningServer.QUESTION).header("Accept", "text/event-stream"));
      assertEquals(200, response.statusCode());
      assertEquals(
          "text/event-stream;charset=utf-8",
          response.headers().firstValue("Content-Type").orElseThrow());
      List<Event> events = read(response.body());
      assertEquals(
          List.of(
              "understood",
              "comparison",
              "notice",
              "sentence",
              "citation",
              "sentence",
              "citation",
              "sentence",
              "sentence",
              "citation",
              "sentence",
              "sentence",
              "done"),
          events.stream().map(Event::name).toList());
      for (int at = 0; at < events.size(); at++) {
        assertEquals(String.valueOf(at + 1), events.get(at).id());
      }
      Answer answer = AnswerFixture.comparison("m_1", "c_new");
      assertEquals(AnswerJson.write(answer), events.getLast().data());
      StringBuilder text = new StringBuilder();
      for (Event event : events) {
        if (event.name().equals("sentence")) {
          JsonNode sentence = RunningServer.json(event.data());
          text.append(sentence.path("before").textValue())
              .append(sentence.path("text").textValue());
          sentence.path("citations").forEach(number -> text.append(" [" + number + "]"));
        }
      }
      assertEquals(answer.text(), text.toString());
    }
  }

  @Test
  void sentences_arrive_before_the_answer_is_done() throws Exception {
    var go = new CountDownLatch(1);
    Answer answer = AnswerFixture.comparison("m_1", "c_1");
    List<AnswerEvent> events = AnswerFixture.events(answer);
    Advisor advisor =
        (inquiry, listener) -> {
          RunningServer.tell(events.subList(0, 4), listener);
          ChatTest.await(go);
          RunningServer.tell(events.subList(4, events.size()), listener);
          return answer;
        };
    try (var running = RunningServer.with(advisor)) {
      var response =
          running.client.send(
              running.post(RunningServer.QUESTION).header("Accept", "text/event-stream").build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (var lines =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
        StringBuilder before = new StringBuilder();
        String line;
        while (!(line = lines.readLine()).startsWith("id: 4")) {
          before.append(line).append('\n');
        }
        assertEquals(3, read(before.toString()).size());
        go.countDown();
        assertTrue(lines.lines().anyMatch("event: done"::equals));
      }
    }
  }

  @Test
  void a_reader_who_comes_back_misses_nothing_and_sees_nothing_twice() throws Exception {
    var told = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    Answer answer = AnswerFixture.comparison("m_1", "c_1");
    List<AnswerEvent> events = AnswerFixture.events(answer);
    Advisor advisor =
        (inquiry, listener) -> {
          RunningServer.tell(events.subList(0, 6), listener);
          told.countDown();
          ChatTest.await(go);
          RunningServer.tell(events.subList(6, events.size()), listener);
          return answer;
        };
    try (var running = RunningServer.with(advisor)) {
      var first =
          running.client.send(
              running.post(RunningServer.QUESTION).header("Accept", "text/event-stream").build(),
              HttpResponse.BodyHandlers.ofInputStream());
      ChatTest.await(told);
      first.body().close();
      var second =
          running.client.sendAsync(
              running
                  .request("/api/answers/m_1")
                  .header("Accept", "text/event-stream")
                  .header("Last-Event-ID", "3")
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      go.countDown();
      List<Event> rest = read(second.get().body());
      assertEquals("4", rest.get(0).id());
      List<Event> whole = read(running.send(events(running, "m_1")).body());
      assertEquals(events.size(), whole.size());
      assertEquals(whole.subList(3, whole.size()), rest);
      for (int last = 1; last < whole.size(); last++) {
        var resumed =
            running.send(events(running, "m_1").header("Last-Event-ID", String.valueOf(last)));
        assertEquals(whole.subList(last, whole.size()), read(resumed.body()));
      }
    }
  }

  /// Wherever the connection breaks, in the middle of a sentence too.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_reader_cut_off_anywhere_goes_on_where_it_was(long seed) throws Exception {
    Answer answer = AnswerFixture.comparison("m_1", "c_1");
    List<AnswerEvent> events = AnswerFixture.events(answer);
    var go = new Semaphore(0);
    Advisor advisor =
        (inquiry, listener) -> {
          for (AnswerEvent event : events.subList(0, events.size() - 1)) {
            listener.accept(event);
            go.acquireUninterruptibly();
          }
          return answer;
        };
    var chance = new Random(seed);
    try (var running =
        RunningServer.with(advisor, limits(Duration.ofMillis(30), Duration.ofMinutes(5)))) {
      var first =
          running.client.sendAsync(
              running.post(RunningServer.QUESTION).build(), HttpResponse.BodyHandlers.ofString());
      List<Event> got = new ArrayList<>();
      while (got.isEmpty() || !got.getLast().name().equals("done")) {
        go.release(1 + chance.nextInt(3));
        String last = got.isEmpty() ? "0" : got.getLast().id();
        got.addAll(read(wholeBlocks(torn(running, last, 1 + chance.nextInt(12_000)))));
      }
      List<Event> whole = read(running.send(events(running, "m_1")).body());
      assertEquals(whole, got);
      assertEquals(events.size(), whole.size());
      assertEquals(200, first.get().statusCode());
    }
  }

  /// The first bytes of the rest of an answer; then the connection is reset.
  private static String torn(RunningServer running, String last, int bytes) throws Exception {
    try (Socket socket = running.connect()) {
      socket.setSoTimeout(20);
      socket
          .getOutputStream()
          .write(
              ("GET /api/answers/m_1 HTTP/1.0\r\nHost: x\r\nAccept: text/event-stream\r\n"
                      + "Last-Event-ID: "
                      + last
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      var read = new ByteArrayOutputStream();
      byte[] buffer = new byte[512];
      try {
        int length = 0;
        while (length >= 0 && read.size() < bytes) {
          read.write(buffer, 0, length);
          length = socket.getInputStream().read(buffer, 0, Math.min(512, bytes - read.size()));
        }
      } catch (SocketTimeoutException nothingMoreNow) {
        // as if it broke here
      }
      socket.setSoLinger(true, 0);
      String all = read.toString(StandardCharsets.UTF_8);
      int head = all.indexOf("\r\n\r\n");
      assertTrue("HTTP/1.1 ".startsWith(all) || all.startsWith("HTTP/1.1 "), all);
      return head < 0 || !all.startsWith("HTTP/1.1 200") ? "" : all.substring(head + 4);
    }
  }

  /// What a browser makes an event of: all up to the last empty line.
  private static String wholeBlocks(String torn) {
    int end = torn.lastIndexOf("\n\n");
    return end < 0 ? "" : torn.substring(0, end + 2);
  }

  @Test
  void readers_who_vanish_leave_no_stream_behind_while_the_answer_goes_on() throws Exception {
    vanish(200);
  }

  @Test
  @Tag("slow")
  void thousands_of_readers_who_vanish_leave_no_stream_behind() throws Exception {
    vanish(5_000);
  }

  private static void vanish(int readers) throws Exception {
    var told = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    Answer answer = AnswerFixture.comparison("m_1", "c_1");
    Advisor advisor =
        (inquiry, listener) -> {
          RunningServer.tell(AnswerFixture.events(answer).subList(0, 2), listener);
          told.countDown();
          ChatTest.await(go);
          return answer;
        };
    try (var running =
        RunningServer.with(advisor, limits(Duration.ofMillis(20), Duration.ofMinutes(5)))) {
      var first =
          running.client.sendAsync(
              running.post(RunningServer.QUESTION).build(), HttpResponse.BodyHandlers.ofString());
      ChatTest.await(told);
      for (int reader = 0; reader < readers; reader++) {
        try (Socket socket = running.connect()) {
          socket
              .getOutputStream()
              .write(
                  "GET /api/answers/m_1 HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n"
                      .getBytes(StandardCharsets.US_ASCII));
          if (reader % 2 == 0) {
            assertTrue(socket.getInputStream().read() == 'H');
          }
          socket.setSoLinger(reader % 3 == 0, 0);
        }
      }
      for (int tries = 0; tries < 2_000 && running.server.streams() > 0; tries++) {
        Thread.sleep(10);
      }
      assertEquals(0, running.server.streams());
      assertFalse(first.isDone());
      go.countDown();
      assertEquals(200, first.get().statusCode());
    }
  }

  @Test
  void a_reader_who_has_seen_the_end_is_told_not_to_come_back() throws Exception {
    try (var running = RunningServer.with(RunningServer.comparing())) {
      running.ask(RunningServer.QUESTION);
      assertEquals(
          204, running.send(events(running, "m_1").header("Last-Event-ID", "13")).statusCode());
      assertEquals(
          204,
          running.send(events(running, "m_1").header("Last-Event-ID", "999999999")).statusCode());
      for (String odd : List.of("x", "-1", "1.5", "99999999999999999999", "m_1")) {
        ChatTest.problem(400, running.send(events(running, "m_1").header("Last-Event-ID", odd)));
      }
    }
  }

  @Test
  void a_silent_answer_is_kept_awake_by_comments_between_events() throws Exception {
    Answer answer = AnswerFixture.comparison("m_1", "c_1");
    var go = new CountDownLatch(1);
    Advisor advisor =
        (inquiry, listener) -> {
          List<AnswerEvent> events = AnswerFixture.events(answer);
          RunningServer.tell(events.subList(0, 1), listener);
          ChatTest.await(go);
          RunningServer.tell(events.subList(1, events.size()), listener);
          return answer;
        };
    try (var running =
        RunningServer.with(advisor, limits(Duration.ofMillis(20), Duration.ofSeconds(30)))) {
      var response =
          running.client.send(
              running.post(RunningServer.QUESTION).header("Accept", "text/event-stream").build(),
              HttpResponse.BodyHandlers.ofLines());
      List<String> all = new ArrayList<>();
      int[] comments = {0};
      response
          .body()
          .forEach(
              line -> {
                all.add(line);
                if (line.startsWith(":") && ++comments[0] == 3) {
                  go.countDown();
                }
              });
      assertEquals(13, read(String.join("\n", all)).size());
    }
  }

  @Test
  void a_fault_after_the_first_event_ends_the_stream_with_one_error() throws Exception {
    Advisor advisor =
        (inquiry, listener) -> {
          RunningServer.tell(
              AnswerFixture.events(AnswerFixture.comparison("m_1", "c_1")).subList(0, 4), listener);
          throw new IllegalStateException("secret inside");
        };
    try (var running = RunningServer.with(advisor)) {
      var response =
          running.send(running.post(RunningServer.QUESTION).header("Accept", "text/event-stream"));
      List<Event> events = read(response.body());
      assertEquals(5, events.size());
      assertEquals("error", events.getLast().name());
      JsonNode problem = RunningServer.json(events.getLast().data());
      assertEquals(500, problem.path("status").intValue());
      assertEquals("/api/chat", problem.path("instance").textValue());
      assertFalse(response.body().contains("secret"));
      ChatTest.problem(500, running.get("/api/answers/m_1"));
    }
  }

  @Test
  void an_answer_that_takes_too_long_is_ended_and_its_thread_told() throws Exception {
    var interrupted = new CountDownLatch(1);
    Advisor advisor =
        (inquiry, listener) -> {
          Answer answer = AnswerFixture.comparison("m_1", "c_1");
          RunningServer.tell(AnswerFixture.events(answer).subList(0, 1), listener);
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException told) {
            interrupted.countDown();
          }
          listener.accept(new AnswerEvent.Done(answer));
          return answer;
        };
    try (var running =
        RunningServer.with(advisor, limits(Duration.ofSeconds(8), Duration.ofSeconds(1)))) {
      var response =
          running.send(running.post(RunningServer.QUESTION).header("Accept", "text/event-stream"));
      List<Event> events = read(response.body());
      assertEquals(List.of("understood", "error"), events.stream().map(Event::name).toList());
      ChatTest.await(interrupted);
      var problem = ChatTest.problem(503, running.ask(RunningServer.QUESTION));
      assertEquals("Too slow", problem.path("title").textValue());
    }
  }

  @Test
  void what_a_client_accepts_decides_the_form() throws Exception {
    try (var running = RunningServer.with(RunningServer.comparing())) {
      for (String accept :
          List.of(
              "text/event-stream",
              "text/event-stream, application/json",
              "application/json;q=0.5, text/event-stream")) {
        assertTrue(form(running, accept).startsWith("text/event-stream"), accept);
      }
      for (String accept :
          List.of(
              "*/*",
              "application/json",
              "application/*;q=0.1",
              "application/json, text/event-stream;q=0.9")) {
        assertEquals("application/json", form(running, accept), accept);
      }
      ChatTest.problem(
          406, running.send(running.post(RunningServer.QUESTION).header("Accept", "text/html")));
    }
  }

  private static String form(RunningServer running, String accept) throws Exception {
    var response = running.send(running.post(RunningServer.QUESTION).header("Accept", accept));
    assertEquals(200, response.statusCode(), accept);
    return response.headers().firstValue("Content-Type").orElseThrow();
  }

  private static java.net.http.HttpRequest.Builder events(RunningServer running, String id) {
    return running.request("/api/answers/" + id).header("Accept", "text/event-stream");
  }

  static WebSettings.Limits limits(Duration heartbeat, Duration deadline) {
    WebSettings.Limits usual = WebSettings.Limits.defaults();
    return new WebSettings.Limits(
        usual.body(),
        usual.question(),
        usual.answers(),
        usual.queue(),
        usual.queueWait(),
        usual.streams(),
        usual.connections(),
        usual.others(),
        deadline,
        heartbeat,
        usual.write(),
        usual.kept(),
        usual.keptBytes(),
        usual.grace());
  }

  /// The events of a stream, held to the form of
  /// [text/event-stream](https://html.spec.whatwg.org/multipage/server-sent-events.html).
  static List<Event> read(String stream) {
    List<Event> events = new ArrayList<>();
    for (String block : stream.split("\n\n")) {
      List<String> lines =
          block.lines().filter(line -> !line.startsWith(":") && !line.isEmpty()).toList();
      if (!lines.isEmpty()) {
        assertEquals(3, lines.size(), block);
        events.add(
            new Event(
                after("id: ", lines.get(0)),
                after("event: ", lines.get(1)),
                after("data: ", lines.get(2))));
      }
    }
    return events;
  }

  private static String after(String field, String line) {
    assertTrue(line.startsWith(field), line);
    return line.substring(field.length());
  }
}
