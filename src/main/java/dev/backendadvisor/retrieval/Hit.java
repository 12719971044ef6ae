package dev.backendadvisor.retrieval;

import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.corpus.Passage;
import dev.backendadvisor.corpus.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A passage that was found.
///
/// @param passage the passage
/// @param document the document it stands in
/// @param score the fused score, 0 to 1, by which hits are ordered
/// @param words the BM25 score; 0 when no word matched
/// @param meaning the cosine of question and passage; 0 when vectors were not asked
/// @param sentences the sentences that stand whole in the passage, in order
public record Hit(
    Passage passage,
    Document document,
    double score,
    double words,
    double meaning,
    List<Sentence> sentences) {
  /// Copies the sentences.
  public Hit {
    sentences = List.copyOf(sentences);
  }

  /// A sentence of a passage that was found.
  ///
  /// @param span where it stands
  /// @param meaning the cosine of question and sentence; 0 when vectors were not asked
  /// @param answering the cosine of the question and the nearest of those noted that the sentence
  ///   answers; 0 when none is near
  /// @param open the cosine of the question and the nearest of those noted that it leaves open; 0
  ///   when none is near
  public record Sentence(Span span, double meaning, double answering, double open) {
    /// By how much more two questions are alike than a question and the sentence that answers it;
    /// measured on questions of our own.
    private static final double MORE_ALIKE = 0.08;

    /// How close the sentence is to the question, by its own words or by a question it answers; on
    /// the scale of `meaning`.
    public double closeness() {
      return Math.max(meaning, answering - MORE_ALIKE);
    }
  }

  /// The same passage found twice: the higher of both scores, and of both cosines of each sentence.
  public Hit nearer(Hit other) {
    List<Sentence> nearer = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      Sentence own = sentences.get(i);
      Sentence its = other.sentences.get(i);
      nearer.add(
          new Sentence(
              own.span(),
              Math.max(own.meaning(), its.meaning()),
              Math.max(own.answering(), its.answering()),
              Math.max(own.open(), its.open())));
    }
    return new Hit(
        passage,
        document,
        Math.max(score, other.score),
        Math.max(words, other.words),
        Math.max(meaning, other.meaning),
        nearer);
  }

  /// The same with another closeness of each sentence.
  public Hit with(ToDoubleFunction<Sentence> meaning) {
    return with(
        sentences.stream()
            .map(
                one ->
                    new Sentence(
                        one.span(), meaning.applyAsDouble(one), one.answering(), one.open()))
            .toList());
  }

  Hit scoring(double another) {
    return new Hit(passage, document, another, words, meaning, sentences);
  }

  Hit with(List<Sentence> found) {
    return new Hit(passage, document, score, words, meaning, found);
  }
}
