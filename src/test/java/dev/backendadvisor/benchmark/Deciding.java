package dev.backendadvisor.benchmark;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Importance;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Profile.Need;
import dev.backendadvisor.format.ProfileJson;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

/// Profiles to decide on, each different, so that none is remembered.
final class Deciding {
  private static final List<String> OPTIONS =
      List.of("nodejs", "python", "java", "go", "csharp", "rust", "php", "ruby");
  private static final int CRITERIA = 20;

  private final DecisionModel model;
  private final List<String> criteria;
  private final AtomicInteger made = new AtomicInteger();

  Deciding(Corpus corpus) {
    var today = LocalDate.now(ZoneOffset.UTC);
    this.model = new DecisionModel(corpus, Matrix.of(corpus, today), today);
    List<String> decisive = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Criterion one : corpus.criteria().values()) {
      (one.goals().contains(Criterion.Goal.BUILD) ? decisive : others).add(one.id());
    }
    decisive.addAll(others.subList(0, CRITERIA - decisive.size()));
    this.criteria = List.copyOf(decisive);
  }

  /// Eight options on twenty criteria.
  private Profile next() {
    List<Need> needs = new ArrayList<>();
    for (String criterion : criteria) {
      needs.add(Need.of(criterion, Importance.LOW));
    }
    double share = (1 + made.getAndIncrement() % 1_000_000) / 2_000_000.0;
    needs.set(0, new Need(criteria.getFirst(), Importance.LOW, OptionalDouble.of(share), ""));
    return new Profile(Criterion.Goal.BUILD, needs, List.of(), OPTIONS, List.of(), List.of());
  }

  /// Decides on one.
  boolean decide() {
    return model.recommend(next()).ranking().size() == OPTIONS.size();
  }

  /// The body of a request for one.
  String body() {
    return ProfileJson.write(next());
  }
}
