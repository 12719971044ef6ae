package dev.backendadvisor.conversation;

/// The laws of answers, with passages found by words, as in the minutes before the first vectors.
class AnswersTest extends AnswerLaws {
  AnswersTest() {
    super(RealAdvisor::new);
  }
}
