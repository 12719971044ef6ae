package dev.backendadvisor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.RealAdvisor;
import dev.backendadvisor.llm.ScriptedModel.Request;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each provider's protocol as its documentation has it: what goes out, what comes back, and what
/// its errors look like.
class ProviderTest {
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

  private static ScriptedModel.Script speaking(Provider provider) {
    return Dialect.of(provider).thorough();
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

  /// Fault 14: cut within a sentence, and without a reason.
  @ParameterizedTest
  @EnumSource(Provider.class)
  void rules_finish_what_it_breaks_off(Provider provider) {
    asked.restart(
        provider,
        (request, reply) -> {
          Dialect.of(provider).begin(reply);
          Dialect.of(provider).text(reply, "[1] It is broken");
          reply.cut();
        });
    Answer answer = asked.ask(AskedModel.DEMO);
    assertEquals(1, AskedModel.unavailable(answer).size());
    assertTrue(answer.citations().size() > 1, answer.text());
    assertFalse(answer.text().contains("It is broken"), answer.text());
  }

  /// Fault 14: no reason for the end, which nobody waits for once the connection has ended.
  @ParameterizedTest
  @EnumSource(Provider.class)
  void a_stream_that_just_stops_is_not_waited_for(Provider provider) {
    asked.restart(
        provider,
        (request, reply) -> {
          Dialect.of(provider).begin(reply);
          Dialect.of(provider).text(reply, "[1] It is broken");
        });
    try (var log = new LogLines()) {
      assertEquals(byRules, asked.ask(AskedModel.DEMO).text());
      assertEquals(
          List.of(provider.id() + ":scripted broke off; rules word the answer"), log.all());
    }
  }

  static Stream<Arguments> ends() {
    return Arrays.stream(Provider.values())
        .flatMap(
            provider ->
                Arrays.stream(Dialect.End.values())
                    .filter(end -> end != Dialect.End.STOP)
                    .map(end -> Arguments.of(provider, end)));
  }

  /// Fault 14: `length`, `content_filter`, refusals and calls of tools nobody offered, as each
  /// protocol tells of them.
  @ParameterizedTest
  @MethodSource("ends")
  void rules_finish_what_it_ends_otherwise_than_by_its_own_will(
      Provider provider, Dialect.End end) {
    asked.restart(provider, Dialect.of(provider).ending(end));
    try (var log = new LogLines()) {
      Answer answer = asked.ask(AskedModel.DEMO);
      assertEquals(byRules, answer.text());
      assertEquals(1, AskedModel.unavailable(answer).size(), answer.text());
      assertEquals(List.of(provider.id() + ":scripted " + trouble(provider, end)), log.all());
    }
  }

  private static String trouble(Provider provider, Dialect.End end) {
    String what =
        switch (end) {
          case STOP -> "";
          case LENGTH -> "came to the end of its allowance";
          case FILTER ->
              provider == Provider.ANTHROPIC
                  ? "refused to answer"
                  : "was stopped by its provider's filter";
          case REFUSAL -> "refused to answer";
          case TOOL -> "asked for a tool it was not given";
        };
    return what + "; rules word the answer";
  }

  /// Fault 15: an error in the middle of a stream.
  @ParameterizedTest
  @EnumSource(Provider.class)
  void rules_finish_what_an_error_ends(Provider provider) {
    asked.restart(
        provider,
        (request, reply) -> {
          Dialect.of(provider).begin(reply);
          Dialect.of(provider).text(reply, ModelScripts.line(request.grounds().getFirst()) + "\n");
          Dialect.of(provider).fail(reply);
        });
    Answer answer = asked.ask(AskedModel.DEMO);
    assertEquals(byRules, answer.text());
    assertEquals(1, AskedModel.unavailable(answer).size());
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
  void openai_itself_is_told_the_bound_in_the_word_its_newer_models_take() {
    ModelSettings usual =
        ModelSettings.of("openai:x", name -> Optional.of("sk").filter(key -> name.endsWith("KEY")));
    ModelSettings told = usual.with(usual.limits().tokens(77, true));
    var outbox = new Outbox();
    Provider.OPENAI.model(told, outbox).chat(Output.LINES.request(Prompt.greeting()), outbox);
    assertTrue(outbox.sent.getFirst().contains("\"max_completion_tokens\""), outbox.sent::toString);
    assertFalse(outbox.sent.getFirst().contains("\"max_tokens\""), outbox.sent::toString);
  }

  /// Keeps what would be sent, and hears nothing.
  private static final class Outbox
      implements HttpClientBuilder, HttpClient, StreamingChatResponseHandler {
    private final List<String> sent = new ArrayList<>();

    @Override
    public void execute(
        HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
      sent.add(request.body());
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
      throw new UnsupportedOperationException("answers are streamed");
    }

    @Override
    public HttpClient build() {
      return this;
    }

    @Override
    public Duration connectTimeout() {
      return Duration.ofSeconds(1);
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return Duration.ofSeconds(1);
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      return this;
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {}

    @Override
    public void onError(Throwable failure) {}
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
