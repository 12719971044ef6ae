package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.PassingConversations;
import dev.backendadvisor.conversation.RealAdvisor;
import dev.backendadvisor.llm.ModelAnswerer;
import dev.backendadvisor.llm.ModelScripts;
import dev.backendadvisor.llm.ModelSettings;
import dev.backendadvisor.llm.ScriptedModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Fault 17: when a visitor leaves, nobody stays on the line to the model, and the answer is there
/// when they come back.
class LeavingTest {
  private static final String QUESTION = "Is Node.js better than Python for a chat application?";

  /// Far longer than a test may take: nobody hangs up because of it.
  private static final Duration FOR_EVER = Duration.ofMinutes(10);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static ScriptedModel model;
  private static RealAdvisor real;
  private static RunningServer running;
  private static String byRules;

  @BeforeAll
  static void open() throws IOException {
    model = ScriptedModel.playing(ModelScripts.honest());
    var settings =
        ModelSettings.of(
            "ollama:scripted",
            name -> Optional.of(model.baseUrl().toString()).filter(url -> name.endsWith("_URL")));
    var patient = settings.with(settings.limits().waiting(FOR_EVER, FOR_EVER));
    var conversations = new PassingConversations(100, 100);
    real = new RealAdvisor(new ModelAnswerer(patient, new RuleAnswerer()), conversations);
    running = RunningServer.with(real.advisor(), WebSettings.Limits.defaults(), conversations);
    try (var rules = new RealAdvisor(new RuleAnswerer())) {
      byRules = rules.ask(QUESTION).text();
    }
  }

  @AfterAll
  static void close() throws IOException {
    running.close();
    real.close();
    model.close();
  }

  /// Asks over a connection of its own.
  private static Socket ask(String accept) throws IOException {
    URI address = URI.create(running.server.address());
    var socket = new Socket(address.getHost(), address.getPort());
    String body = "{\"message\":\"" + QUESTION + "\"}";
    socket
        .getOutputStream()
        .write(
            ("POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Accept: "
                    + accept
                    + "\r\nContent-Length: "
                    + body.length()
                    + "\r\n\r\n"
                    + body)
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/event-stream", "application/json"})
  void the_model_is_hung_up_on(String accept) throws Exception {
    var asked = new CountDownLatch(1);
    model.play(
        (request, reply) -> {
          asked.countDown();
          reply.head().waitForHangUp();
        });
    try (Socket visitor = ask(accept)) {
      asked.await();
      assertFalse(model.isLeftAlone(Duration.ofMillis(700)), "as long as the visitor is there");
      visitor.close();
    }
    assertTrue(model.isLeftAlone(PATIENCE));
  }

  @Test
  void the_answer_is_finished_by_rules_and_kept_for_the_one_who_comes_back() throws Exception {
    var asked = new CountDownLatch(1);
    model.play(
        ModelScripts.after(
            1,
            (request, reply) -> {
              asked.countDown();
              reply.waitForHangUp();
            }));
    String id;
    try (Socket visitor = ask("text/event-stream")) {
      var lines =
          new BufferedReader(
              new InputStreamReader(visitor.getInputStream(), StandardCharsets.UTF_8));
      String line = lines.readLine();
      while (!line.startsWith("data: {")) {
        line = lines.readLine();
      }
      id = new ObjectMapper().readTree(line.substring(6)).path("id").textValue();
      asked.await();
    }
    assertTrue(model.isLeftAlone(PATIENCE));
    var answer = running.get("/api/answers/" + id);
    assertEquals(200, answer.statusCode(), answer.body());
    var json = new ObjectMapper().readTree(answer.body());
    assertEquals(byRules, json.path("text").textValue());
    assertTrue(answer.body().contains("\"Nobody was waiting for the language model any longer"));
    var turns = running.get("/api/conversations/" + json.path("conversation").textValue());
    assertTrue(turns.body().contains(id), "it is stored");
  }

  @Test
  void a_visitor_who_says_more_meanwhile_is_still_there() throws Exception {
    var asked = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    model.play(
        (request, reply) -> {
          asked.countDown();
          goOn.await();
          ModelScripts.honest().play(request, reply);
        });
    try (Socket visitor = ask("application/json")) {
      asked.await();
      visitor
          .getOutputStream()
          .write("GET /healthz HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
      assertFalse(model.isLeftAlone(Duration.ofSeconds(1)));
      goOn.countDown();
      String response = new String(visitor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(response.startsWith("HTTP/1.1 200 "), response);
      assertTrue(response.contains("\"kind\":\"model\""), response);
    }
  }
}
