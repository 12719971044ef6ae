package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Assertion;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers a claim that one is ahead of another as a question of yes or no.
final class ClaimComparison {
  private final Brief brief;
  private final Composition composition;
  private final Findings findings;

  ClaimComparison(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
  }

  /// Who is ahead, as a yes or no to the claim.
  Draft answer(Assertion claim, Judgement judgement) {
    Brief own = asked(brief, claim);
    var rules = new ComparisonRules(own, composition, new Findings(own));
    Question.Comparison question = (Question.Comparison) own.question();
    List<String> technologies = new Findings(own).technologies();
    List<String> criteria = ComparisonClaims.criteria(new Findings(own), technologies);
    boolean named = !new Findings(own).criteria().isEmpty();
    if (judgement.finding() == Finding.UNKNOWN || !named || technologies.size() < 2) {
      return rules.answer(question);
    }
    Comparison comparison = brief.matrix().compare(technologies, criteria);
    if (judgement.finding() == Finding.CONDITIONAL && comparison.leader().isPresent()) {
      return divided(technologies, criteria, comparison, rules);
    }
    if (judgement.finding() == Finding.SUPPORTED
        && comparison.leader().isEmpty()
        && new ComparisonClaims(brief).measured(claim).isEmpty()) {
      composition.compare(comparison);
      composition.verdict(
          "Yes, as far as the evidence goes: for "
              + findings.purpose(criteria)
              + ", "
              + Wording.list(technologies.stream().map(composition::name).toList())
              + " come out about level.",
          Composition.computed(new Calculation.Level(technologies, criteria), judgement.pro()));
      rules.support(comparison, criteria);
      return Drafts.answer(new Suggestions(brief, findings).after(technologies, criteria));
    }
    return rules.answer(question);
  }

  /// Each is ahead on something else that was claimed.
  private Draft divided(
      List<String> technologies,
      List<String> criteria,
      Comparison comparison,
      ComparisonRules rules) {
    composition.compare(comparison);
    List<Calculation.Leads> leads = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    List<Evidence> cited = new ArrayList<>();
    for (Comparison.Row row : comparison.rows()) {
      if (row.leader().isPresent()) {
        String leader = row.leader().get();
        leads.add(
            new Calculation.Leads(
                leader,
                technologies.stream().filter(one -> !one.equals(leader)).toList(),
                List.of(row.criterion()),
                row.firmness()));
        parts.add(
            composition.name(leader) + " is ahead for " + findings.criterionName(row.criterion()));
        findings.backing(leader, List.of(row.criterion()), List.of()).ifPresent(cited::add);
      }
    }
    composition.verdict(
        "Only in part: " + Wording.list(parts) + ".",
        Composition.computed(new Calculation.Divided(leads), cited));
    cited.forEach(one -> composition.quote(" ", Part.REASON, "", one));
    rules.support(comparison, criteria);
    return Drafts.answer(new Suggestions(brief, findings).after(technologies, criteria));
  }

  /// The claim as a question of yes or no.
  static Brief asked(Brief brief, Assertion claim) {
    Optional<String> said = new ComparisonClaims(brief).proposed(claim);
    Reading read = claim.reading();
    var reading =
        new Reading(
            read.words(),
            "Is it true that " + claim.text() + "?",
            read.technologies(),
            read.excluded(),
            read.criteria(),
            read.versions(),
            read.unknownNames(),
            read.carriedOver(),
            read.confidence());
    Optional<String> proposed =
        claim.doubted() && read.technologies().size() == 2
            ? said.flatMap(
                one -> read.technologies().stream().filter(each -> !each.equals(one)).findFirst())
            : said;
    return brief.asking(new Question.Comparison(reading, proposed));
  }
}
