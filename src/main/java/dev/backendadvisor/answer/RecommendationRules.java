package dev.backendadvisor.answer;

import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A choice among what is named, or among what the corpus knows best.
final class RecommendationRules {
  private static final String LEARNING = "learning";

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;

  RecommendationRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
  }

  Draft answer(Question.Recommendation question) {
    List<String> technologies = findings.technologies();
    if (technologies.size() < 2) {
      List<String> all = new ArrayList<>(technologies);
      findings.main().stream().filter(one -> !all.contains(one)).forEach(all::add);
      technologies = all;
    }
    List<String> criteria = new ArrayList<>(findings.criteria());
    if (question.learn() && !criteria.contains(LEARNING)) {
      criteria.addFirst(LEARNING);
    }
    criteria.retainAll(findings.comparable(technologies));
    if (technologies.size() < 2 || (criteria.isEmpty() && !findings.criteria().isEmpty())) {
      return new Abstention(brief, composition, findings).onQuestion();
    }
    return criteria.isEmpty() ? open(technologies) : choice(technologies, criteria);
  }

  private Draft choice(List<String> technologies, List<String> criteria) {
    Comparison comparison = brief.matrix().compare(technologies, criteria);
    composition.compare(comparison);
    var rules = new ComparisonRules(brief, composition, findings);
    rules.verdict(Optional.empty(), comparison, criteria);
    rules.support(comparison, criteria);
    return Drafts.recommended(
        List.of(), new Suggestions(brief, findings).after(ranked(comparison), criteria));
  }

  private static List<String> ranked(Comparison comparison) {
    List<String> ranked = new ArrayList<>(comparison.technologies());
    comparison
        .leader()
        .ifPresent(
            leader -> {
              ranked.remove(leader);
              ranked.addFirst(leader);
            });
    return ranked;
  }

  /// Nothing is known of the project: what holds anyway, and the one question that decides.
  private Draft open(List<String> technologies) {
    List<Calculation.Leads> leads = new ArrayList<>();
    List<String> sides = new ArrayList<>();
    List<Evidence> backing = new ArrayList<>();
    List<Answer.Choice> choices = new ArrayList<>();
    for (String technology : technologies) {
      List<String> others = technologies.stream().filter(one -> !one.equals(technology)).toList();
      findings.comparable(technologies).stream()
          .map(criterion -> brief.matrix().compare(technologies, List.of(criterion)))
          .filter(comparison -> comparison.leader().filter(technology::equals).isPresent())
          .min(
              Comparator.comparing(Comparison::firmness)
                  .thenComparing(Comparator.comparingDouble(Comparison::lead).reversed()))
          .ifPresent(
              comparison -> {
                String criterion = comparison.rows().getFirst().criterion();
                leads.add(
                    new Calculation.Leads(
                        technology, others, List.of(criterion), comparison.firmness()));
                sides.add(
                    composition.name(technology) + " for " + findings.criterionName(criterion));
                findings
                    .backing(technology, List.of(criterion), comparison.deciding())
                    .ifPresent(backing::add);
                choices.add(
                    new Answer.Choice(
                        findings.criterionName(criterion),
                        "Which one should we use for " + findings.criterionName(criterion) + "?"));
              });
    }
    if (leads.isEmpty()) {
      return new Abstention(brief, composition, findings).onTechnologies(technologies);
    }
    composition.verdict(
        "Before I know the project, this much holds: " + Wording.list(sides) + ".",
        Composition.computed(new Calculation.Divided(leads), backing));
    backing.forEach(
        one ->
            composition.point(Part.REASON, composition.gist(one) + ".", Composition.sourced(one)));
    composition.last(Part.QUESTION, "What does it mostly have to do?", new Ground.Nothing());
    return Drafts.recommended(choices, new Suggestions(brief, findings).toStartWith());
  }
}
