package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backendadvisor.conversation.Decisions;
import dev.backendadvisor.conversation.PassingConversations;
import dev.backendadvisor.conversation.RealAdvisor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Profiles in, recommendations out, over HTTP and from the real corpus.
class RecommendationRoutesTest {
  private static RealAdvisor real;
  private static WebServer server;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    var conversations = new PassingConversations(100, 50);
    real = new RealAdvisor(conversations);
    server =
        new WebServer(
            new WebSettings("127.0.0.1", 0, Set.of(), "'self'", WebSettings.Limits.defaults()),
            real.advisor(),
            conversations,
            real::generation,
            new Decisions(real::generation, Clock.systemUTC()),
            () -> new Readiness(true, "words only"));
    server.start();
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    real.close();
  }

  private static HttpResponse<String> recommend(String profile) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.address() + "/api/recommendations"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(profile))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void a_profile_becomes_a_recommendation_with_citations() throws Exception {
    HttpResponse<String> response =
        recommend(
            "{\"needs\": [{\"criterion\": \"ml-and-data\", \"importance\": \"high\"}],"
                + " \"technologies\": [\"nodejs\", \"python\"]}");

    assertEquals(200, response.statusCode(), response.body());
    JsonNode json = RunningServer.json(response);
    assertEquals("python", json.path("ranking").get(0).path("technology").textValue());
    assertTrue(json.path("citations").size() > 0);
  }

  /// What a slider does: the share just below and just above the one a flip names.
  @Test
  void a_flip_holds_when_its_weight_is_sent_back() throws Exception {
    String needs = "{\"criterion\": \"realtime\", \"importance\": \"medium\"}";
    JsonNode json = RunningServer.json(recommend("{\"needs\": [" + needs + "]}"));
    String winner = json.path("ranking").get(0).path("technology").textValue();
    JsonNode flip = json.path("flips").get(0);
    double now = flip.path("weightNow").doubleValue();
    double then = flip.path("weightThen").doubleValue();
    for (int side : new int[] {-1, 1}) {
      double share = then + side * 1e-6 * Math.signum(then - now);
      String criterion = flip.path("criterion").textValue();
      String rest = criterion.equals("realtime") ? "" : ", " + needs;
      JsonNode moved =
          RunningServer.json(
              recommend(
                  "{\"needs\": [{\"criterion\": \"%s\", \"weight\": %.12f}%s]}"
                      .formatted(criterion, share, rest)));
      assertEquals(
          side < 0 ? winner : flip.path("winner").textValue(),
          moved.path("ranking").get(0).path("technology").textValue());
    }
  }

  @Test
  void what_cannot_be_decided_is_a_problem_in_a_sentence() throws Exception {
    ChatTest.problem(400, recommend("{\"needs\": [{\"criterion\": \"wit\"}]}"));
    ChatTest.problem(
        400, recommend("{\"needs\": [{\"criterion\": \"wit\", \"importance\": \"high\"}]}"));
    ChatTest.problem(400, recommend("{\"goal\": \"win\"}"));
    ChatTest.problem(400, recommend("{"));
    ChatTest.problem(
        422,
        recommend(
            "{\"technologies\": [\"java\"], \"constraints\":"
                + " [{\"kind\": \"not\", \"technology\": \"java\"}]}"));
  }

  @Test
  void the_matrix_shows_the_evidence_behind_every_cell() throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create(server.address() + "/api/matrix")).build(),
            HttpResponse.BodyHandlers.ofString());
    JsonNode json = RunningServer.json(response);

    assertTrue(json.path("cells").size() > 100);
    for (JsonNode cell : json.path("cells")) {
      assertTrue(cell.path("evidence").size() > 0);
    }
    assertTrue(json.path("gaps").size() > 10);
  }
}
