package dev.backendadvisor.llm;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.Answerer;
import dev.backendadvisor.answer.Brief;
import dev.backendadvisor.answer.CitedRecommendation;
import dev.backendadvisor.answer.Draft;
import dev.backendadvisor.answer.DraftSentence;
import dev.backendadvisor.answer.Notice;
import dev.backendadvisor.answer.Scribe;
import dev.backendadvisor.decision.Comparison;
import dev.langchain4j.data.message.ChatMessage;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

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
  private static final Notice UNFIT =
      new Notice(
          Notice.Code.MODEL_UNAVAILABLE,
          "Nothing the language model wrote held against the sources, so rules worded this"
              + " answer.");

  private final ModelSettings settings;
  private final Answerer rules;
  private final Call.Resolver resolver;
  private final LongSupplier nanoTime;
  private final Semaphore calls;
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
    this.resolver = resolver;
    this.nanoTime = nanoTime;
    this.calls = new Semaphore(settings.limits().calls());
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
    Optional<Failure> failure = word(answer, Prompt.of(brief, grounds));
    answer.finish();
    return worded(draft, answer.byModel(), failure);
  }

  /// Whether a kind of answer says something that could be worded otherwise.
  private static boolean isWorded(Answer.Kind kind) {
    return switch (kind) {
      case ANSWER, RECOMMENDATION -> true;
      case CLARIFICATION, ABSTENTION, SMALLTALK -> false;
    };
  }

  private Optional<Failure> word(WordedAnswer answer, List<ChatMessage> messages) {
    if (!breaker.letsThrough()) {
      return Optional.of(Failure.RESTING);
    }
    var reader = new LineReader();
    Optional<Failure> failure =
        ask(
            messages,
            text -> {
              reader.read(text).forEach(answer::take);
              return !answer.isLongEnough();
            });
    if (failure.isEmpty()) {
      reader.end().ifPresent(answer::take);
      failure = answer.byModel() == 0 ? Optional.of(Failure.UNFIT) : failure;
    }
    failure.ifPresentOrElse(breaker::failed, breaker::succeeded);
    failure.ifPresent(complaints::about);
    return failure;
  }

  /// Asks the model, and hangs up as soon as it need not be listened to any longer.
  ///
  /// @param more takes some text and says whether more is wanted
  private Optional<Failure> ask(List<ChatMessage> messages, Predicate<String> more) {
    if (!calls.tryAcquire()) {
      return Optional.of(Failure.FULL);
    }
    try (var call = new Call(settings, resolver, nanoTime, messages, () -> calls.release())) {
      boolean wanted = true;
      while (wanted) {
        switch (call.next()) {
          case Call.Piece.Found found -> {
            // now the model is waited for
          }
          case Call.Piece.Text text -> wanted = more.test(text.text());
          case Call.Piece.Finished finished -> wanted = false;
          case Call.Piece.Failed failed -> {
            return Optional.of(failed.failure());
          }
        }
      }
      return Optional.empty();
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return Optional.of(Failure.UNWANTED);
    }
  }

  private Draft worded(Draft draft, int byModel, Optional<Failure> failure) {
    List<Notice> notices = new ArrayList<>(draft.notices());
    failure
        .map(one -> byModel > 0 ? BROKE_OFF : one.equals(Failure.UNFIT) ? UNFIT : NOT_USED)
        .ifPresent(notices::add);
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
    return ask(Prompt.greeting(), text -> false).map(Failure::what);
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

    @Override
    public boolean say(DraftSentence sentence) {
      sentences.add(sentence);
      return true;
    }
  }
}
