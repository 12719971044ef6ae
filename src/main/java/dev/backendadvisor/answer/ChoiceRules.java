package dev.backendadvisor.answer;

import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Recommendation;
import java.util.List;
import java.util.regex.Pattern;

/// A choice for what is known of whoever asks: the choice and how firm it is, why, what would
/// change it, what the next best costs, what is not known, and the question worth asking next.
final class ChoiceRules {
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
    var why = new ChoiceReasons(brief, composition, findings, made);
    List<String> reasons = why.ahead();
    List<String> shown = reasons.isEmpty() ? why.level() : reasons;
    List<Evidence> sides = why.sides(shown);
    composition.verdict(
        wording.chosen(name(winner), Wording.list(names(others)), made.firmness()),
        Composition.computed(
            new Calculation.Chosen(profile, winner, made.firmness()),
            sides.stream().limit(1).toList()));
    made.split().ifPresent(split -> new SideBySide(brief, composition, findings).tell(made, split));
    why.tell(reasons, sides);
    figures(winner);
    var caveats = new ChoiceCaveats(brief, composition, findings, made);
    caveats.flips().stream().findFirst().ifPresent(caveats::overtakes);
    caveats.cost(winner, second, reasons);
    caveats.changing(winner, second);
    caveats.ruledOut();
    caveats.against(winner, reasons);
    caveats.gaps();
    cited
        .question()
        .ifPresent(one -> composition.last(Part.QUESTION, one.text(), new Ground.Nothing()));
    List<String> criteria = profile.needs().stream().map(Profile.Need::criterion).toList();
    return Drafts.recommended(
        cited.choices(), new Suggestions(brief, findings).after(List.of(winner, second), criteria));
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
