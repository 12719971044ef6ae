package dev.backendadvisor.decision;

import java.util.Arrays;
import java.util.List;

/// Options on criteria, as numbers: what the arithmetic of a decision works on. Arrays go by
/// criterion, then by option, and are never changed once they are here.
///
/// A criterion counts either by a ratio beside the others or by a fixed share of the whole.
final class Board {
  /// What two scores may differ by and still be called the same.
  static final double SAME = 1e-12;

  private final List<String> options;
  private final List<String> criteria;
  private final double[][] low;
  private final double[][] high;
  private final double[] ratio;
  private final double[] fixed;
  private final long[] optionKeys;
  private final long[] criterionKeys;
  private final double[] shares;
  private final double[] scores;

  /// @param options their ids, sorted: of two that score the same the first is ahead
  /// @param criteria their ids
  /// @param low the least rating, by criterion and option
  /// @param high the greatest rating
  /// @param ratio what each criterion counts beside the others
  /// @param fixed the share of a criterion that has one, or NaN
  /// @param optionKeys what an option's random numbers come from, whatever it is called
  /// @param criterionKeys what a criterion's random numbers come from
  Board(
      List<String> options,
      List<String> criteria,
      double[][] low,
      double[][] high,
      double[] ratio,
      double[] fixed,
      long[] optionKeys,
      long[] criterionKeys) {
    this.options = List.copyOf(options);
    this.criteria = List.copyOf(criteria);
    this.low = low;
    this.high = high;
    this.ratio = ratio;
    this.fixed = fixed;
    this.optionKeys = optionKeys;
    this.criterionKeys = criterionKeys;
    this.shares = shares(ratio, fixed);
    this.scores = scores(shares);
  }

  /// The same with a criterion counting differently, and other ratings on it.
  ///
  /// @param ratings the point ratings by option
  Board answered(int criterion, double itsRatio, double[] ratings) {
    double[][] lows = low.clone();
    double[][] highs = high.clone();
    lows[criterion] = ratings;
    highs[criterion] = ratings;
    double[] ratios = ratio.clone();
    ratios[criterion] = itsRatio;
    double[] shareless = fixed.clone();
    shareless[criterion] = Double.NaN;
    return new Board(options, criteria, lows, highs, ratios, shareless, optionKeys, criterionKeys);
  }

  /// The same with one criterion having a share, and the rest scaled to what is left.
  Board withShare(int criterion, double share) {
    double[] all = shares.clone();
    double rest = 1 - shares[criterion];
    for (int at = 0; at < all.length; at++) {
      all[at] = at == criterion ? share : all[at] * (1 - share) / rest;
    }
    return new Board(options, criteria, low, high, ratio, all, optionKeys, criterionKeys);
  }

  private static double[] shares(double[] ratio, double[] fixed) {
    double taken = 0;
    double ratios = 0;
    for (int at = 0; at < ratio.length; at++) {
      if (Double.isNaN(fixed[at])) {
        ratios += ratio[at];
      } else {
        taken += fixed[at];
      }
    }
    double[] shares = new double[ratio.length];
    for (int at = 0; at < ratio.length; at++) {
      if (Double.isNaN(fixed[at])) {
        shares[at] = ratios == 0 ? 0 : Math.max(0, 1 - taken) * ratio[at] / ratios;
      } else {
        // when nothing else counts, the shares are the whole
        shares[at] = ratios == 0 && taken > 0 ? fixed[at] / taken : fixed[at];
      }
    }
    return shares;
  }

  private double[] scores(double[] weights) {
    double[] result = new double[options.size()];
    for (int option = 0; option < result.length; option++) {
      double sum = 0;
      for (int at = 0; at < weights.length; at++) {
        sum += weights[at] * (middle(at, option) - 1) / 4;
      }
      result[option] = sum;
    }
    return result;
  }

  List<String> options() {
    return options;
  }

  List<String> criteria() {
    return criteria;
  }

  double low(int criterion, int option) {
    return low[criterion][option];
  }

  double high(int criterion, int option) {
    return high[criterion][option];
  }

  /// The point rating.
  double middle(int criterion, int option) {
    return (low[criterion][option] + high[criterion][option]) / 2;
  }

  double ratio(int criterion) {
    return ratio[criterion];
  }

  boolean hasFixedShare(int criterion) {
    return !Double.isNaN(fixed[criterion]);
  }

  long optionKey(int option) {
    return optionKeys[option];
  }

  long criterionKey(int criterion) {
    return criterionKeys[criterion];
  }

  /// What a criterion counts of the whole.
  double share(int criterion) {
    return shares[criterion];
  }

  /// The weighted mean of an option's point ratings, from 0 to 1.
  double score(int option) {
    return scores[option];
  }

  /// What an option scores on everything but one criterion.
  double scoreWithout(int criterion, int option) {
    double rest = 1 - shares[criterion];
    return (scores[option] - shares[criterion] * (middle(criterion, option) - 1) / 4) / rest;
  }

  /// The option with the highest score; of equal ones the first.
  int winner() {
    int winner = 0;
    for (int option = 1; option < scores.length; option++) {
      if (scores[option] > scores[winner] + SAME) {
        winner = option;
      }
    }
    return winner;
  }

  /// The options, the highest score first.
  List<Integer> order() {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, at -> at);
    Arrays.sort(
        order,
        (one, other) ->
            Math.abs(scores[one] - scores[other]) <= SAME
                ? Integer.compare(one, other)
                : Double.compare(scores[other], scores[one]));
    int winner = winner();
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(winner),
            Arrays.stream(order).filter(option -> option != winner))
        .toList();
  }
}
