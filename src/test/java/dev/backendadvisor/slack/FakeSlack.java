package dev.backendadvisor.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Slack as a bot sees it, on a free port of this machine: notes every call, and replies that all
/// is well unless told otherwise.
public final class FakeSlack implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long PATIENCE_MILLIS = 20_000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Call> calls = new ArrayList<>();
  private final Deque<Scripted> script = new ArrayDeque<>();

  /// A call the bot made.
  ///
  /// @param path as in `/api/chat.postMessage`
  /// @param authorization the header of that name, or `""`
  /// @param contentType of the body
  /// @param body as it came
  /// @param status what was replied, 0 for nothing
  /// @param port the one it came from, different for each connection
  public record Call(
      String path, String authorization, String contentType, String body, int status, int port) {
    /// The fields of a form.
    public Map<String, String> form() {
      Map<String, String> form = new LinkedHashMap<>();
      for (String pair : body.split("&")) {
        String[] parts = pair.split("=", 2);
        form.put(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
      return form;
    }

    /// What is said, whichever way it was sent.
    public String text() {
      return isForm() ? form().getOrDefault("text", "") : read(body).path("text").asText();
    }

    /// The blocks, whichever way they were sent; missing when there are none.
    public JsonNode blocks() {
      return isForm() ? read(form().getOrDefault("blocks", "null")) : read(body).path("blocks");
    }

    private boolean isForm() {
      return contentType.startsWith("application/x-www-form-urlencoded");
    }
  }

  /// A reply for one call.
  ///
  /// @param status of HTTP; 0 to break off
  /// @param retryAfter the header of that name, or `""`
  /// @param body the body
  public record Scripted(int status, String retryAfter, String body) {
    /// Slack asks to wait.
    public static Scripted wait(String seconds) {
      return new Scripted(429, seconds, "{\"ok\":false,\"error\":\"ratelimited\"}");
    }

    /// Slack is at fault.
    public static Scripted fault() {
      return new Scripted(500, "", "<html>Something went wrong</html>");
    }

    /// The call breaks off without a reply.
    public static Scripted breakOff() {
      return new Scripted(0, "", "");
    }

    /// Slack does not take what was said.
    public static Scripted refusal(String error) {
      return new Scripted(200, "", "{\"ok\":false,\"error\":\"" + error + "\"}");
    }
  }

  /// Listens from now on.
  public FakeSlack() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  /// Where its Web API is, as `SLACK_API_URL` has it.
  public URI api() {
    return URI.create(address() + "/api/");
  }

  /// An address to answer to, as comes with a command.
  public String responseUrl() {
    return address() + "/commands/T1/2/three";
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// What the next calls get, one each.
  public synchronized void script(Scripted... replies) {
    script.addAll(List.of(replies));
  }

  /// Every call so far.
  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  /// The calls so far, once there are so many.
  public synchronized List<Call> calls(int count) {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    try {
      while (calls.size() < count && System.nanoTime() < end) {
        wait(100);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    if (calls.size() < count) {
      throw new AssertionError(count + " calls should have been made, not " + calls);
    }
    return List.copyOf(calls);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Scripted reply = next(exchange.getRequestURI().getPath());
      byte[] said = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      if (!reply.retryAfter().isEmpty()) {
        exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
      }
      if (reply.status() / 100 == 3) {
        exchange.getResponseHeaders().set("Location", address() + "/elsewhere");
      }
      note(
          new Call(
              exchange.getRequestURI().getPath(),
              header(exchange, "Authorization"),
              header(exchange, "Content-Type"),
              body,
              reply.status(),
              exchange.getRemoteAddress().getPort()));
      if (reply.status() == 0) {
        return;
      }
      exchange.sendResponseHeaders(reply.status(), said.length == 0 ? -1 : said.length);
      exchange.getResponseBody().write(said);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private synchronized Scripted next(String path) {
    Scripted scripted = script.poll();
    if (scripted != null) {
      return scripted;
    }
    return switch (path) {
      case "/api/chat.postMessage" ->
          new Scripted(200, "", "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1700000009.000900\"}");
      case "/api/auth.test" ->
          new Scripted(
              200,
              "",
              "{\"ok\":true,\"team_id\":\"T1\",\"user_id\":\"U0BOT\",\"bot_id\":\"B0BOT\"}");
      default -> new Scripted(200, "", "ok");
    };
  }

  private synchronized void note(Call call) {
    calls.add(call);
    notifyAll();
  }

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
