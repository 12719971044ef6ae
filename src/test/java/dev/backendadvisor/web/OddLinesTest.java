package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.conversation.Decisions;
import dev.backendadvisor.conversation.PassingConversations;
import dev.backendadvisor.conversation.RealAdvisor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Lines that broke programs elsewhere break nothing here, wherever they stand. Each comes to some
/// places; the campaign `OddInput` sends every line to every place.
class OddLinesTest {
  private static RealAdvisor real;
  private static WebServer server;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    var conversations = new PassingConversations(1_000, 50);
    real = new RealAdvisor(conversations);
    server =
        new WebServer(
            new WebSettings("127.0.0.1", 0, Set.of(), "'self'", WebSettings.Limits.defaults()),
            real.advisor(),
            conversations,
            real::generation,
            new Decisions(real::generation, Clock.systemUTC()),
            () -> new Readiness(true, ""));
    server.start();
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    real.close();
  }

  @Test
  void some_lines_in_every_place_are_answered_or_refused() throws Exception {
    send(199);
  }

  @Test
  @Tag("slow")
  void many_lines_in_every_place_are_answered_or_refused() throws Exception {
    send(5);
  }

  /// A route that takes something is a place here, or the lines never come there.
  @Test
  void every_route_that_takes_something_is_a_place() {
    String places =
        OddRequests.places().stream()
            .map(OddRequests.Place::name)
            .collect(Collectors.joining("\n"));
    Set<String> missing = new TreeSet<>();
    for (Route route : server.routes()) {
      boolean takes = route.path().matches(".*[{<].*") || !route.method().equals("GET");
      String sample = route.path().replaceAll("[{<]\\w+[}>]", "%s");
      if (takes
          && !places.contains(route.method() + " " + sample)
          && !places.contains(route.method() + " " + sample.replace("%s", "c_x"))) {
        missing.add(route.toString());
      }
    }
    assertEquals(Set.of(), missing, "OddRequests has no place for these routes");
  }

  private static void send(int step) throws Exception {
    List<String> lines = OddRequests.lines();
    assertTrue(lines.size() > 900);
    List<String> broken = new ArrayList<>();
    int sent = 0;
    int at = 0;
    for (OddRequests.Place place : OddRequests.places()) {
      for (at = at % step; at < lines.size(); at += step) {
        var request = place.request().apply(URI.create(server.address()), lines.get(at));
        if (request.isPresent()) {
          var response = client.send(request.get().build(), HttpResponse.BodyHandlers.ofString());
          sent++;
          if (response.statusCode() >= 500) {
            broken.add(place.name() + " ← " + lines.get(at) + " → " + response.body());
          }
        }
      }
    }
    assertTrue(sent > lines.size() * OddRequests.places().size() / step / 2, "sent " + sent);
    assertEquals(List.of(), broken);
  }
}
