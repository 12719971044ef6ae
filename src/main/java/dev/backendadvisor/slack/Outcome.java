package dev.backendadvisor.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What became of one try to bring a message to Slack.
sealed interface Outcome {
  /// It is there.
  record Arrived() implements Outcome {}

  /// Slack does not take the layout.
  ///
  /// @param why in Slack's word
  record LayoutRefused(String why) implements Outcome {}

  /// Slack asks to wait.
  ///
  /// @param time how long
  record Wait(Duration time) implements Outcome {}

  /// Slack is at fault, and may not be in a moment.
  ///
  /// @param why in Slack's word
  record Fault(String why) implements Outcome {}

  /// It did not arrive, or nobody knows, and trying again would not help.
  ///
  /// @param why for the log
  record Lost(String why) implements Outcome {}

  /// Slack's words for a layout it does not take.
  Set<String> OF_LAYOUT =
      Set.of("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "too_many_blocks");

  /// Slack's words for its own faults.
  Set<String> OF_SLACK = Set.of("internal_error", "service_unavailable", "request_timeout");

  /// Words fit for the log; anything else Slack might say could repeat what people wrote.
  Pattern WORD = Pattern.compile("[a-z0-9_]{1,60}");

  /// Reads Slack's reply.
  ///
  /// @param status of HTTP
  /// @param retryAfter seconds to wait, as the header has them
  /// @param error what Slack calls the error; none when it names none
  static Outcome of(int status, Optional<String> retryAfter, @Nullable String error) {
    String why = error != null && WORD.matcher(error).matches() ? error : "status " + status;
    if (status == 429 || why.equals("ratelimited") || why.equals("rate_limited")) {
      return new Wait(retryAfter.flatMap(Outcome::seconds).orElse(Duration.ofSeconds(1)));
    }
    if (OF_LAYOUT.contains(why)) {
      return new LayoutRefused(why);
    }
    if (status >= 500 || OF_SLACK.contains(why)) {
      return new Fault(why);
    }
    return status / 100 == 2 && error == null ? new Arrived() : new Lost(why);
  }

  /// The error in the body of a reply: `{"ok":false,"error":"invalid_blocks"}`, or the word alone.
  static @Nullable String error(@Nullable String body) {
    String said = body == null ? "" : body.strip();
    if (said.isEmpty() || said.equals("ok")) {
      return null;
    }
    try {
      JsonElement json = JsonParser.parseString(said);
      if (json instanceof JsonObject object) {
        boolean ok = object.has("ok") && object.get("ok").getAsBoolean();
        return ok ? null : object.has("error") ? object.get("error").getAsString() : "unknown";
      }
    } catch (JsonParseException | UnsupportedOperationException | IllegalStateException text) {
      // the word alone
    }
    return said;
  }

  private static Optional<Duration> seconds(String header) {
    return header.strip().matches("[0-9]{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(header.strip())))
        : Optional.empty();
  }
}
