package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Assertion;
import dev.backendadvisor.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Claims that put one technology ahead of another.
final class ComparisonClaims {
  private final Brief brief;

  ComparisonClaims(Brief brief) {
    this.brief = brief;
  }

  Judgement judge(Assertion claim, Question.Comparison asked) {
    var findings = new Findings(about(claim));
    List<String> technologies = findings.technologies();
    Optional<String> proposed = asked.proposed();
    if (technologies.size() < 2 || proposed.isEmpty()) {
      return Judgement.UNKNOWN;
    }
    List<String> criteria = criteria(findings, technologies);
    if (criteria.isEmpty()) {
      return Judgement.UNKNOWN;
    }
    Comparison comparison = brief.matrix().compare(technologies, criteria);
    List<Evidence> pro = backing(findings, proposed.get(), comparison, criteria);
    List<Evidence> contra = new ArrayList<>();
    technologies.stream()
        .filter(one -> !one.equals(proposed.get()))
        .forEach(one -> contra.addAll(backing(findings, one, comparison, criteria)));
    return Judgement.of(finding(claim, comparison, proposed.get()), pro, contra);
  }

  /// The criteria on which a claim about technologies can be judged; when it names none, all.
  static List<String> criteria(Findings findings, List<String> technologies) {
    List<String> comparable = findings.comparable(technologies);
    return findings.criteria().isEmpty()
        ? comparable
        : findings.criteria().stream().filter(comparable::contains).toList();
  }

  private Finding finding(Assertion claim, Comparison comparison, String proposed) {
    boolean others =
        comparison.rows().stream()
            .flatMap(row -> row.leader().stream())
            .anyMatch(leader -> !leader.equals(proposed));
    boolean some =
        comparison.rows().stream().flatMap(row -> row.leader().stream()).anyMatch(proposed::equals);
    if (some && others) {
      return Finding.CONDITIONAL;
    }
    if (comparison.leader().isEmpty()) {
      return claim.strict() ? Finding.CONDITIONAL : Finding.SUPPORTED;
    }
    return comparison.leader().get().equals(proposed) ? Finding.SUPPORTED : Finding.CONTRADICTED;
  }

  private List<Evidence> backing(
      Findings findings, String technology, Comparison comparison, List<String> criteria) {
    return findings.backing(technology, criteria, comparison.deciding()).stream().toList();
  }

  /// The brief of a claim alone.
  private Brief about(Assertion claim) {
    return new Brief(
        claim.asked(),
        brief.corpus(),
        brief.vocabulary(),
        brief.matrix(),
        brief.hits(),
        brief.today());
  }
}
