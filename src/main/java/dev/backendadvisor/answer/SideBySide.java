package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Recommendation;
import dev.backendadvisor.decision.Recommendation.Split;
import dev.backendadvisor.decision.Recommendation.Split.Half;
import java.util.List;
import java.util.Optional;

/// Two technologies for two halves of the work, where that is clearly better than one for all.
final class SideBySide {
  private final Brief brief;
  private final Composition composition;
  private final Findings findings;

  SideBySide(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
  }

  /// Tells who would do what, what it costs, and of a case in which it is so.
  void tell(Recommendation made, Split split) {
    List<Evidence> backing =
        split.parts().stream()
            .flatMap(
                half -> findings.backing(half.technology(), half.criteria(), List.of()).stream())
            .toList();
    composition.then(
        Part.VERDICT,
        "Clearly better than one for all: " + text(split) + ".",
        Composition.computed(new Calculation.Together(made.profile(), split), backing));
    composition.then(
        Part.CONDITION,
        "The price is two languages to hire for, to run and to keep up, so it pays only where both"
            + " halves are really there.",
        new DraftSentence.Ground.Nothing());
    example(split)
        .ifPresent(one -> composition.quote(" ", Part.REASON, LeadIns.EXAMPLE.getFirst(), one));
  }

  /// `Node.js for real-time traffic beside Python for machine learning and data work`.
  private String text(Split split) {
    return String.join(
        " beside ",
        split.parts().stream()
            .map(
                half ->
                    composition.name(half.technology())
                        + " for "
                        + findings.purpose(half.criteria()))
            .toList());
  }

  /// What is recorded of both at once on one of the halves, without setting either above the other:
  /// they work together there.
  private Optional<Evidence> example(Split split) {
    List<String> technologies = split.parts().stream().map(Half::technology).toList();
    return brief.corpus().evidence().stream()
        .filter(one -> technologies.contains(one.technology()) && one.rating().isEmpty())
        .filter(
            one ->
                split.parts().stream().anyMatch(half -> half.criteria().contains(one.criterion())))
        .filter(one -> namesTheOther(one, technologies))
        .filter(
            one ->
                brief.corpus().evidenceIn(one.span()).stream()
                    .allMatch(record -> record.rating().isEmpty()))
        .findFirst();
  }

  /// Whether what a record says of one of two technologies names the other.
  private boolean namesTheOther(Evidence record, List<String> technologies) {
    return record.gist().stream()
        .flatMap(gist -> brief.vocabulary().names().in(gist).stream())
        .anyMatch(one -> technologies.contains(one) && !one.equals(record.technology()));
  }
}
