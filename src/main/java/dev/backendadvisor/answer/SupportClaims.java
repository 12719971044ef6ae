package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.question.Assertion;
import dev.backendadvisor.question.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Claims on the support of versions: "Node 20 is no longer supported".
final class SupportClaims {
  private static final Set<String> SUPPORT =
      Set.of(
          "support",
          "unsupport",
          "lts",
          "eol",
          "end-of-life",
          "maintain",
          "maintenanc",
          "patch",
          "updat",
          "dead");

  private static final Set<String> OVER =
      Set.of("out", "unsupported", "eol", "end", "end-of-life", "ended", "dead", "over", "expired");

  private final Brief brief;

  SupportClaims(Brief brief) {
    this.brief = brief;
  }

  /// The record that says until when the version claimed about is supported.
  Optional<Evidence> record(Assertion claim) {
    Reading reading = claim.reading();
    List<String> versions =
        reading.versions().stream().map(Reading.VersionMention::version).toList();
    boolean speaksOfSupport = Words.stems(claim.text()).stream().anyMatch(SUPPORT::contains);
    if (versions.size() != 1 || reading.technologies().size() != 1 || !speaksOfSupport) {
      return Optional.empty();
    }
    return brief.corpus().evidence().stream()
        .filter(one -> one.technology().equals(reading.technologies().getFirst()))
        .filter(
            one ->
                one.support()
                    .filter(support -> support.version().equals(versions.getFirst()))
                    .isPresent())
        .findFirst();
  }

  /// Whether it says that support is over.
  static boolean saysOver(Assertion claim) {
    boolean over = Words.of(claim.text()).stream().anyMatch(OVER::contains);
    return over != claim.denies();
  }
}
