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
/// @param limits what all together can take
/// @param visitor what one of them can take
/// @param operatorToken the secret by which the operator is known; without it nobody is
public record WebSettings(
    String host,
    int port,
    Set<String> allowedOrigins,
    String frameAncestors,
    Limits limits,
    Visitor visitor,
    Optional<String> operatorToken) {
  /// Copies the origins.
  public WebSettings {
    allowedOrigins = Set.copyOf(allowedOrigins);
  }

  /// A server without an operator, where nobody is kept from taking all there is.
  ///
  /// @param host the address to listen on
  /// @param port the port; 0 takes a free one
  /// @param allowedOrigins origins whose pages may call the API
  /// @param frameAncestors who may show the page in a frame
  /// @param limits what all together can take
  public WebSettings(
      String host, int port, Set<String> allowedOrigins, String frameAncestors, Limits limits) {
    this(host, port, allowedOrigins, frameAncestors, limits, Visitor.UNBOUNDED, Optional.empty());
  }

  /// http://127.0.0.1:8080, no foreign origins, no frames of others.
  public static WebSettings defaults() {
    return new WebSettings("127.0.0.1", 8080, Set.of(), "'self'", Limits.defaults());
  }

  /// What one visitor can take. A visitor is an address; with IPv6, a /64.
  ///
  /// @param questions a minute; 0 for any number
  /// @param requests a minute that are no questions; 0 for any number
  /// @param turns a minute in one conversation, whoever takes them; 0 for any number
  /// @param streams open at once; 0 for any number
  /// @param proxies whose word is taken for whom they forward
  public record Visitor(int questions, int requests, int turns, int streams, Set<Network> proxies) {
    /// As much as anybody likes, and nobody's word is taken.
    public static final Visitor UNBOUNDED = new Visitor(0, 0, 0, 0, Set.of());

    /// Copies the proxies.
    public Visitor {
      proxies = Set.copyOf(proxies);
    }
  }

  /// What all visitors together can take.
  ///
  /// @param body bytes of a request's body
  /// @param question characters of a question
  /// @param answers answers being made at once
  /// @param queue questions that wait for one of these to be done; more are refused with 503
  /// @param queueWait how long a question waits before it is refused with 503
  /// @param streams event streams open at once; more are refused with 503
  /// @param connections open at once; more are left waiting
  /// @param others requests to routes of others answered at once; more are refused with 503
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
      int queue,
      Duration queueWait,
      int streams,
      int connections,
      int others,
      Duration deadline,
      Duration heartbeat,
      Duration write,
      Duration kept,
      long keptBytes,
      Duration grace) {
    /// 64 KiB bodies, 4,000 characters, 256 answers at once and 64 waiting 2 s, 10,000 streams,
    /// 20,000 connections and 64 requests of others at once, 30 s an answer, 8 s heartbeats, 10 s
    /// writes, answers kept 10 minutes within 32 MiB, 10 s to stop.
    public static Limits defaults() {
      return new Limits(
          64 * 1024,
          4_000,
          256,
          64,
          Duration.ofSeconds(2),
          10_000,
          20_000,
          64,
          Duration.ofSeconds(30),
          Duration.ofSeconds(8),
          Duration.ofSeconds(10),
          Duration.ofMinutes(10),
          32L * 1024 * 1024,
          Duration.ofSeconds(10));
    }
  }
}
