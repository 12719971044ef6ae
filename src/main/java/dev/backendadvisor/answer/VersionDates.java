package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Evidence.Support;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The dates on record of a technology's versions: when they came out, became LTS, and end.
final class VersionDates {
  private static final String RELEASES = "releases";

  private final Brief brief;

  VersionDates(Brief brief) {
    this.brief = brief;
  }

  /// The dated records of a technology, the newest version first.
  List<Evidence> of(String technology) {
    return brief.corpus().evidence().stream()
        .filter(one -> one.technology().equals(technology) && one.support().isPresent())
        .sorted(Comparator.comparing((Evidence one) -> support(one).from()).reversed())
        .toList();
  }

  /// Whether each date on record of a version's support is later than all of the other's, and it is
  /// still supported.
  boolean outlasts(Calculation.Outlasts one) {
    List<Evidence> longer = of(one.technology(), one.version());
    List<Evidence> shorter = of(one.technology(), one.other());
    return !longer.isEmpty()
        && !shorter.isEmpty()
        && longer.stream()
            .noneMatch(
                ends ->
                    isOver(ends)
                        || shorter.stream()
                            .anyMatch(
                                other -> !support(ends).until().isAfter(support(other).until())));
  }

  private List<Evidence> of(String technology, String version) {
    return of(technology).stream().filter(one -> support(one).version().equals(version)).toList();
  }

  /// What is told of how versions of a technology are released and supported, in sentences alone.
  List<Evidence> told(String technology, List<String> versions) {
    return brief.corpus().evidence().stream()
        .filter(one -> one.technology().equals(technology) && one.criterion().equals(RELEASES))
        .filter(
            one ->
                versions.stream()
                    .anyMatch(version -> SentenceChoice.names(version, one.sentence())))
        .toList();
  }

  /// The newest version in long-term support today; where there is no such thing, the newest out.
  Optional<Evidence> newest(List<Evidence> newestFirst) {
    List<Evidence> out =
        newestFirst.stream()
            .filter(one -> !brief.today().isBefore(support(one).from()))
            .filter(one -> !isOver(one))
            .toList();
    return out.stream().filter(this::isLongTerm).findFirst().or(() -> out.stream().findFirst());
  }

  /// Whether a version is in long-term support today.
  boolean isLongTerm(Evidence record) {
    return !isOver(record)
        && support(record).longTerm().filter(from -> !brief.today().isBefore(from)).isPresent();
  }

  /// Whether the last day of a version's support is past.
  boolean isOver(Evidence record) {
    return brief.today().isAfter(support(record).until());
  }

  static Support support(Evidence record) {
    return record.support().orElseThrow();
  }
}
