package dev.backendadvisor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.Budget;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.storage.PostgresServer;
import dev.backendadvisor.web.WebServer;
import dev.backendadvisor.web.WebSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Two servers on one PostgreSQL database, over HTTP.
@Tag("slow")
class TwoServersTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final List<House> HOUSES = new ArrayList<>();
  private static final List<WebServer> SERVERS = new ArrayList<>();

  @BeforeAll
  static void start() {
    String database = PostgresServer.shared().newDatabase();
    for (String name : List.of("one", "two")) {
      Path data = folder.resolve(name);
      var corpus = new CorpusOptions();
      CommandLine.populateCommand(
          corpus, "--corpus", "corpus", "--data", data.toString(), "--embeddings", "off");
      var world = new Worlds(Path.of(""), Map.of()).world();
      var keeping = PostgresServer.at(database, data).patient(Duration.ofSeconds(20));
      House house = House.toServe(world, corpus, keeping);
      HOUSES.add(house);
      ConversationStore conversations = house.storage().conversations();
      WebServer server =
          house.server(
              new WebSettings("127.0.0.1", 0, Set.of(), "'self'", WebSettings.Limits.defaults()),
              house.advisor(new RuleAnswerer(), conversations, Budget.open(world.clock())),
              conversations,
              List.of());
      server.start();
      SERVERS.add(server);
    }
  }

  @AfterAll
  static void stop() {
    SERVERS.forEach(WebServer::close);
    HOUSES.forEach(House::close);
  }

  private static HttpRequest.Builder to(int server, String path) {
    return HttpRequest.newBuilder(URI.create(SERVERS.get(server).address() + path))
        .timeout(Duration.ofSeconds(60));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder chat(int server, String message, Map<String, String> more) {
    var body = JSON.createObjectNode().put("message", message);
    more.forEach(body::put);
    return to(server, "/api/chat")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  private static JsonNode ask(int server, String message, String conversation) throws Exception {
    HttpResponse<String> answer =
        send(
            chat(
                server,
                message,
                conversation.isEmpty() ? Map.of() : Map.of("conversation", conversation)));
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  @Test
  void a_conversation_goes_on_at_the_other_and_is_forgotten_at_both() throws Exception {
    JsonNode first = ask(0, "Is Node.js better than Python for chat?", "");
    String conversation = first.path("conversation").textValue();
    JsonNode second = ask(1, "And Java?", conversation);
    assertEquals(
        first.path("id").textValue(),
        second.path("understood").path("carriedOver").path(0).path("from").textValue());
    String path = "/api/conversations/" + conversation;
    assertEquals(send(to(0, path)).body(), send(to(1, path)).body());
    for (JsonNode answer : List.of(first, second)) {
      for (int server = 0; server < 2; server++) {
        assertEquals(
            200, send(to(server, "/api/answers/" + answer.path("id").textValue())).statusCode());
      }
    }
    assertEquals(204, send(to(1, path).DELETE()).statusCode());
    for (int server = 0; server < 2; server++) {
      assertEquals(404, send(to(server, path)).statusCode());
      for (JsonNode answer : List.of(first, second)) {
        assertEquals(
            404,
            send(to(server, "/api/answers/" + answer.path("id").textValue())).statusCode(),
            "an answer that a server still has in memory is gone too");
      }
    }
  }

  @Test
  void a_request_sent_to_both_at_once_has_one_answer() throws Exception {
    for (int round = 0; round < 20; round++) {
      Map<String, String> request = Map.of("request", UUID.randomUUID().toString());
      List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
      for (int server = 0; server < 2; server++) {
        sent.add(
            CLIENT.sendAsync(
                chat(server, "Is Java faster than Go?", request).build(),
                HttpResponse.BodyHandlers.ofString()));
      }
      Set<String> answers = new HashSet<>();
      for (CompletableFuture<HttpResponse<String>> one : sent) {
        assertEquals(200, one.get().statusCode(), one.get().body());
        answers.add(one.get().body());
      }
      assertEquals(1, answers.size(), answers::toString);
    }
    assertTrue(HOUSES.stream().allMatch(house -> house.storage().trouble().isEmpty()));
  }
}
