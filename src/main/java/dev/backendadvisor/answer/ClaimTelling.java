package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.question.Assertion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    boolean alone =
        other.isEmpty() && judgement.within().isEmpty() && judgement.finding() != Finding.OUTDATED;
    ofDifferentOrigins(deciding, alone ? 2 : 1)
        .forEach(one -> composition.quote(" ", Part.REASON, "", one));
    judgement.within().stream()
        .limit(2)
        .forEach(one -> composition.quote(" ", Part.CONDITION, "", one));
    other.stream()
        .limit(1)
        .forEach(one -> composition.quote("\n- ", Part.CAVEAT, lead(judgement, one), one));
  }

  /// The first of some records, and those after it that are another voice: one voice twice is the
  /// same story in other words.
  private static List<Evidence> ofDifferentOrigins(List<Evidence> records, int most) {
    Set<String> origins = new HashSet<>();
    return records.stream().filter(one -> origins.add(one.source().origin())).limit(most).toList();
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
    if (judgement.shown().orElse(null) instanceof Calculation.Leads leads) {
      return leads(leads, "For ");
    }
    if (judgement.shown().orElse(null) instanceof Calculation.Measured measured) {
      return wording.measured(
          composition.name(measured.leader()),
          composition.name(measured.other()),
          Wording.Asked.OPEN);
    }
    if (judgement.shown().orElse(null) instanceof Calculation.Level level) {
      return "For "
          + findings.purpose(level.criteria())
          + ", "
          + Wording.list(level.technologies().stream().map(composition::name).toList())
          + " come out about level.";
    }
    return judgement.shown().orElse(null) instanceof Calculation.SupportEnds ends
        ? SupportRules.ended(composition, ends.record())
        : "";
  }

  /// Who is ahead, and on what.
  String leads(Calculation.Leads leads, String opening) {
    return opening
        + findings.purpose(leads.criteria())
        + ", "
        + composition.name(leads.leader())
        + " is ahead of "
        + Wording.list(leads.behind().stream().map(composition::name).toList())
        + ".";
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
      return Verdicts.LARGELY;
    }
    boolean plain = judgement.shown().isPresent();
    return Verdicts.opening(judgement, claim.doubted(), plain ? 0 : 1 + wording.turn() % 2);
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
    if (!judgement.pro().contains(record)) {
      return wording.oneOf(LeadIns.AGAINST);
    }
    boolean opinion = ClaimJudge.ofWeight(List.of(record)).isEmpty();
    return wording.oneOf(opinion ? LeadIns.CLAIMED : LeadIns.FOR);
  }
}
