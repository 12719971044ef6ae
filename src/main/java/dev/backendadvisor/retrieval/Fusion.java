package dev.backendadvisor.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class Fusion {
  static final class Candidate {
    final int doc;
    float words;
    double meaning;
    boolean hasMeaning;
    double score;

    Candidate(int doc) {
      this.doc = doc;
    }
  }

  static void fuse(List<Candidate> all, SearchRequest.By by, boolean meaning) {
    double maxWords = all.stream().mapToDouble(c -> c.words).max().orElse(0);
    double minWords = all.stream().mapToDouble(c -> c.words).min().orElse(0);
    double maxMeaning =
        all.stream().filter(c -> c.hasMeaning).mapToDouble(c -> c.meaning).max().orElse(0);
    double minMeaning =
        all.stream().filter(c -> c.hasMeaning).mapToDouble(c -> c.meaning).min().orElse(0);
    if (meaning && by == SearchRequest.By.MEANING) {
      for (var c : all) c.score = (c.meaning + 1) / 2;
      return;
    }
    if (!meaning) {
      for (var c : all) c.score = maxWords > 0 ? c.words / maxWords : 0;
      return;
    }
    double w = Tuning.MEANING;
    switch (Tuning.FUSION) {
      case "rrf" -> {
        Map<Candidate, Double> sum = new HashMap<>();
        var byWords = new ArrayList<>(all);
        byWords.sort(Comparator.comparing((Candidate c) -> -c.words));
        var byMeaning = new ArrayList<>(all);
        byMeaning.sort(Comparator.comparing((Candidate c) -> -c.meaning));
        for (int i = 0; i < all.size(); i++) {
          if (byWords.get(i).words > 0 && i < Tuning.DEPTH)
            sum.merge(byWords.get(i), (1 - w) * 2 / (60.0 + i + 1), Double::sum);
          if (i < Tuning.DEPTH) sum.merge(byMeaning.get(i), w * 2 / (60.0 + i + 1), Double::sum);
        }
        for (var c : all) c.score = sum.getOrDefault(c, 0.0) * 61 / 2;
      }
      case "minmax" -> {
        for (var c : all) {
          double a = maxWords > minWords ? (c.words - minWords) / (maxWords - minWords) : 0;
          double b =
              !c.hasMeaning
                  ? a
                  : maxMeaning > minMeaning
                      ? (c.meaning - minMeaning) / (maxMeaning - minMeaning)
                      : 0;
          c.score = (1 - w) * a + w * b;
        }
      }
      case "tmm" -> {
        for (var c : all) {
          double a = maxWords > 0 ? c.words / maxWords : 0;
          double b =
              !c.hasMeaning
                  ? a
                  : Math.max(
                      0,
                      (c.meaning - Tuning.FLOOR)
                          / (Math.max(maxMeaning, Tuning.FLOOR + .01) - Tuning.FLOOR));
          c.score = (1 - w) * a + w * b;
        }
      }
      case "words" -> {
        for (var c : all) c.score = maxWords > 0 ? c.words / maxWords : 0;
      }
      case "vectors" -> {
        for (var c : all) c.score = (c.meaning + 1) / 2;
      }
      default -> throw new IllegalStateException();
    }
  }
}
