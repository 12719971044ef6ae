package dev.backendadvisor.question;

import dev.backendadvisor.corpus.Corpus;
import java.util.List;

/// Reads the visitor's words as data, with the vocabulary of one corpus.
public final class QuestionReader {
  /// Learns the names and words of a corpus.
  public QuestionReader(Corpus corpus) {
    throw new UnsupportedOperationException(corpus.generation());
  }

  /// What the words ask.
  ///
  /// @param words the visitor's words
  /// @param earlier the questions of the conversation so far with the ids of their answers, oldest
  ///   first
  public Question read(String words, List<Earlier> earlier) {
    throw new UnsupportedOperationException(words + earlier);
  }

  /// A question asked before.
  ///
  /// @param answer the id of its answer
  /// @param question as it was read
  public record Earlier(String answer, Question question) {}
}
