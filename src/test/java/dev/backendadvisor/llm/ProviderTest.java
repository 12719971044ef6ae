package dev.backendadvisor.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.RealAdvisor;
import dev.backendadvisor.llm.ScriptedModel.Reply;
import dev.backendadvisor.llm.ScriptedModel.Request;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each provider's protocol as its documentation has it: what goes out, what comes back, and what
/// its errors look like.
class ProviderTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static AskedModel asked;
  private static String byRules;

  @BeforeAll
  static void open() throws IOException {
    asked = new AskedModel();
    try (var rules = new RealAdvisor(new RuleAnswerer())) {
      byRules = rules.ask(AskedModel.DEMO).text();
    }
  }

  @AfterAll
  static void close() throws IOException {
    asked.close();
  }

  private static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /// A stream of Anthropic's messages.
  private static void anthropic(Request request, Reply reply) throws IOException {
    reply.head();
    event(
        reply,
        "message_start",
        "\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[],"
            + "\"model\":\"scripted\",\"stop_reason\":null,\"stop_sequence\":null,"
            + "\"usage\":{\"input_tokens\":25,\"output_tokens\":1}}");
    event(
        reply,
        "content_block_start",
        "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}");
    reply.bytes("event: ping\ndata: {\"type\": \"ping\"}\n\n".getBytes(UTF_8));
    for (Request.Ground ground : request.grounds()) {
      String line = "[%d] %s\n".formatted(ground.number(), ground.text());
      event(
          reply,
          "content_block_delta",
          "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":" + quoted(line) + "}");
    }
    event(reply, "content_block_stop", "\"index\":0");
    event(
        reply,
        "message_delta",
        "\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},"
            + "\"usage\":{\"output_tokens\":15}");
    event(reply, "message_stop", null);
  }

  private static void event(Reply reply, String type, @Nullable String rest) throws IOException {
    String data = "{\"type\":\"" + type + "\"" + (rest == null ? "" : "," + rest) + "}";
    reply.bytes(("event: " + type + "\ndata: " + data + "\n\n").getBytes(UTF_8));
  }

  /// A stream of Gemini's content.
  private static void gemini(Request request, Reply reply) throws IOException {
    reply.head();
    for (Request.Ground ground : request.grounds()) {
      String line = "[%d] %s\n".formatted(ground.number(), ground.text());
      reply.event(
          "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":"
              + quoted(line)
              + "}],\"role\":\"model\"},\"index\":0}],\"modelVersion\":\"scripted\"}");
    }
    reply.event(
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\"}],\"role\":\"model\"},"
            + "\"finishReason\":\"STOP\",\"index\":0}],"
            + "\"usageMetadata\":{\"promptTokenCount\":25,\"candidatesTokenCount\":15,"
            + "\"totalTokenCount\":40}}");
  }

  private static ScriptedModel.Script speaking(Provider provider) {
    return switch (provider) {
      case ANTHROPIC -> ProviderTest::anthropic;
      case GEMINI -> ProviderTest::gemini;
      case OPENAI, OLLAMA -> ModelScripts.thorough();
    };
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void its_stream_becomes_an_answer_that_says_who_wrote_it(Provider provider) {
    asked.restart(provider, speaking(provider));
    Answer answer = asked.ask(AskedModel.DEMO);
    assertEquals(0, AskedModel.unavailable(answer).size(), answer.text());
    assertEquals(new Answer.Writer.Model("scripted"), answer.writer());
    assertTrue(answer.citations().size() > 1, answer.text());
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void rules_finish_what_it_breaks_off(Provider provider) {
    asked.restart(provider, (request, reply) -> speakAndCut(provider, reply));
    Answer answer = asked.ask(AskedModel.DEMO);
    assertEquals(1, AskedModel.unavailable(answer).size());
    assertTrue(answer.citations().size() > 1, answer.text());
    assertFalse(answer.text().contains("It is broken"), answer.text());
  }

  /// Sends the stream without its end.
  private static void speakAndCut(Provider provider, Reply reply) throws IOException {
    switch (provider) {
      case ANTHROPIC -> {
        reply.head();
        event(
            reply,
            "content_block_delta",
            "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"[1] It is broken\"}");
      }
      case GEMINI ->
          reply
              .head()
              .event(
                  "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"[1] It is broken\"}]}}]}");
      case OPENAI, OLLAMA -> reply.head().text("[1] It is broken");
    }
    reply.cut();
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void rules_answer_when_it_refuses_the_key(Provider provider) {
    asked.restart(provider, ModelScripts.status(401));
    Answer answer = asked.ask(AskedModel.DEMO);
    assertEquals(byRules, answer.text());
    assertEquals(1, AskedModel.unavailable(answer).size());
  }

  @Test
  void the_key_goes_where_each_protocol_wants_it() {
    Map<Provider, Function<Request, @Nullable String>> places =
        Map.of(
            Provider.OPENAI, request -> request.headers().get("authorization"),
            Provider.OLLAMA, request -> request.headers().get("authorization"),
            Provider.ANTHROPIC, request -> request.headers().get("x-api-key"),
            Provider.GEMINI, request -> request.headers().get("x-goog-api-key"));
    places.forEach(
        (provider, place) -> {
          asked.restart(provider, speaking(provider));
          asked.ask(AskedModel.DEMO);
          Request request = asked.model.requests().getLast();
          assertTrue(String.valueOf(place.apply(request)).endsWith("sk-hidden"), provider.id());
          assertFalse(request.path().contains("hidden"), "no key in an address, which is logged");
        });
  }
}
