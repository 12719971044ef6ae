package dev.backendadvisor.answer;

import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Assertion;
import dev.backendadvisor.question.Question;
import java.util.List;
import java.util.Optional;

/// Puts right what a question takes for granted, before it is answered.
final class PremiseRules {
  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final ClaimJudge judge;
  private final ClaimTelling telling;

  PremiseRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.judge = new ClaimJudge(brief);
    this.telling = new ClaimTelling(brief, composition, findings);
  }

  /// Says first what a question takes for granted and is not so.
  ///
  /// @return whether something was put right
  boolean correct(List<Assertion> premises) {
    for (Assertion premise : premises) {
      Judgement judgement = judge.judge(premise);
      if (judgement.finding() == Finding.CONTRADICTED) {
        correct(premise, judgement);
        return true;
      }
    }
    return false;
  }

  private void correct(Assertion premise, Judgement judgement) {
    Optional<Calculation.Leads> ahead = ahead(premise);
    if (ahead.isPresent()) {
      Calculation.Leads leads = ahead.get();
      composition.verdict(
          Verdicts.PREMISE
              + ": for "
              + findings.purpose(leads.criteria())
              + ", "
              + composition.name(leads.leader())
              + " is ahead of "
              + Wording.list(leads.behind().stream().map(composition::name).toList())
              + ".",
          Composition.computed(
              new Calculation.Judged(premise, Finding.CONTRADICTED, Optional.of(leads)),
              judgement.contra()));
    } else if (judgement.shown().isPresent()) {
      composition.verdict(
          Verdicts.premise(Optional.empty()) + " " + telling.shown(judgement),
          ClaimTelling.ground(premise, judgement));
    } else {
      composition.verdict(
          Verdicts.premise(judgement.limit()), ClaimTelling.ground(premise, judgement));
    }
    judgement.contra().stream()
        .limit(1)
        .forEach(one -> composition.quote(" ", Part.REASON, "", one));
    judgement.within().stream()
        .limit(1)
        .forEach(one -> composition.quote(" ", Part.CONDITION, "", one));
  }

  /// Who is ahead where a premise puts another ahead.
  private Optional<Calculation.Leads> ahead(Assertion premise) {
    if (!(premise.asked() instanceof Question.Comparison)) {
      return Optional.empty();
    }
    var own = new Findings(ClaimComparison.asked(brief, premise));
    List<String> technologies = own.technologies();
    List<String> criteria = ComparisonClaims.criteria(own, technologies);
    Comparison comparison = brief.matrix().compare(technologies, criteria);
    return comparison
        .leader()
        .map(
            leader ->
                new Calculation.Leads(
                    leader,
                    technologies.stream().filter(one -> !one.equals(leader)).toList(),
                    criteria,
                    comparison.firmness()));
  }
}
