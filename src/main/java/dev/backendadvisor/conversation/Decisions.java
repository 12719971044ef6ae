package dev.backendadvisor.conversation;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.retrieval.Generation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The decision model of the moment: made anew when the corpus or the day is another.
public final class Decisions implements Supplier<DecisionModel> {
  private final Supplier<Generation> generations;
  private final Clock clock;
  private final AtomicReference<DecisionModel> last = new AtomicReference<>();

  /// @param generations the index of the moment
  /// @param clock tells the day
  public Decisions(Supplier<Generation> generations, Clock clock) {
    this.generations = generations;
    this.clock = clock;
  }

  @Override
  public DecisionModel get() {
    try (Generation generation = generations.get()) {
      Corpus corpus = generation.corpus();
      LocalDate today = LocalDate.now(clock);
      DecisionModel model = last.get();
      if (model == null || model.corpus() != corpus || !model.today().equals(today)) {
        model = new DecisionModel(corpus, Matrix.of(corpus, today), today);
        last.set(model);
      }
      return model;
    }
  }
}
