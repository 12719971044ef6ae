package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.decision.Matrix;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Questions worth asking next: they follow from the answer, and there is evidence to answer each.
final class Suggestions {
  private static final int MOST = 3;

  /// Among how many of the criteria that set two apart most one is chosen.
  private static final int TELLING = 4;

  private final Corpus corpus;
  private final Matrix matrix;
  private final LocalDate today;
  private final Findings findings;
  private final TechnologyNames names;
  private final Wording wording;
  private final List<String> asked;

  Suggestions(Brief brief, Findings findings) {
    this.corpus = brief.corpus();
    this.matrix = brief.matrix();
    this.today = brief.today();
    this.findings = findings;
    this.names = brief.vocabulary().names();
    this.asked = Words.stems(brief.question().reading().standalone());
    this.wording = new Wording(brief.question().reading().standalone());
  }

  /// After a comparison: the same two on what sets them apart otherwise, first where the order
  /// turns; a third beside them; and what the one ahead is like.
  List<String> after(List<String> technologies, List<String> criteria) {
    List<String> suggestions = new ArrayList<>();
    if (technologies.size() >= 2) {
      String one = technologies.get(0);
      String other = technologies.get(1);
      elsewhere(one, other, criteria)
          .ifPresent(
              criterion ->
                  suggestions.add(
                      names.of(one)
                          + " or "
                          + names.of(other)
                          + " for "
                          + findings.criterionName(criterion)
                          + "?"));
    }
    suggestions.addAll(others(technologies, criteria));
    technologies.stream().limit(1).forEach(one -> suggestions.add(portrait(one)));
    technologies.stream()
        .skip(1)
        .limit(1)
        .forEach(one -> suggestions.add("When should we use " + names.of(one) + "?"));
    return best(suggestions);
  }

  /// After a choice: what sets the first two apart otherwise, a third, and what comes of it.
  List<String> afterChoice(String winner, String second, List<String> criteria) {
    List<String> suggestions =
        new ArrayList<>(after(List.of(winner, second), criteria).stream().limit(MOST - 1).toList());
    suggestions.add("What would the first year with " + names.of(winner) + " be like?");
    return best(suggestions);
  }

  /// The criterion to go on with: one of those on which the two are set apart most, work before
  /// qualities, which one the question decides.
  private Optional<String> elsewhere(String one, String other, List<String> criteria) {
    List<String> pair = List.of(one, other);
    Optional<String> ahead = matrix.compare(pair, criteria).leader();
    boolean use = !criteria.isEmpty() && isUse(criteria.getFirst());
    List<String> telling =
        findings.comparable(pair).stream()
            .filter(criterion -> !criteria.contains(criterion))
            .map(criterion -> matrix.compare(pair, List.of(criterion)).rows().getFirst())
            .filter(row -> row.leader().isPresent())
            .filter(row -> !use || isForProjects(row.criterion()))
            .sorted(
                Comparator.comparing((Comparison.Row row) -> row.leader().equals(ahead))
                    .thenComparing(row -> !isWork(row.criterion()))
                    .thenComparing(Comparator.comparingDouble(Comparison.Row::lead).reversed()))
            .limit(TELLING)
            .map(Comparison.Row::criterion)
            .toList();
    return telling.isEmpty() ? Optional.empty() : Optional.of(wording.oneOf(telling));
  }

  /// Whether a criterion is neither work nor what a project or a learner is asked about: a use such
  /// as online shops, from which no kind of work follows.
  private boolean isUse(String criterion) {
    return !isWork(criterion)
        && Optional.ofNullable(corpus.criteria().get(criterion))
            .filter(one -> one.goals().isEmpty())
            .isPresent();
  }

  /// Whether a criterion is a quality that a project is asked about, such as finding developers.
  private boolean isForProjects(String criterion) {
    return !isWork(criterion)
        && Optional.ofNullable(corpus.criteria().get(criterion))
            .filter(one -> one.goals().contains(Criterion.Goal.BUILD))
            .isPresent();
  }

  private boolean isWork(String criterion) {
    return findings.kind(criterion) == Criterion.Kind.WORK;
  }

  /// Others beside the first on what was asked: one of those ahead of it where there are any. After
  /// a question about a use, from which nothing else follows, two.
  private List<String> others(List<String> technologies, List<String> criteria) {
    if (technologies.isEmpty() || criteria.isEmpty()) {
      return List.of();
    }
    String first = technologies.getFirst();
    String criterion = criteria.getFirst();
    List<String> rated =
        corpus.technologies().keySet().stream()
            .filter(one -> technologies.stream().map(findings::language).noneMatch(one::equals))
            .filter(one -> matrix.cell(one, criterion).isPresent())
            .filter(one -> findings.language(one).equals(one))
            .toList();
    List<String> ahead =
        rated.stream()
            .filter(one -> isAhead(one, first, criterion))
            .sorted(Comparator.comparingDouble(one -> -middle(one, criterion)))
            .limit(2)
            .toList();
    List<String> worth = ahead.isEmpty() ? rated.stream().limit(TELLING).toList() : ahead;
    List<String> chosen =
        isUse(criterion) || worth.isEmpty()
            ? worth.stream().limit(2).toList()
            : List.of(wording.oneOf(worth));
    return chosen.stream()
        .map(
            one ->
                "How does "
                    + names.of(one)
                    + " compare with "
                    + names.of(first)
                    + " for "
                    + findings.criterionName(criterion)
                    + "?")
        .toList();
  }

  private double middle(String technology, String criterion) {
    return matrix.cell(technology, criterion).map(cell -> cell.rating().middle()).orElse(0.0);
  }

  private boolean isAhead(String one, String other, String criterion) {
    return matrix
        .compare(List.of(one, other), List.of(criterion))
        .leader()
        .filter(one::equals)
        .isPresent();
  }

  private String portrait(String technology) {
    String name = names.of(technology);
    return wording.oneOf(
        "When should we not use " + name + "?",
        "What are the strengths and weaknesses of " + name + "?",
        "When should we use " + name + "?");
  }

  /// After what was told of the technologies asked about: of one alone, beside the one known best.
  List<String> afterFacts() {
    List<String> technologies = new ArrayList<>(findings.technologies());
    if (technologies.size() == 1) {
      findings.main().stream()
          .filter(one -> !technologies.contains(one))
          .limit(1)
          .forEach(technologies::add);
    }
    return technologies.size() < 2 ? toStartWith() : after(technologies, findings.criteria());
  }

  /// After an answer on how long versions are supported: other versions, and another technology.
  ///
  /// @param technology whose versions
  /// @param told the records told
  List<String> afterSupport(String technology, List<Evidence> told) {
    List<String> said =
        told.stream().flatMap(one -> one.support().stream()).map(one -> one.version()).toList();
    List<String> suggestions = new ArrayList<>();
    versions(technology).stream()
        .filter(version -> !said.contains(version))
        .limit(1)
        .forEach(version -> suggestions.add(until(technology, version)));
    List<String> others =
        findings.main().stream()
            .filter(one -> !one.equals(technology) && !versions(one).isEmpty())
            .toList();
    if (!others.isEmpty()) {
      String other = wording.oneOf(others);
      suggestions.add(until(other, versions(other).getFirst()));
      suggestions.add(
          "Which has longer support, " + names.of(technology) + " or " + names.of(other) + "?");
    }
    return best(suggestions);
  }

  /// The first few, without the question itself.
  private List<String> best(List<String> suggestions) {
    return suggestions.stream()
        .filter(one -> !Words.stems(one).equals(asked))
        .distinct()
        .limit(MOST)
        .toList();
  }

  private String until(String technology, String version) {
    return "Until when is " + names.of(technology) + " " + version + " supported?";
  }

  /// The versions of a technology that are out and supported today, the newest first.
  private List<String> versions(String technology) {
    return corpus.evidence().stream()
        .filter(one -> one.technology().equals(technology))
        .flatMap(one -> one.support().stream())
        .filter(one -> !today.isBefore(one.from()) && !today.isAfter(one.until()))
        .sorted(Comparator.comparing(Evidence.Support::from).reversed())
        .map(Evidence.Support::version)
        .distinct()
        .toList();
  }

  /// For someone who has asked nothing that could be answered.
  List<String> toStartWith() {
    List<String> main = findings.main();
    if (main.size() < 2) {
      return List.of();
    }
    List<String> suggestions = new ArrayList<>(after(main.subList(0, 2), List.of()));
    suggestions.addFirst("Which one should we use?");
    return best(suggestions);
  }
}
