package dev.backendadvisor.decision;

import dev.backendadvisor.corpus.Rating;
import dev.backendadvisor.decision.Recommendation.Contribution;
import dev.backendadvisor.decision.Recommendation.Gap;
import dev.backendadvisor.decision.Recommendation.Rank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a board comes to, by name: the order, how firm it is, what each option's score is made of
/// and on what there is no evidence.
final class Account {
  private final Matrix matrix;
  private final Weighing weighing;
  private final Profile profile;
  private final Board board;

  Account(Matrix matrix, Weighing weighing, Profile profile, Board board) {
    this.matrix = matrix;
    this.weighing = weighing;
    this.profile = profile;
    this.board = board;
  }

  List<Rank> ranking(Acceptability acceptability) {
    var dominance = new Dominance(board);
    return board.order().stream()
        .map(
            option ->
                new Rank(
                    board.options().get(option),
                    board.score(option),
                    acceptability.low(option),
                    acceptability.high(option),
                    acceptability.wins(option),
                    dominance.over(option)))
        .toList();
  }

  static Firmness firmness(List<Rank> ranking) {
    double most = ranking.stream().mapToDouble(Rank::wins).max().orElse(0);
    double wins = ranking.getFirst().wins();
    if (wins < most || wins < DecisionModel.TOSS_UP) {
      return Firmness.TOSS_UP;
    }
    return wins < DecisionModel.FIRM ? Firmness.LEANING : Firmness.FIRM;
  }

  List<Contribution> contributions() {
    List<Contribution> contributions = new ArrayList<>();
    for (int at = 0; at < board.criteria().size(); at++) {
      String criterion = board.criteria().get(at);
      for (int option = 0; option < board.options().size() && board.share(at) > 0; option++) {
        String technology = board.options().get(option);
        contributions.add(
            new Contribution(
                technology,
                criterion,
                board.share(at),
                new Rating(board.low(at, option), board.high(at, option)),
                weighing.own(profile, technology, criterion).isPresent()
                    ? Optional.empty()
                    : matrix.cell(technology, criterion)));
      }
    }
    contributions.sort(
        Comparator.comparingDouble(Contribution::weight)
            .reversed()
            .thenComparing(Contribution::criterion)
            .thenComparing(Contribution::technology));
    return contributions;
  }

  List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    for (int at = 0; at < board.criteria().size(); at++) {
      for (String technology : board.options()) {
        String criterion = board.criteria().get(at);
        if (board.share(at) > 0
            && weighing.own(profile, technology, criterion).isEmpty()
            && matrix.cell(technology, criterion).isEmpty()) {
          gaps.add(new Gap(technology, criterion));
        }
      }
    }
    gaps.sort(Comparator.comparing(Gap::technology).thenComparing(Gap::criterion));
    return gaps;
  }
}
