package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Band;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.question.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// How well one technology does on one criterion, by its cell.
final class CellRules {
  /// Words by which a yes-or-no question asks whether a technology does well.
  private static final Set<String> PRAISING =
      Set.of(
          ("good great suitable suited fit ok okay fine handle cope scale scales enough well fast"
                  + " quick easy strong ready worth viable right capable reliable decent popular"
                  + " common cheap safe secure stable mature")
              .split(" "));

  /// Words by which it asks whether it does badly.
  private static final Set<String> BLAMING =
      Set.of(
          "bad slow hard weak poor heavy hungry hog bloated expensive dead dying declining outdated"
              .split(" "));

  /// Words by which it asks how well without a side.
  private static final Set<String> WEIGHING = Set.of("much", "lots", "need");

  /// "How popular is it?"
  private static final Pattern HOW_IS =
      Pattern.compile(
          "(?i)\\W*(?:so |and |but )?how (?!long|often|many|much)\\p{L}+ (?:is|are)\\b");

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Wording wording;

  CellRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.wording = new Wording(brief.question().reading().standalone());
  }

  /// How well one technology does on one criterion.
  Draft suitability(Cell cell) {
    String technology = cell.evidence().getFirst().technology();
    Band band = Band.of(cell.rating());
    List<String> criterion = alike(technology, band);
    List<Evidence> leading = new ArrayList<>();
    List<Evidence> others = new ArrayList<>();
    for (String one : criterion) {
      List<Evidence> own = findings.telling(technology, one, band);
      leading.add(own.getFirst());
      own.stream()
          .skip(1)
          .filter(record -> record.basis() != Evidence.Basis.OPINION)
          .forEach(others::add);
    }
    if (leading.size() == 1) {
      others.stream().limit(1).forEach(leading::add);
    }
    Evidence first = leading.getFirst();
    String name = composition.name(technology);
    String purpose = findings.purpose(criterion);
    boolean inherited = !first.technology().equals(cell.technology());
    composition.verdict(
        inherited
            ? "I can speak of the language below it alone. " + wording.stands(name, purpose, band)
            : praise()
                .map(praise -> wording.stands(name, purpose, band, praise))
                .orElseGet(() -> wording.stands(name, purpose, band)),
        Composition.computed(
            new Calculation.Stands(technology, criterion, band),
            leading.subList(0, criterion.size())));
    composition.reason(first);
    leading.stream()
        .skip(1)
        .limit(2)
        .filter(one -> !composition.isSaid(one))
        .forEach(one -> composition.quote(" ", Part.REASON, "", one));
    boolean good = band == Band.STRONG || band == Band.FAIR;
    (good
            ? findings.speaksAgainst(technology, criterion)
            : findings.speaksFor(technology, criterion))
        .filter(one -> !composition.isSaid(one))
        .limit(1)
        .forEach(
            one -> composition.quote("\n- ", Part.CONDITION, wording.oneOf(LeadIns.AGAINST), one));
    findings
        .measured(List.of(technology), criterion)
        .filter(one -> !composition.isSaid(one))
        .limit(1)
        .forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    if (cell.origins() == 1) {
      composition.point(
          Part.CAVEAT,
          wording.oneVoice(composition.name(technology), findings.criterionName(cell.criterion())),
          Composition.computed(
              new Calculation.OneVoice(technology, cell.criterion()), List.of(first)));
    }
    return Drafts.answer(new Suggestions(brief, findings).afterFacts());
  }

  /// The criteria asked about on which a technology stands in the same band, three at most: "slow"
  /// asks about more than one.
  private List<String> alike(String technology, Band band) {
    return findings.criteria().stream()
        .filter(
            criterion ->
                brief
                    .matrix()
                    .cell(technology, criterion)
                    .filter(one -> Band.of(one.rating()) == band)
                    .isPresent())
        .limit(3)
        .toList();
  }

  /// What is recorded in a cell at first hand, where no sentence answers the very words: facts
  /// rather than a rating nobody asked for.
  Draft recorded(Cell cell) {
    List<Evidence> facts =
        cell.evidence().stream()
            .sorted(Comparator.comparing(one -> !Findings.isFirstHand(one)))
            .limit(2)
            .toList();
    composition.quote("", Part.VERDICT, "", facts.getFirst());
    facts.stream().skip(1).forEach(fact -> composition.quote(" ", Part.FACT, "", fact));
    return Drafts.answer(new Suggestions(brief, findings).afterFacts());
  }

  /// Whether the question asks how well something does and nothing beside: "how popular is it?"
  boolean asksHowItIs() {
    return HOW_IS.matcher(brief.question().reading().standalone()).lookingAt()
        && new Aspect(brief).isEmpty();
  }

  /// Whether the question asks how well something does, rather than what is the case.
  boolean asksHowWell() {
    return Words.of(brief.question().reading().standalone()).stream()
        .anyMatch(
            word -> PRAISING.contains(word) || BLAMING.contains(word) || WEIGHING.contains(word));
  }

  /// Whether a yes-or-no question proposes that something does well, or badly; none when it
  /// proposes neither.
  private Optional<Boolean> praise() {
    List<String> words = Words.of(brief.question().reading().standalone());
    boolean polar = brief.question() instanceof Question.Fact fact && fact.polar();
    boolean praising = words.stream().anyMatch(PRAISING::contains);
    boolean blaming = words.stream().anyMatch(BLAMING::contains);
    return polar && praising != blaming && words.stream().noneMatch(SpanSupport.NEGATIONS::contains)
        ? Optional.of(praising)
        : Optional.empty();
  }
}
