package dev.backendadvisor.answer;

import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Question;

/// What happens while an answer is made, in order: understood, then the comparison or the
/// recommendation, then citations and sentences, notices anywhere, and one `Done` at the end.
public sealed interface AnswerEvent {
  /// The question was read.
  ///
  /// @param answer the id of the answer to come
  /// @param conversation the id of its conversation
  /// @param question as it was read
  record Understood(String answer, String conversation, Question question) implements AnswerEvent {}

  /// Technologies were compared.
  ///
  /// @param comparison side by side
  record Compared(Comparison comparison) implements AnswerEvent {}

  /// A choice was made for what is known of whoever asks.
  ///
  /// @param recommendation the choice
  record Recommended(CitedRecommendation recommendation) implements AnswerEvent {}

  /// A span is about to be used for the first time.
  ///
  /// @param citation the span with its number
  record Cited(Citation citation) implements AnswerEvent {}

  /// A sentence passed the check.
  ///
  /// @param sentence the sentence
  record Said(CheckedSentence sentence) implements AnswerEvent {}

  /// Something a reader should know.
  ///
  /// @param notice what
  record Noticed(Notice notice) implements AnswerEvent {}

  /// The whole answer.
  ///
  /// @param answer the answer
  record Done(Answer answer) implements AnswerEvent {}
}
