package dev.backendadvisor.decision;

import dev.backendadvisor.decision.Recommendation.Split;
import dev.backendadvisor.decision.Recommendation.Split.Half;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether two technologies, each for a half of the work, do clearly better than any one alone.
///
/// Each does the work it leads on. On everything else, such as hiring, support and what the team
/// knows, the weaker of the two counts, since there are two to hire for, to support and to know.
final class Splits {
  /// How much better two must score than one to be worth the trouble of two.
  static final double CLEARLY = 0.05;

  private final Board board;
  private final List<Integer> work;

  /// @param work the places of the kinds of work that matter much
  Splits(Board board, List<Integer> work) {
    this.board = board;
    this.work =
        work.stream()
            .sorted(
                Comparator.comparingDouble((Integer at) -> board.share(at))
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
  }

  /// The best two, where they are clearly better than the best alone.
  Optional<Split> best() {
    Optional<Split> best = Optional.empty();
    double most = board.score(board.winner()) + CLEARLY;
    for (int one = 0; one < board.options().size(); one++) {
      for (int other = one + 1; other < board.options().size(); other++) {
        double score = together(one, other);
        if (score > most + Board.SAME
            && leadsNoticeably(one, other)
            && leadsNoticeably(other, one)) {
          most = score;
          best = Optional.of(split(one, other, score));
        }
      }
    }
    return best;
  }

  private double together(int one, int other) {
    double score = 0;
    for (int at = 0; at < board.criteria().size(); at++) {
      double first = board.middle(at, one);
      double second = board.middle(at, other);
      double rating = work.contains(at) ? Math.max(first, second) : Math.min(first, second);
      score += board.share(at) * (rating - 1) / 4;
    }
    return score;
  }

  private boolean leadsNoticeably(int one, int other) {
    return work.stream()
        .anyMatch(at -> board.middle(at, one) - board.middle(at, other) >= Matrix.NOTICEABLE);
  }

  private Split split(int one, int other, double score) {
    List<String> ofOne = new ArrayList<>();
    List<String> ofOther = new ArrayList<>();
    for (int at : work) {
      boolean better = board.middle(at, one) >= board.middle(at, other);
      (better ? ofOne : ofOther).add(board.criteria().get(at));
    }
    Half first = new Half(board.options().get(one), ofOne);
    Half second = new Half(board.options().get(other), ofOther);
    String leading = board.criteria().get(work.getFirst());
    return new Split(
        ofOne.contains(leading) ? List.of(first, second) : List.of(second, first), score);
  }
}
