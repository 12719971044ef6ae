package dev.backendadvisor.answer;

import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.decision.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Questions worth asking next, each of which there is evidence to answer.
final class Suggestions {
  private static final int MOST = 3;

  private final Matrix matrix;
  private final Findings findings;
  private final TechnologyNames names;

  Suggestions(Brief brief, Findings findings) {
    this.matrix = brief.matrix();
    this.findings = findings;
    this.names = brief.vocabulary().names();
  }

  /// After a comparison: the same two where they differ most otherwise, and a third beside them.
  List<String> after(List<String> technologies, List<String> criteria) {
    List<String> suggestions = new ArrayList<>();
    if (technologies.size() >= 2) {
      List<String> pair = technologies.subList(0, 2);
      findings.comparable(pair).stream()
          .filter(criterion -> !criteria.contains(criterion))
          .map(criterion -> matrix.compare(pair, List.of(criterion)).rows().getFirst())
          .filter(row -> row.leader().isPresent())
          .sorted(Comparator.comparingDouble(Comparison.Row::lead).reversed())
          .limit(2)
          .forEach(
              row ->
                  suggestions.add(
                      names.of(pair.get(0))
                          + " or "
                          + names.of(pair.get(1))
                          + " for "
                          + findings.criterionName(row.criterion())
                          + "?"));
    }
    findings.main().stream()
        .filter(one -> !technologies.contains(one) && !technologies.isEmpty())
        .filter(one -> !criteria.isEmpty() && matrix.cell(one, criteria.getFirst()).isPresent())
        .limit(1)
        .forEach(
            one ->
                suggestions.add(
                    "How does "
                        + names.of(one)
                        + " compare with "
                        + names.of(technologies.getFirst())
                        + " for "
                        + findings.criterionName(criteria.getFirst())
                        + "?"));
    technologies.stream()
        .limit(1)
        .forEach(one -> suggestions.add("When should we use " + names.of(one) + "?"));
    return suggestions.stream().limit(MOST).toList();
  }

  /// For someone who has asked nothing that could be answered.
  List<String> toStartWith() {
    List<String> main = findings.main();
    if (main.size() < 2) {
      return List.of();
    }
    List<String> suggestions = new ArrayList<>(after(main.subList(0, 2), List.of()));
    suggestions.add("Which one should we use?");
    return suggestions.stream().limit(MOST).toList();
  }
}
