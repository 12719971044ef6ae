package dev.backendadvisor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.RealAdvisor;
import dev.backendadvisor.llm.ScriptedModel.Script;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// However a model fails, and whenever, the answer is the rules', with a notice, and nobody stays
/// on the line.
class FailingModelTest {
  private static final String NOT_USED =
      "The language model could not be used, so rules worded this answer.";
  private static final String BROKE_OFF =
      "The language model broke off, so rules finished this answer.";

  /// For what is silent: long enough for a busy machine to have said something.
  private static final ModelSettings.Limits HURRIED =
      AskedModel.patience(Duration.ofSeconds(2), Duration.ofMinutes(2));

  /// For what drips.
  private static final ModelSettings.Limits SHORT =
      AskedModel.patience(Duration.ofSeconds(2), Duration.ofSeconds(3));

  private static final ModelSettings.Limits PATIENT =
      AskedModel.patience(Duration.ofMinutes(2), Duration.ofMinutes(2));

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

  /// Faults 12 (silence after the head), 13 (a drip), 14 (no reason for the end) and 15 (garbage).
  static Stream<Arguments> failures() {
    String stop = "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}";
    return Stream.of(
        failure("is silent", ModelScripts.silent(), "is silent"),
        failure("is silent after the head", ModelScripts.silentAfterHead(), "is silent"),
        failure(
            "sends a character now and then",
            ModelScripts.dripping(Duration.ofMillis(200)),
            "takes too long"),
        failure("hangs up at once", (request, reply) -> {}, "broke off"),
        failure("is cut at once", (request, reply) -> reply.cut(), "broke off"),
        failure("sends a head alone", (request, reply) -> reply.head(), "broke off"),
        failure(
            "sends a web page",
            (request, reply) ->
                reply
                    .head(200, "text/html")
                    .bytes("<html><body>Welcome</body></html>".getBytes(StandardCharsets.UTF_8)),
            "broke off"),
        failure("sends no JSON", ModelScripts.garbage(), "sends what cannot be read"),
        failure(
            "sends JSON of another kind",
            ModelScripts.bytes("data: [1,2]\n\n"),
            "sends what cannot be read"),
        failure(
            "sends an error in an event",
            ModelScripts.bytes("event: error\ndata: {\"error\":\"overloaded\"}\n\n"),
            "sends what cannot be read"),
        failure(
            "sends an error as data",
            ModelScripts.bytes("data: {\"error\":{\"message\":\"overloaded\"}}\n\n"),
            "broke off"),
        failure(
            "sends no choices",
            ModelScripts.bytes("data: {\"choices\":[]}\n\ndata: [DONE]\n\n"),
            "broke off"),
        failure(
            "finishes without a word",
            ModelScripts.bytes("data: " + stop + "\n\ndata: [DONE]\n\n"),
            "wrote nothing that passed the check"),
        failure(
            "sends 100 MB in a line",
            ModelScripts.endlessLine(100 << 20),
            "sends more than an answer can be"),
        failure(
            "sends a million events",
            ModelScripts.tinyEvents(1_000_000),
            "sends more than an answer can be"),
        failure(
            "sends nested JSON",
            ModelScripts.bytes("data: " + "[".repeat(50_000)),
            "sends what cannot be read"));
  }

  private static Arguments failure(String name, Script script, String trouble) {
    ModelSettings.Limits limits =
        switch (trouble) {
          case "is silent" -> HURRIED;
          case "takes too long" -> SHORT;
          default -> PATIENT;
        };
    return Arguments.of(Named.of(name, script), trouble, limits);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void rules_word_the_answer_of_a_model_that(
      Script script, String trouble, ModelSettings.Limits limits) throws InterruptedException {
    asked.restart(script, limits);
    Answer answer;
    List<String> logged;
    try (var log = new LogLines()) {
      answer = asked.ask(AskedModel.DEMO);
      logged = log.all();
    }
    assertEquals(byRules, answer.text());
    assertEquals(new Answer.Writer.Rules(), answer.writer());
    assertEquals(1, AskedModel.unavailable(answer).size());
    assertTrue(asked.model.isLeftAlone(AskedModel.PATIENCE));
    assertEquals(List.of("openai:scripted " + trouble + "; rules word the answer"), logged);
  }

  /// Faults 9, 10 and 11.
  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 408, 418, 429, 500, 502, 503, 599})
  void rules_word_the_answer_of_a_model_that_answers_with_status(int status)
      throws InterruptedException {
    asked.restart(ModelScripts.status(status));
    Answer answer = asked.ask(AskedModel.DEMO);
    assertEquals(byRules, answer.text());
    assertEquals(List.of(NOT_USED), AskedModel.unavailable(answer));
    assertEquals(new Answer.Writer.Rules(), answer.writer());
    assertTrue(asked.model.isLeftAlone(AskedModel.PATIENCE));
  }

  /// Fault 14: whatever was said stands, and nothing torn does.
  static Stream<Arguments> endings() {
    return Stream.of(
        ending("falls silent", (request, reply) -> reply.waitForHangUp()),
        ending("is cut", (request, reply) -> reply.cut()),
        ending("is cut within a word", (request, reply) -> reply.text("[3] Socket.I").cut()),
        ending("is cut within a marker", (request, reply) -> reply.text("[3,").cut()),
        ending(
            "is cut within a character",
            (request, reply) ->
                reply
                    .bytes(
                        "data: {\"choices\":[{\"delta\":{\"content\":\"[3] caf"
                            .getBytes(StandardCharsets.UTF_8))
                    .bytes(new byte[] {(byte) 0xc3})
                    .cut()),
        ending(
            "sends bytes that are no characters",
            (request, reply) ->
                reply
                    .bytes(
                        "data: {\"choices\":[{\"delta\":{\"content\":\"[3] Socket.IO's memory "
                            .getBytes(StandardCharsets.UTF_8))
                    .bytes(new byte[] {(byte) 0xc3, (byte) 0xff})
                    .bytes("\\n\"}}]}\n\n".getBytes(StandardCharsets.UTF_8))),
        ending("gives no reason for its end", (request, reply) -> reply.done()),
        ending(
            "is out of tokens", (request, reply) -> reply.text("[3] So").finish("length").done()),
        ending("is filtered", (request, reply) -> reply.finish("content_filter").done()),
        ending("wants a tool", (request, reply) -> reply.finish("tool_calls").done()),
        ending("sends garbage", (request, reply) -> reply.event("<html>").waitForHangUp()),
        ending(
            "writes a line without end",
            (request, reply) -> {
              while (true) {
                reply.text("[3] Socket.IO ".repeat(1_000));
              }
            }));
  }

  private static Arguments ending(String name, Script script) {
    return Arguments.of(Named.of(name, script));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void rules_finish_the_answer_of_a_model_that_begins_well_and_then(Script rest)
      throws InterruptedException {
    var heard = new CountDownLatch(2);
    asked.restart(
        ModelScripts.after(
            2,
            (request, reply) -> {
              heard.await();
              rest.play(request, reply);
            }),
        HURRIED);
    Answer answer =
        asked.ask(
            AskedModel.DEMO,
            event -> {
              if (event instanceof AnswerEvent.Said) {
                heard.countDown();
              }
            });
    assertEquals(byRules, answer.text());
    assertEquals(List.of(BROKE_OFF), AskedModel.unavailable(answer));
    assertEquals(new Answer.Writer.Model("scripted"), answer.writer());
    assertTrue(asked.model.isLeftAlone(AskedModel.PATIENCE));
  }

  /// Fault 11, as the three after it.
  @Test
  void rules_word_the_answer_when_nobody_listens_there() throws IOException {
    unreachable(ScriptedModel.nowhere().toString(), host -> {}, "cannot be reached");
  }

  @Test
  void rules_word_the_answer_when_the_name_is_unknown() {
    unreachable(
        "http://model.invalid/v1",
        host -> {
          throw new UnknownHostException(host);
        },
        "has an address that nobody knows");
  }

  @Test
  void rules_word_the_answer_when_the_name_takes_long_to_look_up() {
    var over = new CountDownLatch(1);
    unreachable(
        "http://model.invalid/v1",
        host -> {
          try {
            over.await();
          } catch (InterruptedException hurried) {
            throw new UnknownHostException(host);
          }
        },
        "has an address that takes long to look up");
  }

  @Test
  void rules_word_the_answer_when_the_server_cannot_be_trusted() {
    asked.model.play(ModelScripts.silent());
    unreachable(
        asked.model.baseUrl().toString().replace("http:", "https:"),
        host -> {},
        "cannot be reached safely (TLS)",
        PATIENT.reaching(Duration.ofMinutes(2), Duration.ofMinutes(2)));
  }

  private static void unreachable(String address, Call.Resolver resolver, String trouble) {
    unreachable(address, resolver, trouble, ModelSettings.Limits.defaults());
  }

  private static void unreachable(
      String address, Call.Resolver resolver, String trouble, ModelSettings.Limits limits) {
    asked.moveTo(URI.create(address), resolver, limits);
    Answer answer = asked.ask(AskedModel.DEMO);
    assertEquals(byRules, answer.text());
    assertEquals(List.of(NOT_USED), AskedModel.unavailable(answer));
    assertEquals(trouble, asked.trouble().orElseThrow());
  }

  /// Fault 9: the log tells of it once a minute while questions come.
  @Test
  void a_refused_key_is_told_once_a_minute() {
    asked.restart(ModelScripts.status(403));
    try (var log = new LogLines()) {
      for (int question = 0; question < 5; question++) {
        asked.ask(AskedModel.DEMO);
      }
      String line = "openai:scripted refused the key (403); rules word the answer";
      assertEquals(List.of(line), log.all());
      asked.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
      asked.ask(AskedModel.DEMO);
      assertEquals(List.of(line, line + ", as 4 times since the last line"), log.all());
    }
  }

  /// Fault 9.
  @Test
  void after_a_refused_key_nobody_asks_again() {
    asked.restart(ModelScripts.status(401));
    int before = asked.model.requests().size();
    for (int question = 0; question < 5; question++) {
      assertEquals(List.of(NOT_USED), AskedModel.unavailable(asked.ask(AskedModel.DEMO)));
      asked.nanos.addAndGet(Duration.ofDays(1).toNanos());
    }
    assertEquals(1, asked.model.requests().size() - before);
  }

  @Test
  void after_failures_in_a_row_nobody_asks_for_a_while_and_then_one_question_tries() {
    asked.restart(ModelScripts.status(503));
    int before = asked.model.requests().size();
    for (int question = 0; question < 6; question++) {
      asked.ask(AskedModel.DEMO);
    }
    assertEquals(2 * 3, asked.model.requests().size() - before, "each is tried again once");

    asked.model.play(ModelScripts.honest());
    asked.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertEquals(new Answer.Writer.Model("scripted"), asked.ask(AskedModel.DEMO).writer());
    assertEquals(new Answer.Writer.Model("scripted"), asked.ask(AskedModel.DEMO).writer());
  }

  /// Fault 17, as the one after it; a visitor's own departure is told to the answer so.
  @RepeatedTest(100)
  void whenever_the_one_who_asked_is_interrupted_no_connection_is_left(RepetitionInfo repetition)
      throws Exception {
    asked.restart(
        (request, reply) -> {
          reply.head();
          reply.waitForHangUp();
        });
    Thread asking = Thread.ofVirtual().start(() -> asked.ask(AskedModel.DEMO));
    LockSupport.parkNanos(repetition.getCurrentRepetition() * 200_000L);
    asking.interrupt();
    asking.join();
    assertTrue(asked.model.isLeftAlone(AskedModel.PATIENCE));
  }

  @Test
  void when_the_one_who_asked_is_interrupted_the_model_is_hung_up_on() throws Exception {
    var waiting = new CountDownLatch(1);
    asked.restart(
        ModelScripts.after(
            1,
            (request, reply) -> {
              waiting.countDown();
              reply.waitForHangUp();
            }));
    var answer = new AtomicReference<Answer>();
    Thread asking = Thread.ofVirtual().start(() -> answer.set(asked.ask(AskedModel.DEMO)));
    waiting.await();
    asking.interrupt();
    asking.join();
    assertEquals(byRules, answer.get().text());
    assertTrue(asked.model.isLeftAlone(AskedModel.PATIENCE));
  }

  /// Fault 18; the benchmark `WithModel` has the figures.
  @Test
  void more_questions_than_the_model_may_have_are_answered_by_rules_at_once() throws Exception {
    var waiting = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    asked.restart(
        (request, reply) -> {
          waiting.countDown();
          goOn.await();
          ModelScripts.honest().play(request, reply);
        },
        ModelSettings.Limits.defaults().calls(1));
    var first = new AtomicReference<Answer>();
    Thread asking = Thread.ofVirtual().start(() -> first.set(asked.ask(AskedModel.DEMO)));
    waiting.await();
    assertEquals(List.of(NOT_USED), AskedModel.unavailable(asked.ask(AskedModel.DEMO)));
    goOn.countDown();
    asking.join();
    assertEquals(new Answer.Writer.Model("scripted"), first.get().writer());
  }
}
