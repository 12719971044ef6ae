package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which language is the fastest, pays best, is used most: among all that there is evidence on, not
/// only among those known best.
final class SuperlativeRules {
  private static final Pattern SUPERLATIVE =
      Pattern.compile(
          "(?i)(?:\\b(?:which|what|whats)\\b.*|^\\W*(?:the )?)\\b(?:the most|the"
              + " least|most|least|fewest|highest|lowest|(?:pay|pays|paid|paying) best|best[-"
              + " ]paid|best[- ]paying|[a-z]{3,}est)\\b");

  /// Superlatives of the other end, and of choices rather than of what is the case.
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "(?i)\\b(?:slowest|hardest|worst|least (?!memory|ram|energy|power|resource|effort|code)"
              + "|most (?:memory|ram|energy|power|expensive|difficult)|lowest (?:pay|paid|salar)"
              + "|latest|newest|oldest|longest ago|should|best (?!paid|paying)(?!.*\\bpays?\\b)"
              + "|better|suited|suitable|for (?:a|an|my|our|the)\\b|interest|request|test|rest"
              + "|need|we|framework|frameworks|company|companies|version)\\b");

  /// "Which of the three pays best?" asks of those known best, and of no others.
  private static final Pattern OF_THE_MAIN =
      Pattern.compile("(?i)\\b(?:which|what) (?:one )?of (?:the|these|those|all) (?:three|3)\\b");

  private static final int FIGURES = 2;

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Wording wording;

  SuperlativeRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.wording = new Wording(brief.question().reading().standalone());
  }

  /// The answer, when the question is such a one and more than the best known are rated.
  Optional<Draft> answer() {
    Reading reading = brief.question().reading();
    boolean asked =
        (brief.question() instanceof Question.Fact
                || brief.question() instanceof Question.Listing
                || brief.question() instanceof Question.Recommendation)
            && SUPERLATIVE.matcher(reading.standalone()).find()
            && !OTHERWISE.matcher(reading.standalone()).find();
    List<String> criteria = findings.criteria().stream().limit(2).toList();
    if (!asked || criteria.isEmpty() || !findings.technologies().isEmpty()) {
      return Optional.empty();
    }
    boolean ofTheMain = OF_THE_MAIN.matcher(reading.standalone()).find();
    List<String> main = findings.main();
    List<String> languages =
        languages(criteria).stream().filter(one -> !ofTheMain || main.contains(one)).toList();
    return languages.size() > main.size() || (ofTheMain && languages.size() == main.size())
        ? Optional.of(answer(criteria, languages))
        : Optional.empty();
  }

  /// The languages with evidence of their own on all of the criteria.
  private List<String> languages(List<String> criteria) {
    return brief.corpus().technologies().values().stream()
        .filter(one -> one.kind() == Technology.Kind.LANGUAGE)
        .map(Technology::id)
        .filter(one -> !brief.question().reading().excluded().contains(one))
        .filter(one -> criteria.stream().allMatch(criterion -> hasOwn(one, criterion)))
        .toList();
  }

  private boolean hasOwn(String technology, String criterion) {
    return brief
        .matrix()
        .cell(technology, criterion)
        .filter(cell -> cell.evidence().getFirst().technology().equals(technology))
        .isPresent();
  }

  private Draft answer(List<String> criteria, List<String> languages) {
    Comparison comparison = brief.matrix().compare(languages, criteria);
    composition.compare(comparison);
    List<List<String>> fronts =
        criteria.stream().map(one -> brief.matrix().front(languages, one)).toList();
    List<Evidence> cited = new ArrayList<>();
    for (int i = 0; i < criteria.size(); i++) {
      findings
          .backing(fronts.get(i).getFirst(), List.of(criteria.get(i)), comparison.deciding())
          .ifPresent(cited::add);
    }
    if (criteria.size() == 1 && comparison.leader().isPresent()) {
      String leader = comparison.leader().get();
      composition.verdict(
          wording.leads(
              composition.name(leader),
              findings.claim(criteria, others(leader, languages)),
              Degree.of(comparison),
              Wording.Asked.OPEN),
          Composition.computed(
              new Calculation.Leads(
                  leader,
                  languages.stream().filter(one -> !one.equals(leader)).toList(),
                  criteria,
                  comparison.firmness()),
              cited));
    } else {
      composition.verdict(
          fronts(criteria, fronts),
          Composition.computed(new Calculation.Fronts(languages, criteria, fronts), cited));
    }
    figures(criteria, fronts);
    return Drafts.answer(
        new Suggestions(brief, findings).after(ranked(fronts, languages), criteria));
  }

  /// Whom the first is ahead of: by name where they are few.
  private String others(String leader, List<String> languages) {
    List<String> others =
        languages.stream().filter(one -> !one.equals(leader)).map(composition::name).toList();
    return others.size() > 2 ? "any other language I have evidence on" : Wording.list(others);
  }

  private String fronts(List<String> criteria, List<List<String>> fronts) {
    List<String> sides = new ArrayList<>();
    for (int i = 0; i < criteria.size(); i++) {
      List<String> names = fronts.get(i).stream().map(composition::name).toList();
      sides.add(
          Wording.list(names)
              + (names.size() == 1 ? " leads" : " are about level at the top")
              + " for "
              + findings.criterionName(criteria.get(i)));
    }
    return (sides.size() == 1
            ? wording.oneOf("No single one: ", "It is shared: ")
            : wording.oneOf("It depends on what is counted: ", "Two answers: "))
        + String.join("; ", sides)
        + ".";
  }

  /// The sentences with figures that speak of those in front and of most others, one a source.
  private void figures(List<String> criteria, List<List<String>> fronts) {
    for (int i = 0; i < criteria.size(); i++) {
      List<String> front = fronts.get(i);
      String criterion = criteria.get(i);
      Set<String> origins = new HashSet<>();
      front.stream()
          .flatMap(one -> findings.evidence(one, List.of(criterion)).stream())
          .filter(one -> one.basis() != Evidence.Basis.OPINION)
          .filter(one -> Statement.hasFigures(one.sentence()))
          .sorted(
              Comparator.comparing((Evidence one) -> findings.isWorded(one))
                  .thenComparingInt(this::spread)
                  .thenComparing(Evidence::asOf)
                  .reversed())
          .filter(one -> origins.add(one.source().origin()))
          .limit(criteria.size() == 1 ? FIGURES : 1)
          .forEach(
              one ->
                  composition.quote(
                      composition.isOnlyVerdict() ? " " : "\n- ", Part.FACT, "", one));
    }
  }

  /// Of how many technologies a record's sentence gives figures.
  private int spread(Evidence record) {
    return (int)
        brief.corpus().evidenceIn(record.span()).stream()
            .map(Evidence::technology)
            .distinct()
            .count();
  }

  private static List<String> ranked(List<List<String>> fronts, List<String> languages) {
    List<String> ranked = new ArrayList<>(fronts.getFirst());
    languages.stream().filter(one -> !ranked.contains(one)).forEach(ranked::add);
    return ranked;
  }
}
