package dev.backendadvisor.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// Reads request bodies within bounds of size and time.
final class Bodies {
  private static final int LINGER_BYTES = 16 * 1024 * 1024;

  private final WebSettings.Limits limits;
  private final Deadlines deadlines;

  Bodies(WebSettings.Limits limits, Deadlines deadlines) {
    this.limits = limits;
    this.deadlines = deadlines;
  }

  /// The body of a request that must be JSON.
  ///
  /// @throws Refusal with 415 when it is something else, 413 when it is too large
  byte[] json(Context context) throws IOException {
    String type = context.contentType() == null ? "" : context.contentType();
    String[] parts = type.toLowerCase(Locale.ROOT).split(";", 2);
    if (!parts[0].strip().equals(Media.JSON)) {
      throw new Refusal(
          415, "Unsupported media type", "Send the body with Content-Type: application/json.");
    }
    return raw(context);
  }

  /// The body of a request, whatever it is.
  ///
  /// @throws Refusal with 413 when it is too large
  byte[] raw(Context context) throws IOException {
    if (context.req().getContentLengthLong() > limits.body()) {
      throw Refusal.tooLarge(limits.body());
    }
    try (var deadline = deadlines.in(limits.write(), () -> StreamWriter.cut(context))) {
      byte[] body = context.req().getInputStream().readNBytes(limits.body() + 1);
      if (body.length > limits.body()) {
        throw Refusal.tooLarge(limits.body());
      }
      return body;
    }
  }

  /// Throws away what a client goes on sending after it was answered, for a while, since closing at
  /// once would reset the connection before the client has read the answer.
  void linger(Context context) throws IOException {
    try (var deadline = deadlines.in(limits.write(), () -> StreamWriter.cut(context))) {
      InputStream rest = context.req().getInputStream();
      byte[] waste = new byte[8192];
      int left = LINGER_BYTES;
      int read;
      while (left > 0 && (read = rest.read(waste)) >= 0) {
        left -= read;
      }
    }
  }
}
