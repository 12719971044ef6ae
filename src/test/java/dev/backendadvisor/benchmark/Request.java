package dev.backendadvisor.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What a client sends.
///
/// @param method of HTTP
/// @param path with its query
/// @param accept the form wanted
/// @param body JSON, or empty
record Request(String method, String path, String accept, String body) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Request get(String path) {
    return new Request("GET", path, "application/json", "");
  }

  static Request post(String path, String body) {
    return new Request("POST", path, "application/json", body);
  }

  /// A question, whose answer is wanted whole.
  static Request question(String words) {
    return post("/api/chat", message(words));
  }

  /// The body of a question.
  static String message(String words) {
    return MAPPER.createObjectNode().put("message", words).toString();
  }

  /// The same, event by event.
  Request streamed() {
    return new Request(method, path, "text/event-stream", body);
  }

  byte[] bytes() {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        String.format(
            Locale.ROOT,
            "%s %s HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\n%s\r\n",
            method,
            path,
            accept,
            content.length == 0
                ? ""
                : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n");
    byte[] first = head.getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[first.length + content.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(content, 0, all, first.length, content.length);
    return all;
  }
}
