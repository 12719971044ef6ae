package dev.backendadvisor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.storage.StorageSettings;
import dev.backendadvisor.web.WebServer;
import dev.backendadvisor.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Conversations over HTTP, with the corpus, the index and the database as they are, from one start
/// of the server to the next.
class ConversationsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REQUEST = "123e4567-e89b-12d3-a456-426614174000";

  @TempDir Path data;

  private final HttpClient client = HttpClient.newHttpClient();
  private House house;
  private WebServer server;

  @BeforeEach
  void start() {
    var corpus = new CorpusOptions();
    CommandLine.populateCommand(
        corpus, "--corpus", "corpus", "--data", data.toString(), "--embeddings", "off");
    var keeping = StorageSettings.in(data.resolve("advisor.db")).patient(Duration.ofSeconds(2));
    house = House.toServe(new Worlds(Path.of(""), Map.of()).world(), corpus, keeping);
    var conversations = house.storage().conversations();
    server =
        house.server(
            new WebSettings("127.0.0.1", 0, Set.of(), "'self'", WebSettings.Limits.defaults()),
            house.advisor(conversations),
            conversations,
            List.of());
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
    house.close();
  }

  private void restart() {
    stop();
    start();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path))
        .timeout(Duration.ofSeconds(30));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(to(path));
  }

  private HttpRequest.Builder chat(String message, String conversation, String request) {
    var body = JSON.createObjectNode().put("message", message);
    if (!conversation.isEmpty()) {
      body.put("conversation", conversation);
    }
    if (!request.isEmpty()) {
      body.put("request", request);
    }
    return to("/api/chat")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  private String ask(String message, String conversation) throws Exception {
    HttpResponse<String> response = send(chat(message, conversation, ""));
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }

  private static String field(String json, String name) throws IOException {
    return JSON.readTree(json).path(name).textValue();
  }

  private static List<String> notices(String json) throws IOException {
    return StreamSupport.stream(JSON.readTree(json).path("notices").spliterator(), false)
        .map(notice -> notice.path("code").textValue())
        .toList();
  }

  @Test
  void a_conversation_is_read_again_as_it_was_sent_also_after_a_restart() throws Exception {
    String first = ask("Is Node.js better than\nPython for a \"chat\" application?", "");
    String conversation = field(first, "conversation");
    String second = ask("And Java? 🧵", conversation);
    String whole =
        "{\"conversation\":\"%s\",\"turns\":[{\"question\":\"Is Node.js better than\\nPython for a \\\"chat\\\" application?\",\"answer\":%s,\"at\":\"2026-11-23T12:00:00Z\"},{\"question\":\"And Java? 🧵\",\"answer\":%s,\"at\":\"2026-11-23T12:00:00Z\"}]}"
            .formatted(conversation, first, second);
    for (int start = 0; start < 2; start++) {
      HttpResponse<String> response = get("/api/conversations/" + conversation);
      assertEquals(200, response.statusCode());
      assertEquals("application/json", response.headers().firstValue("Content-Type").orElseThrow());
      assertEquals(whole, response.body());
      assertEquals(first, get("/api/answers/" + field(first, "id")).body());
      restart();
    }
    JsonNode third = JSON.readTree(ask("what about memory?", conversation));
    assertEquals(
        "[\"nodejs\",\"python\",\"java\"]",
        third.path("understood").path("technologies").toString());
    assertEquals(
        field(second, "id"),
        third.path("understood").path("carriedOver").path(0).path("from").textValue());
  }

  @Test
  void an_old_answer_is_told_event_by_event_as_the_first_time() throws Exception {
    HttpResponse<String> told =
        send(
            chat("Is Node.js better than Python for chat?", "", "")
                .header("Accept", "text/event-stream"));
    String id = told.body().replaceFirst("(?s).*?\"id\":\"(m_[^\"]+)\".*", "$1");
    restart();
    String path = "/api/answers/" + id;
    HttpResponse<String> again = send(to(path).header("Accept", "text/event-stream"));
    assertEquals(told.body(), again.body());
    String rest =
        send(to(path).header("Accept", "text/event-stream").header("Last-Event-ID", "3")).body();
    assertTrue(rest.startsWith("id: 4\n"), rest);
    assertTrue(told.body().endsWith(rest));
    long last = told.body().lines().filter(line -> line.startsWith("id: ")).count();
    assertEquals(
        204,
        send(to(path).header("Accept", "text/event-stream").header("Last-Event-ID", "" + last))
            .statusCode());
  }

  @Test
  void a_request_sent_again_after_a_restart_makes_no_second_turn() throws Exception {
    HttpResponse<String> first = send(chat("Is Java faster than Python?", "", REQUEST));
    String conversation = field(first.body(), "conversation");
    for (int start = 0; start < 2; start++) {
      HttpResponse<String> again = send(chat("Is Java faster than Python?", "", REQUEST));
      assertEquals(200, again.statusCode());
      assertEquals(first.body(), again.body());
      String stream =
          send(chat("Is Java faster than Python?", "", REQUEST)
                  .header("Accept", "text/event-stream"))
              .body();
      assertTrue(stream.startsWith("id: 1\nevent: understood\n"), stream);
      assertTrue(stream.contains("event: done\ndata: " + first.body() + "\n\n"), stream);
      restart();
    }
    JsonNode turns = JSON.readTree(get("/api/conversations/" + conversation).body()).path("turns");
    assertEquals(1, turns.size());
  }

  @Test
  void a_deleted_conversation_is_gone_at_once_and_for_good() throws Exception {
    String first = send(chat("Is Java faster than Python?", "", REQUEST)).body();
    String conversation = field(first, "conversation");
    String second = ask("and Go?", conversation);
    String other = ask("Is Go faster than Python?", "");
    HttpResponse<String> deleted = send(to("/api/conversations/" + conversation).DELETE());
    assertEquals(204, deleted.statusCode());
    assertEquals("", deleted.body());
    for (int start = 0; start < 2; start++) {
      assertEquals(404, send(to("/api/conversations/" + conversation).DELETE()).statusCode());
      assertEquals(404, get("/api/conversations/" + conversation).statusCode());
      assertEquals(404, get("/api/answers/" + field(first, "id")).statusCode());
      assertEquals(404, get("/api/answers/" + field(second, "id")).statusCode());
      assertEquals(404, send(chat("and Go?", conversation, "")).statusCode());
      assertEquals(200, get("/api/answers/" + field(other, "id")).statusCode());
      restart();
    }
    String anew = send(chat("Is Java faster than Python?", "", REQUEST)).body();
    assertNotEquals(field(first, "id"), field(anew, "id"));
    assertNotEquals(conversation, field(anew, "conversation"));
  }

  @Test
  void ids_that_lead_nowhere_get_one_identical_404() throws Exception {
    String answer = ask("Is Java faster than Python?", "");
    String conversation = field(answer, "conversation");
    String id = field(answer, "id");
    Set<String> bodies = new HashSet<>();
    for (String wrong :
        List.of(
            id,
            conversation + "x",
            conversation.substring(0, conversation.length() - 1),
            conversation.toUpperCase(Locale.ROOT),
            "c_",
            "s_1",
            "x".repeat(3_000),
            "..%2F..",
            "'%20or%20'1'='1")) {
      HttpResponse<String> read = get("/api/conversations/" + wrong);
      HttpResponse<String> deleted = send(to("/api/conversations/" + wrong).DELETE());
      assertEquals(404, read.statusCode(), wrong);
      assertEquals(404, deleted.statusCode(), wrong);
      bodies.add(read.body());
      bodies.add(deleted.body());
    }
    assertEquals(1, bodies.size(), bodies::toString);
    assertEquals(404, get("/api/answers/" + conversation).statusCode());
    assertEquals(200, get("/api/conversations/" + conversation).statusCode());
  }

  private HttpResponse<String> judge(String body) throws IOException, InterruptedException {
    return send(
        to("/api/feedback")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void feedback_is_taken_on_an_answer_and_on_its_citations() throws Exception {
    String answer = ask("Is Java faster than Python?", "");
    String id = field(answer, "id");
    int citations = JSON.readTree(answer).path("citations").size();
    String own = "{\"answer\":\"" + id + "\",";
    assertEquals(204, judge(own + "\"helpful\":true}").statusCode());
    assertEquals(
        204, judge(own + "\"helpful\":false,\"reason\":\"too \\u0000 old 🧵\"}").statusCode());
    assertEquals(204, judge(own + "\"helpful\":true,\"citation\":" + citations + "}").statusCode());
    var kept = house.storage().conversations().feedback(id);
    assertEquals(2, kept.size());
    assertEquals("too \u0000 old 🧵", kept.getFirst().reason().orElseThrow());
    assertEquals(citations, kept.getLast().citation().orElseThrow());
    for (String wrong :
        List.of(
            "[]",
            "{\"helpful\":true}",
            own + "\"helpful\":1}",
            own + "\"helpful\":true,\"citation\":0}",
            own + "\"helpful\":true,\"citation\":" + (citations + 1) + "}",
            own + "\"helpful\":true,\"citation\":\"1\"}",
            own + "\"helpful\":true,\"reason\":7}",
            own + "\"helpful\":true,\"reason\":\"" + "x".repeat(4_001) + "\"}")) {
      assertEquals(400, judge(wrong).statusCode(), wrong);
    }
    for (String unknown : List.of(field(answer, "conversation"), id + "x", "m_", "s_1", "")) {
      HttpResponse<String> refused = judge("{\"answer\":\"" + unknown + "\",\"helpful\":true}");
      assertEquals(404, refused.statusCode(), unknown);
    }
    assertEquals(2, house.storage().conversations().feedback(id).size());
  }

  @Test
  void a_share_shows_the_turns_until_then_and_no_other_id() throws Exception {
    String first = ask("Is Node.js better than Python for chat?", "");
    String conversation = field(first, "conversation");
    String second = ask("and Java?", conversation);
    HttpRequest.Builder wish =
        to("/api/conversations/" + conversation + "/share")
            .POST(HttpRequest.BodyPublishers.noBody());
    HttpResponse<String> shared = send(wish);
    assertEquals(200, shared.statusCode(), shared.body());
    String share = field(shared.body(), "share");
    assertTrue(share.matches("s_[\\w-]{22}"), share);
    String third = ask("and Go?", conversation);

    HttpResponse<String> read = get("/api/conversations/" + share);
    assertEquals(200, read.statusCode());
    JsonNode turns = JSON.readTree(read.body()).path("turns");
    assertEquals(2, turns.size());
    assertEquals("and Java?", turns.path(1).path("question").textValue());
    assertEquals(field(second, "text"), turns.path(1).path("answer").path("text").textValue());
    for (String secret :
        List.of(conversation, field(first, "id"), field(second, "id"), field(third, "id"))) {
      assertFalse(read.body().contains(secret), secret);
    }
    assertEquals(404, get("/api/answers/" + share).statusCode());
    assertEquals(404, send(chat("and Go?", share, "")).statusCode());
    assertEquals(404, send(to("/api/conversations/" + share).DELETE()).statusCode());
    Set<String> refusals = new HashSet<>();
    for (String wrong : List.of(field(first, "id"), share + "x", "s_", "S_1")) {
      HttpResponse<String> refused = get("/api/conversations/" + wrong);
      assertEquals(404, refused.statusCode(), wrong);
      refusals.add(refused.body());
    }
    assertEquals(1, refusals.size(), refusals::toString);
    assertEquals(204, send(to("/api/conversations/" + conversation).DELETE()).statusCode());
    assertEquals(404, get("/api/conversations/" + share).statusCode());
    assertEquals(404, send(wish).statusCode());
  }

  @Test
  void a_store_that_is_away_stops_no_answer_but_forgets_nothing() throws Exception {
    String conversation = field(ask("Is Java faster than Python?", ""), "conversation");
    String notSaved;
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("advisor.db"));
        Statement statement = other.createStatement()) {
      statement.execute("begin exclusive");
      String answer = ask("and Go?", conversation);
      assertTrue(notices(answer).contains("conversation-not-saved"), answer);
      assertEquals(answer, get("/api/answers/" + field(answer, "id")).body());
      assertTrue(notices(ask("Is Go faster than Java?", "")).contains("conversation-not-saved"));

      HttpResponse<String> deleted = send(to("/api/conversations/" + conversation).DELETE());
      assertEquals(503, deleted.statusCode());
      HttpResponse<String> judged =
          judge("{\"answer\":\"" + field(answer, "id") + "\",\"helpful\":true}");
      assertEquals(503, judged.statusCode());
      notSaved = answer;
      assertEquals("1", deleted.headers().firstValue("Retry-After").orElseThrow());
      HttpResponse<String> ready = get("/readyz");
      assertEquals(200, ready.statusCode());
      assertTrue(ready.body().contains("could not be written"), ready.body());
    }
    String later = ask("Is Java faster than Python?", conversation);
    for (int left = 100; left > 0 && notices(later).contains("conversation-not-saved"); left--) {
      Thread.sleep(50);
      later = ask("Is Java faster than Python?", conversation);
    }
    assertFalse(notices(later).contains("conversation-not-saved"), later);
    JsonNode turns = JSON.readTree(get("/api/conversations/" + conversation).body()).path("turns");
    assertEquals(
        1, turns.findValuesAsText("id").stream().filter(field(notSaved, "id")::equals).count());
    assertFalse(get("/readyz").body().contains("could not be written"));
    assertEquals(204, send(to("/api/conversations/" + conversation).DELETE()).statusCode());
  }
}
