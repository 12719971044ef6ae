package dev.backendadvisor.answer;

import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Band;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A choice among what is named, or among what the corpus knows best.
final class RecommendationRules {
  private static final String LEARNING = "learning";
  private static final Pattern AVOIDING =
      Pattern.compile(
          "(?i)\\b(?:which|what)\\b.*\\b(?:not|never|n't|wouldn't|shouldn't)\\s+(?:use|choose|pick|take|recommend|go)\\b|\\b(?:which|what)\\b.*\\b(?:avoid|worst|least"
              + " suit)");

  private static final int MOST_KINDS = 6;

  /// Somebody has something to make, whatever it is.
  private static final Pattern BUILDS =
      Pattern.compile(
          "(?i)\\b(?:build|building|develop|developing|creat(?:e|ing)|mak(?:e|ing)|writ(?:e|ing)|start(?:ing)?|launch(?:ing)?|plan(?:ning)?|rewrit(?:e|ing))\\s+(?:a|an|our|my|the|some|this)\\b|\\b(?:use|suits?|fits?|best|good|language|framework|stack|backend|back"
              + " end)\\b.*\\bfor (?:a|an|our|my)\\b");

  private static final Pattern VERSION = Pattern.compile("(?i)\\b(?:versions?|releases?|lts)\\b");

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;

  RecommendationRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
  }

  /// Which one is ahead on what is asked, whatever is known of whoever asks.
  Draft ahead(Question.Fact question) {
    return among(new Question.Recommendation(question.reading(), false));
  }

  Draft answer(Question.Recommendation question) {
    boolean chooses = chooses(brief);
    Optional<Draft> support =
        findings.technologies().size() == 1 && (!chooses || asksForVersion(question))
            ? new SupportRules(brief, composition, findings).answer()
            : Optional.empty();
    if (support.isPresent()) {
      return support.get();
    }
    if (chooses) {
      return new ChoiceRules(brief, composition, findings).answer();
    }
    Optional<Draft> toLearn =
        question.learn()
            ? new LearningRules(brief, composition, findings).answer()
            : Optional.empty();
    return toLearn.orElseGet(() -> among(question));
  }

  /// Whether a choice is made for what is known of a project.
  static boolean chooses(Brief brief) {
    return brief.question() instanceof Question.Recommendation
        && brief.profile().goal() == Criterion.Goal.BUILD
        && ChoiceRules.knowsEnough(brief.profile());
  }

  private static boolean asksForVersion(Question.Recommendation question) {
    return VERSION.matcher(question.reading().words()).find();
  }

  private Draft among(Question.Recommendation question) {
    List<String> technologies = findings.technologies();
    if (technologies.size() < 2) {
      List<String> all = new ArrayList<>(technologies);
      findings.main().stream().filter(one -> !all.contains(one)).forEach(all::add);
      technologies = all;
    }
    Optional<Draft> toAvoid = toAvoid(technologies);
    if (toAvoid.isPresent()) {
      return toAvoid.get();
    }
    List<String> criteria = new ArrayList<>(findings.criteria());
    if (question.learn() && !criteria.contains(LEARNING)) {
      criteria.addFirst(LEARNING);
    }
    criteria.retainAll(findings.comparable(technologies));
    boolean builds =
        BUILDS.matcher(question.reading().standalone()).find()
            && question.reading().unknownNames().isEmpty();
    if (criteria.isEmpty() && !findings.criteria().isEmpty() && !builds) {
      return new Abstention(brief, composition, findings)
          .onCriterion(findings.technologies(), findings.criteria().getFirst());
    }
    if (technologies.size() < 2) {
      return new Abstention(brief, composition, findings).onQuestion();
    }
    if (!criteria.isEmpty()) {
      return choice(technologies, criteria);
    }
    if (!findings.technologies().isEmpty() || new Scope(brief).namesNothingForeign()) {
      return open(technologies, "Before I know the project, this much holds: ");
    }
    return builds
        ? open(technologies, "I have nothing on just that, but this much holds: ")
        : new Abstention(brief, composition, findings).onUnknownNames();
  }

  /// "Which one would you not use for it?" asks for the weakest.
  private Optional<Draft> toAvoid(List<String> technologies) {
    if (!AVOIDING.matcher(brief.question().reading().standalone()).find()) {
      return Optional.empty();
    }
    return findings.criteria().stream()
        .limit(1)
        .flatMap(one -> technologies.stream().flatMap(id -> brief.matrix().cell(id, one).stream()))
        .min(Comparator.comparingDouble(cell -> cell.rating().middle()))
        .filter(cell -> Band.of(cell.rating()) == Band.WEAK || Band.of(cell.rating()) == Band.MIXED)
        .map(cell -> new CellRules(brief, composition, findings).suitability(cell));
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
  private Draft open(List<String> technologies, String opening) {
    List<String> criteria = new ArrayList<>();
    List<List<String>> leaders = new ArrayList<>();
    for (Criterion criterion : brief.corpus().criteria().values()) {
      List<String> front = brief.matrix().front(technologies, criterion.id());
      boolean tells = !front.isEmpty() && front.size() < technologies.size();
      if (criterion.kind() == Criterion.Kind.WORK && tells && criteria.size() < MOST_KINDS) {
        criteria.add(criterion.id());
        leaders.add(front);
      }
    }
    if (criteria.isEmpty()) {
      return new Abstention(brief, composition, findings).onTechnologies(technologies);
    }
    Map<List<String>, List<String>> kinds = new LinkedHashMap<>();
    List<Evidence> backing = new ArrayList<>();
    for (int i = 0; i < criteria.size(); i++) {
      String criterion = criteria.get(i);
      List<String> kind = kinds.computeIfAbsent(leaders.get(i), front -> new ArrayList<>());
      if (kind.isEmpty()) {
        findings
            .backing(leaders.get(i).getFirst(), List.of(criterion), List.of())
            .ifPresent(backing::add);
      }
      kind.add(criterion);
    }
    List<String> sides =
        kinds.entrySet().stream()
            .map(
                kind ->
                    String.join(" or ", kind.getKey().stream().map(composition::name).toList())
                        + " for "
                        + findings.purpose(kind.getValue()))
            .toList();
    composition.verdict(
        opening + String.join("; ", sides) + ".",
        Composition.computed(new Calculation.Fronts(technologies, criteria, leaders), backing));
    backing.stream().limit(3).forEach(one -> composition.quote("\n- ", Part.REASON, "", one));
    composition.last(Part.QUESTION, "What does it mostly have to do?", new Ground.Nothing());
    return Drafts.recommended(
        criteria.stream()
            .map(findings::criterionName)
            .map(name -> new Answer.Choice(name, "Which one should we use for " + name + "?"))
            .toList(),
        new Suggestions(brief, findings).toStartWith());
  }
}
