package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.decision.Firmness;
import dev.backendadvisor.question.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which of two or more is ahead on what was asked, why, when not, and by what figures.
final class ComparisonRules {
  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Wording wording;

  ComparisonRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.wording = new Wording(brief.question().reading().standalone());
  }

  Draft answer(Question.Comparison question) {
    var abstention = new Abstention(brief, composition, findings);
    List<String> technologies = compared();
    if (technologies.size() < 2) {
      return abstention.onUnknownNames();
    }
    List<String> asked = findings.criteria();
    List<String> criteria = new ArrayList<>(asked);
    criteria.retainAll(findings.comparable(technologies));
    if (asked.isEmpty()) {
      return new OverallRules(brief, composition, findings).answer(question, technologies);
    }
    if (criteria.isEmpty()) {
      return halfKnown(question, technologies, asked, abstention);
    }
    Comparison comparison = brief.matrix().compare(technologies, criteria);
    composition.compare(comparison);
    verdict(question.proposed(), comparison, criteria);
    support(comparison, criteria);
    return Drafts.answer(new Suggestions(brief, findings).after(technologies, criteria));
  }

  /// The technologies named; with one named and none unknown, the others it is usually weighed
  /// against.
  private List<String> compared() {
    List<String> named = findings.technologies();
    boolean othersUnknown =
        brief.question().reading().unknownNames().stream().findAny().isPresent();
    if (named.size() >= 2 || (othersUnknown && !named.isEmpty()) || othersUnknown) {
      return named;
    }
    Set<String> all = new LinkedHashSet<>(named);
    all.addAll(findings.main());
    return List.copyOf(all);
  }

  /// Says who is ahead on the criteria asked, and why.
  void verdict(Optional<String> proposed, Comparison comparison, List<String> criteria) {
    String purpose = findings.purpose(criteria);
    if (comparison.leader().isEmpty()) {
      List<Evidence> sides = new ArrayList<>();
      comparison
          .technologies()
          .forEach(one -> findings.backing(one, criteria, List.of()).ifPresent(sides::add));
      List<String> front =
          criteria.size() == 1
              ? brief.matrix().front(comparison.technologies(), criteria.getFirst())
              : List.of();
      if (front.size() > 1 && front.size() < comparison.technologies().size()) {
        composition.verdict(
            wording.front(names(front), names(behind(comparison, front)), purpose),
            Composition.computed(
                new Calculation.Fronts(comparison.technologies(), criteria, List.of(front)),
                sides));
      } else {
        composition.verdict(
            wording.level(names(comparison.technologies()), purpose, proposed.isPresent()),
            Composition.computed(
                new Calculation.Level(comparison.technologies(), criteria), sides));
      }
      composition.contrast(" ", Part.REASON, sides);
      return;
    }
    String leader = comparison.leader().get();
    List<String> behind =
        comparison.technologies().stream().filter(one -> !one.equals(leader)).toList();
    String others = Wording.list(names(behind));
    Firmness firmness = comparison.firmness();
    String text =
        proposed.isEmpty() || !isPolar()
            ? wording.leads(name(leader), others, purpose, firmness)
            : proposed.get().equals(leader)
                ? wording.leadsAsAsked(name(leader), others, purpose, firmness)
                : wording.leadsAgainstAsked(name(leader), others, purpose, firmness);
    List<Evidence> deciding = comparison.deciding();
    List<Evidence> sides =
        findings.contrast(leader, findings.runnerUp(comparison, criteria), criteria, deciding);
    List<Evidence> cited = new ArrayList<>(deciding.stream().limit(1).toList());
    cited.addAll(sides);
    composition.verdict(
        text,
        Composition.computed(new Calculation.Leads(leader, behind, criteria, firmness), cited));
    composition.contrast(" ", Part.REASON, sides);
    deciding.stream()
        .filter(one -> !composition.isSaid(one))
        .filter(one -> one.basis() != Evidence.Basis.OPINION)
        .limit(1)
        .forEach(one -> composition.quote(" ", Part.REASON, "", one));
  }

  /// Those rated on the first criterion that are not in front on it.
  private static List<String> behind(Comparison comparison, List<String> front) {
    return comparison.rows().getFirst().cells().stream()
        .flatMap(Optional::stream)
        .map(Cell::technology)
        .filter(one -> !front.contains(one))
        .toList();
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

  /// The points below a verdict: figures, what speaks against it, a third choice, dissent.
  void support(Comparison comparison, List<String> criteria) {
    findings
        .measuredTogether(comparison.technologies(), criteria)
        .filter(one -> one.confidence() != Evidence.Confidence.LOW)
        .filter(one -> !composition.isSaid(one))
        .sorted(Comparator.comparing(Evidence::asOf).reversed())
        .limit(1)
        .forEach(one -> composition.quote("\n- ", Part.FACT, LeadIns.FIGURE, one));
    comparison.leader().ifPresent(leader -> against(leader, comparison.technologies(), criteria));
    thirdChoice(comparison, criteria);
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
        .forEach(one -> composition.quote("\n- ", Part.CAVEAT, LeadIns.DISAGREE, one));
    oneVoice(comparison, criteria);
  }

  private void against(String leader, List<String> technologies, List<String> criteria) {
    List<Evidence> points = new ArrayList<>();
    findings.speaksAgainst(leader, criteria).limit(1).forEach(points::add);
    technologies.stream()
        .filter(one -> !one.equals(leader))
        .flatMap(one -> findings.speaksFor(one, leader, criteria).limit(1))
        .forEach(points::add);
    points.stream()
        .filter(one -> !composition.isSaid(one))
        .limit(1)
        .forEach(one -> composition.quote("\n- ", Part.CONDITION, LeadIns.AGAINST, one));
  }

  private void thirdChoice(Comparison comparison, List<String> criteria) {
    for (String third : findings.main()) {
      if (comparison.technologies().contains(third) || comparison.leader().isEmpty()) {
        continue;
      }
      String leader = comparison.leader().get();
      Comparison wider = brief.matrix().compare(List.of(leader, third), criteria);
      Optional<Evidence> backing = findings.backing(third, criteria, wider.deciding());
      if (wider.leader().filter(third::equals).isPresent() && backing.isPresent()) {
        composition.point(
            Part.CAVEAT,
            wording.oneOf(
                name(third) + " would be ahead of both here.",
                name(third) + " is worth a look: it is ahead of " + name(leader) + " here."),
            Composition.computed(
                new Calculation.Leads(third, List.of(leader), criteria, wider.firmness()),
                List.of(backing.get())));
        if (!composition.isSaid(backing.get())) {
          composition.then(
              Part.REASON,
              composition.gist(backing.get()) + ".",
              Composition.sourced(backing.get()));
        }
        return;
      }
    }
  }

  private void oneVoice(Comparison comparison, List<String> criteria) {
    for (String technology : comparison.technologies()) {
      for (String criterion : criteria) {
        var cell = brief.matrix().cell(technology, criterion);
        if (cell.isPresent() && cell.get().origins() == 1) {
          composition.point(
              Part.CAVEAT,
              wording.oneOf(
                  "Only one source speaks of "
                      + name(technology)
                      + " on "
                      + findings.criterionName(criterion)
                      + ", so treat that side with care.",
                  "On "
                      + findings.criterionName(criterion)
                      + ", "
                      + name(technology)
                      + "'s side rests on a single source."),
              Composition.computed(
                  new Calculation.OneVoice(technology, criterion),
                  List.of(cell.get().evidence().getFirst())));
          return;
        }
      }
    }
  }

  /// The criteria are known, but not for both: says what is missing and what is known.
  private Draft halfKnown(
      Question.Comparison question,
      List<String> technologies,
      List<String> criteria,
      Abstention abstention) {
    String criterion = criteria.getFirst();
    List<String> rated =
        technologies.stream()
            .filter(one -> brief.matrix().cell(one, criterion).isPresent())
            .toList();
    List<String> unrated = technologies.stream().filter(one -> !rated.contains(one)).toList();
    var overall = new OverallRules(brief, composition, findings);
    if (rated.isEmpty() && technologies.size() == 2 && overall.decides(technologies)) {
      Draft draft = overall.answer(question, technologies);
      composition.point(
          Part.CAVEAT,
          "On " + findings.criterionName(criterion) + " itself I have no rated evidence for them.",
          Composition.computed(new Calculation.Unrated(technologies, criterion), List.of()));
      return draft;
    }
    if (rated.isEmpty()) {
      return abstention.onCriterion(technologies, criterion);
    }
    composition.verdict(
        "I cannot rank them on "
            + findings.criterionName(criterion)
            + ": I have no rated evidence for "
            + name(unrated.getFirst())
            + ".",
        Composition.computed(new Calculation.Unrated(unrated.subList(0, 1), criterion), List.of()));
    List<String> languages = languages(technologies);
    if (languages.size() > 1 && findings.comparable(languages).contains(criterion)) {
      ofTheirLanguages(languages, criterion);
    } else {
      findings.evidence(rated.getFirst(), criteria).stream()
          .limit(2)
          .forEach(one -> composition.quote(" ", Part.FACT, "", one));
    }
    return Drafts.answer(new Suggestions(brief, findings).toStartWith());
  }

  /// The languages of frameworks, each once.
  private List<String> languages(List<String> technologies) {
    return technologies.stream()
        .map(
            one ->
                Optional.ofNullable(brief.corpus().technologies().get(one))
                    .flatMap(Technology::language)
                    .orElse(one))
        .distinct()
        .toList();
  }

  private void ofTheirLanguages(List<String> languages, String criterion) {
    Comparison comparison = brief.matrix().compare(languages, List.of(criterion));
    String text =
        comparison
            .leader()
            .map(
                leader ->
                    name(leader)
                        + " is ahead of "
                        + Wording.list(
                            names(languages.stream().filter(one -> !one.equals(leader)).toList()))
                        + ", as far as their languages go.")
            .orElse(
                "As far as their languages go, "
                    + Wording.list(names(languages))
                    + " are about level.");
    composition.then(
        Part.VERDICT,
        text,
        Composition.computed(
            comparison
                .leader()
                .<Calculation>map(
                    leader ->
                        new Calculation.Leads(
                            leader,
                            languages.stream().filter(one -> !one.equals(leader)).toList(),
                            List.of(criterion),
                            comparison.firmness()))
                .orElse(new Calculation.Level(languages, List.of(criterion))),
            comparison.deciding().stream().limit(1).toList()));
    List<Evidence> sides =
        findings.contrast(
            languages.get(0), languages.get(1), List.of(criterion), comparison.deciding());
    composition.contrast(" ", Part.REASON, sides);
  }

  private String name(String technology) {
    return composition.name(technology);
  }

  private List<String> names(List<String> technologies) {
    return technologies.stream().map(this::name).toList();
  }
}
