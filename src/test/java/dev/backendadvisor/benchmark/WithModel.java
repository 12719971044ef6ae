package dev.backendadvisor.benchmark;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.answer.Answerer;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.Inquiry;
import dev.backendadvisor.conversation.RealAdvisor;
import dev.backendadvisor.llm.ModelAnswerer;
import dev.backendadvisor.llm.ModelScripts;
import dev.backendadvisor.llm.ModelSettings;
import dev.backendadvisor.llm.ScriptedModel;
import dev.backendadvisor.llm.ScriptedModel.Script;
import dev.backendadvisor.retrieval.Generation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// Prints what a language model costs in time: until the first sentence, after it dies, and those
/// whose answers it has nothing to do with.
final class WithModel {
  private static final String QUESTION = "Is Node.js better than Python for a chat application?";
  private static final int TOKENS = 60;
  private static final int PAIRS = 5;
  private static final int EACH = 200;
  private static final int PER_SECOND = 50;
  private static final int STEADY = 10 * PER_SECOND;

  /// As models write: a while until the first token, then about 60 a second.
  private static final Duration FIRST_TOKEN = Duration.ofMillis(400);

  private static final Duration TOKEN = Duration.ofMillis(16);
  private static final int TOKEN_LENGTH = 5;

  private static final Duration FOR_EVER = Duration.ofMinutes(10);

  private final ScriptedModel model = ScriptedModel.playing(ModelScripts.honest());
  private final RuleAnswerer rules = new RuleAnswerer();
  private volatile Answerer answerer = rules;
  private final RealAdvisor advisor =
      new RealAdvisor((brief, scribe) -> answerer.answer(brief, scribe));
  private final List<String> questions;

  private WithModel() throws IOException {
    try (Generation generation = advisor.generation()) {
      questions = Questions.about(generation.corpus());
    }
  }

  public static void main(String[] none) throws Exception {
    var benchmark = new WithModel();
    benchmark.warmUp();
    benchmark.firstSentence();
    benchmark.killed();
    benchmark.stalled();
    benchmark.steady();
    System.exit(0);
  }

  private ModelAnswerer modelled(Script script) {
    model.play(script);
    var settings =
        ModelSettings.of(
            "ollama:scripted",
            name -> Optional.of(model.baseUrl().toString()).filter(url -> name.endsWith("_URL")));
    return new ModelAnswerer(settings.with(settings.limits().waiting(FOR_EVER, FOR_EVER)), rules);
  }

  private void warmUp() {
    for (String question : questions.subList(0, 2 * EACH)) {
      advisor.ask(question);
    }
    answerer = modelled(ModelScripts.honest());
    for (int i = 0; i < EACH; i++) {
      advisor.ask(QUESTION);
    }
  }

  /// The text of an answer, every ground of the rules word for word.
  private static String text(ScriptedModel.Request request) throws IOException {
    return request.grounds().stream()
        .filter(one -> !one.kind().equals("further"))
        .map(ModelScripts::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private void firstSentence() {
    answerer =
        modelled(
            (request, reply) -> {
              reply.head();
              TimeUnit.NANOSECONDS.sleep(FIRST_TOKEN.toNanos());
              String text = text(request);
              for (int from = 0; from < text.length(); from += TOKEN_LENGTH) {
                reply.text(text.substring(from, Math.min(text.length(), from + TOKEN_LENGTH)));
                TimeUnit.NANOSECONDS.sleep(TOKEN.toNanos());
              }
              reply.finish("stop").done();
            });
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      long start = System.nanoTime();
      var first = new AtomicLong();
      Answer answer =
          advisor
              .advisor()
              .ask(
                  Inquiry.of(QUESTION),
                  event -> {
                    if (event instanceof AnswerEvent.Said) {
                      first.compareAndSet(0, System.nanoTime() - start);
                    }
                  });
      shares.add(first.get() / (double) (System.nanoTime() - start));
      check(answer, new Answer.Writer.Model("scripted"));
    }
    print(
        "Time to the first checked sentence, of the whole answer's: median %.2f, most %.2f (aim:"
            + " .35)",
        at(shares, 0.5), at(shares, 1));
  }

  private void killed() {
    List<Double> late = new ArrayList<>();
    for (int round = 0; round < PAIRS; round++) {
      for (int tokens = 0; tokens <= TOKENS; tokens++) {
        int after = tokens;
        var killed = new AtomicLong();
        answerer =
            modelled(
                (request, reply) -> {
                  reply.head();
                  String text = text(request);
                  for (int token = 0; token < after; token++) {
                    reply.text(
                        text.substring(
                            text.length() * token / TOKENS, text.length() * (token + 1) / TOKENS));
                  }
                  killed.set(System.nanoTime());
                });
        advisor.ask(QUESTION);
        late.add((System.nanoTime() - killed.get()) / 1e6);
      }
    }
    print(
        "From a model's death after each of %d tokens to the whole answer, ms: median %.1f, p99"
            + " %.1f, most %.1f (aim: p99 500)",
        TOKENS, at(late, 0.5), at(late, 0.99), at(late, 1));
  }

  /// Has every line to the model taken by questions that wait for it.
  private Answerer stalling(ExecutorService threads) throws InterruptedException {
    int lines = ModelSettings.Limits.defaults().calls();
    var taken = new CountDownLatch(lines);
    ModelAnswerer stalled =
        modelled(
            (request, reply) -> {
              taken.countDown();
              reply.head().waitForHangUp();
            });
    answerer = stalled;
    for (int line = 0; line < lines; line++) {
      threads.execute(() -> advisor.ask(QUESTION));
    }
    taken.await();
    return stalled;
  }

  private void stalled() throws InterruptedException {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    Answerer stalled = stalling(threads);
    List<Double> ratios = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      List<String> asked = questions.subList(pair * EACH, (pair + 1) * EACH);
      boolean ruleFirst = pair % 2 == 0;
      double one = median(ruleFirst ? rules : stalled, asked);
      double other = median(ruleFirst ? stalled : rules, asked);
      ratios.add(ruleFirst ? other / one : one / other);
    }
    threads.shutdownNow();
    print(
        "Answers by rules beside a stalled model, against those without one: median of %d pairs"
            + " %.2f (aim: 1.25)",
        PAIRS, at(ratios, 0.5));
  }

  private double median(Answerer by, List<String> asked) {
    answerer = by;
    List<Double> times = new ArrayList<>();
    for (String question : asked) {
      long start = System.nanoTime();
      check(advisor.ask(question), new Answer.Writer.Rules());
      times.add((System.nanoTime() - start) / 1e6);
    }
    return at(times, 0.5);
  }

  private void steady() throws InterruptedException, ExecutionException {
    print("%nAt %d questions a second, ms from when each was due", PER_SECOND);
    print("%-38s %8s %8s", "", "p50", "p99");
    steady("without a model", rules);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    steady("with a model that has stalled", stalling(threads));
    threads.shutdownNow();
  }

  private void steady(String name, Answerer by) throws InterruptedException, ExecutionException {
    answerer = by;
    List<Future<Double>> asked = new ArrayList<>();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < STEADY; i++) {
        long due = start + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
        String question = questions.get(PAIRS * EACH + i);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        asked.add(
            threads.submit(
                () -> {
                  check(advisor.ask(question), new Answer.Writer.Rules());
                  return (System.nanoTime() - due) / 1e6;
                }));
      }
    }
    List<Double> times = new ArrayList<>();
    for (Future<Double> one : asked) {
      times.add(one.get());
    }
    print("%-38s %8.2f %8.2f", name, at(times, 0.5), at(times, 0.99));
  }

  private static void check(Answer answer, Answer.Writer writer) {
    if (!answer.writer().equals(writer)) {
      throw new IllegalStateException(answer.writer() + " wrote: " + answer.text());
    }
  }

  private static double at(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
