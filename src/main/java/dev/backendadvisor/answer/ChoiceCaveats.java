package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.PartialDate;
import dev.backendadvisor.corpus.Policy;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Recommendation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is to be said beside a choice: what would change it, what the next best costs, the case
/// against it, what is not known, and what was never in question.
final class ChoiceCaveats {
  /// A share of everything that hardly anything comes to.
  private static final double FAR = 0.45;

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Wording wording;
  private final Profile profile;
  private final Recommendation made;

  ChoiceCaveats(Brief brief, Composition composition, Findings findings, Recommendation made) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.wording = new Wording(brief.question().reading().standalone());
    this.profile = made.profile();
    this.made = made;
  }

  /// The nearest changes towards more of something, and to something better at it, one for each
  /// technology that takes over: those of what was asked for first, then those of what need not
  /// become the half of everything.
  List<Recommendation.Flip> flips() {
    String winner = made.winner().technology();
    List<Recommendation.Flip> flips =
        made.flips().stream()
            .filter(one -> one.weightThen() > one.weightNow())
            .filter(one -> !one.criterion().equals(DecisionModel.TEAM_FIT))
            .filter(one -> ChoiceCheck.isAhead(made, one.winner(), winner, one.criterion()))
            .filter(one -> isAskedFor(one) || one.weightThen() < FAR)
            .toList();
    return Stream.concat(
            flips.stream().filter(this::isAskedFor), flips.stream().filter(one -> !isAskedFor(one)))
        .toList();
  }

  private boolean isAskedFor(Recommendation.Flip flip) {
    return ChoiceReasons.isAskedFor(profile, flip.criterion());
  }

  /// Says when something else takes over.
  void overtakes(Recommendation.Flip flip) {
    composition.point(
        Part.CONDITION,
        name(flip.winner())
            + " is stronger on "
            + findings.criterionName(flip.criterion())
            + "; it takes over when that counts for "
            + ChoiceCheck.more(flip)
            + ".",
        Composition.computed(
            new Calculation.Overtakes(profile, flip),
            findings.backing(flip.winner(), List.of(flip.criterion()), List.of()).stream()
                .toList()));
  }

  /// On what was asked for, where the next best would cost most.
  void cost(String winner, String second, List<String> reasons) {
    made.contributions(winner).stream()
        .filter(one -> !one.criterion().equals(DecisionModel.TEAM_FIT))
        .filter(
            one ->
                ChoiceReasons.isAskedFor(profile, one.criterion())
                    && !reasons.contains(one.criterion()))
        .filter(one -> one.cell().isPresent())
        .filter(one -> ChoiceCheck.isAhead(made, winner, second, one.criterion()))
        .max(
            Comparator.comparingDouble(
                one -> one.weight() * ChoiceCheck.lead(made, winner, second, one.criterion())))
        .ifPresent(
            one ->
                composition.point(
                    Part.CAVEAT,
                    name(second)
                        + ", the runner-up, would cost you most on "
                        + findings.criterionName(one.criterion())
                        + ".",
                    Composition.computed(
                        new Calculation.Costs(profile, second, one.criterion()),
                        findings.backing(second, List.of(one.criterion()), List.of()).stream()
                            .toList())));
  }

  /// What is recorded of teams that went from what this one knows to what it would have to learn.
  void changing(String winner, String second) {
    if (brief.model().knows(profile, winner) && !brief.model().knows(profile, second)) {
      findings
          .ofTeams(second)
          .filter(one -> one.gist().isPresent() && !composition.isSaid(one))
          .filter(one -> languages(one.sentence()).contains(winner))
          .findFirst()
          .ifPresent(
              one -> composition.quote("\n- ", Part.CAVEAT, wording.oneOf(LeadIns.CHANGING), one));
    }
  }

  private Set<String> languages(String sentence) {
    return brief.vocabulary().names().in(sentence).stream()
        .map(one -> brief.corpus().technologies().get(one))
        .map(one -> one.language().orElse(one.id()))
        .collect(Collectors.toSet());
  }

  /// The strongest case against the choice.
  void against(String winner, List<String> reasons) {
    List<String> asked =
        profile.needs().stream()
            .map(Profile.Need::criterion)
            .filter(one -> ChoiceReasons.isAskedFor(profile, one))
            .toList();
    Stream.concat(findings.speaksAgainst(winner, reasons), findings.speaksAgainst(winner, asked))
        .filter(one -> one.confidence() != Evidence.Confidence.LOW)
        .filter(one -> !composition.isSaid(one))
        .findFirst()
        .ifPresent(
            one -> composition.quote("\n- ", Part.CAVEAT, wording.oneOf(LeadIns.AGAINST), one));
  }

  /// What was asked for and has no evidence.
  void gaps() {
    List<String> open = new ArrayList<>();
    for (Profile.Need need : profile.needs()) {
      List<String> unrated =
          made.gaps().stream()
              .filter(one -> one.criterion().equals(need.criterion()))
              .map(Recommendation.Gap::technology)
              .filter(one -> brief.matrix().cell(one, need.criterion()).isEmpty())
              .toList();
      if (!unrated.isEmpty()
          && ChoiceReasons.isAskedFor(profile, need.criterion())
          && !need.criterion().equals(DecisionModel.TEAM_FIT)
          && open.isEmpty()) {
        open.add(need.criterion());
        composition.point(
            Part.CAVEAT,
            "There is no rated evidence of "
                + Wording.list(names(unrated))
                + " for "
                + findings.criterionName(need.criterion())
                + ", so that is a blank here.",
            Composition.computed(new Calculation.Unrated(unrated, need.criterion()), List.of()));
      }
    }
  }

  /// What the company's own rules leave out.
  void ruledOut() {
    made.excluded().stream()
        .filter(one -> one.policy().isPresent())
        .limit(2)
        .forEach(
            one ->
                composition.point(
                    Part.CAVEAT,
                    ruledOut(name(one.technology()), one.policy().get()),
                    Composition.computed(new Calculation.RuledOut(profile, one), List.of())));
  }

  /// Whose rule leaves a technology out, and until when.
  static String ruledOut(String name, Policy policy) {
    String rule =
        switch (policy.standing()) {
          case FORBIDDEN -> "forbidden";
          case HOLD, APPROVED -> "on hold for new work";
        };
    return name
        + " is left out by your company's own rules: "
        + rule
        + policy.expires().map(PartialDate::toString).map(date -> " until " + date).orElse("")
        + ", says "
        // an address is spelt out, since a bare one would call somebody in a chat
        + policy.owner().replace("@", " at ")
        + ".";
  }

  private String name(String technology) {
    return composition.name(technology);
  }

  private List<String> names(List<String> technologies) {
    return technologies.stream().map(this::name).toList();
  }
}
