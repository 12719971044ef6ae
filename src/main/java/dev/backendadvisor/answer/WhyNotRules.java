package dev.backendadvisor.answer;

import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Firmness;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Recommendation;
import dev.backendadvisor.decision.Recommendation.Exclusion;
import dev.backendadvisor.decision.Recommendation.WhyNot;
import java.util.List;

/// Why a technology is not the choice: what rules it out, what is ahead of it and on what, and what
/// would put it first, or that nothing does.
final class WhyNotRules {
  private final Brief brief;
  private final Composition composition;
  private final Findings findings;

  WhyNotRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
  }

  /// @param technology the one asked about
  /// @param profile what is known, with it among what is weighed
  Draft answer(String technology, Profile profile) {
    Recommendation made = brief.model().recommend(profile);
    WhyNot whyNot = brief.model().whyNot(profile, technology);
    if (whyNot.excluded().isPresent()) {
      return excluded(whyNot.excluded().get(), made);
    }
    String winner = made.winner().technology();
    if (winner.equals(technology) || made.ranking().size() < 2) {
      return itIs(made);
    }
    Recommendation pair = brief.model().recommend(among(profile, winner, technology));
    var reasons = new ChoiceReasons(brief, composition, findings, pair);
    List<String> ahead = reasons.ahead();
    List<String> shown = ahead.isEmpty() ? reasons.level() : ahead;
    List<Evidence> sides = reasons.sides(shown);
    composition.verdict(
        "Because, for what you describe, "
            + name(winner)
            + " comes out ahead of "
            + name(technology)
            + switch (pair.firmness()) {
              case FIRM -> ", and clearly so.";
              case LEANING -> ", and fairly firmly so.";
              case TOSS_UP -> ", but only by a hair.";
            },
        Composition.computed(
            new Calculation.Chosen(pair.profile(), winner, pair.firmness()),
            sides.stream().limit(1).toList()));
    var caveats = new ChoiceCaveats(brief, composition, findings, pair);
    boolean blank = !ahead.isEmpty() && !ChoiceReasons.isAskedFor(profile, ahead.getFirst());
    if (blank) {
      caveats.gapsFirst();
    }
    reasons.tell(ahead, sides, "");
    whatWouldDo(technology, profile);
    findings
        .speaksFor(technology, winner, asked(made))
        .filter(one -> !composition.isSaid(one))
        .filter(one -> Words.of(one.sentence()).stream().noneMatch(SpanSupport.NEGATIONS::contains))
        .findFirst()
        .ifPresent(one -> composition.quote("\n- ", Part.REASON, LeadIns.FOR.getFirst(), one));
    if (!blank) {
      caveats.gaps();
    }
    return Drafts.answer(
        new Suggestions(brief, findings).after(List.of(winner, technology), asked(made)));
  }

  private static Profile among(Profile profile, String winner, String technology) {
    return new Profile(
        profile.goal(),
        profile.needs(),
        profile.constraints(),
        List.of(winner, technology),
        profile.ratings(),
        profile.unknown());
  }

  private static List<String> asked(Recommendation made) {
    return made.profile().needs().stream()
        .map(Profile.Need::criterion)
        .filter(one -> ChoiceReasons.isAskedFor(made.profile(), one))
        .toList();
  }

  /// What would put it first: the smallest change that does, or why none does.
  void whatWouldDo(String technology, Profile profile) {
    WhyNot whyNot = brief.model().whyNot(profile, technology);
    if (whyNot.dominatedBy().isPresent()) {
      String better = whyNot.dominatedBy().get();
      composition.point(
          Part.CONDITION,
          name(better)
              + " is at least as good as "
              + name(technology)
              + " on everything that counts here and better on something, so that no weighting of"
              + " it would change that.",
          Composition.computed(new Calculation.Dominated(profile, technology, better), List.of()));
    } else if (whyNot.flip().isPresent()) {
      Recommendation.Flip flip = whyNot.flip().get();
      boolean more = flip.weightThen() > flip.weightNow();
      composition.point(
          Part.CONDITION,
          name(technology)
              + " would come first if "
              + findings.criterionName(flip.criterion())
              + " counted for "
              + ChoiceCheck.amount(flip)
              + ".",
          Composition.computed(
              new Calculation.PutsFirst(profile, flip),
              findings
                  .backing(more ? technology : made(profile), List.of(flip.criterion()), List.of())
                  .stream()
                  .toList()));
    } else {
      composition.point(
          Part.CONDITION,
          "No change of one weight alone would put " + name(technology) + " first.",
          Composition.computed(new Calculation.NeverFirst(profile, technology), List.of()));
    }
  }

  private String made(Profile profile) {
    return brief.model().recommend(profile).winner().technology();
  }

  private Draft itIs(Recommendation made) {
    String winner = made.winner().technology();
    String others =
        Wording.list(made.ranking().stream().skip(1).map(one -> name(one.technology())).toList());
    if (others.isEmpty()) {
      composition.verdict("It is the only one left.", new Ground.Nothing());
      return Drafts.answer(new Suggestions(brief, findings).toStartWith());
    }
    composition.verdict(
        (brief.model().weighed(brief.profile()).contains(winner)
                ? "It is the choice: for what you describe, "
                : "I had not weighed it yet; with it in play, ")
            + name(winner)
            + " comes out "
            + (made.firmness() == Firmness.TOSS_UP ? "just ahead of " : "ahead of ")
            + others
            + ".",
        Composition.computed(
            new Calculation.Chosen(made.profile(), winner, made.firmness()), List.of()));
    var reasons = new ChoiceReasons(brief, composition, findings, made);
    List<String> ahead = reasons.ahead();
    reasons.tell(ahead, reasons.sides(ahead.isEmpty() ? reasons.level() : ahead));
    var caveats = new ChoiceCaveats(brief, composition, findings, made);
    caveats.flips().stream().findFirst().ifPresent(caveats::overtakes);
    caveats.against(winner, asked(made));
    return Drafts.answer(new Suggestions(brief, findings).after(List.of(winner), asked(made)));
  }

  private Draft excluded(Exclusion exclusion, Recommendation made) {
    composition.verdict(
        ChoiceCaveats.ruledOut(name(exclusion.technology()), exclusion),
        Composition.computed(new Calculation.RuledOut(made.profile(), exclusion), List.of()));
    composition.then(
        Part.CONDITION,
        "Tell me when that no longer holds, and it is weighed with the rest.",
        new Ground.Nothing());
    return Drafts.answer(new Suggestions(brief, findings).toStartWith());
  }

  private String name(String technology) {
    return composition.name(technology);
  }
}
