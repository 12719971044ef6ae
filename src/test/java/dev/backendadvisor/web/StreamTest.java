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
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

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
        RunningServer.with(advisor, limits(Duration.ofSeconds(8), Duration.ofMillis(100)))) {
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
        usual.streams(),
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
