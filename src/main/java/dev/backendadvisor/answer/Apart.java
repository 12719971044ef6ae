package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.corpus.Technology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What each of several technologies has on record that is its own: sentences that speak of it and
/// of none of the others. Where no rating tells frameworks apart, these do.
final class Apart {
  /// The criterion on which it is recorded what a framework is.
  private static final String FRAMEWORKS = "frameworks";

  private final Brief brief;

  Apart(Brief brief) {
    this.brief = brief;
  }

  /// Whether one of them is a framework: those of one language share its ratings.
  boolean concerns(List<String> technologies) {
    return technologies.stream()
        .anyMatch(
            one ->
                Optional.ofNullable(brief.corpus().technologies().get(one))
                    .filter(known -> known.kind() == Technology.Kind.FRAMEWORK)
                    .isPresent());
  }

  /// So many records of each in turn, what it is before what was counted of it, as the pages have
  /// them in order; none an opinion.
  List<Evidence> of(List<String> technologies, int each) {
    List<Evidence> apart = new ArrayList<>();
    Set<Span> told = new HashSet<>();
    for (String technology : technologies) {
      String name = brief.vocabulary().names().of(technology);
      brief.corpus().evidence().stream()
          .filter(one -> one.technology().equals(technology))
          .filter(one -> one.basis() != Evidence.Basis.OPINION)
          .filter(one -> one.confidence() != Evidence.Confidence.LOW && one.support().isEmpty())
          .filter(one -> isOfNoOther(one, technologies))
          .sorted(
              Comparator.comparing((Evidence one) -> !one.criterion().equals(FRAMEWORKS))
                  .thenComparing(one -> !one.sentence().startsWith(name))
                  .thenComparing(one -> one.value().isPresent())
                  .thenComparing(one -> one.rating().isPresent())
                  .thenComparing(one -> one.span().document())
                  .thenComparing(one -> one.span().start()))
          .filter(one -> told.add(one.span()))
          .limit(each)
          .forEach(apart::add);
    }
    return apart;
  }

  private boolean isOfNoOther(Evidence record, List<String> technologies) {
    return brief.corpus().evidenceIn(record.span()).stream()
        .map(Evidence::technology)
        .allMatch(one -> one.equals(record.technology()) || !technologies.contains(one));
  }
}
