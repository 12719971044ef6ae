package dev.backendadvisor.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backendadvisor.conversation.Inquiry;
import dev.backendadvisor.decision.Profile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Reads the body of a chat request. Fields it does not know are ignored.
final class ChatBody {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern HEX_UUID =
      Pattern.compile("\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12}");

  private ChatBody() {}

  /// The question in a body.
  ///
  /// @param body the bytes
  /// @param limit the most characters a question may have
  /// @throws Refusal with 400 that says where and what
  static Inquiry read(byte[] body, int limit) {
    JsonNode root = tree(body);
    if (!root.isObject()) {
      throw Refusal.malformed("The body must be a JSON object like {\"message\": \"…\"}.");
    }
    String message =
        text(root, "message")
            .orElseThrow(() -> Refusal.malformed("The body needs a \"message\": the question."));
    int length = message.codePointCount(0, message.length());
    if (message.chars().allMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      throw Refusal.malformed("\"message\" is empty: write a question.");
    }
    if (length > limit) {
      throw Refusal.malformed(
          "\"message\" has " + length + " characters; " + limit + " are the most: ask shorter.");
    }
    return new Inquiry(
        message,
        text(root, "conversation"),
        text(root, "request").map(ChatBody::uuid),
        profile(root));
  }

  private static Optional<Profile> profile(JsonNode root) {
    JsonNode profile = root.path("profile");
    return profile.isMissingNode() || profile.isNull()
        ? Optional.empty()
        : Optional.of(ProfileBody.of(profile));
  }

  /// A body as JSON.
  ///
  /// @throws Refusal with 400 that says where and what
  static JsonNode tree(byte[] body) {
    return parse(decode(body));
  }

  private static String decode(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException malformed) {
      throw Refusal.malformed("The body is not UTF-8: encode it as UTF-8.");
    }
  }

  private static JsonNode parse(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (StreamConstraintsException tooMuch) {
      throw Refusal.malformed(
          "The body holds more than a question needs: nest less deep, write shorter numbers.");
    } catch (JsonProcessingException malformed) {
      JsonLocation at = malformed.getLocation();
      String where =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw Refusal.malformed("The body is not JSON" + where + ": " + reason(malformed) + ".");
    }
  }

  private static String reason(JsonProcessingException malformed) {
    String message = malformed.getOriginalMessage();
    return message == null ? "it breaks off" : message.lines().findFirst().orElse("it breaks off");
  }

  /// A field of text, if it is there.
  ///
  /// @throws Refusal with 400 when it is something else
  static Optional<String> text(JsonNode root, String field) {
    JsonNode node = root.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      throw Refusal.malformed("\"" + field + "\" must be a string.");
    }
    String text = node.textValue();
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw Refusal.malformed("\"" + field + "\" holds half of a surrogate pair: send it whole.");
    }
    return Optional.of(text);
  }

  private static UUID uuid(String text) {
    if (!HEX_UUID.matcher(text).matches()) {
      throw Refusal.malformed("\"request\" must be a UUID, 8-4-4-4-12 hex digits.");
    }
    return UUID.fromString(text);
  }
}
