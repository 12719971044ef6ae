package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.backendadvisor.conversation.Decisions;
import dev.backendadvisor.conversation.PassingConversations;
import dev.backendadvisor.conversation.RealAdvisor;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whoever holds an id may use it, and whoever does not learns nothing: each route that takes one
/// is asked with every wrong one, and always says the same.
class CapabilityTest {
  private static final String TOKEN = "not to be guessed";

  /// What a route does with an id.
  ///
  /// @param kinds of the ids it takes: `c_`
  /// @param accepts each form it can be had in
  /// @param body around an id, for a route that takes it there; `%s` stands for it
  private record Use(Set<String> kinds, List<String> accepts, Optional<String> body) {
    static Use of(String kind, String... accepts) {
      return new Use(Set.of(kind), List.of(accepts), Optional.empty());
    }

    Use or(String kind) {
      Set<String> more = new LinkedHashSet<>(kinds);
      more.add(kind);
      return new Use(more, accepts, body);
    }

    Use with(String body) {
      return new Use(kinds, accepts, Optional.of(body));
    }
  }

  /// How each route that takes an id is asked.
  private static final Map<String, Use> USES =
      Map.of(
          "GET /api/answers/{id}", Use.of("m_", Media.JSON, Media.EVENTS),
          "GET /api/conversations/{id}", Use.of("c_", Media.JSON).or("s_"),
          "POST /api/conversations/{id}/share", Use.of("c_", Media.JSON).with("{}"),
          "POST /api/feedback",
              Use.of("m_", Media.JSON).with("{\"answer\":\"%s\",\"helpful\":true}"),
          "GET /api/conversations/{id}/decision-record", Use.of("c_", Media.JSON, Media.MARKDOWN),
          "PUT /api/conversations/{id}/profile",
              Use.of("c_", Media.JSON).with("{\"goal\":\"build\"}"),
          "POST /api/chat",
              Use.of("c_", Media.JSON, Media.EVENTS)
                  .with("{\"message\":\"and Go?\",\"conversation\":\"%s\"}"),
          "DELETE /api/conversations/{id}", Use.of("c_", Media.JSON));

  /// The routes that take no id of anybody.
  private static final Set<String> WITHOUT =
      Set.of(
          "GET /",
          "GET /api/admin/status",
          "GET /api/criteria",
          "GET /api/documents",
          "GET /api/documents/<id>",
          "GET /api/matrix",
          "GET /api/search",
          "GET /api/technologies",
          "GET /healthz",
          "GET /page/{name}",
          "GET /readyz",
          "GET /sources/<id>",
          "GET /widget.js",
          "POST /api/recommendations");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static RealAdvisor real;
  private static WebServer server;

  /// A right id of each kind, and one of each that was right until its conversation was deleted.
  private static final Map<String, String> RIGHT = new LinkedHashMap<>();

  private static final List<String> DELETED = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    var conversations = new PassingConversations(100, 100);
    real = new RealAdvisor(conversations);
    server =
        new WebServer(
            new WebSettings(
                "127.0.0.1",
                0,
                Set.of(),
                "'self'",
                WebSettings.Limits.defaults(),
                WebSettings.Visitor.UNBOUNDED,
                Optional.of(TOKEN)),
            real.advisor(),
            conversations,
            real::generation,
            new Decisions(real::generation, Clock.systemUTC()),
            () -> new Readiness(true, ""));
    server.start();
    hold(RIGHT);
    Map<String, String> deleted = new HashMap<>();
    hold(deleted);
    String conversation = deleted.getOrDefault("c_", "");
    assertEquals(204, ask("DELETE /api/conversations/{id}", conversation, Media.JSON).statusCode());
    DELETED.addAll(deleted.values());
  }

  @AfterAll
  static void stop() {
    CLIENT.close();
    server.close();
    real.close();
  }

  /// Begins a conversation that ends in a decision, and takes its ids.
  private static void hold(Map<String, String> ids) throws Exception {
    var answer =
        RunningServer.json(
            CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/api/chat"))
                    .header("Content-Type", Media.JSON)
                    .POST(
                        BodyPublishers.ofString(
                            "{\"message\":\"We need live updates for thousands and our team knows"
                                + " JavaScript. What should we use?\"}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString()));
    ids.put("m_", answer.path("id").textValue());
    ids.put("c_", answer.path("conversation").textValue());
    var shared =
        CLIENT.send(
            HttpRequest.newBuilder(
                    URI.create(
                        server.address()
                            + "/api/conversations/"
                            + answer.path("conversation").textValue()
                            + "/share"))
                .POST(BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    ids.put("s_", RunningServer.json(shared).path("share").textValue());
  }

  @Test
  void every_route_is_walked_or_known_to_take_no_id() {
    Set<String> known = new TreeSet<>(WITHOUT);
    known.addAll(USES.keySet());
    assertEquals(
        known,
        server.routes().stream()
            .map(Route::toString)
            .collect(Collectors.toCollection(TreeSet::new)),
        "a route that takes an id belongs into USES, any other into WITHOUT");
  }

  @Test
  void right_ids_open_their_routes() throws Exception {
    for (var use : USES.entrySet()) {
      for (String kind : use.getValue().kinds()) {
        for (String accept : use.getValue().accepts()) {
          if (!use.getKey().startsWith("DELETE")) {
            HttpResponse<String> opened = ask(use.getKey(), RIGHT.getOrDefault(kind, ""), accept);
            assertEquals(2, opened.statusCode() / 100, use.getKey() + opened.body());
          }
        }
      }
    }
  }

  @Test
  void what_is_shared_reveals_no_other_id() throws Exception {
    String shared =
        ask("GET /api/conversations/{id}", RIGHT.getOrDefault("s_", ""), Media.JSON).body();
    assertFalse(shared.contains(RIGHT.getOrDefault("c_", "none")), shared);
    assertFalse(shared.contains(RIGHT.getOrDefault("m_", "none")), shared);
  }

  @Test
  void wrong_ids_get_one_identical_404() throws Exception {
    Set<String> some = new LinkedHashSet<>();
    Iterator<String> all = wrong().iterator();
    for (int at = 0; all.hasNext(); at++) {
      String id = all.next();
      if (at % 23 == 0) {
        some.add(id);
      }
    }
    walk(some);
  }

  @Test
  @Tag("slow")
  void every_wrong_id_gets_one_identical_404() throws Exception {
    walk(wrong());
  }

  private static Set<String> wrong() {
    Set<String> wrong = new LinkedHashSet<>(DELETED);
    RIGHT.values().forEach(right -> wrong.addAll(WrongIds.from(right)));
    assertTrue(wrong.size() > 400);
    return wrong;
  }

  private static void walk(Set<String> wrong) throws Exception {
    Set<String> sayings = new TreeSet<>();
    for (var use : USES.entrySet()) {
      Set<String> others = new LinkedHashSet<>(wrong);
      RIGHT.forEach(
          (kind, id) -> {
            if (!use.getValue().kinds().contains(kind)) {
              others.add(id);
            }
          });
      for (String accept : use.getValue().accepts()) {
        Map<String, Set<String>> told = new TreeMap<>();
        for (String id : others) {
          told.computeIfAbsent(told(ask(use.getKey(), id, accept)), unused -> new LinkedHashSet<>())
              .add(id);
        }
        assertEquals(1, told.size(), () -> use.getKey() + " tells wrong ids apart: " + first(told));
        told.keySet().forEach(one -> sayings.add(one.replace(stem(use.getKey()), "")));
      }
    }
    assertEquals(
        1,
        sayings.stream().map(one -> one.replaceFirst("\\{.*?\\} ", "")).distinct().count(),
        sayings::toString);
    for (String one : sayings) {
      assertTrue(one.startsWith("404 "), one);
      RIGHT.values().forEach(id -> assertFalse(one.contains(id.substring(2)), one));
    }
  }

  /// A path that cannot be read is refused before anybody looks for an id in it.
  @Test
  void a_broken_path_is_refused_alike_whatever_stands_before() throws Exception {
    String right = RIGHT.getOrDefault("m_", "");
    for (String broken : List.of("%zz", "%", "%00", "%0", "%u0041", "\\", ";a=b", "%2e%2e%2f;x")) {
      Set<String> told = new TreeSet<>();
      for (String id : List.of(right, "m_x", right.substring(0, 9))) {
        told.add(raw("GET /api/answers/" + id + broken + " HTTP/1.1").replace(id, ""));
      }
      assertEquals(1, told.size(), told::toString);
      assertTrue(told.iterator().next().startsWith("HTTP/1.1 4"), told::toString);
    }
  }

  @Test
  void the_operator_is_known_by_the_token_alone() throws Exception {
    HttpResponse<String> status = status("Bearer " + TOKEN);
    assertEquals(200, status.statusCode(), status.body());
    assertTrue(
        RunningServer.json(status).path("generation").path("documents").intValue() > 1,
        status.body());
    assertEquals(200, status("bearer  " + TOKEN).statusCode());
    Set<String> told = new TreeSet<>();
    for (String wrong :
        List.of(
            "",
            TOKEN,
            "Bearer",
            "Bearer ",
            "Bearer " + TOKEN.substring(1),
            "Bearer " + TOKEN + "x",
            "Bearer " + TOKEN.toUpperCase(Locale.ROOT),
            "Basic " + TOKEN,
            "Bearer " + "x".repeat(4_000))) {
      HttpResponse<String> refused = status(wrong);
      ChatTest.problem(401, refused);
      assertEquals("Bearer", refused.headers().firstValue("WWW-Authenticate").orElseThrow());
      told.add(refused.body());
    }
    assertEquals(1, told.size());
  }

  @Test
  void without_a_token_there_is_no_operator() throws Exception {
    try (var running = RunningServer.with(RunningServer.comparing())) {
      var asked =
          running.send(running.request("/api/admin/status").header("Authorization", "Bearer "));
      ChatTest.problem(404, asked);
      assertEquals(
          asked.body().replace("admin/status", "nowhere"), running.get("/api/nowhere").body());
    }
  }

  private static HttpResponse<String> status(String authorization) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(server.address() + "/api/admin/status"));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> ask(String route, String id, String accept) throws Exception {
    String[] parts = route.split(" ");
    Optional<String> body = Optional.ofNullable(USES.get(route)).flatMap(Use::body);
    BodyPublisher sent =
        body.map(text -> BodyPublishers.ofString(text.replace("%s", json(id))))
            .orElseGet(BodyPublishers::noBody);
    String path =
        parts[1].replace("{id}", URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .header("Content-Type", Media.JSON)
            .header("Accept", accept)
            .header("X-Request-Id", "walk")
            .method(parts[0], sent)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String json(String id) {
    String quoted = new TextNode(id).toString();
    return quoted.substring(1, quoted.length() - 1);
  }

  /// All that a response tells, but the time.
  private static String told(HttpResponse<String> response) {
    Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
    headers.remove("date");
    return response.statusCode() + " " + headers + " " + response.body();
  }

  private static String stem(String route) {
    String path = route.substring(route.indexOf(' ') + 1);
    return new Route("GET", path).stem().orElse(path);
  }

  private static String first(Map<String, Set<String>> told) {
    return told.entrySet().stream()
        .map(
            one ->
                one.getValue().size()
                    + " like "
                    + one.getValue().iterator().next()
                    + ": "
                    + one.getKey())
        .collect(Collectors.joining("\n"));
  }

  private static String raw(String line) throws Exception {
    try (var socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              (line + "\r\nHost: x\r\nX-Request-Id: walk\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .replaceFirst("Date: .*\r\n", "");
    }
  }
}
