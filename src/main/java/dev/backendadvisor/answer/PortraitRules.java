package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.decision.Band;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Question.ProsAndCons.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one technology is good and bad at, and when to choose it.
final class PortraitRules {
  private static final int SIDES = 3;

  /// How many facts are told of a framework itself.
  private static final int FACTS = 4;

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Abstention abstention;
  private final Wording wording;

  PortraitRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.abstention = new Abstention(brief, composition, findings);
    this.wording = new Wording(brief.question().reading().standalone());
  }

  /// Strengths and weaknesses.
  Draft strengths(Question.ProsAndCons question) {
    Optional<String> technology = findings.technologies().stream().findFirst();
    if (technology.isEmpty()) {
      return abstention.onUnknownNames();
    }
    List<Cell> best = cells(technology.get(), Band.STRONG, true);
    List<Cell> worst = cells(technology.get(), Band.WEAK, false);
    if (worst.isEmpty()) {
      worst = cells(technology.get(), Band.MIXED, false);
    }
    if (best.isEmpty() && worst.isEmpty()) {
      return abstention.onTechnologies(List.of(technology.get()));
    }
    boolean pros = question.side() != Side.CONS && !best.isEmpty();
    boolean cons = question.side() != Side.PROS && !worst.isEmpty();
    if (pros) {
      stands(
          technology.get(),
          best,
          wording.oneOf("strongest at", "at its best for"),
          Band.STRONG,
          true);
    }
    if (cons) {
      stands(
          technology.get(),
          worst,
          wording.oneOf("weakest at", "at its worst for"),
          Band.of(worst.getFirst().rating()),
          !pros);
    }
    if (pros) {
      best.forEach(cell -> point(Part.REASON, cell));
    }
    if (cons) {
      worst.forEach(cell -> point(Part.CAVEAT, cell));
    }
    if (!findings.language(technology.get()).equals(technology.get())) {
      ofItself(technology.get()).stream()
          .filter(one -> !composition.isSaid(one))
          .limit(FACTS)
          .forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    }
    return Drafts.answer(suggestions(technology.get()));
  }

  private void stands(String technology, List<Cell> cells, String how, Band band, boolean first) {
    List<String> criteria = cells.stream().map(Cell::criterion).toList();
    String text =
        composition.name(technology) + " is " + how + " " + findings.purpose(criteria) + ".";
    DraftSentence.Ground ground =
        Composition.computed(
            new Calculation.Stands(technology, criteria, band),
            cells.stream().map(cell -> cell.evidence().getFirst()).toList());
    if (first) {
      composition.verdict(text, ground);
    } else {
      composition.then(Part.VERDICT, text, ground);
    }
  }

  /// A point that shows a cell by one record not said yet.
  private void point(Part part, Cell cell) {
    findings.telling(cell.technology(), cell.criterion(), Band.of(cell.rating())).stream()
        .filter(one -> !composition.isSaid(one))
        .filter(one -> one.basis() != Evidence.Basis.OPINION || cell.origins() == 1)
        .findFirst()
        .ifPresent(one -> composition.gistPoint(part, one));
  }

  /// The cells of a band, those first that set it apart most from what it is usually weighed
  /// against: the work it does before what it is like to live with.
  private List<Cell> cells(String technology, Band band, boolean best) {
    boolean ownAlone = brief.matrix().cells(technology).stream().anyMatch(PortraitRules::isOwn);
    return brief.matrix().cells(technology).stream()
        .filter(cell -> !ownAlone || isOwn(cell))
        .filter(cell -> Band.of(cell.rating()) == band)
        .sorted(
            Comparator.comparing((Cell cell) -> findings.kind(cell.criterion()))
                .thenComparing(
                    Comparator.comparingDouble((Cell cell) -> apart(cell) * (best ? -1 : 1))))
        .limit(SIDES)
        .toList();
  }

  /// Whether the evidence of a cell is on the technology itself, not on its language.
  private static boolean isOwn(Cell cell) {
    return cell.evidence().getFirst().technology().equals(cell.technology());
  }

  /// How far a cell lies above those of the languages known best.
  private double apart(Cell cell) {
    return middle(cell)
        - findings.main().stream()
            .filter(one -> !one.equals(findings.language(cell.technology())))
            .flatMap(one -> brief.matrix().cell(one, cell.criterion()).stream())
            .mapToDouble(PortraitRules::middle)
            .average()
            .orElse(3);
  }

  private static double middle(Cell cell) {
    return cell.rating().middle();
  }

  /// When to choose it, and when something else.
  Draft whenToUse(Question.WhenToUse question) {
    Optional<String> technology = findings.technologies().stream().findFirst();
    if (technology.isEmpty()) {
      return abstention.onUnknownNames();
    }
    String own = technology.get();
    List<String> named = findings.technologies().subList(1, findings.technologies().size());
    List<String> rivals = named.isEmpty() ? rivals(own) : named;
    List<Comparison.Row> ahead = new ArrayList<>();
    List<Comparison.Row> behind = new ArrayList<>();
    List<String> all = new ArrayList<>(List.of(own));
    all.addAll(rivals);
    for (Comparison.Row row : brief.matrix().compare(all, findings.comparable(all)).rows()) {
      if (row.cells().getFirst().filter(PortraitRules::isOwn).isEmpty()) {
        continue;
      }
      if (row.leader().filter(own::equals).isPresent()) {
        ahead.add(row);
      } else if (row.leader().isPresent() && row.cells().getFirst().isPresent()) {
        behind.add(row);
      }
    }
    Comparator<Comparison.Row> mostTelling =
        Comparator.comparing((Comparison.Row row) -> findings.kind(row.criterion()))
            .thenComparing(Comparison.Row::firmness)
            .thenComparing(Comparator.comparingDouble(Comparison.Row::lead).reversed());
    ahead.sort(mostTelling);
    behind.sort(mostTelling);
    List<Comparison.Row> chosen = question.avoid() ? List.of() : ahead.stream().limit(2).toList();
    List<Comparison.Row> elsewhere =
        behind.stream()
            .filter(row -> !pair(own, row).isEmpty())
            .limit(chosen.isEmpty() ? 3 : 2)
            .toList();
    if (question.avoid() && elsewhere.isEmpty() && findings.language(own).equals(own)) {
      return strengths(new Question.ProsAndCons(question.reading(), Side.CONS));
    }
    if (chosen.isEmpty() && elsewhere.isEmpty() && !findings.language(own).equals(own)) {
      return recorded(own);
    }
    if (chosen.isEmpty() && elsewhere.isEmpty()) {
      return strengths(new Question.ProsAndCons(question.reading(), Side.BOTH));
    }
    divide(own, rivals, chosen, elsewhere);
    for (Comparison.Row row : chosen) {
      show(Part.REASON, own, all, row);
    }
    for (Comparison.Row row : elsewhere) {
      show(
          Part.CONDITION,
          row.leader().orElseThrow(),
          List.of(row.leader().orElseThrow(), own),
          row);
    }
    return Drafts.answer(suggestions(own));
  }

  /// What is on record of a framework that nothing rated sets apart from its like.
  private Draft recorded(String own) {
    List<Evidence> records = ofItself(own);
    if (records.isEmpty()) {
      return strengths(new Question.ProsAndCons(brief.question().reading(), Side.BOTH));
    }
    composition.verdict(
        "Nothing I can rate sets "
            + composition.name(own)
            + " apart from other frameworks of its language; I know this of it.",
        new DraftSentence.Ground.Nothing());
    records.stream().limit(FACTS).forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    return Drafts.answer(suggestions(own));
  }

  /// What is recorded of a technology itself, one a criterion, opinions last, the newest first.
  private List<Evidence> ofItself(String own) {
    Set<String> criteria = new HashSet<>();
    return brief.corpus().evidence().stream()
        .filter(one -> one.technology().equals(own) && one.support().isEmpty())
        .filter(one -> one.confidence() != Evidence.Confidence.LOW)
        .sorted(
            Comparator.comparing((Evidence one) -> one.basis() == Evidence.Basis.OPINION)
                .thenComparing(Comparator.comparing(Evidence::asOf).reversed()))
        .filter(one -> criteria.add(one.criterion()))
        .toList();
  }

  /// What a technology is usually weighed against: the languages known best, or the frameworks of
  /// its language.
  private List<String> rivals(String own) {
    String language = findings.language(own);
    return language.equals(own)
        ? findings.main().stream().filter(one -> !one.equals(own)).limit(2).toList()
        : brief.corpus().technologies().values().stream()
            .filter(one -> one.language().filter(language::equals).isPresent())
            .map(Technology::id)
            .filter(one -> !one.equals(own))
            .toList();
  }

  /// The leader of a row and the technology asked about; none when between the two alone nobody
  /// leads.
  private List<String> pair(String own, Comparison.Row row) {
    String leader = row.leader().orElseThrow();
    List<String> pair = List.of(leader, own);
    return brief
            .matrix()
            .compare(pair, List.of(row.criterion()))
            .leader()
            .filter(leader::equals)
            .isPresent()
        ? pair
        : List.of();
  }

  /// For what it is the one to take, and for what another is.
  private void divide(
      String own,
      List<String> rivals,
      List<Comparison.Row> chosen,
      List<Comparison.Row> elsewhere) {
    List<Calculation.Leads> leads = new ArrayList<>();
    List<Evidence> backing = new ArrayList<>();
    for (Comparison.Row row : chosen) {
      leads.add(new Calculation.Leads(own, rivals, List.of(row.criterion()), row.firmness()));
    }
    Map<String, List<String>> others = new LinkedHashMap<>();
    for (Comparison.Row row : elsewhere) {
      List<String> pair = pair(own, row);
      Comparison comparison = brief.matrix().compare(pair, List.of(row.criterion()));
      leads.add(
          new Calculation.Leads(
              pair.getFirst(), List.of(own), List.of(row.criterion()), comparison.firmness()));
      others.computeIfAbsent(pair.getFirst(), leader -> new ArrayList<>()).add(row.criterion());
    }
    for (Calculation.Leads one : leads) {
      findings
          .backing(
              one.leader(),
              one.criteria(),
              brief
                  .matrix()
                  .compare(List.of(one.leader(), one.behind().getFirst()), one.criteria())
                  .deciding())
          .ifPresent(backing::add);
    }
    List<String> turns =
        others.entrySet().stream()
            .map(one -> composition.name(one.getKey()) + " for " + findings.purpose(one.getValue()))
            .toList();
    String name = composition.name(own);
    String purpose = findings.purpose(chosen.stream().map(Comparison.Row::criterion).toList());
    composition.verdict(
        chosen.isEmpty()
            ? wording.oneOf(
                "Where something else is ahead of " + name + ": " + Wording.sides(turns) + ".",
                "Take " + Wording.sides(turns) + ", rather than " + name + ".",
                "Where another does it better: " + Wording.sides(turns) + ".")
            : wording.oneOf("Choose " + name, name + " is the one to take")
                + " for "
                + purpose
                + (turns.isEmpty()
                    ? "."
                    : wording.oneOf("; take ", "; look at ", ", but ")
                        + Wording.sides(turns)
                        + "."),
        Composition.computed(new Calculation.Divided(leads), backing));
  }

  /// What shows that one is ahead on a criterion.
  private void show(Part part, String leader, List<String> technologies, Comparison.Row row) {
    List<String> criterion = List.of(row.criterion());
    Comparison comparison = brief.matrix().compare(technologies, criterion);
    List<Evidence> sides =
        findings.contrast(
            leader, findings.runnerUp(comparison, criterion), criterion, comparison.deciding());
    composition.contrast("\n- ", part, sides);
  }

  private List<String> suggestions(String technology) {
    List<String> pair = new ArrayList<>(List.of(technology));
    findings.main().stream().filter(one -> !one.equals(technology)).limit(1).forEach(pair::add);
    return new Suggestions(brief, findings).after(pair, List.of());
  }
}
