package dev.backendadvisor.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// At which share of one criterion another option comes first, the others keeping their ratios.
///
/// With the share s of a criterion, an option scores s·u + (1 − s)·R, where u is what it scores on
/// that criterion and R on the rest: a straight line. So whoever is ahead changes where two lines
/// cross, and nowhere else.
final class Flips {
  private final Board board;

  Flips(Board board) {
    this.board = board;
  }

  /// The nearest crossings above and below today's share of each criterion, the smallest change
  /// first.
  List<Recommendation.Flip> all() {
    List<Recommendation.Flip> flips = new ArrayList<>();
    int winner = board.winner();
    for (int criterion = 0; criterion < board.criteria().size(); criterion++) {
      if (board.share(criterion) < 1 - Board.SAME) {
        crossing(winner, criterion, true).ifPresent(flips::add);
        crossing(winner, criterion, false).ifPresent(flips::add);
      }
    }
    flips.sort(
        Comparator.comparingDouble(Recommendation.Flip::change)
            .thenComparing(Recommendation.Flip::criterion));
    return flips;
  }

  /// The smallest change of one criterion's share at which an option comes first.
  Optional<Recommendation.Flip> to(int option) {
    List<Recommendation.Flip> flips = new ArrayList<>();
    for (int criterion = 0; criterion < board.criteria().size(); criterion++) {
      double now = board.share(criterion);
      if (now < 1 - Board.SAME) {
        double from = 0;
        double until = 1;
        for (int other = 0; other < board.options().size(); other++) {
          double atNone = rest(criterion, option) - rest(criterion, other);
          double atAll = own(criterion, option) - own(criterion, other);
          if (atNone < 0 && atAll < 0) {
            until = -1;
          } else if (atNone < 0) {
            from = Math.max(from, atNone / (atNone - atAll));
          } else if (atAll < 0) {
            until = Math.min(until, atNone / (atNone - atAll));
          }
        }
        if (from < until) {
          double then = Math.clamp(now, from, until);
          flips.add(flip(criterion, then, option));
        }
      }
    }
    return flips.stream().min(Comparator.comparingDouble(Recommendation.Flip::change));
  }

  private Optional<Recommendation.Flip> crossing(int winner, int criterion, boolean above) {
    double nearest = above ? 2 : -1;
    int next = -1;
    for (int rival = 0; rival < board.options().size(); rival++) {
      double atNone = rest(criterion, winner) - rest(criterion, rival);
      double atAll = own(criterion, winner) - own(criterion, rival);
      boolean loses = above ? atAll < -Board.SAME : atNone < -Board.SAME;
      if (rival != winner && loses && atNone != atAll) {
        double crossing = atNone / (atNone - atAll);
        // today's winner may be level with a rival, and rounding put their crossing past today
        crossing =
            above
                ? Math.max(crossing, board.share(criterion))
                : Math.min(crossing, board.share(criterion));
        boolean same = Math.abs(crossing - nearest) <= Board.SAME;
        boolean nearer = above ? crossing < nearest : crossing > nearest;
        if (next < 0 || (same ? leadsBeyond(rival, next, criterion, above) : nearer)) {
          nearest = crossing;
          next = rival;
        }
      }
    }
    return next < 0 ? Optional.empty() : Optional.of(flip(criterion, nearest, next));
  }

  /// Which of two that cross the winner at the same share is ahead just past it.
  private boolean leadsBeyond(int one, int other, int criterion, boolean above) {
    double slope = own(criterion, one) - rest(criterion, one);
    double others = own(criterion, other) - rest(criterion, other);
    return above ? slope > others + Board.SAME : slope < others - Board.SAME;
  }

  private Recommendation.Flip flip(int criterion, double then, int option) {
    return new Recommendation.Flip(
        board.criteria().get(criterion), board.share(criterion), then, board.options().get(option));
  }

  private double own(int criterion, int option) {
    return (board.middle(criterion, option) - 1) / 4;
  }

  private double rest(int criterion, int option) {
    return board.scoreWithout(criterion, option);
  }
}
