package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.PartialDate;
import dev.backendadvisor.corpus.Policy;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Recommendation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
          .filter(one -> tellsOfChange(one, winner, second))
          .findFirst()
          .ifPresent(
              one -> composition.quote("\n- ", Part.CAVEAT, wording.oneOf(LeadIns.CHANGING), one));
    }
  }

  /// Whether a record's sentence tells of a team that went from one to the other: it left what it
  /// names first, or took that up.
  private boolean tellsOfChange(Evidence record, String from, String to) {
    List<String> languages =
        brief.vocabulary().names().in(record.sentence()).stream()
            .map(findings::language)
            .distinct()
            .toList();
    return record.basis() == Evidence.Basis.CASE_STUDY
        && languages.containsAll(List.of(from, to))
        && languages.getFirst().equals(Findings.tellsOfLeaving(record) ? from : to);
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

  /// Says what was asked for and has no evidence, as a point of its own.
  void gaps() {
    blank()
        .ifPresent(
            one -> composition.point(Part.CAVEAT, text(one), Composition.computed(one, List.of())));
  }

  /// The same, before anything else is told in the same paragraph.
  void gapsFirst() {
    blank()
        .ifPresent(
            one -> composition.then(Part.CAVEAT, text(one), Composition.computed(one, List.of())));
  }

  /// The first need that has no evidence on some of those weighed.
  private Optional<Calculation.Unrated> blank() {
    return profile.needs().stream()
        .map(Profile.Need::criterion)
        .filter(one -> ChoiceReasons.isAskedFor(profile, one))
        .filter(one -> !one.equals(DecisionModel.TEAM_FIT))
        .map(one -> new Calculation.Unrated(unrated(one), one))
        .filter(one -> !one.technologies().isEmpty())
        .findFirst();
  }

  private List<String> unrated(String criterion) {
    return made.gaps().stream()
        .filter(one -> one.criterion().equals(criterion))
        .map(Recommendation.Gap::technology)
        .filter(one -> brief.matrix().cell(one, criterion).isEmpty())
        .toList();
  }

  private String text(Calculation.Unrated blank) {
    return "There is no rated evidence of "
        + Wording.list(names(blank.technologies()))
        + " for "
        + findings.criterionName(blank.criterion())
        + ", so that is a blank here.";
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
                    ruledOut(name(one.technology()), one),
                    Composition.computed(new Calculation.RuledOut(profile, one), List.of())));
  }

  /// What leaves a technology out; of a company's rule also whose it is, and until when.
  static String ruledOut(String name, Recommendation.Exclusion exclusion) {
    return name
        + " is left out"
        + exclusion
            .policy()
            .map(ChoiceCaveats::rule)
            .orElseGet(
                () ->
                    switch (exclusion.constraint()) {
                      case "not" -> ", because you ruled it out.";
                      case "only" -> ", because you said what alone may be.";
                      case "runs-on" -> ", because it does not run where you said it must.";
                      case "licence" ->
                          ", because you want no paid licence, and builds of it may cost.";
                      default -> " by what you said.";
                    });
  }

  private static String rule(Policy policy) {
    String standing =
        switch (policy.standing()) {
          case FORBIDDEN -> "forbidden";
          case HOLD, APPROVED -> "on hold for new work";
        };
    return " by your company's own rules: "
        + standing
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
