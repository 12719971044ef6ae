package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Assertion;
import dev.backendadvisor.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Claims that put one technology ahead of another.
final class ComparisonClaims {
  /// Words that put two level; "at least as fast as" does not.
  private static final Pattern EQUAL =
      Pattern.compile("(?i)(?<!least )\\bas \\p{L}[\\p{L}-]* (?:\\p{L}+ )?as\\b");

  private final Brief brief;

  ComparisonClaims(Brief brief) {
    this.brief = brief;
  }

  Judgement judge(Assertion claim) {
    var findings = new Findings(about(claim));
    List<String> technologies = findings.technologies();
    List<String> criteria = criteria(findings, technologies);
    Optional<String> proposed = proposed(claim);
    if (technologies.size() < 2 || criteria.isEmpty() || proposed.isEmpty()) {
      return Judgement.UNKNOWN;
    }
    Comparison comparison = brief.matrix().compare(technologies, criteria);
    List<Evidence> pro = backing(findings, proposed.get(), comparison, criteria);
    List<Evidence> contra = new ArrayList<>();
    technologies.stream()
        .filter(one -> !one.equals(proposed.get()))
        .forEach(one -> contra.addAll(backing(findings, one, comparison, criteria)));
    Judgement judgement = Judgement.of(finding(claim, comparison, proposed.get()), pro, contra);
    return measured(claim)
        .map(
            better -> {
              List<Evidence> runs = new MeasuredTogether(findings).records(comparison, criteria);
              return better.leader().equals(proposed.get())
                  ? Judgement.of(Finding.SUPPORTED, runs, List.of())
                  : Judgement.of(Finding.CONTRADICTED, List.of(), runs);
            })
        .orElse(judgement);
  }

  /// Who is put ahead; of two that are said to be equal, one that is not ahead.
  Optional<String> proposed(Assertion claim) {
    Optional<String> said =
        claim.asked() instanceof Question.Comparison asked ? asked.proposed() : Optional.empty();
    if (!equates(claim)) {
      return said;
    }
    List<String> technologies = new Findings(about(claim)).technologies();
    Optional<String> leader =
        standing(claim)
            .filter(Calculation.Leads.class::isInstance)
            .map(one -> ((Calculation.Leads) one).leader())
            .or(() -> measured(claim).map(Calculation.Measured::leader));
    return technologies.stream().filter(one -> !leader.equals(Optional.of(one))).findFirst();
  }

  /// Who is ahead of those a claim compares, by ratings or by what was measured of both, or that
  /// they are level.
  Optional<Calculation> standing(Assertion claim) {
    if (!(claim.asked() instanceof Question.Comparison)) {
      return Optional.empty();
    }
    var findings = new Findings(about(claim));
    List<String> technologies = findings.technologies();
    List<String> criteria = criteria(findings, technologies);
    if (technologies.size() < 2 || criteria.isEmpty()) {
      return Optional.empty();
    }
    Comparison comparison = brief.matrix().compare(technologies, criteria);
    return Optional.of(
        comparison
            .leader()
            .<Calculation>map(
                leader ->
                    new Calculation.Leads(
                        leader,
                        technologies.stream().filter(one -> !one.equals(leader)).toList(),
                        criteria,
                        comparison.firmness()))
            .or(() -> measured(claim))
            .orElseGet(() -> new Calculation.Level(technologies, criteria)));
  }

  /// Whether a claim says that neither is ahead: "A is as fast as B".
  static boolean equates(Assertion claim) {
    return claim.asked() instanceof Question.Comparison asked
        && asked.proposed().isEmpty()
        && !claim.denies()
        && EQUAL.matcher(claim.text()).find();
  }

  /// Which of two did better wherever both were measured, when nothing else tells them apart.
  Optional<Calculation.Measured> measured(Assertion claim) {
    var findings = new Findings(about(claim));
    List<String> technologies = findings.technologies();
    List<String> criteria = criteria(findings, technologies);
    if (technologies.size() != 2 || criteria.isEmpty()) {
      return Optional.empty();
    }
    Comparison comparison = brief.matrix().compare(technologies, criteria);
    return comparison.leader().isPresent()
        ? Optional.empty()
        : MeasuredTogether.better(
            brief, technologies, new MeasuredTogether(findings).records(comparison, criteria));
  }

  /// The criteria on which a claim about technologies can be judged; when it names none, all.
  static List<String> criteria(Findings findings, List<String> technologies) {
    List<String> comparable = findings.comparable(technologies);
    return findings.criteria().isEmpty()
        ? comparable
        : findings.criteria().stream().filter(comparable::contains).toList();
  }

  private static Finding finding(Assertion claim, Comparison comparison, String proposed) {
    if (equates(claim)) {
      return comparison.leader().isPresent() ? Finding.CONTRADICTED : Finding.SUPPORTED;
    }
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
    return brief.asking(claim.asked());
  }
}
