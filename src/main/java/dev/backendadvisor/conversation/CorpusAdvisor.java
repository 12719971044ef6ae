package dev.backendadvisor.conversation;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.answer.Answerer;
import dev.backendadvisor.answer.Brief;
import dev.backendadvisor.answer.CitationCheck;
import dev.backendadvisor.answer.Draft;
import dev.backendadvisor.answer.DraftSentence;
import dev.backendadvisor.answer.Notice;
import dev.backendadvisor.answer.Purse;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.format.AnswerJson;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.QuestionReader.Earlier;
import dev.backendadvisor.retrieval.Generation;
import dev.backendadvisor.retrieval.Hit;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Answers from the corpus of the moment; each answer from one generation of it.
public final class CorpusAdvisor implements Advisor {
  private static final System.Logger LOG = System.getLogger(CorpusAdvisor.class.getName());

  private final Supplier<Generation> generations;
  private final Answerer answerer;
  private final ConversationStore conversations;
  private final Budget budget;
  private final Ids ids;
  private final Clock clock;
  private final Tally tally;
  private final AtomicReference<Knowledge> knowledge = new AtomicReference<>();
  private final Retries retries = new Retries();

  /// Puts the steps together.
  ///
  /// @param generations the index of the moment; each one is closed after its answer
  /// @param answerer words the answers
  /// @param conversations where turns are kept
  /// @param budget pays for what a model words
  /// @param ids makes ids
  /// @param clock tells the day of an answer
  public CorpusAdvisor(
      Supplier<Generation> generations,
      Answerer answerer,
      ConversationStore conversations,
      Budget budget,
      Ids ids,
      Clock clock) {
    this(generations, answerer, conversations, budget, ids, clock, Tally.NONE);
  }

  /// Puts the steps together.
  ///
  /// @param generations the index of the moment; each one is closed after its answer
  /// @param answerer words the answers
  /// @param conversations where turns are kept
  /// @param budget pays for what a model words
  /// @param ids makes ids
  /// @param clock tells the day of an answer
  /// @param tally counts the questions, and the kinds of the answers
  public CorpusAdvisor(
      Supplier<Generation> generations,
      Answerer answerer,
      ConversationStore conversations,
      Budget budget,
      Ids ids,
      Clock clock,
      Tally tally) {
    this.generations = generations;
    this.answerer = answerer;
    this.conversations = conversations;
    this.budget = budget;
    this.ids = ids;
    this.clock = clock;
    this.tally = tally;
  }

  @Override
  public Answer ask(Inquiry inquiry, Consumer<AnswerEvent> events) {
    return retries.once(inquiry.request(), events, told -> answer(inquiry, told));
  }

  private Answer answer(Inquiry inquiry, Consumer<AnswerEvent> events) {
    try (Claim claim = Claim.of(inquiry.request(), conversations)) {
      Answer answer = answer(inquiry, claim, events);
      tally.count("questions");
      tally.count("kind:" + answer.kind().name().toLowerCase(Locale.ROOT));
      return answer;
    }
  }

  private Answer answer(Inquiry inquiry, Claim claim, Consumer<AnswerEvent> events) {
    Dialogue dialogue = Dialogue.of(inquiry, conversations, ids);
    String id = ids.answer();
    try (Generation generation = generations.get()) {
      Knowledge known = knowledge(generation);
      List<Earlier> earlier = known.earlier().read(dialogue.asked(), dialogue);
      Purse purse = budget.purse(dialogue.id(), id);
      Question words = read(inquiry.message(), known, earlier, dialogue, purse);
      Question read = known.supposed(words, known.reader().leansOn(words, earlier));
      Profile told = inquiry.profile().orElseGet(() -> dialogue.profile(earlier, known::profile));
      Profile profile = known.profile(told, read);
      Question question = known.asked(read, told, profile);
      known.earlier().remember(id, question);
      events.accept(new AnswerEvent.Understood(id, dialogue.id(), question));

      List<Brief> made = new ArrayList<>();
      Function<Question, Brief> briefs =
          asked -> {
            Brief one = brief(generation, known, asked, earlier, profile, purse, dialogue);
            made.add(one);
            return one;
          };
      Brief brief = briefs.apply(question);
      var check = new CitationCheck(brief, events);
      Draft draft =
          question instanceof Question.Compound several
              ? new PartByPart(answerer, briefs).answer(several, check)
              : answerer.answer(brief, check);
      if (check.isEmpty()) {
        draft = Draft.abstaining(check);
      }
      check.refused().forEach(CorpusAdvisor::logRefused);
      double confidence = made.stream().mapToDouble(Brief::confidence).min().orElse(0);

      List<Notice> notices = new ArrayList<>(draft.notices());
      notices.addAll(notices(question, check, generation));
      notices.forEach(notice -> events.accept(new AnswerEvent.Noticed(notice)));
      Answer answer = check.finish(id, dialogue.id(), confidence, draft, notices);
      Optional<Notice> notSaved =
          dialogue.keep(turn(inquiry, answer)).or(() -> inquiry.profile().flatMap(dialogue::give));
      if (notSaved.isEmpty()) {
        claim.kept();
      } else {
        events.accept(new AnswerEvent.Noticed(notSaved.get()));
        notices.add(notSaved.get());
        answer = check.finish(id, dialogue.id(), confidence, draft, notices);
      }
      events.accept(new AnswerEvent.Done(answer));
      return answer;
    }
  }

  /// What a message asks: as rules read it, or where they are not sure, as whoever words answers
  /// proposes, when that is not odd.
  private Question read(
      String message, Knowledge known, List<Earlier> earlier, Dialogue dialogue, Purse purse) {
    Question read = known.reader().read(message, earlier, dialogue);
    var followUp = new FollowUp(known.reader(), message, read, earlier);
    return followUp.isUnsure()
        ? answerer.standalone(message, dialogue.past(), purse).flatMap(followUp::as).orElse(read)
        : read;
  }

  /// Says where a sentence was refused, but not its words: they may be a visitor's.
  private static void logRefused(DraftSentence refused) {
    LOG.log(
        Level.WARNING,
        "A {0} of {1} characters on {2} did not pass the check",
        refused.part(),
        refused.text().length(),
        refused.ground().spans());
  }

  private Turn turn(Inquiry inquiry, Answer answer) {
    return new Turn(
        answer.id(),
        answer.conversation(),
        inquiry.request(),
        inquiry.message(),
        AnswerJson.write(answer),
        clock.instant());
  }

  private static Brief brief(
      Generation generation,
      Knowledge known,
      Question question,
      List<Earlier> earlier,
      Profile profile,
      Purse purse,
      Dialogue dialogue) {
    return new Brief(
        question,
        known.corpus(),
        known.vocabulary(),
        known.matrix(),
        hits(generation, question),
        talk(generation, known, question, earlier),
        known.day(),
        known.model(),
        profile,
        purse,
        dialogue::past,
        generation::likeness);
  }

  private static List<Hit> hits(Generation generation, Question question) {
    return question instanceof Question.Smalltalk || question instanceof Question.Compound
        ? List.of()
        : new Search(generation).hits(question);
  }

  private static List<Hit> talk(
      Generation generation, Knowledge known, Question question, List<Earlier> earlier) {
    return known
        .reader()
        .leansOn(question, earlier)
        .map(
            last ->
                new Search(generation)
                    .talk(last.reading().standalone(), question.reading().words()))
        .orElse(List.of());
  }

  /// What is derived from a corpus once, for as long as it and the day last.
  private Knowledge knowledge(Generation generation) {
    LocalDate day = LocalDate.now(clock);
    Knowledge known = knowledge.get();
    if (known == null || known.corpus() != generation.corpus() || !known.day().equals(day)) {
      known = Knowledge.of(generation.corpus(), day);
      knowledge.set(known);
    }
    return known;
  }

  private static List<Notice> notices(
      Question question, CitationCheck check, Generation generation) {
    List<Notice> notices = new ArrayList<>();
    if (!question.reading().carriedOver().isEmpty()) {
      notices.add(
          new Notice(
              Notice.Code.CARRIED_OVER,
              "I read this with your last question in mind: " + question.reading().standalone()));
    }
    check
        .onlyOrigin()
        .ifPresent(
            publisher ->
                notices.add(
                    new Notice(
                        Notice.Code.ONE_SOURCE,
                        "One source only stands behind this answer: " + publisher + ".")));
    if (generation.embedded() < 1 && !(question instanceof Question.Smalltalk)) {
      notices.add(
          new Notice(
              Notice.Code.WORDS_ONLY,
              "Some passages can be found by their words only, until the index by meaning is"
                  + " complete."));
    }
    return notices;
  }
}
