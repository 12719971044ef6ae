package dev.backendadvisor.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Carries one request to a model and what comes back, on the calling thread, within bounds.
///
/// LangChain4j's own carrier reads without a bound, and can be told to stop only once something has
/// come. This one stops when its thread is interrupted, or when it is closed. Its client is its
/// own, so that hanging up leaves no connection, at whatever moment that happens.
final class Wire implements HttpClientBuilder, HttpClient, AutoCloseable {
  /// As chat completions and Gemini say it; in a text the quotation marks would be escaped.
  private static final Pattern REFUSAL =
      Pattern.compile("\"(?:refusal|blockReason)\"\\s*:\\s*\"[^\"]");

  private final java.net.http.HttpClient client;
  private final ModelSettings.Limits limits;
  private volatile boolean mayCost;
  private volatile boolean refuses;

  Wire(ModelSettings.Limits limits) {
    this.limits = limits;
    this.client =
        java.net.http.HttpClient.newBuilder()
            .connectTimeout(limits.connect())
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .build();
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    try (InputStream response = open(request)) {
      listener.onOpen(SuccessfulHttpResponse.builder().statusCode(200).build());
      parser.parse(response, new Watched(listener));
      listener.onClose();
    } catch (IOException | HttpException failure) {
      listener.onError(failure);
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      listener.onError(unwanted);
    }
  }

  private InputStream open(HttpRequest request) throws IOException, InterruptedException {
    var outgoing =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .method(request.method().name(), BodyPublishers.ofString(request.body()));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
    HttpResponse<InputStream> response;
    try {
      mayCost = true;
      response = client.send(outgoing.build(), BodyHandlers.ofInputStream());
    } catch (ConnectException | HttpTimeoutException | SSLException unreached) {
      mayCost = false;
      throw new BoundedStream.Broken(unreached);
    } catch (IOException broken) {
      throw new BoundedStream.Broken(broken);
    }
    if (response.statusCode() / 100 != 2) {
      mayCost = false;
      throw new TurnedAway(
          response.statusCode(),
          response.headers().firstValue("retry-after").flatMap(Wire::seconds).orElse(null));
    }
    return new BoundedStream(response.body(), limits);
  }

  /// A status that is no success.
  static final class TurnedAway extends HttpException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration pause;

    /// @param pause how long to leave the server alone, when it says so
    TurnedAway(int status, @Nullable Duration pause) {
      super(status, "");
      this.pause = pause;
    }

    Optional<Duration> pause() {
      return Optional.ofNullable(pause);
    }
  }

  /// Whole seconds; a date or anything else is left to the usual pauses.
  private static Optional<Duration> seconds(String words) {
    return Optional.of(words.strip())
        .filter(one -> one.matches("[0-9]{1,9}"))
        .map(one -> Duration.ofSeconds(Long.parseLong(one)));
  }

  /// Whether the request may have been taken on, and so may have to be paid for.
  boolean mayCost() {
    return mayCost;
  }

  /// Whether the model refused, or its provider did: LangChain4j passes that over.
  boolean refuses() {
    return refuses;
  }

  /// Hands events on, and looks for a refusal among them.
  private final class Watched implements ServerSentEventListener {
    private final ServerSentEventListener listener;

    Watched(ServerSentEventListener listener) {
      this.listener = listener;
    }

    @Override
    public void onEvent(ServerSentEvent event) {
      watch(event);
      listener.onEvent(event);
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
      watch(event);
      listener.onEvent(event, context);
    }

    private void watch(ServerSentEvent event) {
      refuses |= event.data() != null && REFUSAL.matcher(event.data()).find();
    }

    @Override
    public void onError(Throwable failure) {
      listener.onError(failure);
    }
  }

  /// Stops reading, and hangs up.
  @Override
  public void close() {
    client.shutdownNow();
  }

  @Override
  public HttpClient build() {
    return this;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    throw new UnsupportedOperationException("answers are streamed");
  }

  @Override
  public Duration connectTimeout() {
    return limits.connect();
  }

  /// Says nothing new: the bounds are those of the settings.
  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return limits.idle();
  }

  /// Says nothing new: the bounds are those of the settings.
  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    return this;
  }
}
