package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Technology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Several facts of a kind, where they are recorded as such.
final class ListRules {
  private final Brief brief;
  private final Composition composition;
  private final Findings findings;

  ListRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
  }

  /// Several facts of a kind.
  Optional<Draft> answer() {
    Optional<Draft> frameworks = asksForTheMost() ? Optional.empty() : frameworks();
    if (frameworks.isPresent()) {
      return frameworks;
    }
    List<Evidence> recorded = asksForTheMost() ? List.of() : recorded();
    if (recorded.size() > 1 && (!asksHowMany() || findings.isWorded(recorded.getFirst()))) {
      composition.quote("", Part.VERDICT, "", recorded.getFirst());
      recorded.stream()
          .skip(1)
          .limit(5)
          .forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
      return Optional.of(Drafts.answer(new Suggestions(brief, findings).afterFacts()));
    }
    return Optional.empty();
  }

  /// "Which framework is most used?" wants the first of a list, which a sentence must name.
  private boolean asksForTheMost() {
    return Words.of(brief.question().reading().standalone()).contains("most");
  }

  /// What is recorded of the technologies on the criteria asked about, the newest first.
  private List<Evidence> recorded() {
    List<String> technologies = findings.technologies();
    List<String> criteria = findings.criteria();
    Counted counted = Counted.in(brief.question().reading().standalone());
    return brief.corpus().evidence().stream()
        .filter(one -> technologies.contains(one.technology()))
        .filter(one -> criteria.stream().limit(1).anyMatch(one.criterion()::equals))
        .filter(one -> one.confidence() != Evidence.Confidence.LOW)
        .filter(one -> counted.isTold(one.sentence()))
        .sorted(
            Comparator.comparing(Findings::isAgainst)
                .thenComparing(one -> !findings.isWorded(one))
                .thenComparing(Comparator.comparing(Evidence::asOf).reversed()))
        .toList();
  }

  private boolean asksHowMany() {
    return brief.question().reading().standalone().toLowerCase(Locale.ROOT).contains("how many");
  }

  /// The frameworks of a language, each with what sets it apart.
  private Optional<Draft> frameworks() {
    String words = brief.question().reading().words().toLowerCase(Locale.ROOT);
    List<String> asked = findings.technologies();
    if (!words.contains("framework") || asked.isEmpty()) {
      return Optional.empty();
    }
    List<Technology> frameworks =
        brief.corpus().technologies().values().stream()
            .filter(one -> one.kind() == Technology.Kind.FRAMEWORK)
            .filter(one -> one.language().filter(asked::contains).isPresent())
            .toList();
    List<Evidence> told = new ArrayList<>();
    for (Technology framework : frameworks) {
      brief.corpus().evidence().stream()
          .filter(one -> one.technology().equals(framework.id()))
          .filter(one -> one.support().isEmpty())
          .max(Comparator.comparing(Evidence::asOf))
          .ifPresent(told::add);
    }
    if (told.isEmpty()) {
      return Optional.empty();
    }
    composition.verdict(
        "For "
            + composition.name(asked.getFirst())
            + ", I have read of "
            + Wording.list(told.stream().map(one -> composition.name(one.technology())).toList())
            + ".",
        new DraftSentence.Ground.Nothing());
    told.forEach(one -> composition.quote("\n- ", Part.FACT, "", one));
    return Optional.of(Drafts.answer(new Suggestions(brief, findings).afterFacts()));
  }
}
