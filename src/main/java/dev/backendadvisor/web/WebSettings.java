package dev.backendadvisor.web;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// How the server listens and what it lets through.
///
/// @param host the address to listen on
/// @param port the port; 0 takes a free one
/// @param allowedOrigins origins whose pages may call the API, as browsers send them:
///   `https://example.org`
/// @param frameAncestors who may show the page in a frame, as the Content-Security-Policy has it
/// @param limits what one visitor, and all together, can take
/// @param operatorToken the secret by which the operator is known; without it nobody is
public record WebSettings(
    String host,
    int port,
    Set<String> allowedOrigins,
    String frameAncestors,
    Limits limits,
    Optional<String> operatorToken) {
  /// Copies the origins.
  public WebSettings {
    allowedOrigins = Set.copyOf(allowedOrigins);
  }

  /// A server without an operator.
  ///
  /// @param host the address to listen on
  /// @param port the port; 0 takes a free one
  /// @param allowedOrigins origins whose pages may call the API
  /// @param frameAncestors who may show the page in a frame
  /// @param limits what one visitor, and all together, can take
  public WebSettings(
      String host, int port, Set<String> allowedOrigins, String frameAncestors, Limits limits) {
    this(host, port, allowedOrigins, frameAncestors, limits, Optional.empty());
  }

  /// http://127.0.0.1:8080, no foreign origins, no frames of others.
  public static WebSettings defaults() {
    return new WebSettings("127.0.0.1", 8080, Set.of(), "'self'", Limits.defaults());
  }

  /// What one visitor, and all together, can take.
  ///
  /// @param body bytes of a request's body
  /// @param question characters of a question
  /// @param answers answers being made at once; more are refused with 503
  /// @param streams event streams open at once; more are refused with 503
  /// @param deadline how long one answer may take
  /// @param heartbeat how long a stream is silent before a comment line is sent
  /// @param write how long one write may wait for the reader, and a body for its sender
  /// @param kept how long an answer can be read again
  /// @param keptBytes bytes of answers kept to be read again; the oldest go first
  /// @param grace how long a stop waits for what runs
  public record Limits(
      int body,
      int question,
      int answers,
      int streams,
      Duration deadline,
      Duration heartbeat,
      Duration write,
      Duration kept,
      long keptBytes,
      Duration grace) {
    /// 64 KiB bodies, 4,000 characters, 256 answers and 10,000 streams at once, 30 s an answer, 8 s
    /// heartbeats, 10 s writes, answers kept 10 minutes within 32 MiB, 10 s to stop.
    public static Limits defaults() {
      return new Limits(
          64 * 1024,
          4_000,
          256,
          10_000,
          Duration.ofSeconds(30),
          Duration.ofSeconds(8),
          Duration.ofSeconds(10),
          Duration.ofMinutes(10),
          32L * 1024 * 1024,
          Duration.ofSeconds(10));
    }
  }
}
