package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backendadvisor.answer.AnswerFixture;
import dev.backendadvisor.conversation.Advisor;
import dev.backendadvisor.conversation.Inquiry;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.format.AnswerJson;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChatTest {
  @Test
  void a_question_gets_the_whole_answer() throws Exception {
    try (var running = RunningServer.with(RunningServer.comparing())) {
      HttpResponse<String> response = running.ask(RunningServer.QUESTION);
      assertEquals(200, response.statusCode());
      assertEquals("application/json", response.headers().firstValue("Content-Type").orElseThrow());
      assertEquals(AnswerJson.write(AnswerFixture.comparison("m_1", "c_new")), response.body());
    }
  }

  @Test
  void the_advisor_is_asked_what_the_body_says() throws Exception {
    List<Inquiry> asked = new ArrayList<>();
    Advisor advisor =
        RunningServer.telling(
            inquiry -> {
              asked.add(inquiry);
              return AnswerFixture.abstention("m_1", "c_1");
            });
    try (var running = RunningServer.with(advisor)) {
      running.ask(
          """
          {"message": " Node?\\n", "conversation": "c_1", "profile": {"goal": "build"},
           "request": "123e4567-e89b-12d3-a456-426614174000"}\
          """);
      running.ask("{\"message\":\"Node?\",\"conversation\":null}");
    }
    assertEquals(
        List.of(
            new Inquiry(
                " Node?\n",
                Optional.of("c_1"),
                Optional.of(UUID.fromString("123e4567-e89b-12d3-a456-426614174000")),
                Optional.of(Profile.EMPTY)),
            Inquiry.of("Node?")),
        asked);
  }

  @Test
  void an_answer_can_be_read_again_byte_for_byte() throws Exception {
    try (var running = RunningServer.with(RunningServer.comparing())) {
      String first = running.ask(RunningServer.QUESTION).body();
      HttpResponse<String> again = running.get("/api/answers/m_1");
      assertEquals(200, again.statusCode());
      assertEquals(first, again.body());
    }
  }

  @Test
  void an_answer_that_is_being_made_is_waited_for() throws Exception {
    var asked = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    Advisor advisor =
        (inquiry, events) -> {
          var answer = AnswerFixture.abstention("m_slow", "c_1");
          events.accept(AnswerFixture.events(answer).get(0));
          asked.countDown();
          await(go);
          return answer;
        };
    try (var running = RunningServer.with(advisor)) {
      var first =
          running.client.sendAsync(
              running.post(RunningServer.QUESTION).build(), HttpResponse.BodyHandlers.ofString());
      await(asked);
      var second =
          running.client.sendAsync(
              running.request("/api/answers/m_slow").build(), HttpResponse.BodyHandlers.ofString());
      go.countDown();
      assertEquals(first.get().body(), second.get().body());
      assertEquals("m_slow", RunningServer.json(second.get()).path("id").textValue());
    }
  }

  @Test
  void every_id_that_leads_nowhere_gets_the_same_404() throws Exception {
    try (var running = RunningServer.with(RunningServer.comparing())) {
      String id = RunningServer.json(running.ask(RunningServer.QUESTION)).path("id").textValue();
      Set<String> bodies = new HashSet<>();
      for (String wrong :
          List.of("m_2", id + "x", "m_", "c_new", "s_1", "x".repeat(3000), "m%5F2", "..%2F..")) {
        HttpResponse<String> response = running.get("/api/answers/" + wrong);
        assertEquals(404, response.statusCode(), wrong);
        bodies.add(response.body());
      }
      assertEquals(1, bodies.size(), bodies::toString);
    }
  }

  @Test
  void an_unknown_conversation_is_not_found() throws Exception {
    Advisor advisor =
        (inquiry, events) -> {
          throw new Advisor.UnknownConversation();
        };
    try (var running = RunningServer.with(advisor)) {
      for (String accept : List.of("application/json", "text/event-stream")) {
        HttpResponse<String> response =
            running.send(
                running
                    .post("{\"message\":\"x\",\"conversation\":\"c_9\"}")
                    .header("Accept", accept));
        problem(404, response);
        assertFalse(response.body().contains("c_9"));
      }
    }
  }

  @Test
  void a_fault_of_ours_is_a_problem_that_says_nothing_of_our_insides() throws Exception {
    Advisor advisor =
        (inquiry, events) -> {
          throw new IllegalStateException("secret inside");
        };
    try (var running = RunningServer.with(advisor)) {
      HttpResponse<String> response = running.ask(RunningServer.QUESTION);
      problem(500, response);
      assertFalse(response.body().contains("secret"));
      assertEquals(200, running.get("/healthz").statusCode());
    }
  }

  @Test
  void two_questions_at_once_get_their_own_answers() throws Exception {
    Advisor advisor =
        RunningServer.telling(
            inquiry ->
                AnswerFixture.abstention("m_" + inquiry.message(), "c_" + inquiry.message()));
    try (var running = RunningServer.with(advisor)) {
      List<java.util.concurrent.CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
      for (int at = 0; at < 50; at++) {
        all.add(
            running.client.sendAsync(
                running.post("{\"message\":\"" + at + "\"}").build(),
                HttpResponse.BodyHandlers.ofString()));
      }
      for (int at = 0; at < 50; at++) {
        assertEquals("m_" + at, RunningServer.json(all.get(at).get()).path("id").textValue());
      }
    }
  }

  static JsonNode problem(int status, HttpResponse<String> response) throws Exception {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElseThrow());
    JsonNode problem = RunningServer.json(response);
    assertEquals(status, problem.path("status").intValue());
    assertFalse(problem.path("title").textValue().isBlank());
    assertTrue(problem.path("detail").textValue().endsWith("."), response.body());
    assertTrue(problem.path("instance").textValue().startsWith("/"));
    return problem;
  }

  static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
