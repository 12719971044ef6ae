package dev.backendadvisor.decision;

import java.util.Optional;

/// Which options no weighting could prefer, since another is as good on everything that counts and
/// better on something.
final class Dominance {
  private final Board board;

  Dominance(Board board) {
    this.board = board;
  }

  /// The best of those that dominate an option.
  Optional<String> over(int option) {
    return board.order().stream()
        .filter(other -> dominates(other, option))
        .findFirst()
        .map(board.options()::get);
  }

  boolean dominates(int one, int other) {
    boolean better = false;
    for (int at = 0; at < board.criteria().size(); at++) {
      if (board.share(at) > 0) {
        double ahead = board.middle(at, one) - board.middle(at, other);
        if (ahead < 0) {
          return false;
        }
        better |= ahead > 0;
      }
    }
    return better;
  }
}
