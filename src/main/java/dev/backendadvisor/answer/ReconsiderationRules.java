package dev.backendadvisor.answer;

import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.decision.Importance;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Profile.Need;
import dev.backendadvisor.decision.Recommendation;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What there is to say of a choice once it was made: why not another, what would change it, what
/// the first year with it is like.
final class ReconsiderationRules {
  private static final int MOST_CHANGES = 3;

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;

  ReconsiderationRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
  }

  Draft answer(Question.Reconsideration question) {
    return switch (question.about()) {
      case WHY_NOT ->
          new WhyNotRules(brief, composition, findings).answer(asked(question), profile(question));
      case CHANGE -> change(brief.profile());
      case FIRST_YEAR -> new FirstYearRules(brief, composition, findings).answer(profile(question));
    };
  }

  private static String asked(Question.Reconsideration question) {
    List<String> named = new ArrayList<>(question.reading().technologies());
    named.addAll(question.reading().excluded());
    return named.getFirst();
  }

  /// What is known, and what the question names: its criteria as needs, its technologies beside
  /// those weighed.
  private Profile profile(Question.Reconsideration question) {
    Profile known = brief.profile();
    List<Need> needs = new ArrayList<>(known.needs());
    for (Reading.CriterionMention one : question.reading().criteria()) {
      if (known.need(one.criterion()).isEmpty()
          && brief.corpus().criteria().containsKey(one.criterion())) {
        needs.add(Need.of(one.criterion(), Importance.HIGH));
      }
    }
    Set<String> technologies =
        new LinkedHashSet<>(
            known.technologies().isEmpty() ? brief.model().weighed(known) : known.technologies());
    technologies.addAll(question.reading().technologies());
    return new Profile(
        Criterion.Goal.BUILD,
        needs,
        known.constraints(),
        List.copyOf(technologies),
        known.ratings(),
        known.unknown());
  }

  /// What would change the choice, the nearest first, and the strongest case against it.
  private Draft change(Profile profile) {
    Recommendation made = brief.model().recommend(profile);
    if (made.ranking().size() < 2) {
      return new ChoiceRules(brief, composition, findings).answer();
    }
    String winner = made.winner().technology();
    var wording = new Wording(brief.question().reading().standalone());
    composition.verdict(
        wording.chosen(
            composition.name(winner),
            Wording.list(
                made.ranking().stream()
                    .skip(1)
                    .map(one -> composition.name(one.technology()))
                    .toList()),
            made.firmness()),
        Composition.computed(new Calculation.Chosen(profile, winner, made.firmness()), List.of()));
    var caveats = new ChoiceCaveats(brief, composition, findings, made);
    List<Recommendation.Flip> flips = caveats.flips();
    if (made.flips().isEmpty()) {
      composition.then(
          Part.CONDITION,
          "No change of one weight alone would put another ahead.",
          Composition.computed(new Calculation.Steady(profile), List.of()));
    }
    flips.stream().limit(MOST_CHANGES).forEach(caveats::overtakes);
    if (flips.isEmpty()) {
      String second = made.ranking().get(1).technology();
      new WhyNotRules(brief, composition, findings).whatWouldDo(second, profile);
    }
    caveats.against(winner, brief.corpus().criteria().keySet().stream().toList());
    caveats.gaps();
    if (made.proven()) {
      composition.last(
          Part.CONDITION,
          "No answer to anything still open can change it.",
          Composition.computed(new Calculation.Proven(profile), List.of()));
    }
    CitedRecommendation cited = CitedRecommendation.within(brief.corpus(), made);
    cited
        .question()
        .ifPresent(
            one ->
                composition.last(
                    Part.QUESTION,
                    "What could change it most: " + uncapitalised(one.text()),
                    new Ground.Nothing()));
    return Drafts.answer(
        cited.choices(),
        new Suggestions(brief, findings)
            .after(
                made.ranking().stream().map(Recommendation.Rank::technology).limit(2).toList(),
                profile.needs().stream().map(Need::criterion).toList()));
  }

  private static String uncapitalised(String text) {
    return text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
