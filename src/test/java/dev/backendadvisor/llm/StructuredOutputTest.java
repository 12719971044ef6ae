package dev.backendadvisor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.RealAdvisor;
import dev.backendadvisor.llm.ScriptedModel.Request.Ground;
import dev.backendadvisor.llm.ScriptedModel.Script;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Models that write JSON by a schema their provider holds them to.
class StructuredOutputTest {
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

  private static String element(Ground ground) {
    return "{\"grounds\":[%d],\"sentence\":%s}"
        .formatted(ground.number(), Dialect.quoted(ground.text()));
  }

  private static List<Ground> byRules(List<Ground> grounds) {
    return grounds.stream().filter(one -> !one.kind().equals("further")).toList();
  }

  private static String json(List<Ground> grounds) {
    return byRules(grounds).stream()
        .map(StructuredOutputTest::element)
        .collect(Collectors.joining(", ", "{\"sentences\": [", "]}"));
  }

  private static Script writing(Provider provider) {
    Dialect dialect = Dialect.of(provider);
    return (request, reply) -> {
      dialect.begin(reply);
      String text = json(request.grounds());
      for (int from = 0; from < text.length(); from += 7) {
        dialect.text(reply, text.substring(from, Math.min(text.length(), from + 7)));
      }
      dialect.end(reply, Dialect.End.STOP, 250, 150);
    };
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void every_provider_is_given_the_schema_and_its_sentences_are_heard(Provider provider)
      throws IOException {
    asked.restart(provider, Output.JSON, writing(provider));
    Answer answer = asked.ask(AskedModel.DEMO);
    assertEquals(List.of(), AskedModel.unavailable(answer));
    assertEquals(new Answer.Writer.Model("scripted"), answer.writer());
    assertEquals(byRules, answer.text());

    ScriptedModel.Request request = asked.model.requests().getLast();
    JsonNode schema = schema(provider, request.json());
    JsonNode sentence = schema.path("properties").path("sentences").path("items");
    assertEquals("string", kind(sentence.path("properties").path("sentence")), request.body());
    assertEquals("array", kind(sentence.path("properties").path("grounds")), request.body());
    assertEquals(2, sentence.path("required").size(), request.body());
    assertTrue(request.body().contains("write one JSON object"), request.body());
  }

  private static JsonNode schema(Provider provider, JsonNode body) {
    return switch (provider) {
      case OPENAI, OLLAMA -> {
        JsonNode format = body.path("response_format");
        assertEquals("json_schema", format.path("type").textValue());
        assertTrue(format.path("json_schema").path("strict").booleanValue());
        yield format.path("json_schema").path("schema");
      }
      case ANTHROPIC -> {
        JsonNode format = body.path("output_config").path("format");
        assertEquals("json_schema", format.path("type").textValue(), body.toString());
        yield format.path("schema");
      }
      case GEMINI -> {
        JsonNode config = body.path("generationConfig");
        assertEquals("application/json", config.path("responseMimeType").textValue());
        yield config.has("responseSchema")
            ? config.path("responseSchema")
            : config.path("responseJsonSchema");
      }
    };
  }

  private static String kind(JsonNode schema) {
    return schema.path("type").asText().toLowerCase(java.util.Locale.ROOT);
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void lines_are_asked_for_without_a_schema(Provider provider) {
    asked.restart(provider, Dialect.of(provider).thorough());
    asked.ask(AskedModel.DEMO);
    String body = asked.model.requests().getLast().body();
    assertTrue(!body.contains("chema") && !body.contains("JSON object"), body);
  }

  @Test
  void sentences_leave_while_the_model_still_writes() {
    var heard = new CountDownLatch(2);
    asked.restart(
        Provider.OPENAI,
        Output.JSON,
        (request, reply) -> {
          List<Ground> grounds = byRules(request.grounds());
          reply.head().text("{\"sentences\": [" + element(grounds.get(0)) + ",");
          String third = element(grounds.get(2));
          reply.text(element(grounds.get(1)) + ", " + third.substring(0, 14));
          heard.await();
          reply.text(third.substring(14) + "]}").finish("stop").done();
        });
    Answer answer =
        asked.ask(
            AskedModel.DEMO,
            event -> {
              if (event instanceof AnswerEvent.Said) {
                heard.countDown();
              }
            });
    assertEquals(byRules, answer.text());
    assertEquals(List.of(), AskedModel.unavailable(answer));
  }

  /// Fault 14, in JSON.
  @Test
  void rules_finish_json_that_is_cut_anywhere() {
    for (int cut = 0; cut < 600; cut += 37) {
      int end = cut;
      asked.restart(
          Provider.OPENAI,
          Output.JSON,
          (request, reply) -> reply.head().text(json(request.grounds()).substring(0, end)).cut());
      Answer answer = asked.ask(AskedModel.DEMO);
      assertEquals(byRules, answer.text());
      assertEquals(1, AskedModel.unavailable(answer).size());
    }
  }

  @Test
  void rules_answer_where_a_server_does_not_keep_to_the_schema() {
    asked.restart(Provider.OPENAI, Output.JSON, ModelScripts.honest());
    Answer answer = asked.ask(AskedModel.DEMO);
    assertEquals(byRules, answer.text());
    assertEquals(1, AskedModel.unavailable(answer).size());
  }
}
