package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.web.Readiness;
import dev.backendadvisor.web.WebServer;
import dev.backendadvisor.web.WebSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Words nobody means, sent over HTTP to the advisor with its whole corpus: answered, turned away
/// or refused, never a failure of ours.
class OddWordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

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

  static List<String> words() {
    return List.of(
        "null",
        "undefined",
        "NaN",
        "-0",
        "1e400",
        "0x7fffffff",
        "1/0",
        "true",
        "()",
        "[]{}",
        "\"",
        "'",
        "\\",
        "\\\\\\\"",
        "%",
        "%00",
        "%s%n%x",
        "$" + "{jndi:x}",
        "#{1+1}",
        "{{7*7}}",
        "<b>Node</b> or <i>Python</i>?",
        "<script>node()</script>",
        "java\u0000script",
        "[1](javascript:python)",
        "![x](http://127.0.0.1/x)",
        "# Node\n\n- [1]\n- [2]",
        "---\ntitle: Java\n---",
        "'; DROP TABLE answers; --",
        "python OR *:*",
        "node^1e9 java~2 (python",
        "+java -java !java",
        "field:java AND [a TO z]",
        "/nod.*/",
        "../../corpus",
        "C:\\node\\java",
        "node\u200bjs vs py\u00adthon",
        "ｎｏｄｅ ｖｓ ｐｙｔｈｏｎ",
        "Nоde или Pythоn?",
        "ノードとJavaではどちらが速いですか",
        "هل بايثون أسرع من جافا؟",
        "\u202eavaj ro edon\u202c",
        "n\u0334\u0321o\u0337\u0322d\u0338\u0323e\u0335",
        "👩‍💻 🆚 ☕",
        "İSTANBUL ıi Iİ node",
        "ﬁﬂ ß ǅ ŉ",
        "\ud83d\udc69\ud83c\udffd\u200d\ud83d\udcbb".repeat(40),
        "?".repeat(400),
        "node ".repeat(600),
        "java vs ".repeat(300),
        "is ".repeat(300) + "java",
        "a".repeat(4_000),
        "\n\n\n\tnode\n\n",
        "Node.js.js.js...js",
        "C++++# .NET.NET F##",
        "1.2.3.4.5.6.7.8 java 99999999999999999999",
        "python 3.".repeat(200),
        "until when until when until when is is is java 17 18 19 20 21 supported supported");
  }

  @ParameterizedTest
  @MethodSource("words")
  void a_message_is_answered_or_refused(String words) throws Exception {
    HttpResponse<String> response = ask(Map.of("message", words));
    assertEquals(200, response.statusCode(), response.body());
    JsonNode answer = JSON.readTree(response.body());
    assertFalse(answer.path("text").textValue().isBlank(), response.body());
    assertFalse(answer.path("text").textValue().contains("<script"), response.body());
  }

  @ParameterizedTest
  @MethodSource("words")
  void a_search_finds_something_or_nothing(String words) throws Exception {
    assertEquals(200, get("/api/search?q=" + escaped(words)).statusCode());
    assertEquals(400, get("/api/search?q=x&limit=" + escaped("x" + words)).statusCode());
  }

  @ParameterizedTest
  @MethodSource("words")
  void an_id_nobody_gave_out_is_not_there(String words) throws Exception {
    assertEquals(
        404, ask(Map.of("message", "Node or Java?", "conversation", words)).statusCode(), words);
    // a server may refuse a path as ambiguous before it looks for what it names
    for (String path : List.of("/api/answers/", "/api/documents/")) {
      int status = get(path + escaped(words)).statusCode();
      assertTrue(status == 404 || status == 400, path + " " + status);
    }
    String document = real.corpus().documents().keySet().iterator().next();
    assertEquals(
        404, get("/api/documents/" + document + "?version=" + escaped(words)).statusCode());
  }

  private static String escaped(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static HttpResponse<String> ask(Map<String, String> body) throws Exception {
    return client.send(
        request("/api/chat")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path))
        .timeout(Duration.ofSeconds(30));
  }
}
