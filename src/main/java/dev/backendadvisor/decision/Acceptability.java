package dev.backendadvisor.decision;

/// How often each option comes first when weights and ratings are not points but what the profile
/// and the evidence leave open (SMAA-2: Lahdelma and Salminen 2001).
///
/// Weights spread as a Dirichlet distribution with the criteria's ratios as parameters: their mean
/// is the point weights, all weightings are alike when all criteria count the same, and what is
/// `none` counts nothing in any. What nobody mentioned counts a part of one exponential variate. A
/// fixed share stays as it is. Ratings spread evenly over their intervals.
///
/// Every number is drawn from a place of its own, found from what the option and the criterion hold
/// and not from how they are called or sorted. So neither name nor order matters, and another
/// importance of one criterion leaves all other draws as they were: what it favours can only gain.
final class Acceptability {
  private static final int BINS = 1_000;
  private static final double TAIL = 0.05;
  private static final int MOST_RATIO = Importance.MUST.ratio();

  private final double[] wins;
  private final int[][] histogram;
  private final int draws;

  private Acceptability(double[] wins, int[][] histogram, int draws) {
    this.wins = wins;
    this.histogram = histogram;
    this.draws = draws;
  }

  /// Draws.
  static Acceptability of(Board board, long seed, int draws) {
    int options = board.options().size();
    int criteria = board.criteria().size();
    long[] weightAt = new long[criteria];
    long[][] ratingAt = new long[criteria][options];
    double left = 1;
    for (int at = 0; at < criteria; at++) {
      weightAt[at] = Randomness.place(seed, board.criterionKey(at));
      left -= board.hasFixedShare(at) ? board.share(at) : 0;
      for (int option = 0; option < options; option++) {
        ratingAt[at][option] = Randomness.place(weightAt[at], board.optionKey(option));
      }
    }
    double[] weight = new double[criteria];
    double[] score = new double[options];
    double[] wins = new double[options];
    int[][] histogram = new int[options][BINS];
    for (int draw = 0; draw < draws; draw++) {
      drawWeights(board, weightAt, draw, Math.max(0, left), weight);
      java.util.Arrays.fill(score, 0);
      for (int at = 0; at < criteria; at++) {
        if (weight[at] > 0) {
          for (int option = 0; option < options; option++) {
            double low = board.low(at, option);
            double rating =
                low
                    + (board.high(at, option) - low)
                        * Randomness.uniform(ratingAt[at][option], draw);
            score[option] += weight[at] * (rating - 1) / 4;
          }
        }
      }
      count(score, wins, histogram);
    }
    for (int option = 0; option < options; option++) {
      wins[option] /= draws;
    }
    return new Acceptability(wins, histogram, draws);
  }

  /// A gamma variate of a whole parameter is the sum of as many exponential ones, and gamma
  /// variates over their sum are a Dirichlet one.
  private static void drawWeights(
      Board board, long[] places, int draw, double left, double[] weight) {
    double sum = 0;
    for (int at = 0; at < weight.length; at++) {
      if (board.hasFixedShare(at)) {
        weight[at] = board.share(at);
      } else {
        double product = 1;
        int parts = (int) Math.ceil(board.ratio(at));
        for (int part = 0; part < parts; part++) {
          product *= Randomness.uniform(places[at], (long) draw * MOST_RATIO + part);
        }
        // StrictMath, since Math may round differently once it is compiled
        weight[at] = parts == 0 ? 0 : -StrictMath.log(product) * board.ratio(at) / parts;
        sum += weight[at];
      }
    }
    for (int at = 0; at < weight.length; at++) {
      if (!board.hasFixedShare(at) && sum > 0) {
        weight[at] *= left / sum;
      }
    }
  }

  private static void count(double[] score, double[] wins, int[][] histogram) {
    double best = Double.NEGATIVE_INFINITY;
    int first = 0;
    for (int option = 0; option < score.length; option++) {
      histogram[option][Math.min(BINS - 1, (int) (score[option] * BINS))]++;
      if (score[option] > best + Board.SAME) {
        best = score[option];
        first = 1;
      } else if (score[option] >= best - Board.SAME) {
        first++;
      }
    }
    for (int option = 0; option < score.length; option++) {
      wins[option] += score[option] >= best - Board.SAME ? 1.0 / first : 0;
    }
  }

  /// The share of draws in which an option comes first; equal ones share a draw.
  double wins(int option) {
    return wins[option];
  }

  /// The score that 19 of 20 draws exceed, to a thousandth.
  double low(int option) {
    return quantile(option, TAIL);
  }

  /// The score that 1 of 20 draws exceeds, to a thousandth.
  double high(int option) {
    return quantile(option, 1 - TAIL);
  }

  private double quantile(int option, double share) {
    int seen = 0;
    for (int bin = 0; bin < BINS; bin++) {
      seen += histogram[option][bin];
      if (seen >= share * draws) {
        return (bin + 0.5) / BINS;
      }
    }
    return 1;
  }
}
