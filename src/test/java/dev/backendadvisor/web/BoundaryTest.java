package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BoundaryTest {
  private static final String FRIEND = "https://friend.example";

  private static RunningServer running;

  @BeforeAll
  static void start() {
    running = RunningServer.with(RunningServer.comparing());
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void every_response_keeps_browsers_strict() throws Exception {
    Map<Integer, HttpRequest.Builder> odd =
        Map.of(
            204, preflight(FRIEND),
            304,
                running
                    .request("/page/page.css")
                    .header("If-None-Match", header(running.get("/page/page.css"), "ETag")),
            400, running.post("{"),
            403, preflight("https://stranger.example"),
            405, running.request("/api/chat"),
            406, running.request("/api/documents").header("Accept", "image/png"),
            413, running.post("x".repeat(100_000)),
            414, running.request("/" + "x".repeat(9_000)),
            415, running.request("/api/chat").POST(HttpRequest.BodyPublishers.ofString("{}")),
            431, running.request("/").header("X-Long", "x".repeat(9_000)));
    List<HttpResponse<String>> responses = new ArrayList<>();
    for (var one : odd.entrySet()) {
      HttpResponse<String> response = running.send(one.getValue());
      assertEquals(one.getKey(), response.statusCode());
      responses.add(response);
    }
    responses.add(
        running.send(running.post(RunningServer.QUESTION).header("Accept", "text/event-stream")));
    for (String path :
        List.of(
            "/",
            "/widget.js",
            "/page/page.css",
            "/sources/concurrency",
            "/sources/nowhere",
            "/api/documents",
            "/healthz",
            "/nowhere",
            "/%00",
            "/api/answers/m_x")) {
      responses.add(running.get(path));
    }
    for (HttpResponse<String> response : responses) {
      String path = response.uri().getPath();
      assertEquals("same-origin", header(response, "Cross-Origin-Opener-Policy"));
      assertEquals(
          Set.of("/widget.js", "/healthz").contains(path) ? "cross-origin" : "same-origin",
          header(response, "Cross-Origin-Resource-Policy"));
      assertTrue(header(response, "Permissions-Policy").contains("camera=()"));
      assertEquals(
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src"
              + " 'self' data:; require-trusted-types-for 'script'; base-uri 'none'; form-action"
              + " 'none'; frame-ancestors 'self'",
          header(response, "Content-Security-Policy"));
      assertEquals("nosniff", header(response, "X-Content-Type-Options"));
      assertEquals("no-referrer", header(response, "Referrer-Policy"));
      assertEquals("", header(response, "Server"));
    }
    assertEquals("no-store", header(running.get("/api/documents"), "Cache-Control"));
  }

  @Test
  void a_request_has_an_id_its_own_or_a_new_one() throws Exception {
    String first = header(running.get("/healthz"), "X-Request-Id");
    String second = header(running.get("/healthz"), "X-Request-Id");
    assertTrue(first.matches("[0-9a-f]{16}"), first);
    assertNotEquals(first, second);
    var given = running.send(running.request("/healthz").header("X-Request-Id", "mine-1"));
    assertEquals("mine-1", header(given, "X-Request-Id"));
    var odd = running.send(running.request("/healthz").header("X-Request-Id", "a b\tc"));
    assertTrue(header(odd, "X-Request-Id").matches("[0-9a-f]{16}"));
  }

  @Test
  void an_unknown_address_and_a_wrong_method_say_so() throws Exception {
    assertEquals(
        "/nowhere",
        ChatTest.problem(404, running.get("/nowhere?q=1")).path("instance").textValue());
    var get = running.get("/api/chat");
    ChatTest.problem(405, get);
    assertEquals("POST", header(get, "Allow"));
    var delete = running.send(running.request("/api/documents").DELETE());
    ChatTest.problem(405, delete);
    assertTrue(header(delete, "Allow").contains("GET"));
  }

  @Test
  void what_cannot_be_had_in_the_form_asked_for_is_406() throws Exception {
    for (String path : List.of("/api/search?q=x", "/api/documents", "/api/documents/concurrency")) {
      ChatTest.problem(406, running.send(running.request(path).header("Accept", "image/png")));
    }
  }

  @Test
  void pages_of_an_allowed_origin_may_call_and_no_others() throws Exception {
    var friend = running.send(running.request("/api/documents").header("Origin", FRIEND));
    assertEquals(FRIEND, header(friend, "Access-Control-Allow-Origin"));
    assertEquals("Origin", header(friend, "Vary"));
    for (String origin :
        List.of(
            "https://friend.example.evil.example",
            "http://friend.example",
            "null",
            "https://friend.example:444",
            "HTTPS://FRIEND.EXAMPLE")) {
      var stranger = running.send(running.request("/api/documents").header("Origin", origin));
      assertEquals(200, stranger.statusCode());
      assertEquals("", header(stranger, "Access-Control-Allow-Origin"), origin);
    }
  }

  @Test
  void the_widget_may_be_loaded_by_any_page_and_nothing_else_may() throws Exception {
    for (String origin : List.of(FRIEND, "https://stranger.example", "null")) {
      var widget = running.send(running.request("/widget.js").header("Origin", origin));
      assertEquals(200, widget.statusCode());
      assertEquals(List.of("*"), widget.headers().allValues("Access-Control-Allow-Origin"));
    }
    var again =
        running.send(
            running
                .request("/widget.js")
                .header("Origin", "https://stranger.example")
                .header("If-None-Match", header(running.get("/widget.js"), "ETag")));
    assertEquals(304, again.statusCode());
    assertEquals("*", header(again, "Access-Control-Allow-Origin"));
    for (String path : List.of("/", "/page/source.js", "/sources/concurrency", "/healthz")) {
      var other = running.send(running.request(path).header("Origin", "https://stranger.example"));
      assertEquals("", header(other, "Access-Control-Allow-Origin"), path);
    }
  }

  @Test
  void a_preflight_is_answered_for_allowed_origins_only() throws Exception {
    var friend = running.send(preflight(FRIEND));
    assertEquals(204, friend.statusCode());
    assertEquals(FRIEND, header(friend, "Access-Control-Allow-Origin"));
    assertEquals("GET, POST, PUT, DELETE", header(friend, "Access-Control-Allow-Methods"));
    assertTrue(header(friend, "Access-Control-Allow-Headers").contains("Last-Event-ID"));
    var stranger = running.send(preflight("https://stranger.example"));
    ChatTest.problem(403, stranger);
    assertEquals("", header(stranger, "Access-Control-Allow-Origin"));
  }

  @Test
  void it_says_that_it_lives_and_how_ready_it_is() throws Exception {
    assertEquals("{\"status\":\"alive\"}", running.get("/healthz").body());
    HttpResponse<String> ready = running.get("/readyz");
    assertEquals(200, ready.statusCode());
    assertEquals("{\"status\":\"ready\",\"detail\":\"words only, 40 % embedded\"}", ready.body());
  }

  @Test
  void a_head_request_is_answered_without_a_body() throws Exception {
    var head =
        running.send(
            running.request("/api/documents").method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertFalse(header(head, "X-Request-Id").isEmpty());
    assertEquals("", head.body());
  }

  private static HttpRequest.Builder preflight(String origin) {
    return running
        .request("/api/chat")
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type")
        .method("OPTIONS", HttpRequest.BodyPublishers.noBody());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
