package dev.backendadvisor.slack;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// How Slack reaches the advisor and the advisor Slack.
///
/// @param signingSecret by which Slack signs its requests
/// @param botToken by which answers are posted in threads; without it slash commands alone are
///   answered
/// @param api where the methods of the Web API are called, ending in `/`
/// @param limits what is taken on
public record SlackSettings(
    String signingSecret, Optional<String> botToken, URI api, Limits limits) {
  /// Slack itself.
  public static final URI API = URI.create("https://slack.com/api/");

  /// Names no secret.
  @Override
  public String toString() {
    return "SlackSettings[api="
        + api
        + ", botToken="
        + (botToken.isPresent() ? "set" : "none")
        + "]";
  }

  /// What is taken on.
  ///
  /// @param question characters of a question
  /// @param answers answers being made at once; whoever asks for more is told to ask again
  /// @param deadline how long one answer may take
  /// @param call how long one call of Slack's API may take
  /// @param patience the longest wait that Slack may ask for between two tries
  /// @param grace how long a stop waits for what runs
  public record Limits(
      int question,
      int answers,
      Duration deadline,
      Duration call,
      Duration patience,
      Duration grace) {
    /// 4,000 characters, 32 answers at once, 30 s an answer, 10 s a call, 30 s between tries, 10 s
    /// to stop.
    public static Limits defaults() {
      return new Limits(
          4_000,
          32,
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10));
    }
  }
}
