package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which of two or more is ahead on what was asked, why, when not, and by what figures.
final class ComparisonRules {
  /// "How fast is Koa's cold start compared with Hono?" wants a figure; what each of them is says
  /// nothing of it.
  private static final Pattern FIGURES =
      Pattern.compile("(?i)\\W*how (?:fast|slow|much|many|long|often|big|large|small)\\b");

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;

  ComparisonRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
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
    if (criteria.isEmpty() || isOfOneLanguage(technologies, criteria)) {
      return halfKnown(technologies, asked, abstention);
    }
    Comparison comparison = brief.matrix().compare(technologies, criteria);
    composition.compare(comparison);
    verdict(question.proposed(), comparison, criteria);
    Optional.of(new SentenceChoice(brief, findings))
        .filter(choice -> !brief.question().reading().open().isEmpty())
        .flatMap(choice -> choice.closest(technologies))
        .ifPresent(one -> composition.plainQuote("\n- ", Part.FACT, one.span(), one.text()));
    support(comparison, criteria);
    return Drafts.answer(new Suggestions(brief, findings).after(technologies, criteria));
  }

  /// Whether all that is known of the technologies is what is known of one language they share.
  private boolean isOfOneLanguage(List<String> technologies, List<String> criteria) {
    return criteria.stream()
        .allMatch(
            criterion ->
                technologies.stream()
                        .map(one -> brief.matrix().cell(one, criterion))
                        .map(cell -> cell.map(Cell::evidence))
                        .distinct()
                        .count()
                    == 1);
  }

  /// "Kotlin or Java for a Spring project?" compares two: of three, a framework of one of the
  /// others is where they are to be used.
  private List<String> withoutTheirSetting(List<String> technologies) {
    List<String> compared =
        technologies.stream()
            .filter(one -> !isFramework(one) || !technologies.contains(findings.language(one)))
            .toList();
    return compared.size() < 2 ? technologies : compared;
  }

  private boolean isFramework(String technology) {
    return Optional.ofNullable(brief.corpus().technologies().get(technology))
        .filter(one -> one.kind() == Technology.Kind.FRAMEWORK)
        .isPresent();
  }

  /// The technologies named; with one named and none unknown, the others it is usually weighed
  /// against.
  private List<String> compared() {
    List<String> named = withoutTheirSetting(findings.technologies());
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
    new LeadRules(brief, composition, findings).verdict(proposed, comparison, criteria);
  }

  /// The points below a verdict.
  void support(Comparison comparison, List<String> criteria) {
    new LeadRules(brief, composition, findings).support(comparison, criteria);
  }

  /// The criteria are known, but not for both: says what is missing and what is known.
  private Draft halfKnown(List<String> technologies, List<String> criteria, Abstention abstention) {
    String criterion = criteria.getFirst();
    List<String> rated =
        technologies.stream()
            .filter(one -> brief.matrix().cell(one, criterion).isPresent())
            .toList();
    List<String> unrated = technologies.stream().filter(one -> !rated.contains(one)).toList();
    List<Evidence> recorded =
        brief.corpus().evidence().stream()
            .filter(one -> one.criterion().equals(criterion))
            .filter(one -> technologies.contains(one.technology()))
            .sorted(
                Comparator.comparingDouble((Evidence one) -> brief.meaning(one.span())).reversed())
            .toList();
    if (rated.isEmpty() && !recorded.isEmpty()) {
      return onRecord(technologies, criterion, recorded);
    }
    List<Evidence> apart = apart(technologies);
    if ((rated.isEmpty() || unrated.isEmpty()) && apart.isEmpty()) {
      return abstention.onCriterion(technologies, criterion);
    }
    if (rated.isEmpty() || unrated.isEmpty()) {
      return told(technologies, criterion, apart);
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
    apart.forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    return Drafts.answer(new Suggestions(brief, findings).toStartWith());
  }

  /// What each of several frameworks has on record of its own; nothing unless each has something.
  private List<Evidence> apart(List<String> technologies) {
    var apart = new Apart(brief);
    List<Evidence> own = apart.of(technologies, 1);
    boolean asksForFigures = FIGURES.matcher(brief.question().reading().standalone()).lookingAt();
    return !asksForFigures && apart.concerns(technologies) && own.size() == technologies.size()
        ? own
        : List.of();
  }

  /// No rating tells them apart, and what each is does.
  private Draft told(List<String> technologies, String criterion, List<Evidence> apart) {
    boolean level = brief.matrix().cell(technologies.getFirst(), criterion).isPresent();
    composition.verdict(
        level
            ? "On "
                + findings.criterionName(criterion)
                + " nothing sets them apart: what I have is of the language they share."
            : "I cannot rank them on "
                + findings.criterionName(criterion)
                + ": I have no rated evidence for them.",
        Composition.computed(
            level
                ? new Calculation.Level(technologies, List.of(criterion))
                : new Calculation.Unrated(technologies, criterion),
            List.of()));
    apart.forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    return Drafts.answer(new Suggestions(brief, findings).after(technologies, List.of(criterion)));
  }

  /// Nothing is rated, and something told: tells it.
  private Draft onRecord(List<String> technologies, String criterion, List<Evidence> recorded) {
    composition.verdict(
        "I cannot rank them on " + findings.criterionName(criterion) + "; this is on record.",
        Composition.computed(
            new Calculation.Unrated(technologies, criterion), recorded.stream().limit(1).toList()));
    Set<Span> told = new HashSet<>();
    recorded.stream()
        .filter(one -> told.add(one.span()))
        .limit(3)
        .forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    return Drafts.answer(new Suggestions(brief, findings).after(technologies, List.of(criterion)));
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
