package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerFixture;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class VisitorsTest {
  private static final Network HERE = Network.of("127.0.0.0/8").orElseThrow();
  private static final Network INNER = Network.of("10.0.0.0/8").orElseThrow();

  @Test
  void whoever_asks_too_often_is_told_when_to_ask_again() throws Exception {
    try (var running = asking(2, 0, 0, Set.of())) {
      assertEquals(200, running.ask(RunningServer.QUESTION).statusCode());
      assertEquals(400, running.ask("{}").statusCode());
      HttpResponse<String> third = running.ask(RunningServer.QUESTION);
      var problem = ChatTest.problem(429, third);
      String wait = third.headers().firstValue("Retry-After").orElseThrow();
      assertTrue(Integer.parseInt(wait) > 20 && Integer.parseInt(wait) <= 30, wait);
      assertEquals(
          "Too many questions from your address; ask again in " + wait + " s.",
          problem.path("detail").textValue());
      assertEquals("/api/chat", problem.path("instance").textValue());
      ChatTest.problem(
          429,
          running.send(running.post(RunningServer.QUESTION).header("Accept", "text/event-stream")));
      assertEquals(200, running.get("/api/documents").statusCode());
    }
  }

  @Test
  void other_requests_are_counted_apart_and_probes_are_not() throws Exception {
    try (var running = asking(0, 3, 0, Set.of())) {
      assertEquals(200, running.get("/").statusCode());
      assertEquals(404, running.get("/nowhere").statusCode());
      assertEquals(405, running.get("/api/chat").statusCode());
      for (String path : List.of("/", "/nowhere", "/api/chat", "/api/answers/m_1", "/api/chat/")) {
        var problem = ChatTest.problem(429, running.get(path));
        assertTrue(
            problem.path("detail").textValue().startsWith("Too many requests from your address"));
      }
      for (int times = 0; times < 10; times++) {
        assertEquals(200, running.get("/healthz").statusCode());
        assertEquals(200, running.get("/readyz").statusCode());
      }
      assertEquals(200, running.ask(RunningServer.QUESTION).statusCode());
    }
  }

  @Test
  void a_conversation_has_its_own_bound_whoever_asks() throws Exception {
    try (var running = asking(0, 0, 2, Set.of(HERE))) {
      for (int from = 1; from <= 2; from++) {
        assertEquals(200, inConversation(running, "c_1", "192.0.2." + from));
      }
      assertEquals(429, inConversation(running, "c_1", "192.0.2.3"));
      assertEquals(200, inConversation(running, "c_2", "192.0.2.3"));
      assertEquals(200, running.ask(RunningServer.QUESTION).statusCode());
    }
  }

  private static int inConversation(RunningServer running, String conversation, String from)
      throws Exception {
    return running
        .send(
            running
                .post("{\"message\":\"x\",\"conversation\":\"" + conversation + "\"}")
                .header("X-Forwarded-For", from))
        .statusCode();
  }

  @Test
  void nobody_is_believed_whom_they_forward_but_a_proxy() throws Exception {
    try (var running = asking(0, 1, 0, Set.of(INNER))) {
      assertEquals(404, forwarded(running, "192.0.2.1"));
      assertEquals(429, forwarded(running, "192.0.2.2"));
      assertEquals(429, forwarded(running, "10.0.0.1"));
    }
  }

  @Test
  void a_proxy_is_believed_as_far_as_proxies_go() throws Exception {
    try (var running = asking(0, 1, 0, Set.of(HERE, INNER))) {
      assertEquals(404, forwarded(running, "192.0.2.1"));
      for (String same :
          List.of(
              "192.0.2.1",
              " 192.0.2.1 ",
              "192.0.2.1:4711",
              "::ffff:192.0.2.1",
              "[::ffff:192.0.2.1]:80",
              "192.0.2.1, 10.0.0.1",
              "192.0.2.1, 10.0.0.1, 10.0.0.2",
              "203.0.113.1, 192.0.2.1",
              "made up, 192.0.2.1, 10.9.9.9",
              "10.0.0.5, 192.0.2.1")) {
        assertEquals(429, forwarded(running, same), same);
      }
      assertEquals(404, forwarded(running, "192.0.2.2, 10.0.0.1"));
      assertEquals(404, forwarded(running, "2001:db8::1"));
      assertEquals(429, forwarded(running, "2001:db8::ffff:2"));
      assertEquals(404, forwarded(running, "2001:db8:0:1::1"));
    }
  }

  @Test
  void what_no_address_is_counts_for_the_proxy() throws Exception {
    try (var running = asking(0, 1, 0, Set.of(HERE))) {
      assertEquals(404, forwarded(running, ""));
      for (String odd :
          List.of("unknown", "_hidden", "192.0.2.300", "a.example", ",", "[", "x".repeat(4_000))) {
        assertEquals(429, forwarded(running, odd), odd);
      }
    }
  }

  @Test
  void one_address_may_read_so_many_streams_at_once() throws Exception {
    var go = new CountDownLatch(1);
    Answer answer = AnswerFixture.comparison("m_1", "c_1");
    var visitor = new WebSettings.Visitor(0, 0, 0, 2, Set.of(HERE));
    try (var running =
        RunningServer.with(
            (inquiry, listener) -> {
              RunningServer.tell(AnswerFixture.events(answer).subList(0, 1), listener);
              ChatTest.await(go);
              return answer;
            },
            visitor)) {
      var first =
          running.client.send(
              running.post(RunningServer.QUESTION).header("Accept", "text/event-stream").build(),
              HttpResponse.BodyHandlers.ofInputStream());
      var second =
          running.client.send(
              running.request("/api/answers/m_1").header("Accept", "text/event-stream").build(),
              HttpResponse.BodyHandlers.ofInputStream());
      assertEquals(200, first.statusCode());
      assertEquals(200, second.statusCode());
      var third =
          running.send(running.request("/api/answers/m_1").header("Accept", "text/event-stream"));
      ChatTest.problem(429, third);
      assertEquals("1", third.headers().firstValue("Retry-After").orElseThrow());
      var neighbour =
          running.client.send(
              running
                  .request("/api/answers/m_1")
                  .header("Accept", "text/event-stream")
                  .header("X-Forwarded-For", "192.0.2.1")
                  .build(),
              HttpResponse.BodyHandlers.ofInputStream());
      assertEquals(200, neighbour.statusCode());
      go.countDown();
      for (var open : List.of(first, second, neighbour)) {
        open.body().readAllBytes();
      }
      int status = 429;
      for (int tries = 0; tries < 100 && status == 429; tries++) {
        status =
            running
                .send(running.request("/api/answers/m_1").header("Accept", "text/event-stream"))
                .statusCode();
      }
      assertEquals(200, status);
    }
  }

  private static RunningServer asking(
      int questions, int requests, int turns, Set<Network> proxies) {
    return RunningServer.with(
        RunningServer.comparing(), new WebSettings.Visitor(questions, requests, turns, 0, proxies));
  }

  private static int forwarded(RunningServer running, String header) throws Exception {
    return running.send(running.request("/nowhere").header("X-Forwarded-For", header)).statusCode();
  }
}
