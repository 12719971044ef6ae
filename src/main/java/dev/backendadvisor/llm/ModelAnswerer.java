package dev.backendadvisor.llm;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.Answerer;
import dev.backendadvisor.answer.Brief;
import dev.backendadvisor.answer.CitedRecommendation;
import dev.backendadvisor.answer.Draft;
import dev.backendadvisor.answer.DraftSentence;
import dev.backendadvisor.answer.Notice;
import dev.backendadvisor.answer.PastTurn;
import dev.backendadvisor.answer.Purse;
import dev.backendadvisor.answer.Purse.Permission;
import dev.backendadvisor.answer.Scribe;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.decision.Recommendation;
import dev.langchain4j.data.message.ChatMessage;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words answers by a language model. The rules decide what is said: they answer first, and the
/// model puts what they found into its words, as far as those hold. When it is slow, silent,
/// refusing or broken, the rules say the rest in their own.
public final class ModelAnswerer implements Answerer {
  private static final Notice NOT_USED =
      new Notice(
          Notice.Code.MODEL_UNAVAILABLE,
          "The language model could not be used, so rules worded this answer.");
  private static final Notice BROKE_OFF =
      new Notice(
          Notice.Code.MODEL_UNAVAILABLE,
          "The language model broke off, so rules finished this answer.");
  private static final Notice LEFT =
      new Notice(
          Notice.Code.MODEL_UNAVAILABLE,
          "Nobody was waiting for the language model any longer, so rules finished this answer.");
  private static final Notice UNFIT =
      new Notice(
          Notice.Code.MODEL_UNAVAILABLE,
          "Nothing the language model wrote held against the sources, so rules worded this"
              + " answer.");

  private static final Notice PARTLY =
      new Notice(
          Notice.Code.MODEL_UNAVAILABLE,
          "Some of what the language model wrote did not hold against the sources, so rules worded"
              + " that.");

  private static final Duration SHORTLY = Duration.ofSeconds(3);

  private static final int LONG_LINE = 1_000;

  private static final Pattern PROPOSAL = Pattern.compile("standalone: (.+)");

  private final ModelSettings settings;
  private final Answerer rules;
  private final Exchange exchange;
  private final Breaker breaker;
  private final Complaints complaints;

  /// Words what the rules find.
  ///
  /// @param settings which model, and where
  /// @param rules find it
  public ModelAnswerer(ModelSettings settings, Answerer rules) {
    this(settings, rules, InetAddress::getByName, System::nanoTime);
  }

  ModelAnswerer(
      ModelSettings settings, Answerer rules, Call.Resolver resolver, LongSupplier nanoTime) {
    this.settings = settings;
    this.rules = rules;
    this.exchange = new Exchange(settings, resolver, nanoTime);
    this.breaker = new Breaker(nanoTime);
    this.complaints = new Complaints(settings.model(), nanoTime);
  }

  @Override
  public Draft answer(Brief brief, Scribe scribe) {
    var recording = new Recording();
    Draft draft = rules.answer(brief, recording);
    recording.comparison.ifPresent(scribe::compare);
    recording.recommendation.ifPresent(scribe::recommend);
    List<DraftSentence> sentences = recording.sentences;
    if (sentences.isEmpty() || !isWorded(draft.kind())) {
      sentences.forEach(scribe::say);
      return draft;
    }
    var grounds = new Grounds(brief, sentences);
    var answer = new WordedAnswer(brief, scribe, grounds, sentences);
    Optional<Notice> notice =
        word(answer, Prompt.of(brief, recording.order(), grounds), brief.purse())
            .or(() -> answer.refused() > 0 ? Optional.of(PARTLY) : Optional.empty());
    answer.finish();
    return worded(draft, answer.byModel(), notice);
  }

  /// Whether a kind of answer says something that could be worded otherwise.
  private static boolean isWorded(Answer.Kind kind) {
    return switch (kind) {
      case ANSWER, RECOMMENDATION -> true;
      case CLARIFICATION, ABSTENTION, SMALLTALK -> false;
    };
  }

  /// Has the model word the answer, as far as it does.
  ///
  /// @return what a reader is told when it does not, or not to the end
  private Optional<Notice> word(WordedAnswer answer, List<ChatMessage> messages, Purse purse) {
    return switch (ask(messages, purse, () -> listen(answer, messages))) {
      case Asked.Not not -> Optional.of(not.notice());
      case Asked.Done done ->
          done.outcome().failure().map(failure -> notice(failure, answer.byModel()));
    };
  }

  /// What came of asking the model.
  private sealed interface Asked {
    /// It was not asked.
    record Not(Notice notice) implements Asked {}

    /// It was.
    record Done(Exchange.Outcome outcome) implements Asked {}
  }

  /// Asks the model, unless it is resting or there is no money for it, and pays for it.
  private Asked ask(List<ChatMessage> messages, Purse purse, Supplier<Exchange.Outcome> request) {
    if (!breaker.letsThrough()) {
      complaints.about(Failure.RESTING);
      return new Asked.Not(NOT_USED);
    }
    Usage most = Usage.most(messages, settings.limits().tokens());
    return switch (purse.reserve(settings.prices().of(most))) {
      case Permission.Refused refused -> new Asked.Not(refused.notice());
      case Permission.Granted granted -> {
        Usage used = most;
        try {
          Exchange.Outcome outcome = request.get();
          used = outcome.usage();
          outcome.failure().ifPresentOrElse(breaker::failed, breaker::succeeded);
          outcome.failure().ifPresent(complaints::about);
          yield new Asked.Done(outcome);
        } finally {
          granted.payment().settle(bill(used));
        }
      }
    };
  }

  /// Asks for one line, which is waited for shortly: the visitor has seen nothing yet.
  @Override
  public Optional<String> standalone(String words, List<PastTurn> past, Purse purse) {
    List<ChatMessage> messages = Prompt.standalone(words, past);
    var written = new StringBuilder();
    Asked asked =
        ask(
            messages,
            purse,
            () ->
                exchange.ask(
                    Output.LINES.request(messages),
                    settings.limits().waiting(SHORTLY, SHORTLY),
                    text -> {
                      written.append(text);
                      return written.length() < LONG_LINE && written.indexOf("\n") < 0;
                    }));
    boolean whole = asked instanceof Asked.Done done && done.outcome().failure().isEmpty();
    Matcher line = PROPOSAL.matcher(written.toString().strip());
    return whole && line.matches() ? Optional.of(line.group(1)) : Optional.empty();
  }

  private Exchange.Outcome listen(WordedAnswer answer, List<ChatMessage> messages) {
    SentenceReader reader = settings.output().reader();
    Exchange.Outcome outcome =
        exchange.ask(
            settings.output().request(messages),
            text -> {
              reader.read(text).forEach(answer::take);
              return !answer.isLongEnough();
            });
    if (outcome.failure().isPresent()) {
      return outcome;
    }
    reader.end().ifPresent(answer::take);
    return answer.byModel() == 0
        ? new Exchange.Outcome(Optional.of(Failure.UNFIT), outcome.usage())
        : outcome;
  }

  private Purse.Bill bill(Usage used) {
    return new Purse.Bill(
        settings.model(), used.input(), used.output(), settings.prices().of(used), used.reported());
  }

  private static Notice notice(Failure failure, int byModel) {
    if (failure.equals(Failure.UNWANTED)) {
      return LEFT;
    }
    if (byModel > 0) {
      return BROKE_OFF;
    }
    return failure.equals(Failure.UNFIT) ? UNFIT : NOT_USED;
  }

  private Draft worded(Draft draft, int byModel, Optional<Notice> notice) {
    List<Notice> notices = new ArrayList<>(draft.notices());
    notice.ifPresent(notices::add);
    return new Draft(
        draft.kind(),
        draft.choices(),
        draft.suggestions(),
        draft.nearest(),
        draft.claims(),
        notices,
        byModel > 0 ? new Answer.Writer.Model(settings.name()) : draft.writer());
  }

  /// Whether the model answers, found out by one short request.
  ///
  /// @return nothing when it answers, else why not: `is silent`
  public Optional<String> trouble() {
    return exchange
        .ask(settings.output().request(Prompt.greeting()), text -> false)
        .failure()
        .map(Failure::what);
  }

  /// Takes down what the rules say, before anybody hears it.
  private static final class Recording implements Scribe {
    private final List<DraftSentence> sentences = new ArrayList<>();
    private Optional<Comparison> comparison = Optional.empty();
    private Optional<CitedRecommendation> recommendation = Optional.empty();

    @Override
    public void compare(Comparison compared) {
      comparison = Optional.of(compared);
    }

    @Override
    public void recommend(CitedRecommendation recommended) {
      recommendation = Optional.of(recommended);
    }

    /// The order the engine puts technologies in, the first first, if it was asked for one.
    Optional<Prompt.Order> order() {
      return recommendation
          .map(CitedRecommendation::recommendation)
          .map(
              one ->
                  new Prompt.Order(
                      one.ranking().stream().map(Recommendation.Rank::technology).toList(),
                      one.firmness()))
          .or(
              () ->
                  comparison.flatMap(
                      one ->
                          one.leader()
                              .map(leader -> new Prompt.Order(List.of(leader), one.firmness()))));
    }

    @Override
    public boolean say(DraftSentence sentence) {
      sentences.add(sentence);
      return true;
    }
  }
}
