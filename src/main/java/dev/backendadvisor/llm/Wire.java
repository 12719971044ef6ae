package dev.backendadvisor.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Carries one request to a model and what comes back, on the calling thread, within bounds.
///
/// LangChain4j's own carrier reads without a bound, and can be told to stop only once something has
/// come. This one stops when its thread is interrupted, or when it is closed. Its client is its
/// own, so that hanging up leaves no connection, at whatever moment that happens.
final class Wire implements HttpClientBuilder, HttpClient, AutoCloseable {
  private final java.net.http.HttpClient client;
  private final ModelSettings.Limits limits;

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
      parser.parse(response, listener);
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
      response = client.send(outgoing.build(), BodyHandlers.ofInputStream());
    } catch (IOException broken) {
      throw new BoundedStream.Broken(broken);
    }
    if (response.statusCode() / 100 != 2) {
      throw new HttpException(response.statusCode(), "");
    }
    return new BoundedStream(response.body(), limits);
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
