package dev.backendadvisor.slack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Requests as Slack makes them.
public final class SlackRequests {
  /// What signs them.
  public static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private SlackRequests() {}

  /// A slash command.
  public static String command(String text, String trigger, String responseUrl) {
    return form(
        Map.of(
            "token", "gIkuvaNzQIHg97ATvDxqgjtO",
            "team_id", "T1",
            "channel_id", "C1",
            "user_id", "U1",
            "user_name", "steve",
            "command", "/advisor",
            "text", text,
            "response_url", responseUrl,
            "trigger_id", trigger));
  }

  /// A mention of the advisor.
  public static String mention(String event, String text, String time, String thread) {
    return mention(event, text, time, thread, "\"user\":\"U1\",");
  }

  /// A mention by somebody else.
  ///
  /// @param by the fields that say by whom
  static String mention(String event, String text, String time, String thread, String by) {
    String inThread = thread.isEmpty() ? "" : "\"thread_ts\":\"" + thread + "\",";
    return """
    {"token":"z26uFbvR1xHJEdHE1OQiO6t8","team_id":"T1","api_app_id":"A1","type":"event_callback",
     "event":{"type":"app_mention",%s"text":%s,"ts":"%s",%s"channel":"C1","event_ts":"%s",
       "blocks":[{"type":"rich_text","block_id":"x","elements":[]},{"type":"not_yet_known"}]},
     "event_id":"%s","event_time":1700000000,"is_ext_shared_channel":false,
     "authorizations":[{"enterprise_id":null,"team_id":"T1","user_id":"U0BOT","is_bot":true,"is_enterprise_install":false}]}
    """
        .formatted(by, quoted(text), time, inThread, time, event);
  }

  static String press(
      String trigger, String value, String talk, boolean hidden, String responseUrl) {
    String payload =
        """
        {"type":"block_actions","team":{"id":"T1","domain":"x"},"user":{"id":"U1","team_id":"T1"},
         "api_app_id":"A1","token":"t","trigger_id":"%s","response_url":"%s",
         "container":{"type":"message","message_ts":"1700000009.000900","channel_id":"C1","is_ephemeral":%s},
         "channel":{"id":"C1","name":"general"},
         "actions":[{"type":"button","action_id":"ask-0","block_id":"%s","value":%s,"action_ts":"1"}]}
        """
            .formatted(trigger, responseUrl, hidden, talk, quoted(value));
    return form(Map.of("payload", payload));
  }

  private static String form(Map<String, String> fields) {
    return new TreeMap<>(fields)
        .entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  /// The headers Slack signs a body with.
  public static Map<String, String> signed(String body, Instant now) {
    String time = Long.toString(now.getEpochSecond());
    return Map.of(
        "X-Slack-Request-Timestamp", time, "X-Slack-Signature", signature(SECRET, time, body));
  }

  /// The same as a handler gets them.
  static Map<String, List<String>> headers(String body) {
    Map<String, String> signed = signed(body, NOW);
    return Map.of(
        "x-slack-request-timestamp", List.of(signed.get("X-Slack-Request-Timestamp")),
        "x-slack-signature", List.of(signed.get("X-Slack-Signature")));
  }

  static String signature(String secret, String time, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = ("v0:" + time + ":" + body).getBytes(StandardCharsets.UTF_8);
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
