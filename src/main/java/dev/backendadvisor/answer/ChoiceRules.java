package dev.backendadvisor.answer;

import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.PartialDate;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Importance;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Recommendation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A choice for what is known of whoever asks: the choice and how firm it is, why, what would
/// change it, what the next best costs, what is not known, and the question worth asking next.
final class ChoiceRules {
  private static final int MOST_REASONS = 2;

  /// A share of everything that hardly anything comes to.
  private static final double FAR = 0.45;

  /// Words by which figures are asked for.
  private static final Pattern WANTS_FIGURES =
      Pattern.compile(
          "(?i)\\bper ?cent|%|\\bpercentage|\\bhow (?:sure|certain|likely|confident)\\b|\\bodds\\b"
              + "|\\bprobabilit|\\bin numbers\\b|\\bexact (?:figures?|numbers?|scores?)\\b");

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Wording wording;
  private final Profile profile;
  private final CitedRecommendation cited;
  private final Recommendation made;

  ChoiceRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.wording = new Wording(brief.question().reading().standalone());
    this.profile = brief.profile();
    this.made = brief.model().recommend(profile);
    this.cited = CitedRecommendation.within(brief.corpus(), made);
  }

  /// Whether enough is known to choose by: a need, or something ruled out or known.
  static boolean knowsEnough(Profile profile) {
    return !profile.needs().isEmpty() || !profile.constraints().isEmpty();
  }

  Draft answer() {
    composition.recommend(cited);
    if (made.ranking().isEmpty()) {
      return nothingLeft();
    }
    String winner = made.winner().technology();
    List<String> others = made.ranking().stream().skip(1).map(one -> one.technology()).toList();
    if (others.isEmpty()) {
      return onlyOne(winner);
    }
    String second = others.getFirst();
    List<String> reasons = reasons(winner, second);
    List<String> shown = reasons.isEmpty() ? level(winner, second) : reasons;
    List<Evidence> sides =
        shown.isEmpty()
            ? List.of()
            : findings.contrast(
                winner,
                second,
                shown,
                brief.matrix().compare(List.of(winner, second), shown).deciding());
    composition.verdict(
        wording.chosen(name(winner), Wording.list(names(others)), made.firmness()),
        Composition.computed(
            new Calculation.Chosen(profile, winner, made.firmness()),
            sides.stream().limit(1).toList()));
    why(winner, second, reasons, sides);
    figures(winner);
    Optional<Recommendation.Flip> flip = flip(winner);
    flip.ifPresent(this::overtakes);
    cost(winner, second, reasons);
    changing(winner, second);
    against(winner, reasons);
    gaps();
    ruledOut();
    cited
        .question()
        .ifPresent(one -> composition.last(Part.QUESTION, one.text(), new Ground.Nothing()));
    List<String> criteria = profile.needs().stream().map(Profile.Need::criterion).toList();
    return Drafts.recommended(
        cited.question().stream()
            .flatMap(one -> one.choices().stream())
            .map(one -> new Answer.Choice(one.label(), one.message()))
            .toList(),
        new Suggestions(brief, findings).after(List.of(winner, second), criteria));
  }

  /// What puts the first ahead of the second: of what was asked for, and of that what counts most;
  /// else of whatever counts.
  private List<String> reasons(String winner, String second) {
    Comparator<Recommendation.Contribution> byLead =
        Comparator.comparingDouble(
                (Recommendation.Contribution one) ->
                    one.weight() * ChoiceCheck.lead(made, winner, second, one.criterion()))
            .reversed();
    List<String> ahead =
        made.contributions(winner).stream()
            .filter(one -> one.cell().isPresent())
            .filter(one -> ChoiceCheck.isAhead(made, winner, second, one.criterion()))
            .filter(one -> brief.matrix().cell(second, one.criterion()).isPresent())
            .sorted(byLead)
            .map(Recommendation.Contribution::criterion)
            .toList();
    List<String> asked = ahead.stream().filter(this::isAskedFor).toList();
    boolean teamTips = knows(winner) && !knows(second);
    return (asked.isEmpty() && !teamTips ? ahead : asked).stream().limit(MOST_REASONS).toList();
  }

  /// Of what was asked for, that on which the first two are about level.
  private List<String> level(String winner, String second) {
    return profile.needs().stream()
        .map(Profile.Need::criterion)
        .filter(this::isAskedFor)
        .filter(one -> brief.matrix().cell(winner, one).isPresent())
        .filter(one -> brief.matrix().cell(second, one).isPresent())
        .filter(
            one -> brief.matrix().compare(List.of(winner, second), List.of(one)).leader().isEmpty())
        .limit(1)
        .toList();
  }

  private boolean isAskedFor(String criterion) {
    return profile
        .need(criterion)
        .filter(
            one -> one.share().isPresent() || one.importance().ratio() >= Importance.MEDIUM.ratio())
        .isPresent();
  }

  private void why(String winner, String second, List<String> reasons, List<Evidence> sides) {
    boolean known = knows(winner) && !knows(second);
    boolean asked = reasons.stream().allMatch(this::isAskedFor);
    if (reasons.isEmpty() || !asked) {
      about(winner, second);
    }
    if (!reasons.isEmpty()) {
      composition.then(
          Part.REASON,
          asked
              ? "It leads on " + findings.purpose(reasons) + "."
              : "What puts it ahead is "
                  + findings.purpose(reasons)
                  + (reasons.size() > 1
                      ? ", which you did not mention and which count only a little."
                      : ", which you did not mention and which counts only a little."),
          Composition.computed(new Calculation.Stronger(profile, winner, second, reasons), sides));
    }
    if (known) {
      composition.then(
          Part.REASON,
          reasons.isEmpty()
              ? "What tips it is that your team knows it already."
              : "That your team knows it already counts for it too.",
          new Ground.Nothing());
    }
    composition.contrast(" ", Part.REASON, sides);
    if (known && sides.isEmpty()) {
      ofTeams(winner).findFirst().ifPresent(one -> composition.quote(" ", Part.REASON, "", one));
    }
  }

  private Set<String> languages(String sentence) {
    return brief.vocabulary().names().in(sentence).stream()
        .map(one -> brief.corpus().technologies().get(one))
        .map(one -> one.language().orElse(one.id()))
        .collect(Collectors.toSet());
  }

  private boolean knows(String technology) {
    return brief.model().knows(profile, technology);
  }

  /// What is recorded of teams and a technology.
  private Stream<Evidence> ofTeams(String technology) {
    return brief.corpus().evidence().stream()
        .filter(one -> one.criterion().equals(DecisionModel.TEAM_FIT))
        .filter(one -> one.technology().equals(technology));
  }

  /// What is recorded of teams that went from what this one knows to what it would have to learn.
  private void changing(String winner, String second) {
    if (knows(winner) && !knows(second)) {
      ofTeams(second)
          .filter(one -> one.gist().isPresent() && !composition.isSaid(one))
          .filter(one -> languages(one.sentence()).contains(winner))
          .findFirst()
          .ifPresent(
              one -> composition.quote("\n- ", Part.CAVEAT, wording.oneOf(LeadIns.CHANGING), one));
    }
  }

  /// Says on what was asked for that the first two are about level.
  private void about(String winner, String second) {
    List<String> level = level(winner, second);
    if (!level.isEmpty()) {
      composition.then(
          Part.REASON,
          "For "
              + findings.purpose(level)
              + ", the evidence puts it about level with "
              + name(second)
              + ".",
          Composition.computed(new Calculation.Level(List.of(winner, second), level), List.of()));
    }
  }

  private void figures(String winner) {
    if (WANTS_FIGURES.matcher(brief.question().reading().words()).find()) {
      composition.then(
          Part.FACT,
          name(winner)
              + " comes first in "
              + Wording.percent(made.winner().wins())
              + " % of the weightings and ratings that your needs and the evidence leave open.",
          Composition.computed(new Calculation.Wins(profile, winner), List.of()));
    }
  }

  /// The nearest change towards more of something, and to something better at it: of what was asked
  /// for if there is one, else of what need not become the half of everything.
  private Optional<Recommendation.Flip> flip(String winner) {
    List<Recommendation.Flip> flips =
        made.flips().stream()
            .filter(one -> one.weightThen() > one.weightNow())
            .filter(one -> !one.criterion().equals(DecisionModel.TEAM_FIT))
            .filter(one -> ChoiceCheck.isAhead(made, one.winner(), winner, one.criterion()))
            .toList();
    return flips.stream()
        .filter(one -> isAskedFor(one.criterion()))
        .findFirst()
        .or(() -> flips.stream().filter(one -> one.weightThen() < FAR).findFirst());
  }

  private void overtakes(Recommendation.Flip flip) {
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
  private void cost(String winner, String second, List<String> reasons) {
    made.contributions(winner).stream()
        .filter(one -> !one.criterion().equals(DecisionModel.TEAM_FIT))
        .filter(one -> isAskedFor(one.criterion()) && !reasons.contains(one.criterion()))
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

  /// The strongest case against the choice.
  private void against(String winner, List<String> reasons) {
    List<String> asked =
        profile.needs().stream().map(Profile.Need::criterion).filter(this::isAskedFor).toList();
    Stream.concat(findings.speaksAgainst(winner, reasons), findings.speaksAgainst(winner, asked))
        .filter(one -> one.confidence() != Evidence.Confidence.LOW)
        .filter(one -> !composition.isSaid(one))
        .findFirst()
        .ifPresent(
            one -> composition.quote("\n- ", Part.CAVEAT, wording.oneOf(LeadIns.AGAINST), one));
  }

  /// What was asked for and has no evidence.
  private void gaps() {
    List<String> open = new ArrayList<>();
    for (Profile.Need need : profile.needs()) {
      List<String> unrated =
          made.gaps().stream()
              .filter(one -> one.criterion().equals(need.criterion()))
              .map(Recommendation.Gap::technology)
              .filter(one -> brief.matrix().cell(one, need.criterion()).isEmpty())
              .toList();
      if (!unrated.isEmpty()
          && isAskedFor(need.criterion())
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

  private void ruledOut() {
    made.excluded().stream()
        .filter(one -> one.policy().isPresent())
        .limit(2)
        .forEach(
            one ->
                composition.point(
                    Part.CAVEAT,
                    name(one.technology())
                        + " is left out by your company's own rules"
                        + one.policy()
                            .flatMap(policy -> policy.expires())
                            .map(PartialDate::toString)
                            .map(date -> ", which hold until " + date)
                            .orElse("")
                        + ".",
                    Composition.computed(new Calculation.RuledOut(profile, one), List.of())));
  }

  private Draft nothingLeft() {
    composition.verdict(
        "What you rule out leaves nothing to choose from; say which of it may be dropped.",
        new Ground.Nothing());
    return Drafts.recommended(List.of(), new Suggestions(brief, findings).toStartWith());
  }

  private Draft onlyOne(String technology) {
    composition.verdict(
        "What you rule out leaves one technology only, so there is nothing to weigh.",
        new Ground.Nothing());
    List<String> criteria = profile.needs().stream().map(Profile.Need::criterion).toList();
    findings
        .backing(technology, criteria, List.of())
        .ifPresent(one -> composition.quote(" ", Part.REASON, "", one));
    return Drafts.recommended(List.of(), new Suggestions(brief, findings).toStartWith());
  }

  private String name(String technology) {
    return composition.name(technology);
  }

  private List<String> names(List<String> technologies) {
    return technologies.stream().map(this::name).toList();
  }
}
