package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which of two or more is ahead at what, when nothing was asked in particular.
final class OverallRules {
  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Wording wording;

  OverallRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.wording = new Wording(brief.question().reading().standalone());
  }

  /// Who leads on what, both sides heard.
  Draft answer(Question.Comparison question, List<String> technologies) {
    List<String> languages = technologies.stream().map(findings::language).distinct().toList();
    return languages.equals(technologies) || languages.size() < technologies.size()
        ? split(question, technologies, technologies)
        : split(question, technologies, languages);
  }

  /// Who leads on what, told of the technologies asked about or of the languages below them.
  private Draft split(Question.Comparison question, List<String> asked, List<String> technologies) {
    boolean ofLanguages = !asked.equals(technologies);
    Comparison comparison = brief.matrix().compare(technologies, findings.comparable(technologies));
    List<Comparison.Row> decided =
        comparison.rows().stream()
            .filter(row -> row.leader().isPresent())
            .sorted(
                Comparator.comparing((Comparison.Row row) -> findings.kind(row.criterion()))
                    .thenComparing(Comparison.Row::firmness)
                    .thenComparing(Comparator.comparingDouble(Comparison.Row::lead).reversed()))
            .toList();
    if (decided.isEmpty()) {
      return level(technologies, comparison);
    }
    composition.compare(comparison);
    List<Comparison.Row> shown = new ArrayList<>();
    for (String technology : technologies) {
      decided.stream()
          .filter(row -> row.leader().get().equals(technology))
          .limit(technologies.size() > 2 ? 1 : 2)
          .forEach(shown::add);
    }
    List<Calculation.Leads> leads = new ArrayList<>();
    List<String> sides = new ArrayList<>();
    List<Evidence> cited = new ArrayList<>();
    for (String technology : technologies) {
      List<Comparison.Row> own =
          shown.stream().filter(row -> row.leader().get().equals(technology)).toList();
      if (!own.isEmpty()) {
        sides.add(
            name(technology)
                + " for "
                + findings.purpose(own.stream().map(Comparison.Row::criterion).toList()));
      }
      for (Comparison.Row row : own) {
        List<String> behind = technologies.stream().filter(one -> !one.equals(technology)).toList();
        leads.add(
            new Calculation.Leads(technology, behind, List.of(row.criterion()), row.firmness()));
      }
    }
    for (Comparison.Row row : shown) {
      brief.matrix().compare(technologies, List.of(row.criterion())).deciding().stream()
          .limit(1)
          .forEach(cited::add);
    }
    String split = Wording.sides(sides);
    composition.verdict(
        ofLanguages
            ? wording.oneOf(
                    "What sets them apart most are the languages below them: ",
                    "Their languages decide it: ")
                + split
                + "."
            : sides.size() == 1
                ? wording.oneOf(
                    "Where the evidence decides, it says " + split + ".",
                    "The evidence favours " + split + ".")
                : question.proposed().isPresent()
                    ? wording.oneOf(
                        "Not across the board: " + split + ".",
                        "Neither is better at everything: take " + split + ".")
                    : wording.oneOf(
                        "It depends on the work: " + split + ".",
                        "Take " + split + ".",
                        "They are good at different things: " + split + "."),
        Composition.computed(new Calculation.Divided(leads), cited));
    var apart = new Apart(brief);
    if (apart.concerns(asked)) {
      apart.of(asked, 1).forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    }
    if (ofLanguages || apart.concerns(asked)) {
      together(asked).stream()
          .sorted(Comparator.comparing(one -> one.basis() != Evidence.Basis.MEASURED))
          .limit(1)
          .forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    }
    for (Comparison.Row row : shown) {
      contrastRow(row, technologies);
    }
    List<String> level =
        comparison.rows().stream()
            .filter(row -> row.leader().isEmpty())
            .map(Comparison.Row::criterion)
            .limit(3)
            .toList();
    level.stream()
        .filter(criterion -> ofLanguages || languages(technologies) > 1)
        .limit(1)
        .forEach(
            criterion ->
                composition.point(
                    Part.CAVEAT,
                    "For " + findings.criterionName(criterion) + " they come out about level.",
                    Composition.computed(
                        new Calculation.Level(technologies, List.of(criterion)), List.of())));
    return Drafts.answer(new Suggestions(brief, findings).after(asked, List.of()));
  }

  /// Nothing sets them apart on what is rated; what is recorded of both is told all the same.
  private Draft level(List<String> technologies, Comparison comparison) {
    List<Evidence> together = together(technologies);
    List<String> criteria = comparison.rows().stream().map(Comparison.Row::criterion).toList();
    List<Evidence> apart = new Apart(brief).of(technologies, 1);
    if ((together.isEmpty() && apart.size() < technologies.size()) || criteria.isEmpty()) {
      return new Abstention(brief, composition, findings).onTechnologies(technologies);
    }
    composition.compare(comparison);
    composition.verdict(
        "Nothing I can rate sets " + Wording.list(names(technologies)) + " apart.",
        Composition.computed(new Calculation.Level(technologies, criteria), List.of()));
    apart.forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    together.stream().limit(3).forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    return Drafts.answer(new Suggestions(brief, findings).after(technologies, criteria));
  }

  private long languages(List<String> technologies) {
    return technologies.stream().map(findings::language).distinct().count();
  }

  /// The sentences that speak of all of the technologies, one a source, the newest first.
  private List<Evidence> together(List<String> technologies) {
    Set<String> sources = new HashSet<>();
    return brief.corpus().evidence().stream()
        .filter(one -> one.technology().equals(technologies.getFirst()))
        .filter(
            one ->
                brief.corpus().evidenceIn(one.span()).stream()
                    .map(Evidence::technology)
                    .toList()
                    .containsAll(technologies))
        .sorted(Comparator.comparing(Evidence::asOf).reversed())
        .filter(one -> sources.add(one.source().origin() + one.criterion()))
        .toList();
  }

  private void contrastRow(Comparison.Row row, List<String> technologies) {
    List<String> criterion = List.of(row.criterion());
    Comparison comparison = brief.matrix().compare(technologies, criterion);
    List<Evidence> sides =
        findings.contrast(
            row.leader().orElseThrow(),
            findings.runnerUp(comparison, criterion),
            criterion,
            comparison.deciding());
    if (sides.stream().noneMatch(composition::isSaid)) {
      composition.contrast("\n- ", Part.REASON, sides);
    }
  }

  private String name(String technology) {
    return composition.name(technology);
  }

  private List<String> names(List<String> technologies) {
    return technologies.stream().map(this::name).toList();
  }
}
