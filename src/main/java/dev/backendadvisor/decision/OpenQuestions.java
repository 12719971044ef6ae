package dev.backendadvisor.decision;

import dev.backendadvisor.decision.Profile.Constraint;
import dev.backendadvisor.decision.Recommendation.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The questions a profile leaves open, with what may be said to each.
final class OpenQuestions {
  private static final List<Importance> ANSWERS =
      List.of(Importance.NONE, Importance.MEDIUM, Importance.HIGH);

  private final Weighing weighing;
  private final Profile profile;
  private final Board board;

  OpenQuestions(Weighing weighing, Profile profile, Board board) {
    this.weighing = weighing;
    this.profile = profile;
    this.board = board;
  }

  /// The questions nobody has answered: on each criterion of the goal that is not mentioned, and is
  /// not something the asker cannot say.
  List<Interview.Open> all() {
    List<Interview.Open> open = new ArrayList<>();
    for (int at = 0; at < board.criteria().size(); at++) {
      String criterion = board.criteria().get(at);
      if (criterion.equals(DecisionModel.TEAM_FIT) ? isTeamOpen() : isOpen(criterion)) {
        open.add(
            new Interview.Open(
                at, criterion.equals(DecisionModel.TEAM_FIT) ? teams(at) : importances(at)));
      }
    }
    return open;
  }

  private boolean isOpen(String criterion) {
    return profile.need(criterion).isEmpty() && !profile.unknown().contains(criterion);
  }

  /// That the team's fit matters does not tell yet what the team knows.
  private boolean isTeamOpen() {
    return profile.values(Constraint.Kind.TEAM_KNOWS).isEmpty()
        && !profile.unknown().contains(DecisionModel.TEAM_FIT)
        && profile
            .need(DecisionModel.TEAM_FIT)
            .filter(need -> need.importance() == Importance.NONE || need.share().isPresent())
            .isEmpty();
  }

  private List<Interview.Answer> importances(int criterion) {
    double[] ratings = middles(criterion);
    return ANSWERS.stream()
        .map(one -> new Interview.Answer(new Choice(one, Optional.empty()), ratings))
        .toList();
  }

  /// What the team may know: each of the options, or none.
  private List<Interview.Answer> teams(int criterion) {
    List<Interview.Answer> answers = new ArrayList<>();
    for (String known : board.options()) {
      double[] ratings = middles(criterion);
      for (int option = 0; option < ratings.length; option++) {
        ratings[option] =
            weighing.teamFit(List.of(known), board.options().get(option)).orElseThrow().middle();
      }
      answers.add(new Interview.Answer(new Choice(Importance.HIGH, Optional.of(known)), ratings));
    }
    answers.add(
        new Interview.Answer(new Choice(Importance.NONE, Optional.empty()), middles(criterion)));
    return answers;
  }

  private double[] middles(int criterion) {
    double[] ratings = new double[board.options().size()];
    Arrays.setAll(ratings, option -> board.middle(criterion, option));
    return ratings;
  }
}
