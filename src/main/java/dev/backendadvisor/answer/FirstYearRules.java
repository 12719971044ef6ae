package dev.backendadvisor.answer;

import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Profile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the first year with a technology is like, as far as anything is recorded: finding people,
/// paying for machines, and the risk of doing it all again.
final class FirstYearRules {
  private static final List<String> PEOPLE = List.of("hiring", "team-fit", "cost-and-team");
  private static final List<String> HOSTING = List.of("memory", "startup", "deployment");
  private static final String COSTS = "cost-and-team";

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;

  FirstYearRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
  }

  /// Of the technology asked about, or else of the choice.
  Draft answer(Profile profile) {
    List<String> named = brief.question().reading().technologies();
    String technology =
        named.isEmpty() ? brief.model().recommend(profile).winner().technology() : named.getFirst();
    composition.verdict(
        "I can tell what is recorded of people, machines and the risk of a rewrite with "
            + composition.name(technology)
            + "; no source has the bill of a whole year.",
        new Ground.Nothing());
    point(technology, PEOPLE, "People: ");
    point(technology, HOSTING, "Machines: ");
    rewrite(technology)
        .ifPresent(one -> composition.quote("\n- ", Part.CAVEAT, "The risk of a rewrite: ", one));
    return Drafts.answer(new Suggestions(brief, findings).after(List.of(technology), List.of()));
  }

  private void point(String technology, List<String> criteria, String leadIn) {
    criteria.stream()
        .flatMap(one -> findings.backing(technology, List.of(one), List.of()).stream())
        .filter(one -> !composition.isSaid(one))
        .findFirst()
        .ifPresent(one -> composition.quote("\n- ", Part.FACT, leadIn, one));
  }

  /// A case of somebody who left it, the newest that speaks against it.
  private Optional<Evidence> rewrite(String technology) {
    Stream<Evidence> cases =
        brief.corpus().evidence().stream()
            .filter(one -> one.technology().equals(technology))
            .filter(one -> one.basis() == Evidence.Basis.CASE_STUDY && Findings.isAgainst(one))
            .filter(one -> !composition.isSaid(one));
    return cases
        .sorted(
            Comparator.comparing((Evidence one) -> !one.criterion().equals(COSTS))
                .thenComparing(Comparator.comparing(Evidence::asOf).reversed()))
        .findFirst();
  }
}
