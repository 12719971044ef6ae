package dev.backendadvisor.answer;

import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Recommendation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Decides whether a sentence about a choice follows from the profile: decides again, and looks
/// that the sentence says no more.
final class ChoiceCheck {
  /// A change of share that nobody would put in figures.
  private static final double SLIGHT = 0.08;

  private final Brief brief;
  private final Leadership leadership;

  ChoiceCheck(Brief brief, Leadership leadership) {
    this.brief = brief;
    this.leadership = leadership;
  }

  boolean follows(String text, Calculation.Chosen chosen) {
    Recommendation made = made(chosen.profile());
    List<String> named = named(text);
    return made.winner().technology().equals(chosen.technology())
        && made.firmness() == chosen.firmness()
        && !named.isEmpty()
        && named.getFirst().equals(chosen.technology())
        && weighed(made).containsAll(named)
        && leadership.putsAhead(text, Set.of())
        && !leadership.hasFigures(text);
  }

  boolean follows(String text, Calculation.Stronger stronger) {
    Recommendation made = made(stronger.profile());
    List<String> named = named(text);
    return stronger.criteria().stream()
            .allMatch(criterion -> isAhead(made, stronger.technology(), stronger.than(), criterion))
        && Set.of(stronger.technology(), stronger.than()).containsAll(named)
        && (named.isEmpty()
            || named.getFirst().equals(stronger.technology())
            || (named.equals(List.of(stronger.than()))
                && text.contains(" the runner-up, ")
                && text.contains(" cost you")))
        && leadership.putsAhead(text, stronger.criteria())
        && !leadership.hasFigures(text);
  }

  boolean follows(String text, Calculation.Together together) {
    List<String> parts =
        together.split().parts().stream().map(Recommendation.Split.Half::technology).toList();
    return made(together.profile()).split().filter(together.split()::equals).isPresent()
        && named(text).equals(parts)
        && text.contains(" beside ")
        && !leadership.hasFigures(text);
  }

  boolean follows(String text, Calculation.Overtakes overtakes) {
    Recommendation made = made(overtakes.profile());
    Recommendation.Flip flip = overtakes.flip();
    return made.flips().contains(flip)
        && flip.weightThen() > flip.weightNow()
        && isAhead(made, flip.winner(), made.winner().technology(), flip.criterion())
        && named(text).equals(List.of(flip.winner()))
        && text.contains("counts for " + more(flip) + ".")
        && !leadership.hasFigures(text);
  }

  boolean follows(String text, Calculation.Costs costs) {
    Recommendation made = made(costs.profile());
    return isAhead(made, made.winner().technology(), costs.technology(), costs.criterion())
        && named(text).equals(List.of(costs.technology()))
        && text.contains(" cost")
        && !leadership.hasFigures(text);
  }

  boolean follows(String text, Calculation.Wins wins) {
    return made(wins.profile()).ranking().stream()
            .filter(one -> one.technology().equals(wins.technology()))
            .anyMatch(one -> Statement.figures(text).equals(Set.of(Wording.percent(one.wins()))))
        && named(text).equals(List.of(wins.technology()));
  }

  boolean follows(String text, Calculation.RuledOut ruledOut) {
    return made(ruledOut.profile()).excluded().contains(ruledOut.exclusion())
        && named(text).equals(List.of(ruledOut.exclusion().technology()))
        && ruledOut
            .exclusion()
            .policy()
            .filter(policy -> text.equals(ChoiceCaveats.ruledOut(name(ruledOut), policy)))
            .isPresent();
  }

  private String name(Calculation.RuledOut ruledOut) {
    return brief.vocabulary().names().of(ruledOut.exclusion().technology());
  }

  /// From where on something else takes over, in words.
  static String more(Recommendation.Flip flip) {
    return flip.weightThen() - flip.weightNow() < SLIGHT
        ? "only a little more"
        : "more than about " + Wording.fraction(flip.weightThen());
  }

  private Recommendation made(Profile profile) {
    return brief.model().recommend(profile);
  }

  private List<String> named(String text) {
    return brief.vocabulary().names().in(text);
  }

  private static Set<String> weighed(Recommendation made) {
    Set<String> weighed = new HashSet<>();
    made.ranking().forEach(one -> weighed.add(one.technology()));
    return weighed;
  }

  /// Whether one is noticeably ahead of another in what a criterion adds to them.
  static boolean isAhead(Recommendation made, String technology, String than, String criterion) {
    return lead(made, technology, than, criterion) >= Matrix.NOTICEABLE;
  }

  /// How far one is ahead of another on a criterion, in points of rating.
  static double lead(Recommendation made, String technology, String than, String criterion) {
    return middle(made, technology, criterion) - middle(made, than, criterion);
  }

  private static double middle(Recommendation made, String technology, String criterion) {
    return made.contributions(technology).stream()
        .filter(one -> one.criterion().equals(criterion))
        .mapToDouble(one -> one.rating().middle())
        .findFirst()
        .orElse(Double.NaN);
  }
}
