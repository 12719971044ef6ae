package dev.backendadvisor.answer;

import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Importance;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Recommendation;
import java.util.Comparator;
import java.util.List;

/// Why the first of a ranking is ahead of the second: on what of all that was asked for, or else by
/// what nobody mentioned, and by what the team knows.
final class ChoiceReasons {
  private static final int MOST_REASONS = 2;

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Profile profile;
  private final Recommendation made;
  private final String winner;
  private final String second;

  ChoiceReasons(Brief brief, Composition composition, Findings findings, Recommendation made) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.profile = made.profile();
    this.made = made;
    this.winner = made.winner().technology();
    this.second = made.ranking().get(1).technology();
  }

  /// What puts the first ahead of the second: of what was asked for, and of that what counts most;
  /// else of whatever counts.
  List<String> ahead() {
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
    List<String> asked = ahead.stream().filter(one -> isAskedFor(profile, one)).toList();
    return (asked.isEmpty() && !teamTips() ? ahead : asked).stream().limit(MOST_REASONS).toList();
  }

  /// Of what was asked for, that on which the first two are about level.
  List<String> level() {
    return profile.needs().stream()
        .map(Profile.Need::criterion)
        .filter(one -> isAskedFor(profile, one))
        .filter(one -> brief.matrix().cell(winner, one).isPresent())
        .filter(one -> brief.matrix().cell(second, one).isPresent())
        .filter(
            one -> brief.matrix().compare(List.of(winner, second), List.of(one)).leader().isEmpty())
        .limit(1)
        .toList();
  }

  /// Whether something was asked for, and not just in passing.
  static boolean isAskedFor(Profile profile, String criterion) {
    return profile
        .need(criterion)
        .filter(
            one -> one.share().isPresent() || one.importance().ratio() >= Importance.MEDIUM.ratio())
        .isPresent();
  }

  /// Whether the team knows the first and would have to learn the second.
  boolean teamTips() {
    return brief.model().knows(profile, winner) && !brief.model().knows(profile, second);
  }

  /// The records that show how the first two stand on some criteria.
  List<Evidence> sides(List<String> criteria) {
    if (criteria.isEmpty()) {
      return List.of();
    }
    // of what nobody asked for, one thing is shown, and that the first that is named
    List<String> shown =
        isAskedFor(profile, criteria.getFirst()) ? criteria : criteria.subList(0, 1);
    return findings.contrast(
        winner, second, shown, brief.matrix().compare(List.of(winner, second), shown).deciding());
  }

  /// Tells why, and that it is what the second would cost.
  ///
  /// @param reasons on what the first is ahead
  /// @param sides the records that show it
  void tell(List<String> reasons, List<Evidence> sides) {
    String runnerUp = " the runner-up, " + composition.name(second) + ", would cost you";
    tell(
        reasons,
        sides,
        new Wording(brief.question().reading().standalone())
            .oneOf(
                ", which is what" + runnerUp,
                ";" + runnerUp + " that",
                ", and that is what" + runnerUp));
  }

  /// Tells why.
  ///
  /// @param rest what that means, as the rest of the sentence, or `""`
  void tell(List<String> reasons, List<Evidence> sides, String rest) {
    boolean asked = reasons.stream().allMatch(one -> isAskedFor(profile, one));
    if (reasons.isEmpty() || !asked) {
      about();
    }
    if (!reasons.isEmpty()) {
      composition.then(
          Part.REASON,
          asked
              ? "It leads on " + findings.purpose(reasons) + rest + "."
              : "What puts it ahead is "
                  + findings.purpose(reasons)
                  + (reasons.size() > 1
                      ? ", which you did not mention and which count only a little."
                      : ", which you did not mention and which counts only a little."),
          Composition.computed(new Calculation.Stronger(profile, winner, second, reasons), sides));
    }
    if (teamTips()) {
      composition.then(
          Part.REASON,
          reasons.isEmpty()
              ? "What tips it is that your team knows it already."
              : "That your team knows it already counts for it too.",
          new Ground.Nothing());
    }
    composition.contrast(" ", Part.REASON, sides);
    if (teamTips() && sides.isEmpty()) {
      findings
          .ofTeams(winner)
          .filter(one -> one.gist().isPresent() && one.basis() == Evidence.Basis.CASE_STUDY)
          .filter(one -> !Findings.tellsOfLeaving(one))
          .findFirst()
          .ifPresent(one -> composition.quote(" ", Part.REASON, "", one));
    }
  }

  /// Says on what was asked for that the first two are about level.
  private void about() {
    List<String> level = level();
    if (!level.isEmpty()) {
      composition.then(
          Part.REASON,
          "For "
              + findings.purpose(level)
              + ", the evidence puts it about level with "
              + composition.name(second)
              + ".",
          Composition.computed(new Calculation.Level(List.of(winner, second), level), List.of()));
    }
  }
}
