package dev.backendadvisor.answer;

import dev.backendadvisor.question.Assertion;
import java.util.List;
import java.util.Optional;

/// Puts right what a question takes for granted, before it is answered.
final class PremiseRules {
  private final Brief brief;
  private final Composition composition;
  private final ClaimJudge judge;
  private final ClaimTelling telling;

  PremiseRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
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
    if (new ComparisonClaims(brief).standing(premise).orElse(null)
        instanceof Calculation.Leads leads) {
      composition.verdict(
          Verdicts.PREMISE + ": " + telling.leads(leads, "for "),
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
}
