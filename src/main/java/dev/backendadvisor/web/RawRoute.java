package dev.backendadvisor.web;

import java.util.List;
import java.util.Map;

/// A route of somebody else, mounted beside the API: its requests and replies are taken as they
/// are. The server's bounds of size, time and number hold for it too; it is not counted who asks,
/// since all may come from one address.
///
/// @param path where it is mounted, for POST: `/slack/events`
/// @param handler answers its requests, called by many threads at once
public record RawRoute(String path, Handler handler) {
  /// Answers requests.
  @FunctionalInterface
  public interface Handler {
    /// Answers one.
    ///
    /// @param headers by lower-case name, each with every value it came with
    /// @param body as it came
    Reply answer(Map<String, List<String>> headers, byte[] body);
  }

  /// What is sent back.
  ///
  /// @param status of HTTP
  /// @param contentType of the body
  /// @param body sent as UTF-8
  public record Reply(int status, String contentType, String body) {}
}
