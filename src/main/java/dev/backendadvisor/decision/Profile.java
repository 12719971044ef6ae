package dev.backendadvisor.decision;

import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Rating;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What is known of whoever has to decide. Its lists are sorted, so that the same things said in
/// another order are the same profile.
///
/// @param goal whether a project is built or a person learns
/// @param needs what matters, and how much
/// @param constraints what is ruled out, and what the team knows
/// @param technologies ids of those in play; empty for those the corpus knows best
/// @param ratings cells on which the asker knows better
/// @param unknown what the asker cannot say, so that it is not asked again
public record Profile(
    Criterion.Goal goal,
    List<Need> needs,
    List<Constraint> constraints,
    List<String> technologies,
    List<OwnRating> ratings,
    List<String> unknown) {
  /// A project of which nothing is known.
  public static final Profile EMPTY =
      new Profile(Criterion.Goal.BUILD, List.of(), List.of(), List.of(), List.of(), List.of());

  /// Sorts the lists.
  public Profile {
    needs = needs.stream().sorted(Comparator.comparing(Need::criterion)).toList();
    constraints =
        constraints.stream()
            .distinct()
            .sorted(Comparator.comparing(Constraint::kind).thenComparing(Constraint::value))
            .toList();
    technologies = technologies.stream().distinct().sorted().toList();
    ratings =
        ratings.stream()
            .sorted(Comparator.comparing(OwnRating::technology).thenComparing(OwnRating::criterion))
            .toList();
    unknown = unknown.stream().distinct().sorted().toList();
  }

  /// Something that matters.
  ///
  /// @param criterion the criterion's id
  /// @param importance how much
  /// @param share its exact share of everything that counts, 0 to 1, instead of the importance
  /// @param from the words it was read from, or `""`
  public record Need(String criterion, Importance importance, OptionalDouble share, String from) {
    /// A need by its importance.
    public static Need of(String criterion, Importance importance) {
      return new Need(criterion, importance, OptionalDouble.empty(), "");
    }
  }

  /// Something that is not to be weighed.
  ///
  /// @param kind what sort
  /// @param value the technology's id; of [Kind#LICENCE], what the licence must be
  /// @param from the words it was read from, or `""`
  public record Constraint(Kind kind, String value, String from) {
    /// What a constraint does.
    public enum Kind {
      /// Nothing else comes into question.
      ONLY,
      /// It does not come into question.
      NOT,
      /// What is not itself or made for it does not come into question.
      RUNS_ON,
      /// What must be paid for in production does not come into question.
      LICENCE,
      /// The team knows it: rules nothing out, but rates it highest on the team's fit.
      TEAM_KNOWS;

      /// As clients read it: `team-knows`.
      public String id() {
        return Ids.of(this);
      }
    }
  }

  /// A cell as the asker rates it.
  ///
  /// @param technology the technology's id
  /// @param criterion the criterion's id
  /// @param rating instead of what the evidence says
  /// @param by who says so
  /// @param why the reason
  public record OwnRating(
      String technology,
      String criterion,
      Rating rating,
      Optional<String> by,
      Optional<String> why) {}

  /// The need on a criterion.
  public Optional<Need> need(String criterion) {
    return needs.stream().filter(need -> need.criterion().equals(criterion)).findFirst();
  }

  /// The values of the constraints of a kind.
  public List<String> values(Constraint.Kind kind) {
    return constraints.stream().filter(one -> one.kind() == kind).map(Constraint::value).toList();
  }
}
