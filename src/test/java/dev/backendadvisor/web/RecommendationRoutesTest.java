package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.HashSet;
import java.util.List;
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

  @Test
  void one_cell_of_the_matrix_comes_with_its_sources() throws Exception {
    JsonNode json = RunningServer.json(cell("technology=nodejs&criterion=realtime"));

    assertEquals(1, json.path("cells").size());
    JsonNode cell = json.path("cells").path(0);
    assertEquals("nodejs", cell.path("technology").asText());
    assertEquals("realtime", cell.path("criterion").asText());
    Set<String> told = new HashSet<>();
    json.path("sources").forEach(source -> told.add(source.path("id").asText()));
    Set<String> named = new HashSet<>();
    cell.path("evidence").forEach(record -> named.add(record.path("source").asText()));
    assertFalse(named.isEmpty());
    assertEquals(named, told);
    json.path("sources").forEach(source -> assertTrue(source.path("title").isTextual()));
  }

  @Test
  void a_cell_without_evidence_says_what_was_looked_for() throws Exception {
    JsonNode json = RunningServer.json(cell("technology=rust&criterion=realtime"));

    assertEquals(0, json.path("cells").size());
    assertEquals(1, json.path("gaps").size());
    assertTrue(json.path("gaps").path(0).path("reason").asText().startsWith("Looked for"));
  }

  @Test
  void half_a_cell_and_one_that_does_not_exist_are_refused_with_where_to_look() throws Exception {
    for (String query :
        List.of("technology=nodejs", "criterion=realtime", "technology=cobol&criterion=realtime")) {
      HttpResponse<String> response = cell(query);
      assertEquals(400, response.statusCode(), query);
      assertTrue(response.body().contains("lists"), response.body());
    }
  }

  private HttpResponse<String> cell(String query) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.address() + "/api/matrix?" + query)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
