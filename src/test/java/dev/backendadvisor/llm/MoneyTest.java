package dev.backendadvisor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.Answerer;
import dev.backendadvisor.answer.Notice;
import dev.backendadvisor.answer.Purse.Bill;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.Budget;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.Inquiry;
import dev.backendadvisor.conversation.PassingSpending;
import dev.backendadvisor.conversation.RealAdvisor;
import dev.backendadvisor.conversation.SpendingLedger;
import dev.backendadvisor.conversation.SpendingLedger.Caps;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What answers cost, and that no more is spent than may be.
class MoneyTest {
  /// What a million tokens cost: 0.15 read and 0.60 written.
  private static final ModelSettings.Prices PRICES = new ModelSettings.Prices(150, 600);

  /// What [Dialect#thorough] reports.
  private static final long REPORTED = 250 * 150 + 150 * 600;

  private static volatile Answerer answerer = new RuleAnswerer();
  private static volatile SpendingLedger ledger = new PassingSpending(1_000);
  private static volatile Caps caps = Caps.NONE;
  private static volatile Instant now = Instant.EPOCH;
  private static RealAdvisor real;
  private static ScriptedModel model;

  @BeforeAll
  static void open() throws IOException {
    InstantSource time = () -> now;
    model = ScriptedModel.playing(ModelScripts.honest());
    real =
        new RealAdvisor(
            (brief, scribe) -> answerer.answer(brief, scribe),
            new Budget(new LedgerOfNow(), Caps.NONE, time.withZone(ZoneOffset.UTC)));
  }

  @AfterAll
  static void close() throws IOException {
    real.close();
    model.close();
  }

  @BeforeEach
  void spend_nothing() {
    ledger = new PassingSpending(1_000);
    now = Instant.parse("2026-11-24T12:00:00Z");
    model.play(Dialect.CHAT_COMPLETIONS.thorough());
    serve(Provider.OPENAI, Caps.NONE);
  }

  private static void serve(Provider provider, Caps most) {
    serve(AskedModel.settings(provider, model.baseUrl()), most);
  }

  private static void serve(ModelSettings settings, Caps most) {
    caps = most;
    answerer =
        new ModelAnswerer(
            settings.with(PRICES).with(settings.limits().tokens(1_000, true)), new RuleAnswerer());
  }

  private static Answer ask() {
    return real.ask(AskedModel.DEMO);
  }

  private static Answer goOn(Answer before) {
    return real.advisor()
        .ask(
            new Inquiry(AskedModel.DEMO, Optional.of(before.conversation()), Optional.empty()),
            event -> {});
  }

  private static Caps daily(long most) {
    return new Caps(OptionalLong.of(most), OptionalLong.empty());
  }

  private static List<String> overBudget(Answer answer) {
    return answer.notices().stream()
        .filter(one -> one.code() == Notice.Code.OVER_BUDGET)
        .map(Notice::text)
        .toList();
  }

  private static Bill bill() {
    return ledger.latest(1).getFirst().bill();
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void an_answer_costs_what_its_provider_says_it_took(Provider provider) {
    model.play(Dialect.of(provider).thorough());
    serve(provider, Caps.NONE);
    Answer answer = ask();
    assertEquals(new Bill(provider.id() + ":scripted", 250, 150, REPORTED, true), bill());
    assertEquals(answer.id(), ledger.latest(1).getFirst().answer());
    assertEquals(
        List.of(new SpendingLedger.Day(LocalDate.of(2026, 11, 24), 1, 250, 150, REPORTED)),
        ledger.days(10));
  }

  @ParameterizedTest
  @EnumSource(Dialect.End.class)
  void so_does_one_that_ends_otherwise(Dialect.End end) {
    model.play(Dialect.CHAT_COMPLETIONS.ending(end));
    ask();
    assertEquals(new Bill("openai:scripted", 250, 15, 250 * 150 + 15 * 600, true), bill());
  }

  @Test
  void where_nobody_says_what_it_took_that_is_counted() throws IOException {
    model.play(ModelScripts.honest());
    Answer answer = ask();
    Bill counted = bill();
    int read = model.requests().getLast().body().length();
    assertFalse(counted.reported());
    assertTrue(read / 4 < counted.input() && counted.input() < read / 2, counted::toString);
    int written = answer.text().length();
    assertTrue(written / 5 < counted.output() && counted.output() < written, counted::toString);
    assertEquals(counted.input() * 150 + counted.output() * 600, counted.cost());
  }

  @Test
  void what_breaks_off_is_counted_as_far_as_it_came() {
    model.play(ModelScripts.after(1, (request, reply) -> {}));
    ask();
    assertFalse(bill().reported());
    assertTrue(bill().input() > 500 && bill().output() > 10, bill()::toString);
  }

  @Test
  void what_was_turned_away_or_never_reached_costs_nothing() throws IOException {
    model.play(ModelScripts.status(503));
    ask();
    assertEquals(0, bill().cost());
    serve(AskedModel.settings(ScriptedModel.nowhere()), Caps.NONE);
    ask();
    assertEquals(0, bill().cost());
    assertEquals(0, ledger.days(1).getFirst().cost());
  }

  @Test
  void over_the_cap_of_a_day_rules_answer_until_the_next() {
    now = Instant.parse("2026-11-24T23:59:59Z");
    int before = model.requests().size();
    serve(Provider.OPENAI, daily(3_000_000));
    assertEquals(List.of(), overBudget(ask()));
    ledger.reserve(
        new SpendingLedger.Claim("x", LocalDate.of(2026, 11, 24), "c", "m", 2_500_000), Caps.NONE);
    Answer answer = ask();
    assertEquals(
        List.of("What the language model may cost today is spent, so rules worded this answer."),
        overBudget(answer));
    assertEquals(List.of(), AskedModel.unavailable(answer));
    assertEquals(new Answer.Writer.Rules(), answer.writer());
    assertTrue(answer.citations().size() > 1);
    assertEquals(1, model.requests().size() - before);

    now = Instant.parse("2026-11-25T00:00:00Z");
    assertEquals(new Answer.Writer.Model("scripted"), ask().writer());
  }

  @Test
  void over_the_cap_of_a_conversation_rules_answer_it_and_models_others() {
    int before = model.requests().size();
    serve(Provider.OPENAI, new Caps(OptionalLong.empty(), OptionalLong.of(2_400_000)));
    Answer answer = ask();
    for (int turn = 0; turn < 10 && overBudget(answer).isEmpty(); turn++) {
      answer = goOn(answer);
    }
    assertEquals(
        List.of(
            "What the language model may cost in this conversation is spent, so rules worded this"
                + " answer."),
        overBudget(answer));
    assertTrue(model.requests().size() - before > 1, "more than one turn was worded by it");
    assertEquals(new Answer.Writer.Model("scripted"), ask().writer());
  }

  @Test
  void no_cap_is_passed_however_many_ask_at_once() throws Exception {
    long cap = 4_000_000;
    int before = model.requests().size();
    serve(Provider.OPENAI, daily(cap));
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> asked = new ArrayList<>();
      for (int one = 0; one < 60; one++) {
        asked.add(
            threads.submit(
                () -> {
                  Answer answer = ask();
                  assertTrue(ledger.days(1).getFirst().cost() <= cap);
                  return answer;
                }));
      }
      for (Future<Answer> one : asked) {
        answers.add(one.get());
      }
    }
    long byModel = model.requests().size() - before;
    long refused = answers.stream().filter(one -> !overBudget(one).isEmpty()).count();
    assertEquals(60, byModel + refused, "each was put to the model, or refused");
    assertTrue(refused > 0 && byModel > 0, () -> byModel + " by the model");
    assertEquals(byModel * REPORTED, ledger.days(1).getFirst().cost());
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void the_model_is_told_its_bound_of_tokens(Provider provider) throws IOException {
    model.play(Dialect.of(provider).thorough());
    serve(provider, Caps.NONE);
    ask();
    JsonNode json = model.requests().getLast().json();
    JsonNode bound =
        provider == Provider.GEMINI
            ? json.path("generationConfig").path("maxOutputTokens")
            : json.path("max_tokens");
    assertEquals(1_000, bound.asInt(), json::toString);
  }

  @Test
  void a_ledger_that_is_away_lets_nothing_be_spent() {
    int before = model.requests().size();
    ledger = new AwayLedger();
    Answer answer = ask();
    assertEquals(
        List.of(
            "What the language model has cost so far cannot be looked up, so rules worded this"
                + " answer."),
        overBudget(answer));
    assertEquals(before, model.requests().size());
  }

  @Test
  void what_is_set_aside_covers_what_a_request_can_come_to() throws IOException {
    var during = new AtomicLong();
    model.play(
        (request, reply) -> {
          during.set(ledger.days(1).getFirst().cost());
          Dialect.CHAT_COMPLETIONS.thorough().play(request, reply);
        });
    ask();
    JsonNode messages = model.requests().getLast().json().path("messages");
    long bytes = messages.findValuesAsText("content").stream().mapToLong(Usage::bytes).sum();
    assertTrue(during.get() >= bytes * 150 + 1_000 * 600, during::toString);
  }

  /// The ledger of the test that runs, with its caps.
  private static final class LedgerOfNow implements SpendingLedger {
    @Override
    public Optional<Cap> reserve(Claim claim, Caps none) {
      return ledger.reserve(claim, caps);
    }

    @Override
    public void settle(Claim claim, Bill bill, Instant at) {
      ledger.settle(claim, bill, at);
    }

    @Override
    public List<Day> days(int most) {
      return ledger.days(most);
    }

    @Override
    public List<Entry> latest(int most) {
      return ledger.latest(most);
    }
  }

  /// Cannot be reached.
  private static final class AwayLedger implements SpendingLedger {
    @Override
    public Optional<Cap> reserve(Claim claim, Caps caps) {
      throw new ConversationStore.Away("away");
    }

    @Override
    public void settle(Claim claim, Bill bill, Instant at) {
      throw new ConversationStore.Away("away");
    }

    @Override
    public List<Day> days(int most) {
      throw new ConversationStore.Away("away");
    }

    @Override
    public List<Entry> latest(int most) {
      throw new ConversationStore.Away("away");
    }
  }
}
