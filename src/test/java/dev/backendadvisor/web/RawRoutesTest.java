package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.conversation.Decisions;
import dev.backendadvisor.conversation.PassingConversations;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawRoutesTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch never = new CountDownLatch(1);
  private WebServer server;

  @BeforeEach
  void start() {
    WebSettings.Limits usual = WebSettings.Limits.defaults();
    var limits =
        new WebSettings.Limits(
            1_000,
            usual.question(),
            usual.answers(),
            usual.queue(),
            usual.queueWait(),
            usual.streams(),
            usual.connections(),
            2,
            java.time.Duration.ofMillis(300),
            usual.heartbeat(),
            usual.write(),
            usual.kept(),
            usual.keptBytes(),
            usual.grace());
    server =
        new WebServer(
            new WebSettings("127.0.0.1", 0, Set.of(), "'self'", limits),
            RunningServer.comparing(),
            new PassingConversations(1, 1),
            () -> new FakeGeneration(new AtomicInteger()),
            new Decisions(() -> new FakeGeneration(new AtomicInteger()), Clock.systemUTC()),
            () -> new Readiness(true, ""),
            List.of(
                new RawRoute(
                    "/others/echo",
                    (headers, body) ->
                        new RawRoute.Reply(
                            202,
                            "text/plain; charset=utf-8",
                            headers.get("x-twice") + " ü " + HexFormat.of().formatHex(body))),
                new RawRoute(
                    "/others/broken",
                    (headers, body) -> {
                      throw new IllegalStateException("broken");
                    }),
                new RawRoute("/others/slow", (headers, body) -> wait(never))));
    server.start();
  }

  @AfterEach
  void stop() {
    never.countDown();
    server.close();
    client.close();
  }

  private static RawRoute.Reply wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException late) {
      Thread.currentThread().interrupt();
    }
    return new RawRoute.Reply(200, "text/plain", "");
  }

  @Test
  void a_handler_gets_bytes_and_every_header_and_its_reply_is_sent_as_it_is() throws Exception {
    HttpResponse<String> reply =
        client.send(
            request("/others/echo", new byte[] {0, (byte) 0xff, '\r', '\n'})
                .header("X-Twice", "one")
                .header("X-Twice", "two")
                .build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    assertEquals(202, reply.statusCode());
    assertEquals(
        "text/plain; charset=utf-8",
        reply.headers().firstValue("Content-Type").get().replace(";charset", "; charset"));
    assertEquals("[one, two] ü 00ff0d0a", reply.body());
    assertEquals("nosniff", reply.headers().firstValue("X-Content-Type-Options").orElseThrow());
  }

  @Test
  void bounds_of_the_server_hold() throws Exception {
    ChatTest.problem(413, send("/others/echo", new byte[1_001]));
    ChatTest.problem(503, send("/others/slow", new byte[1]));
    ChatTest.problem(500, send("/others/broken", new byte[1]));
  }

  @Test
  void no_more_are_answered_at_once_than_there_is_room_for() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> slow = new ArrayList<>();
    for (int at = 0; at < 6; at++) {
      slow.add(
          client.sendAsync(
              request("/others/slow", new byte[1]).build(), HttpResponse.BodyHandlers.ofString()));
    }
    List<String> titles = new ArrayList<>();
    for (var one : slow) {
      titles.add(ChatTest.problem(503, one.get()).path("title").textValue());
    }
    assertTrue(titles.contains("Busy") && titles.contains("Too slow"), titles::toString);
    assertEquals(202, send("/others/echo", new byte[1]).statusCode());
  }

  @Test
  void it_is_there_for_post_alone_and_nowhere_else() throws Exception {
    HttpResponse<String> get =
        client.send(
            HttpRequest.newBuilder(URI.create(server.address() + "/others/echo")).build(),
            HttpResponse.BodyHandlers.ofString());
    ChatTest.problem(405, get);
    ChatTest.problem(404, send("/others/unknown", new byte[1]));
  }

  private HttpResponse<String> send(String path, byte[] body) throws Exception {
    return client.send(request(path, body).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, byte[] body) {
    return HttpRequest.newBuilder(URI.create(server.address() + path))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }
}
