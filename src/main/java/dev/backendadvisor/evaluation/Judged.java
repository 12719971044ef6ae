package dev.backendadvisor.evaluation;

import dev.backendadvisor.answer.Answer;
import java.util.List;
import java.util.Map;

/// One golden question with the answer it got.
///
/// @param golden the question and what was expected
/// @param answer what was said
/// @param milliseconds how long it took
/// @param scores what could be measured on it, 0 to 1 each
/// @param faults what is wrong with it, in words; none when all is as expected
/// @param wrong whether a reader would go away with something untrue
public record Judged(
    GoldenQuestion golden,
    Answer answer,
    double milliseconds,
    Map<Measure, Double> scores,
    List<String> faults,
    boolean wrong) {
  /// Copies the lists.
  public Judged {
    scores = Map.copyOf(scores);
    faults = List.copyOf(faults);
  }

  /// Whether it was answered, with citations.
  boolean answered() {
    return !answer.citations().isEmpty();
  }

  /// How sure the advisor was of its answer.
  double confidence() {
    return answer.confidence();
  }
}
