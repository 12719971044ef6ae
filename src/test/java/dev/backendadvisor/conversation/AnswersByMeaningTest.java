package dev.backendadvisor.conversation;

import org.junit.jupiter.api.Tag;

/// The laws of answers, with passages and sentences found by meaning too.
@Tag("slow")
class AnswersByMeaningTest extends AnswerLaws {
  AnswersByMeaningTest() {
    super(RealAdvisor::byMeaning);
  }
}
