package dev.backendadvisor.format;

import dev.backendadvisor.answer.Answer;

/// Writes answers and their events as JSON.
public final class AnswerJson {
  private AnswerJson() {}

  /// A whole answer.
  public static String write(Answer answer) {
    throw new UnsupportedOperationException(answer.id());
  }
}
