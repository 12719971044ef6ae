package dev.backendadvisor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.llm.ModelScripts;
import dev.backendadvisor.llm.ScriptedModel;
import dev.backendadvisor.slack.FakeSlack;
import dev.backendadvisor.slack.SlackRequests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One evening with every door open: terminal, page, a site elsewhere, a model in three moods,
/// Slack, and the memory that outlives a killed process.
@Tag("slow")
class EveningTest {
  private static final String QUESTION = "Is Node.js better than Python for a chat application?";
  private static final String HOST_SITE = "https://shop.example";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path data;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Deque<Process> servers = new ArrayDeque<>();
  private URI address = URI.create("http://127.0.0.1");

  @AfterEach
  void end() {
    servers.forEach(Process::destroyForcibly);
  }

  @Test
  void every_door_tells_the_same_and_the_memory_holds() throws Exception {
    JsonNode inTerminal = ask_in_the_terminal();
    start(Map.of());
    JsonNode byRules = chat(QUESTION, "");
    assertEquals(inTerminal.path("text"), byRules.path("text"));
    assertTrue(get("/").body().contains("<advisor-chat"));
    HttpResponse<String> widget = get("/widget.js");
    assertEquals(200, widget.statusCode());
    assertEquals("*", widget.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    assertEquals("", allowedOrigin());
    stop();

    try (ScriptedModel model = ScriptedModel.playing(ModelScripts.honest());
        FakeSlack slack = new FakeSlack()) {
      Map<String, String> settings =
          Map.of(
              "ADVISOR_MODEL",
              "openai:scripted",
              "OPENAI_API_KEY",
              "sk-none",
              "OPENAI_BASE_URL",
              model.baseUrl().toString(),
              "ADVISOR_ALLOWED_ORIGINS",
              HOST_SITE,
              "SLACK_SIGNING_SECRET",
              SlackRequests.SECRET,
              "SLACK_BOT_TOKEN",
              "xoxb-none",
              "SLACK_API_URL",
              slack.api().toString());
      start(settings);
      assertEquals(HOST_SITE, allowedOrigin());

      JsonNode honest = chat(QUESTION, "");
      assertEquals("model", honest.path("writer").path("kind").textValue());
      sameAs(byRules, honest);
      model.play(ModelScripts.hostile());
      sameAs(byRules, chat(QUESTION, ""));
      model.close();
      JsonNode dead = chat(QUESTION, "");
      sameAs(byRules, dead);
      assertEquals("rules", dead.path("writer").path("kind").textValue());
      assertEquals("model-unavailable", dead.at("/notices/0/code").textValue());

      String conversation = honest.path("conversation").textValue();
      JsonNode followUp = chat("and Java?", conversation);
      assertTrue(followUp.path("understood").path("technologies").toString().contains("java"));

      for (int i = 0; i < 3; i++) {
        slack(SlackRequests.command(QUESTION, "trigger-1", slack.responseUrl()), "form");
        slack(
            SlackRequests.mention("Ev1", "<@U0BOT> " + QUESTION, "1700000001.000100", ""), "json");
      }
      List<FakeSlack.Call> replies = slack.calls(2);
      Thread.sleep(1_000); // a third reply would come now
      assertEquals(2, slack.calls().stream().filter(EveningTest::isReply).count());
      assertTrue(
          replies.stream()
              .filter(EveningTest::isReply)
              .allMatch(one -> one.text().contains("Node.js")));

      String before = get("/api/conversations/" + conversation).body();
      servers.pop().destroyForcibly().waitFor();
      start(settings);
      assertEquals(before, get("/api/conversations/" + conversation).body());
      assertEquals(2, JSON.readTree(before).path("turns").size());
      for (JsonNode alone : List.of(byRules, dead)) {
        String id = alone.path("conversation").textValue();
        assertEquals(
            alone, JSON.readTree(get("/api/conversations/" + id).body()).at("/turns/0/answer"));
      }
      slack(SlackRequests.mention("Ev1", "<@U0BOT> " + QUESTION, "1700000001.000100", ""), "json");
      slack(
          SlackRequests.mention(
              "Ev2", "<@U0BOT> and Java?", "1700000002.000200", "1700000001.000100"),
          "json");
      assertTrue(slack.calls(3).getLast().text().contains("Java"));
      assertEquals(3, slack.calls().stream().filter(EveningTest::isReply).count());
      stop();
    }
  }

  private JsonNode ask_in_the_terminal() throws IOException, InterruptedException {
    Process question = advisor(Map.of(), "ask", "--json", QUESTION);
    String answer = new String(question.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, question.waitFor());
    return JSON.readTree(answer);
  }

  /// The same verdict, nothing but the same sources, and no sentence less.
  private static void sameAs(JsonNode expected, JsonNode answer) {
    assertEquals(expected.path("comparison"), answer.path("comparison"));
    assertEquals(quotes(expected), quotes(answer));
    assertEquals(
        expected.at("/sentences/0/citations").size(), answer.at("/sentences/0/citations").size());
    assertTrue(answer.path("text").textValue().contains("Node.js suits"), answer::toString);
    assertFalse(answer.path("text").textValue().contains("http"), answer::toString);
  }

  private static Set<String> quotes(JsonNode answer) {
    Set<String> quotes = new TreeSet<>();
    answer.path("citations").forEach(one -> quotes.add(one.path("quote").textValue()));
    return quotes;
  }

  private static boolean isReply(FakeSlack.Call call) {
    return !call.path().endsWith("auth.test");
  }

  private void start(Map<String, String> settings) throws IOException {
    Process server = advisor(settings, "serve", "--port", "0");
    servers.push(server);
    String line = server.inputReader(StandardCharsets.UTF_8).readLine();
    assertTrue(line != null && line.startsWith("listening on "), () -> "said " + line);
    address = URI.create(line.substring("listening on ".length()));
  }

  private void stop() throws InterruptedException {
    Process server = servers.pop();
    server.destroy();
    assertTrue(server.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, server.exitValue());
  }

  private Process advisor(Map<String, String> settings, String... words) throws IOException {
    var builder = new ProcessBuilder("./advisor");
    builder.command().addAll(List.of(words));
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("ADVISOR_DATA", data.toString());
    environment.put("ADVISOR_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().keySet().removeIf(name -> name.matches("(?:ADVISOR|OPENAI|SLACK)_.*"));
    builder.environment().putAll(environment);
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private JsonNode chat(String message, String conversation) throws Exception {
    var body = JSON.createObjectNode().put("message", message);
    if (!conversation.isEmpty()) {
      body.put("conversation", conversation);
    }
    HttpResponse<String> response =
        post("/api/chat", body.toString(), "application/json", Map.of());
    assertEquals(200, response.statusCode(), response::body);
    return JSON.readTree(response.body());
  }

  private void slack(String body, String form) throws Exception {
    String type = form.equals("form") ? "application/x-www-form-urlencoded" : "application/json";
    HttpResponse<String> response =
        post("/slack/events", body, type, SlackRequests.signed(body, Instant.now()));
    assertEquals(200, response.statusCode(), response::body);
  }

  /// The origin whose pages may read what the API says to a page of [#HOST_SITE].
  private String allowedOrigin() throws Exception {
    return post(
            "/api/chat", "{\"message\":\"hello\"}", "application/json", Map.of("Origin", HOST_SITE))
        .headers()
        .firstValue("Access-Control-Allow-Origin")
        .orElse("");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address.resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(
      String path, String body, String type, Map<String, String> headers) throws Exception {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", type)
            .timeout(Duration.ofMinutes(1))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
