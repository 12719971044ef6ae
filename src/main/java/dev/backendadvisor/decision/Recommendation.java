package dev.backendadvisor.decision;

import dev.backendadvisor.corpus.Policy;
import dev.backendadvisor.corpus.Rating;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a profile comes to: who is ahead, how firmly, through what, and what would change it.
///
/// @param profile what was known
/// @param ranking the options, the first is the choice; empty when everything is ruled out
/// @param firmness how firm the first place is
/// @param contributions what each option's score is made of, what counts most first
/// @param flips the changes of one criterion's share that change the first place, the smallest
///   first
/// @param split two technologies for two halves of the work, where that is clearly better than any
///   one alone
/// @param excluded what does not come into question, and why
/// @param gaps the cells that count and have no evidence
/// @param nextQuestion the question worth asking next; none when no answer would change the choice
/// @param settled whether no single answer to what is open changes the first place
/// @param proven whether no combination of answers does
/// @param seed what the draws start from
/// @param asOf the day the evidence was weighed for
public record Recommendation(
    Profile profile,
    List<Rank> ranking,
    Firmness firmness,
    List<Contribution> contributions,
    List<Flip> flips,
    Optional<Split> split,
    List<Exclusion> excluded,
    List<Gap> gaps,
    Optional<NextQuestion> nextQuestion,
    boolean settled,
    boolean proven,
    long seed,
    LocalDate asOf) {
  /// Copies the lists.
  public Recommendation {
    ranking = List.copyOf(ranking);
    contributions = List.copyOf(contributions);
    flips = List.copyOf(flips);
    excluded = List.copyOf(excluded);
    gaps = List.copyOf(gaps);
  }

  /// Everything is ruled out.
  static Recommendation ofNothing(
      Profile profile, List<Exclusion> excluded, long seed, LocalDate asOf) {
    return new Recommendation(
        profile,
        List.of(),
        Firmness.TOSS_UP,
        List.of(),
        List.of(),
        Optional.empty(),
        excluded,
        List.of(),
        Optional.empty(),
        true,
        true,
        seed,
        asOf);
  }

  /// The first of the ranking.
  ///
  /// @throws java.util.NoSuchElementException when everything is ruled out
  public Rank winner() {
    return ranking.getFirst();
  }

  /// What an option's score is made of.
  public List<Contribution> contributions(String technology) {
    return contributions.stream().filter(one -> one.technology().equals(technology)).toList();
  }

  /// An option in its place.
  ///
  /// @param technology its id
  /// @param score the weighted mean of its point ratings, 0 to 1
  /// @param low what its score exceeds in 19 of 20 draws
  /// @param high what its score exceeds in 1 of 20 draws
  /// @param wins the share of draws in which it comes first
  /// @param dominatedBy an option that is as good on everything that counts, and better on
  ///   something
  public record Rank(
      String technology,
      double score,
      double low,
      double high,
      double wins,
      Optional<String> dominatedBy) {}

  /// What one criterion adds to an option's score.
  ///
  /// @param technology the option's id
  /// @param criterion the criterion's id
  /// @param weight what the criterion counts of the whole
  /// @param rating how well the option does
  /// @param cell the evidence it rests on; none for a gap, and for what the asker said
  public record Contribution(
      String technology, String criterion, double weight, Rating rating, Optional<Cell> cell) {}

  /// A change of one criterion's share that changes the first place, the others keeping their
  /// ratios.
  ///
  /// @param criterion the criterion's id
  /// @param weightNow its share
  /// @param weightThen the share at which it happens
  /// @param winner who is first beyond it
  public record Flip(String criterion, double weightNow, double weightThen, String winner) {
    /// How far the share has to move.
    public double change() {
      return Math.abs(weightThen - weightNow);
    }
  }

  /// Two technologies side by side, each for the half of the work it leads on.
  ///
  /// @param parts who does what, the half that counts most first
  /// @param score what the two come to together, 0 to 1: on the work asked for the better of them
  ///   counts, on everything else the weaker
  public record Split(List<Half> parts, double score) {
    /// Copies the list.
    public Split {
      parts = List.copyOf(parts);
    }

    /// A half of the work.
    ///
    /// @param technology who does it
    /// @param criteria what it is, what counts most first
    public record Half(String technology, List<String> criteria) {
      /// Copies the list.
      public Half {
        criteria = List.copyOf(criteria);
      }
    }
  }

  /// A technology that does not come into question.
  ///
  /// @param technology its id
  /// @param constraint why: the id of a constraint, or `policy`
  /// @param policy the company's rule, when it is one
  public record Exclusion(String technology, String constraint, Optional<Policy> policy) {}

  /// A cell without evidence.
  ///
  /// @param technology the option's id
  /// @param criterion the criterion's id
  public record Gap(String technology, String criterion) {}

  /// A question worth asking.
  ///
  /// @param criterion what it is about
  /// @param choices what may be said
  public record NextQuestion(String criterion, List<Choice> choices) {
    /// Copies the list.
    public NextQuestion {
      choices = List.copyOf(choices);
    }
  }

  /// Something that may be said to a question.
  ///
  /// @param importance how much the criterion counts then
  /// @param technology what the team knows then, when that is the question
  public record Choice(Importance importance, Optional<String> technology) {}

  /// Why an option is not the first.
  ///
  /// @param technology the option's id
  /// @param excluded why it does not come into question, when it does not
  /// @param dominatedBy an option that beats it under every weighting
  /// @param flip the smallest change of one criterion's share that puts it first; none when no such
  ///   change does
  public record WhyNot(
      String technology,
      Optional<Exclusion> excluded,
      Optional<String> dominatedBy,
      Optional<Flip> flip) {}
}
