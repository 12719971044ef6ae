package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import java.util.List;
import java.util.Optional;

/// How a claim stands, and by what.
///
/// @param finding how it stands
/// @param pro evidence for it, the best first
/// @param contra evidence against it, the best first
/// @param within evidence that limits either side
/// @param limit how far a denial goes: `not by default`
/// @param shown what was computed to judge it: who is ahead, how well a technology does
record Judgement(
    Finding finding,
    List<Evidence> pro,
    List<Evidence> contra,
    List<Evidence> within,
    Optional<String> limit,
    Optional<Calculation> shown) {
  /// Nothing settles it.
  static final Judgement UNKNOWN = of(Finding.UNKNOWN, List.of(), List.of());

  Judgement {
    pro = List.copyOf(pro);
    contra = List.copyOf(contra);
    within = List.copyOf(within);
  }

  static Judgement of(Finding finding, List<Evidence> pro, List<Evidence> contra) {
    return new Judgement(finding, pro, contra, List.of(), Optional.empty(), Optional.empty());
  }

  /// What bears a claim out does not bear out that nothing goes beyond it.
  Judgement notBeyond() {
    return finding == Finding.SUPPORTED
        ? new Judgement(Finding.CONDITIONAL, pro, contra, within, limit, shown)
        : this;
  }

  Judgement showing(Calculation calculation) {
    return new Judgement(finding, pro, contra, within, limit, Optional.of(calculation));
  }

  /// What decides a finding.
  List<Evidence> deciding() {
    return switch (finding) {
      case CONTRADICTED -> contra;
      case CONDITIONAL -> weightier(true);
      case SUPPORTED, OUTDATED, ONE_SOURCE, UNKNOWN -> pro;
    };
  }

  /// What is said on the other side.
  List<Evidence> other() {
    return switch (finding) {
      case CONTRADICTED -> pro;
      case CONDITIONAL -> weightier(false);
      case SUPPORTED, OUTDATED, ONE_SOURCE, UNKNOWN -> contra;
    };
  }

  /// Of both sides of a claim that holds in part, the one the shown rating agrees with first.
  private List<Evidence> weightier(boolean first) {
    boolean heavy = contra.isEmpty() || !ClaimJudge.ofWeight(pro).isEmpty();
    return heavy == first ? pro : contra;
  }
}
