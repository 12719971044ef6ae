package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Nothing a client sends makes the server fail.
class OddInputTest {
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
  void malformed_json_is_refused_with_its_place() throws Exception {
    String detail = detail("{\n  \"message\": \"x\",,\n}");
    assertTrue(detail.contains("line 2"), detail);
    assertTrue(detail.contains("column"), detail);
    for (String body :
        List.of(
            "",
            " ",
            "{",
            "}",
            "[",
            "nul",
            "{\"message\"",
            "{\"message\":\"x\"",
            "{'message':'x'}",
            "{\"message\":\"x\"} {}",
            "{\"message\":\"x\"}]",
            "{\"message\":\"\\x\"}",
            "{\"message\":\"\\u12\"}",
            "{\"a\":01}",
            "{\"a\":NaN}",
            "\ufeff\ufeff{}",
            "message=x")) {
      detail(body);
    }
  }

  @Test
  void json_of_another_shape_is_refused() throws Exception {
    for (String body :
        List.of(
            "null",
            "1",
            "\"x\"",
            "[]",
            "{}",
            "{\"message\":null}",
            "{\"message\":7}",
            "{\"message\":[\"x\"]}",
            "{\"message\":\"\"}",
            "{\"message\":\" \\n\\u0000\"}",
            "{\"message\":\"x\",\"conversation\":7}",
            "{\"message\":\"x\",\"request\":\"1-1-1-1-1\"}",
            "{\"message\":\"x\",\"message\":\"y\"}",
            "{\"message\":\"x\",\"a\":{\"b\":1,\"b\":2}}")) {
      detail(body);
    }
  }

  @Test
  void deep_nesting_and_huge_numbers_are_refused_and_only_those() throws Exception {
    detail("{\"message\":\"x\",\"a\":" + "[".repeat(30_000) + "}");
    detail("{\"message\":\"x\",\"a\":" + "9".repeat(5_000) + "}");
    assertEquals(200, running.ask("{\"message\":\"x\",\"a\":[[[[1e99]]]]}").statusCode());
  }

  @Test
  void half_a_surrogate_pair_is_refused_and_a_whole_one_is_not() throws Exception {
    detail("{\"message\":\"half \\ud83d\"}");
    detail("{\"message\":\"\\udc00 half\"}");
    detail("{\"message\":\"x\",\"conversation\":\"\\ud800\"}");
    assertEquals(200, running.ask("{\"message\":\"whole \\ud83d\\ude00 😀\"}").statusCode());
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() throws Exception {
    byte[] body = "{\"message\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    var response =
        running.send(
            running
                .request("/api/chat")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    assertTrue(ChatTest.problem(400, response).path("detail").textValue().contains("UTF-8"));
  }

  @Test
  void every_control_character_is_harmless_escaped_and_refused_bare() throws Exception {
    for (int code = 0; code <= 0x9f; code = code == 0x1f ? 0x7f : code + 1) {
      String escaped = String.format(Locale.ROOT, "{\"message\":\"a\\u%04xb\"}", code);
      assertEquals(200, running.ask(escaped).statusCode(), escaped);
      String bare = "{\"message\":\"a" + (char) code + "b\"}";
      assertEquals(code < 0x20 ? 400 : 200, running.ask(bare).statusCode(), "bare " + code);
      String query = URLEncoder.encode("a" + (char) code + "b", StandardCharsets.UTF_8);
      assertEquals(200, running.get("/api/search?q=" + query).statusCode(), query);
      String path = URLEncoder.encode("a" + (char) code + "b", StandardCharsets.UTF_8);
      for (String route : List.of("/api/answers/", "/api/documents/", "/sources/", "/")) {
        int status = running.get(route + path).statusCode();
        assertTrue(status == 404 || status == 400, route + path + " " + status);
      }
    }
  }

  @Test
  void a_question_may_have_4000_characters_and_no_more() throws Exception {
    assertEquals(200, running.ask("{\"message\":\"" + "😀".repeat(4_000) + "\"}").statusCode());
    String detail = detail("{\"message\":\"" + "x".repeat(4_001) + "\"}");
    assertTrue(detail.contains("4001") && detail.contains("4000"), detail);
  }

  @Test
  void a_body_of_ten_megabytes_is_answered_before_it_is_sent() throws Exception {
    for (String accept : List.of("application/json", "text/event-stream")) {
      var response =
          running.send(running.post("x".repeat(10 * 1024 * 1024)).header("Accept", accept));
      ChatTest.problem(413, response);
    }
    try (Socket socket = running.connect()) {
      String head =
          "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
              + "Content-Length: 10485760\r\n\r\n{";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      byte[] status = socket.getInputStream().readNBytes(12);
      assertEquals("HTTP/1.1 413", new String(status, StandardCharsets.US_ASCII));
    }
  }

  @Test
  void a_large_body_without_a_length_is_refused_too() throws Exception {
    byte[] large = new byte[300_000];
    var response =
        running.send(
            running
                .request("/api/chat")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(large))));
    ChatTest.problem(413, response);
  }

  @Test
  void a_large_body_to_a_place_that_takes_none_is_refused_in_peace() throws Exception {
    String large = "x".repeat(3 * 1024 * 1024);
    for (String path : List.of("/nowhere", "/healthz", "/api/search")) {
      var response =
          running.send(running.request(path).POST(HttpRequest.BodyPublishers.ofString(large)));
      assertTrue(List.of(404, 405).contains(response.statusCode()), path + response.statusCode());
    }
  }

  @Test
  void another_content_type_is_refused() throws Exception {
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "application/jsonp", "x")) {
      var response =
          running.send(
              running
                  .request("/api/chat")
                  .header("Content-Type", type)
                  .POST(HttpRequest.BodyPublishers.ofString(RunningServer.QUESTION)));
      ChatTest.problem(415, response);
    }
    var none =
        running.send(running.request("/api/chat").POST(HttpRequest.BodyPublishers.ofString("{}")));
    ChatTest.problem(415, none);
    var charset =
        running.send(
            running
                .request("/api/chat")
                .header("Content-Type", "Application/JSON; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(RunningServer.QUESTION)));
    assertEquals(200, charset.statusCode());
  }

  @Test
  void odd_queries_are_refused_or_harmless() throws Exception {
    for (String query :
        List.of(
            "",
            "?q=",
            "?q=%20",
            "?q=x&limit=0",
            "?q=x&limit=201",
            "?q=x&limit=-1",
            "?q=x&limit=1.5",
            "?q=x&limit=99999999999999",
            "?q=x&limit=",
            "?q=x&limit=%D9%A3")) {
      ChatTest.problem(400, running.get("/api/search" + query));
    }
    ChatTest.problem(400, running.get("/api/search?q=" + "x".repeat(4_001)));
    for (String query :
        List.of(
            "?q=%ff%fe", "?q=x&q=y", "?q=%E2%82", "?q=x&limit=200&&=&a", "?q=C%2B%2B%20*%3F~%5B")) {
      assertEquals(200, running.get("/api/search" + query).statusCode(), query);
    }
  }

  @Test
  void broken_requests_get_a_problem_too() throws Exception {
    List<String> broken =
        new ArrayList<>(
            List.of(
                "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/search?q=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /%u0041 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /a\\b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /page/..%2f..%2fx HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /;a=b/c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /x\u0000y HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nA: " + "x".repeat(20_000) + "\r\n\r\n",
                "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "BREW / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /api/chat HTTP/1.1\r\n"
                    + "Host: x\r\n"
                    + "Content-Length: 1\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n"
                    + "0\r\n\r\n",
                "hello\r\n\r\n"));
    for (String request : broken) {
      String response = running.raw(request);
      String first = request.lines().findFirst().orElse("");
      String named = first.substring(0, Math.min(60, first.length())) + " → " + response;
      assertTrue(response.matches("(?s)HTTP/1.1 4\\d\\d .*"), named);
      assertTrue(response.contains("application/problem+json"), named);
      assertTrue(response.contains("Content-Security-Policy"), named);
      assertFalse(response.contains("<html"), named);
    }
  }

  @Test
  void a_client_that_leaves_in_the_middle_of_its_body_does_no_harm() throws Exception {
    for (int times = 0; times < 20; times++) {
      try (Socket socket = running.connect()) {
        OutputStream out = socket.getOutputStream();
        out.write(
            "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
    }
    assertEquals(200, running.ask(RunningServer.QUESTION).statusCode());
  }

  private static String detail(String body) throws Exception {
    HttpResponse<String> response = running.ask(body);
    return ChatTest.problem(400, response).path("detail").textValue();
  }
}
