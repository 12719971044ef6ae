package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The runs in which two or more technologies were measured at once.
final class MeasuredTogether {
  /// How many of a criterion are looked at.
  static final int MOST = 2;

  private final Findings findings;

  MeasuredTogether(Findings findings) {
    this.findings = findings;
  }

  /// The sentences in which two of the technologies were measured at once, one a source, the newest
  /// of each criterion first.
  List<Evidence> records(Comparison comparison, List<String> criteria) {
    List<List<Evidence>> byCriterion =
        criteria.stream().map(one -> newestOfEachSource(comparison, one)).toList();
    List<Evidence> chosen = new ArrayList<>();
    for (int turn = 0; turn < MOST; turn++) {
      for (List<Evidence> records : byCriterion) {
        records.stream().skip(turn).limit(1).forEach(chosen::add);
      }
    }
    return chosen;
  }

  private List<Evidence> newestOfEachSource(Comparison comparison, String criterion) {
    Set<String> sources = new HashSet<>();
    List<Evidence> together =
        findings.measuredTogether(comparison.technologies(), List.of(criterion)).toList();
    boolean rough = together.stream().allMatch(one -> one.confidence() == Evidence.Confidence.LOW);
    return together.stream()
        .filter(one -> rough || one.confidence() != Evidence.Confidence.LOW)
        .sorted(Comparator.comparing(Evidence::asOf).reversed())
        .filter(one -> sources.add(one.source().origin()))
        .toList();
  }

  /// Which of two did better wherever both were measured.
  static Optional<Calculation.Measured> better(
      Brief brief, List<String> technologies, List<Evidence> together) {
    if (technologies.size() != 2) {
      return Optional.empty();
    }
    List<Optional<String>> better =
        together.stream()
            .map(
                one ->
                    Measurement.better(
                        brief.corpus().evidenceIn(one.span()),
                        technologies.get(0),
                        technologies.get(1)))
            .distinct()
            .toList();
    return better.size() == 1 && better.getFirst().isPresent()
        ? Optional.of(
            new Calculation.Measured(
                better.getFirst().get(),
                technologies.get(technologies.indexOf(better.getFirst().get()) == 0 ? 1 : 0),
                together.getFirst().span()))
        : Optional.empty();
  }
}
