package dev.backendadvisor.decision;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Rating;
import dev.backendadvisor.decision.Profile.Constraint;
import dev.backendadvisor.decision.Profile.OwnRating;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns a profile and the evidence into a [Board]: what counts, how much, and how each option does
/// on it, as the evidence has it or the asker knows better.
final class Weighing {
  /// What a kind of work nobody mentioned counts beside one that counts `low`. A dozen of them
  /// together must not outweigh the one need somebody stated.
  static final double UNMENTIONED_WORK = 1.0 / 8;

  /// What a quality nobody mentioned counts. Work that a project has is told of, but people, costs
  /// and support touch every project, told of or not.
  static final double UNMENTIONED_QUALITY = 1.0 / 2;

  /// The share from which something is a half of the work, when it is given as a share.
  private static final double HALF = 0.2;

  private static final Rating VAGUE = new Rating(1, 5);
  private static final Rating KNOWN = new Rating(5, 5);
  private static final Rating TO_BE_LEARNED = new Rating(1, 3);

  private final Corpus corpus;
  private final Matrix matrix;

  Weighing(Corpus corpus, Matrix matrix) {
    this.corpus = corpus;
    this.matrix = matrix;
  }

  /// The criteria that count for a profile: those of its goal, and those it names.
  List<Criterion> criteria(Profile profile) {
    return corpus.criteria().values().stream()
        .filter(one -> one.goals().contains(profile.goal()) || profile.need(one.id()).isPresent())
        .toList();
  }

  /// The profile's options and criteria as numbers.
  Board board(Profile profile, List<String> options) {
    List<Criterion> criteria = criteria(profile);
    double[][] low = new double[criteria.size()][options.size()];
    double[][] high = new double[criteria.size()][options.size()];
    double[] ratio = new double[criteria.size()];
    double[] fixed = new double[criteria.size()];
    long[] criterionKeys = new long[criteria.size()];
    for (int at = 0; at < criteria.size(); at++) {
      String criterion = criteria.get(at).id();
      Optional<Profile.Need> need = profile.need(criterion);
      ratio[at] =
          need.map(one -> (double) one.importance().ratio())
              .orElse(
                  criteria.get(at).kind() == Criterion.Kind.WORK
                      ? UNMENTIONED_WORK
                      : UNMENTIONED_QUALITY);
      fixed[at] =
          need.filter(one -> one.share().isPresent())
              .map(one -> one.share().getAsDouble())
              .orElse(Double.NaN);
      for (int option = 0; option < options.size(); option++) {
        Rating rating = rating(profile, options.get(option), criterion);
        low[at][option] = rating.low();
        high[at][option] = rating.high();
      }
      criterionKeys[at] = key(options, criterion);
    }
    tellApart(criterionKeys);
    long[] optionKeys = options.stream().mapToLong(this::key).toArray();
    tellApart(optionKeys);
    return new Board(
        options,
        criteria.stream().map(Criterion::id).toList(),
        low,
        high,
        ratio,
        fixed,
        optionKeys,
        criterionKeys);
  }

  /// The places of the kinds of work that matter much, each of which could be done by another
  /// technology than the rest.
  List<Integer> halves(Profile profile, Board board) {
    List<Integer> halves = new ArrayList<>();
    for (int at = 0; at < board.criteria().size(); at++) {
      String criterion = board.criteria().get(at);
      boolean matters =
          profile
              .need(criterion)
              .filter(
                  need ->
                      need.share().isPresent()
                          ? need.share().getAsDouble() >= HALF
                          : need.importance().ratio() >= Importance.HIGH.ratio())
              .isPresent();
      Criterion declared = corpus.criteria().get(criterion);
      if (matters && declared != null && declared.kind() == Criterion.Kind.WORK) {
        halves.add(at);
      }
    }
    return halves;
  }

  private Rating rating(Profile profile, String technology, String criterion) {
    return own(profile, technology, criterion)
        .or(() -> matrix.cell(technology, criterion).map(Cell::rating))
        .orElse(VAGUE);
  }

  /// What the asker knows better than the evidence.
  Optional<Rating> own(Profile profile, String technology, String criterion) {
    return profile.ratings().stream()
        .filter(one -> one.technology().equals(technology) && one.criterion().equals(criterion))
        .map(OwnRating::rating)
        .findFirst()
        .or(
            () ->
                criterion.equals(DecisionModel.TEAM_FIT)
                    ? teamFit(profile.values(Constraint.Kind.TEAM_KNOWS), technology)
                    : Optional.empty());
  }

  /// What a team knows fits it; what it does not know it has to learn first.
  Optional<Rating> teamFit(List<String> known, String technology) {
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(knows(known, technology) ? KNOWN : TO_BE_LEARNED);
  }

  boolean knows(List<String> known, String technology) {
    return known.stream().anyMatch(one -> Candidates.knows(corpus, one, technology));
  }

  /// A key of what the evidence says on a criterion, in whatever order the options come.
  private long key(List<String> options, String criterion) {
    long key = 0;
    for (String option : options) {
      key += key(option, criterion);
    }
    return key;
  }

  /// A key of what the evidence says of an option.
  private long key(String option) {
    long key = 0;
    for (Cell cell : matrix.cells(option)) {
      key += key(option, cell.criterion());
    }
    return key;
  }

  private long key(String option, String criterion) {
    Rating rating = matrix.cell(option, criterion).map(Cell::rating).orElse(VAGUE);
    return Randomness.place(
        Double.doubleToLongBits(rating.low()), Double.doubleToLongBits(rating.high()));
  }

  /// Gives equal keys different ones, so that what looks alike is drawn apart.
  private static void tellApart(long[] keys) {
    for (int at = 0; at < keys.length; at++) {
      int same = 0;
      for (int before = 0; before < at; before++) {
        same += keys[before] == keys[at] ? 1 : 0;
      }
      keys[at] = same == 0 ? keys[at] : Randomness.place(keys[at], same);
    }
  }
}
