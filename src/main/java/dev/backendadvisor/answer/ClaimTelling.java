package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.question.Assertion;
import java.util.List;

/// Words how a claim stands: the finding, what decides it, what limits it, the other side.
final class ClaimTelling {
  private final Composition composition;
  private final Findings findings;
  private final Wording wording;

  ClaimTelling(Brief brief, Composition composition, Findings findings) {
    this.composition = composition;
    this.findings = findings;
    this.wording = new Wording(brief.question().reading().standalone());
  }

  /// What decides, what limits it, and what is said on the other side.
  void bothSides(Judgement judgement) {
    List<Evidence> deciding = judgement.deciding();
    List<Evidence> other = judgement.other();
    deciding.stream()
        .limit(other.isEmpty() && judgement.within().isEmpty() ? 2 : 1)
        .forEach(one -> composition.quote(" ", Part.REASON, "", one));
    judgement.within().stream()
        .limit(2)
        .forEach(one -> composition.quote(" ", Part.CONDITION, "", one));
    other.stream()
        .limit(1)
        .forEach(one -> composition.quote("\n- ", Part.CAVEAT, lead(judgement, one), one));
  }

  static DraftSentence.Ground ground(Assertion claim, Judgement judgement) {
    return Composition.computed(
        new Calculation.Judged(claim, judgement.finding(), judgement.shown()),
        judgement.deciding().stream().limit(1).toList());
  }

  /// The finding in words, with what was computed for it.
  String finding(Assertion claim, Judgement judgement) {
    return (opening(claim, judgement) + " " + shown(judgement)).strip();
  }

  /// What was computed to judge a claim, in words.
  String shown(Judgement judgement) {
    if (judgement.shown().orElse(null) instanceof Calculation.Stands stands) {
      return wording.stands(
          composition.name(stands.technology()),
          findings.purpose(stands.criteria()),
          stands.band());
    }
    return judgement.shown().orElse(null) instanceof Calculation.SupportEnds ends
        ? SupportRules.ended(composition, ends.record())
        : "";
  }

  private String opening(Assertion claim, Judgement judgement) {
    boolean denied = judgement.finding() == Finding.CONTRADICTED && !claim.doubted();
    if (denied && judgement.limit().isPresent()) {
      return Verdicts.denial(judgement.limit().get());
    }
    boolean inTheMain =
        judgement.finding() == Finding.CONDITIONAL
            && !claim.extreme()
            && judgement
                .shown()
                .filter(
                    shown -> shown instanceof Calculation.Stands stands && agrees(claim, stands))
                .isPresent();
    if (inTheMain) {
      return Verdicts.largely();
    }
    boolean plain = judgement.shown().isPresent() || judgement.finding() == Finding.CONDITIONAL;
    return Verdicts.opening(
        judgement.finding(), claim.doubted(), plain ? 0 : 1 + wording.turn() % 2);
  }

  /// Whether a band is what the claim says, for the most part.
  private static boolean agrees(Assertion claim, Calculation.Stands stands) {
    return switch (stands.band()) {
      case STRONG, FAIR -> claim.sense() == Assertion.Sense.WELL;
      case WEAK -> claim.sense() == Assertion.Sense.ILL;
      case MIXED -> false;
    };
  }

  private String lead(Judgement judgement, Evidence record) {
    boolean opinion = ClaimJudge.ofWeight(List.of(record)).isEmpty();
    return wording.oneOf(
        judgement.finding() == Finding.CONTRADICTED && opinion ? LeadIns.CLAIMED : LeadIns.AGAINST);
  }
}
