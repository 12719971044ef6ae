package dev.backendadvisor.evaluation;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.conversation.Advisor;
import dev.backendadvisor.conversation.Inquiry;
import dev.backendadvisor.retrieval.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks golden questions, each in a conversation of its own, and counts what was found, cited and
/// right.
public final class Evaluation {
  private static final double NANOS = 1e6;

  private final Advisor advisor;
  private final Judge judge;

  /// @param advisor who is asked; it must keep conversations
  /// @param generation the corpus it answers from
  public Evaluation(Advisor advisor, Generation generation) {
    this.advisor = advisor;
    this.judge = new Judge(generation);
  }

  /// Asks every question of a file.
  public Scorecard run(GoldenFile file) {
    List<Judged> judged = new ArrayList<>();
    for (GoldenQuestion golden : file.questions()) {
      Optional<String> conversation = Optional.empty();
      for (String before : golden.before()) {
        conversation = Optional.of(ask(before, conversation).conversation());
      }
      long start = System.nanoTime();
      Answer answer = ask(golden.question(), conversation);
      judged.add(judge.judge(golden, answer, (System.nanoTime() - start) / NANOS));
    }
    return new Scorecard(file, judged);
  }

  private Answer ask(String question, Optional<String> conversation) {
    return advisor.ask(new Inquiry(question, conversation, Optional.empty()), event -> {});
  }
}
