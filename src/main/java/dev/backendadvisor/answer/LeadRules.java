package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Source;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.decision.Firmness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who is ahead on what was asked and how firmly, why, by what figures, what speaks against it, and
/// what would change it.
final class LeadRules {
  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Wording wording;

  LeadRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.wording = new Wording(brief.question().reading().standalone());
  }

  /// Says who is ahead on the criteria asked, and why.
  void verdict(Optional<String> proposed, Comparison comparison, List<String> criteria) {
    if (comparison.leader().isEmpty()) {
      level(proposed, comparison, criteria);
      return;
    }
    String leader = comparison.leader().get();
    List<String> behind = behind(comparison, List.of(leader));
    Wording.Asked asked = asked(proposed, leader);
    List<Evidence> deciding = comparison.deciding();
    List<Evidence> sides =
        findings.contrast(leader, findings.runnerUp(comparison, criteria), criteria, deciding);
    List<Evidence> cited = new ArrayList<>(deciding.stream().limit(1).toList());
    cited.addAll(sides);
    composition.verdict(
        wording.leads(
            name(leader),
            findings.claim(criteria, Wording.list(names(behind))),
            Degree.of(comparison),
            asked),
        Composition.computed(
            new Calculation.Leads(leader, behind, criteria, comparison.firmness()), cited));
    composition.contrast(" ", Part.REASON, sides);
  }

  private Wording.Asked asked(Optional<String> proposed, String leader) {
    if (proposed.isEmpty() || !isPolar()) {
      return Wording.Asked.OPEN;
    }
    return proposed.get().equals(leader) ? Wording.Asked.THIS : Wording.Asked.ANOTHER;
  }

  private void level(Optional<String> proposed, Comparison comparison, List<String> criteria) {
    String purpose = findings.purpose(criteria);
    List<String> technologies = comparison.technologies();
    List<Evidence> together = new MeasuredTogether(findings).records(comparison, criteria);
    Optional<Calculation.Measured> measured =
        MeasuredTogether.better(brief, technologies, together);
    if (measured.isPresent()) {
      composition.verdict(
          wording.measured(
              name(measured.get().leader()),
              name(measured.get().other()),
              asked(proposed, measured.get().leader())),
          Composition.computed(measured.get(), List.of(together.getFirst())));
      composition.quote(" ", Part.REASON, "", together.getFirst());
      return;
    }
    List<Evidence> sides = new ArrayList<>(together.stream().limit(1).toList());
    if (sides.isEmpty()) {
      technologies.forEach(one -> findings.backing(one, criteria, List.of()).ifPresent(sides::add));
      sides.sort(Comparator.comparing(findings::comparesOthersAlone));
    }
    List<String> front =
        criteria.size() == 1 ? brief.matrix().front(technologies, criteria.getFirst()) : List.of();
    if (front.size() > 1 && front.size() < technologies.size()) {
      composition.verdict(
          wording.front(names(front), names(rated(comparison, front)), purpose),
          Composition.computed(
              new Calculation.Fronts(technologies, criteria, List.of(front)), sides));
    } else {
      composition.verdict(
          wording.level(names(technologies), purpose, proposed.isPresent()),
          Composition.computed(new Calculation.Level(technologies, criteria), sides));
    }
    if (!sides.isEmpty() && !findings.comparesOthersAlone(sides.getFirst())) {
      composition.contrast(" ", Part.REASON, sides);
    }
  }

  /// Those rated on the first criterion that are not in front on it.
  private static List<String> rated(Comparison comparison, List<String> front) {
    return comparison.rows().getFirst().cells().stream()
        .flatMap(Optional::stream)
        .map(Cell::technology)
        .filter(one -> !front.contains(one))
        .toList();
  }

  private static List<String> behind(Comparison comparison, List<String> front) {
    return comparison.technologies().stream().filter(one -> !front.contains(one)).toList();
  }

  /// Whether yes or no would answer the question.
  private boolean isPolar() {
    return brief
        .question()
        .reading()
        .standalone()
        .toLowerCase(Locale.ROOT)
        .matches(
            "(?s)\\W*(?:so |and |but |hi,?"
                + " )?(?:is|are|was|does|do|did|can|could|will|would|should|has"
                + "|have|isn't|aren't|doesn't|don't|won't)\\b.*");
  }

  /// The points below a verdict: figures, what speaks against it, a third choice, dissent, and what
  /// would change it.
  void support(Comparison comparison, List<String> criteria) {
    new MeasuredTogether(findings)
        .records(comparison, criteria).stream()
            .filter(one -> !composition.isSaid(one))
            .limit(MeasuredTogether.MOST)
            .forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    comparison.leader().ifPresent(leader -> against(leader, comparison.technologies(), criteria));
    thirdChoice(comparison, criteria);
    dissent(comparison, criteria);
    if (!hinge(comparison, criteria)) {
      oneVoice(comparison, criteria);
    }
    elsewhere(comparison, criteria);
  }

  private void against(String leader, List<String> technologies, List<String> criteria) {
    List<Evidence> points = new ArrayList<>();
    List<String> telling = findings.withExplaining(criteria);
    List<String> behind = technologies.stream().filter(one -> !one.equals(leader)).toList();
    findings
        .speaksAgainst(leader, telling)
        .filter(one -> !composition.isSaid(one))
        .filter(one -> one.basis() != Evidence.Basis.MEASURED || together(one, technologies))
        .filter(one -> findings.isLowest(one, behind))
        .limit(1)
        .forEach(points::add);
    technologies.stream()
        .filter(one -> !one.equals(leader))
        .flatMap(one -> findings.speaksFor(one, leader, criteria).limit(1))
        .forEach(points::add);
    points.stream()
        .filter(one -> !composition.isSaid(one))
        .limit(1)
        .forEach(
            one -> composition.quote("\n- ", Part.CONDITION, wording.oneOf(LeadIns.AGAINST), one));
  }

  /// Whether a record's sentence speaks of two of the technologies; a figure alone tells nothing.
  private boolean together(Evidence record, List<String> technologies) {
    return brief.corpus().evidenceIn(record.span()).stream()
            .map(Evidence::technology)
            .filter(technologies::contains)
            .distinct()
            .count()
        > 1;
  }

  private void thirdChoice(Comparison comparison, List<String> criteria) {
    if (comparison.leader().isEmpty()
        || comparison.technologies().stream()
            .anyMatch(one -> !findings.language(one).equals(one))) {
      return;
    }
    String leader = comparison.leader().get();
    for (String third : findings.main()) {
      if (comparison.technologies().stream().map(findings::language).anyMatch(third::equals)) {
        continue;
      }
      Comparison wider = brief.matrix().compare(List.of(leader, third), criteria);
      Optional<Evidence> backing = findings.backing(third, criteria, wider.deciding());
      if (backing.isEmpty()) {
        continue;
      }
      if (wider.leader().filter(third::equals).isPresent()) {
        composition.point(
            Part.CAVEAT,
            wording.oneOf(
                name(third) + " would be ahead of both here.",
                name(third) + " is worth a look: it is ahead of " + name(leader) + " here."),
            Composition.computed(
                new Calculation.Leads(third, List.of(leader), criteria, wider.firmness()),
                List.of(backing.get())));
        because(backing.get());
        return;
      }
      if (wider.leader().isEmpty() && isStory(backing.get())) {
        composition.point(
            Part.CAVEAT,
            wording.oneOf(
                name(third) + " is about level with " + name(leader) + " here.",
                name(third) + " would do about as well."),
            Composition.computed(
                new Calculation.Level(List.of(leader, third), criteria), List.of(backing.get())));
        because(backing.get());
        return;
      }
    }
  }

  private static boolean isStory(Evidence record) {
    return record.basis() == Evidence.Basis.CASE_STUDY;
  }

  private void because(Evidence record) {
    if (!composition.isSaid(record)) {
      composition.then(Part.REASON, composition.gist(record) + ".", Composition.sourced(record));
    }
  }

  private void dissent(Comparison comparison, List<String> criteria) {
    comparison.technologies().stream()
        .flatMap(
            one ->
                criteria.stream()
                    .flatMap(
                        criterion ->
                            findings
                                .dissent(
                                    one,
                                    criterion,
                                    comparison.leader().map(leader -> !leader.equals(one)))
                                .stream()))
        .filter(one -> !composition.isSaid(one))
        .limit(1)
        .forEach(
            one -> composition.quote("\n- ", Part.CAVEAT, wording.oneOf(LeadIns.DISAGREE), one));
  }

  /// Names the one source without which nobody, or somebody else, would be ahead.
  private boolean hinge(Comparison comparison, List<String> criteria) {
    List<Source> hinges = brief.matrix().hinges(comparison.technologies(), criteria);
    if (hinges.size() != 1) {
      return false;
    }
    Source source = hinges.getFirst();
    String leader = comparison.leader().orElseThrow();
    composition.point(
        Part.CAVEAT,
        wording.hinges(source.publisher()),
        Composition.computed(
            new Calculation.Hinges(
                new Calculation.Leads(
                    leader, behind(comparison, List.of(leader)), criteria, comparison.firmness()),
                source),
            comparison.deciding().stream()
                .filter(one -> one.source().origin().equals(source.origin()))
                .limit(1)
                .toList()));
    return true;
  }

  private void oneVoice(Comparison comparison, List<String> criteria) {
    for (String technology : comparison.technologies()) {
      for (String criterion : criteria) {
        Optional<Cell> cell = brief.matrix().cell(technology, criterion);
        if (cell.isPresent() && cell.get().origins() == 1) {
          composition.point(
              Part.CAVEAT,
              wording.oneVoice(name(technology), findings.criterionName(criterion)),
              Composition.computed(
                  new Calculation.OneVoice(technology, criterion),
                  List.of(cell.get().evidence().getFirst())));
          return;
        }
      }
    }
  }

  /// The work at which the other of two is firmly ahead: should it matter more, the order turns.
  private void elsewhere(Comparison comparison, List<String> criteria) {
    if (comparison.leader().isEmpty() || comparison.technologies().size() != 2) {
      return;
    }
    String leader = comparison.leader().get();
    String other = behind(comparison, List.of(leader)).getFirst();
    List<String> pair = List.of(other, leader);
    findings.comparable(pair).stream()
        .filter(one -> !criteria.contains(one) && findings.kind(one) == Criterion.Kind.WORK)
        .map(one -> brief.matrix().compare(pair, List.of(one)))
        .filter(one -> one.leader().filter(other::equals).isPresent())
        .filter(one -> one.firmness() == Firmness.FIRM)
        .max(Comparator.comparingDouble(Comparison::lead))
        .ifPresent(
            turned -> {
              List<String> criterion = List.of(turned.rows().getFirst().criterion());
              composition.point(
                  Part.CONDITION,
                  wording.leadsElsewhere(
                      name(other), "is ahead of " + name(leader), findings.purpose(criterion)),
                  Composition.computed(
                      new Calculation.Leads(other, List.of(leader), criterion, turned.firmness()),
                      findings.backing(other, criterion, turned.deciding()).stream().toList()));
            });
  }

  private String name(String technology) {
    return composition.name(technology);
  }

  private List<String> names(List<String> technologies) {
    return technologies.stream().map(this::name).toList();
  }
}
