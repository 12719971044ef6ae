package dev.backendadvisor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.answer.AnswerFixture;
import dev.backendadvisor.conversation.Advisor;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.Decisions;
import dev.backendadvisor.conversation.Inquiry;
import dev.backendadvisor.conversation.PassingConversations;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/// A server on a free port with an advisor written by hand, and a client for it.
final class RunningServer implements AutoCloseable {
  static final String QUESTION = "{\"message\":\"Is Node.js better than Python?\"}";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  final HttpClient client = HttpClient.newHttpClient();
  final AtomicInteger openGenerations = new AtomicInteger();
  final WebServer server;

  private RunningServer(WebSettings settings, Advisor advisor, ConversationStore conversations) {
    server =
        new WebServer(
            settings,
            advisor,
            conversations,
            () -> new FakeGeneration(openGenerations),
            new Decisions(() -> new FakeGeneration(openGenerations), Clock.systemUTC()),
            () -> new Readiness(true, "words only, 40 % embedded"));
    server.start();
  }

  static RunningServer with(Advisor advisor) {
    return with(advisor, WebSettings.Limits.defaults());
  }

  static RunningServer with(Advisor advisor, WebSettings.Limits limits) {
    return with(advisor, limits, new PassingConversations(100, 100));
  }

  static RunningServer with(
      Advisor advisor, WebSettings.Limits limits, ConversationStore conversations) {
    return with(advisor, limits, WebSettings.Visitor.UNBOUNDED, conversations);
  }

  static RunningServer with(Advisor advisor, WebSettings.Visitor visitor) {
    return with(
        advisor, WebSettings.Limits.defaults(), visitor, new PassingConversations(100, 100));
  }

  private static RunningServer with(
      Advisor advisor,
      WebSettings.Limits limits,
      WebSettings.Visitor visitor,
      ConversationStore conversations) {
    return new RunningServer(
        new WebSettings(
            "127.0.0.1",
            0,
            Set.of("https://friend.example"),
            "'self'",
            limits,
            visitor,
            Optional.empty()),
        advisor,
        conversations);
  }

  /// Tells all events of an answer, then hands it over.
  static Advisor telling(Function<Inquiry, Answer> answers) {
    return (inquiry, events) -> {
      Answer answer = answers.apply(inquiry);
      AnswerFixture.events(answer).forEach(events);
      return answer;
    };
  }

  /// Always the comparison, each under an id of its own.
  static Advisor comparing() {
    var count = new AtomicInteger();
    return telling(
        inquiry ->
            AnswerFixture.comparison(
                "m_" + count.incrementAndGet(), inquiry.conversation().orElse("c_new")));
  }

  static void tell(List<AnswerEvent> events, Consumer<AnswerEvent> listener) {
    events.forEach(listener);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path))
        .timeout(Duration.ofSeconds(20));
  }

  /// Sends once more when a kept connection turns out to be closed (RFC 9112, 9.3.1): after a
  /// request it cannot parse, Jetty answers and closes, and the client may pick that connection
  /// again first.
  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (HttpTimeoutException late) {
      throw late;
    } catch (IOException closed) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<String> ask(String body) throws IOException, InterruptedException {
    return send(post(body));
  }

  HttpRequest.Builder post(String body) {
    return request("/api/chat")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  /// A connection on which bytes are sent as they are.
  Socket connect() throws IOException {
    var socket = new Socket("127.0.0.1", server.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  /// Sends these bytes and reads until the server closes.
  String raw(String head) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static JsonNode json(HttpResponse<String> response) throws IOException {
    return MAPPER.readTree(response.body());
  }

  static JsonNode json(String text) throws IOException {
    return MAPPER.readTree(text);
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }
}
