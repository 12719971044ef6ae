package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.retrieval.Hit;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// Everything an answer is made from, all of one generation.
///
/// @param question the question as read
/// @param corpus what has been read
/// @param vocabulary the corpus's words
/// @param matrix what the evidence says, as of today
/// @param hits the passages that bear on the question, best first
/// @param talk the passages that bear on the last question and this one together, where this one
///   leans on it; each sentence is the closer in meaning the more this turn brings the talk to it
/// @param today the day of the answer
/// @param model decides by the matrix
/// @param profile what is known of whoever asks
/// @param purse pays for a model's words
/// @param past the turns before this one, oldest first, looked up when they are wanted
/// @param likeness tells whether a model's sentence is about something else than its spans
public record Brief(
    Question question,
    Corpus corpus,
    Vocabulary vocabulary,
    Matrix matrix,
    List<Hit> hits,
    List<Hit> talk,
    LocalDate today,
    DecisionModel model,
    Profile profile,
    Purse purse,
    Supplier<List<PastTurn>> past,
    Likeness likeness) {
  /// A closest sentence this far away answers hardly ever, one this near nearly always; measured on
  /// questions of our own.
  private static final double FAR = 0.35;

  private static final double NEAR = 0.75;

  /// What is left of the reading's confidence when the closest sentence is far.
  private static final double LEAST = 0.4;

  /// What an answer is made from when nothing is known of whoever asks.
  public Brief(
      Question question,
      Corpus corpus,
      Vocabulary vocabulary,
      Matrix matrix,
      List<Hit> hits,
      LocalDate today) {
    this(
        question,
        corpus,
        vocabulary,
        matrix,
        hits,
        List.of(),
        today,
        new DecisionModel(corpus, matrix, today),
        Profile.EMPTY,
        Purse.OPEN,
        List::of,
        Likeness.UNKNOWN);
  }

  /// Copies the lists.
  public Brief {
    hits = List.copyOf(hits);
    talk = List.copyOf(talk);
  }

  /// How close in meaning a sentence of the passages found is to the question; 0 of any other.
  double meaning(Span sentence) {
    return hits.stream()
        .flatMap(hit -> hit.sentences().stream())
        .filter(one -> one.span().equals(sentence))
        .mapToDouble(Hit.Sentence::meaning)
        .findFirst()
        .orElse(0);
  }

  /// How sure it is that what was found answers the question, 0 to 1: as sure as the reading, less
  /// the farther the closest sentence is, and less where a question left open is nearer.
  public double confidence() {
    double close = most(Hit.Sentence::closeness);
    if (close == 0) {
      return question.reading().confidence();
    }
    double nearer = Math.max(0, most(Hit.Sentence::open) - most(Hit.Sentence::answering));
    double share = (close - nearer - FAR) / (NEAR - FAR);
    return question.reading().confidence()
        * (LEAST + (1 - LEAST) * Math.max(0, Math.min(1, share)));
  }

  /// The most of something over all sentences of the passages found.
  double most(ToDoubleFunction<Hit.Sentence> closeness) {
    return hits.stream()
        .flatMap(hit -> hit.sentences().stream())
        .mapToDouble(closeness)
        .max()
        .orElse(0);
  }

  /// The same for another question.
  Brief asking(Question other) {
    return new Brief(
        other,
        corpus,
        vocabulary,
        matrix,
        hits,
        talk,
        today,
        model,
        profile,
        purse,
        past,
        likeness);
  }

  /// The same, from the passages that bear on the talk.
  Brief onTalk() {
    return new Brief(
        question,
        corpus,
        vocabulary,
        matrix,
        talk,
        List.of(),
        today,
        model,
        profile,
        purse,
        past,
        likeness);
  }
}
