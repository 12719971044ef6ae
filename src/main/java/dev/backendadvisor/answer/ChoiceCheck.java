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

  /// Decides again, and looks that the sentence says no more.
  boolean follows(String text, Calculation.OfChoice result) {
    return switch (result) {
      case Calculation.Chosen chosen -> follows(text, chosen);
      case Calculation.Stronger stronger -> follows(text, stronger);
      case Calculation.Together together -> follows(text, together);
      case Calculation.Overtakes overtakes -> follows(text, overtakes);
      case Calculation.Costs costs -> follows(text, costs);
      case Calculation.Wins wins -> follows(text, wins);
      case Calculation.Steady steady -> follows(text, steady);
      case Calculation.Proven proven -> follows(text, proven);
      case Calculation.NeverFirst never -> follows(text, never);
      case Calculation.Dominated dominated -> follows(text, dominated);
      case Calculation.PutsFirst puts -> follows(text, puts);
      case Calculation.RuledOut ruledOut -> follows(text, ruledOut);
    };
  }

  private boolean follows(String text, Calculation.Chosen chosen) {
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

  private boolean follows(String text, Calculation.Stronger stronger) {
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

  private boolean follows(String text, Calculation.Together together) {
    List<String> parts =
        together.split().parts().stream().map(Recommendation.Split.Half::technology).toList();
    return made(together.profile()).split().filter(together.split()::equals).isPresent()
        && named(text).equals(parts)
        && text.contains(" beside ")
        && !leadership.hasFigures(text);
  }

  private boolean follows(String text, Calculation.Overtakes overtakes) {
    Recommendation made = made(overtakes.profile());
    Recommendation.Flip flip = overtakes.flip();
    return made.flips().contains(flip)
        && flip.weightThen() > flip.weightNow()
        && isAhead(made, flip.winner(), made.winner().technology(), flip.criterion())
        && named(text).equals(List.of(flip.winner()))
        && text.contains("counts for " + more(flip) + ".")
        && !leadership.hasFigures(text);
  }

  private boolean follows(String text, Calculation.Costs costs) {
    Recommendation made = made(costs.profile());
    return isAhead(made, made.winner().technology(), costs.technology(), costs.criterion())
        && named(text).equals(List.of(costs.technology()))
        && text.contains(" cost")
        && !leadership.hasFigures(text);
  }

  private boolean follows(String text, Calculation.Wins wins) {
    return made(wins.profile()).ranking().stream()
            .filter(one -> one.technology().equals(wins.technology()))
            .anyMatch(one -> Statement.figures(text).equals(Set.of(Wording.percent(one.wins()))))
        && named(text).equals(List.of(wins.technology()));
  }

  private boolean follows(String text, Calculation.Steady steady) {
    return made(steady.profile()).flips().isEmpty()
        && named(text).isEmpty()
        && text.startsWith("No change of one weight alone ")
        && !Statement.hasFigures(text);
  }

  private boolean follows(String text, Calculation.Proven proven) {
    return made(proven.profile()).proven() && named(text).isEmpty() && !Statement.hasFigures(text);
  }

  private boolean follows(String text, Calculation.NeverFirst never) {
    Recommendation.WhyNot whyNot = brief.model().whyNot(never.profile(), never.technology());
    return whyNot.excluded().isEmpty()
        && whyNot.flip().isEmpty()
        && !made(never.profile()).winner().technology().equals(never.technology())
        && named(text).equals(List.of(never.technology()))
        && text.startsWith("No change of one weight alone ")
        && !Statement.hasFigures(text);
  }

  private boolean follows(String text, Calculation.Dominated dominated) {
    return brief
            .model()
            .whyNot(dominated.profile(), dominated.technology())
            .dominatedBy()
            .filter(dominated.by()::equals)
            .isPresent()
        && named(text).equals(List.of(dominated.by(), dominated.technology()))
        && text.contains(" at least as good ")
        && !Statement.hasFigures(text);
  }

  private boolean follows(String text, Calculation.PutsFirst puts) {
    return brief
            .model()
            .whyNot(puts.profile(), puts.flip().winner())
            .flip()
            .filter(puts.flip()::equals)
            .isPresent()
        && named(text).equals(List.of(puts.flip().winner()))
        && text.contains(" first if ")
        && text.endsWith(" counted for " + amount(puts.flip()) + ".")
        && !Statement.hasFigures(text);
  }

  private boolean follows(String text, Calculation.RuledOut ruledOut) {
    return made(ruledOut.profile()).excluded().contains(ruledOut.exclusion())
        && named(text).equals(List.of(ruledOut.exclusion().technology()))
        && text.equals(ChoiceCaveats.ruledOut(name(ruledOut), ruledOut.exclusion()));
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

  /// How much a criterion would have to count, in words, whether more than now or less.
  static String amount(Recommendation.Flip flip) {
    double change = flip.weightThen() - flip.weightNow();
    return change >= 0
        ? more(flip)
        : change > -SLIGHT
            ? "only a little less"
            : flip.weightThen() < SLIGHT / 2
                ? "hardly anything"
                : "less than about " + Wording.fraction(flip.weightThen());
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
