package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Band;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Question.ProsAndCons.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What one technology is good and bad at, and when to choose it.
final class PortraitRules {
  private static final int SIDES = 3;

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
    List<Cell> best =
        cells(
            technology.get(),
            Band.STRONG,
            Comparator.comparingDouble(PortraitRules::middle).reversed());
    List<Cell> worst =
        cells(technology.get(), Band.WEAK, Comparator.comparingDouble(PortraitRules::middle));
    if (worst.isEmpty()) {
      worst =
          cells(technology.get(), Band.MIXED, Comparator.comparingDouble(PortraitRules::middle));
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

  private void point(Part part, Cell cell) {
    Evidence record = backing(cell);
    composition.quote("\n- ", part, "", record);
  }

  /// The weightiest record that says what its cell says.
  private static Evidence backing(Cell cell) {
    return cell.evidence().stream()
        .min(
            Comparator.comparingDouble(
                one -> Math.abs(one.rating().orElseThrow().middle() - middle(cell))))
        .orElseThrow();
  }

  private List<Cell> cells(String technology, Band band, Comparator<Cell> order) {
    return brief.matrix().cells(technology).stream()
        .filter(cell -> Band.of(cell.rating()) == band)
        .sorted(order)
        .limit(SIDES)
        .toList();
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
    List<String> rivals =
        named.isEmpty()
            ? findings.main().stream().filter(one -> !one.equals(own)).limit(2).toList()
            : named;
    List<Comparison.Row> ahead = new ArrayList<>();
    List<Comparison.Row> behind = new ArrayList<>();
    List<String> all = new ArrayList<>(List.of(own));
    all.addAll(rivals);
    for (Comparison.Row row : brief.matrix().compare(all, findings.comparable(all)).rows()) {
      if (row.leader().filter(own::equals).isPresent()) {
        ahead.add(row);
      } else if (row.leader().isPresent() && row.cells().getFirst().isPresent()) {
        behind.add(row);
      }
    }
    Comparator<Comparison.Row> firmest =
        Comparator.comparing(Comparison.Row::firmness)
            .thenComparing(Comparator.comparingDouble(Comparison.Row::lead).reversed());
    ahead.sort(firmest);
    behind.sort(firmest);
    if (ahead.isEmpty() && behind.isEmpty()) {
      return strengths(new Question.ProsAndCons(question.reading(), Side.BOTH));
    }
    boolean started = false;
    if (!ahead.isEmpty() && !question.avoid()) {
      choose(own, rivals, ahead.stream().limit(2).toList());
      started = true;
    }
    for (Comparison.Row row : behind.stream().limit(started ? 2 : 3).toList()) {
      elsewhere(own, row, started);
      started = true;
    }
    if (!started) {
      choose(own, rivals, ahead.stream().limit(2).toList());
    }
    return Drafts.answer(suggestions(own));
  }

  private void choose(String own, List<String> rivals, List<Comparison.Row> rows) {
    List<Calculation.Leads> leads =
        rows.stream()
            .map(
                row -> new Calculation.Leads(own, rivals, List.of(row.criterion()), row.firmness()))
            .toList();
    List<Evidence> backing = rows.stream().map(row -> backing(own, rivals, row)).toList();
    String purpose = findings.purpose(rows.stream().map(Comparison.Row::criterion).toList());
    composition.verdict(
        wording.oneOf(
            "Choose " + composition.name(own) + " for " + purpose + ".",
            composition.name(own) + " is the one to take for " + purpose + "."),
        Composition.computed(new Calculation.Divided(leads), backing));
    for (Evidence record : backing) {
      if (!composition.isSaid(record)) {
        composition.reason(record);
      }
    }
  }

  private void elsewhere(String own, Comparison.Row row, boolean started) {
    String leader = row.leader().orElseThrow();
    Comparison pair = brief.matrix().compare(List.of(leader, own), List.of(row.criterion()));
    if (pair.leader().filter(leader::equals).isEmpty()) {
      return;
    }
    Evidence backing =
        findings.backing(leader, List.of(row.criterion()), pair.deciding()).orElseThrow();
    String text =
        wording.oneOf(
            "For "
                + findings.criterionName(row.criterion())
                + ", look at "
                + composition.name(leader)
                + " instead.",
            "Take "
                + composition.name(leader)
                + " rather for "
                + findings.criterionName(row.criterion())
                + ".");
    DraftSentence.Ground ground =
        Composition.computed(
            new Calculation.Leads(leader, List.of(own), List.of(row.criterion()), pair.firmness()),
            List.of(backing));
    if (started) {
      composition.point(Part.CONDITION, text, ground);
    } else {
      composition.verdict(text, ground);
    }
    if (!composition.isSaid(backing)) {
      composition.reason(backing);
    }
  }

  private Evidence backing(String own, List<String> rivals, Comparison.Row row) {
    List<String> all = new ArrayList<>(List.of(own));
    all.addAll(rivals);
    return findings
        .backing(
            own,
            List.of(row.criterion()),
            brief.matrix().compare(all, List.of(row.criterion())).deciding())
        .orElseThrow();
  }

  private List<String> suggestions(String technology) {
    List<String> pair = new ArrayList<>(List.of(technology));
    findings.main().stream().filter(one -> !one.equals(technology)).limit(1).forEach(pair::add);
    return new Suggestions(brief, findings).after(pair, List.of());
  }
}
