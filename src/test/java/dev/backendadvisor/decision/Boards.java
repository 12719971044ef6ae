package dev.backendadvisor.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Boards made by hand and by chance.
final class Boards {
  private static final double[] RATIOS = {0, Weighing.UNMENTIONED_WORK, 1, 1, 2, 4, 8};

  private Boards() {}

  /// Options rated by points, row by row, on criteria with ratios.
  static Board of(double[] ratios, double[]... byOption) {
    double[][] points = new double[ratios.length][byOption.length];
    for (int at = 0; at < ratios.length; at++) {
      for (int option = 0; option < byOption.length; option++) {
        points[at][option] = byOption[option][at];
      }
    }
    return board(ratios, none(ratios.length), points, points);
  }

  /// Any board: intervals in halves, so that equal ratings occur.
  static Board random(long seed) {
    return random(seed, 6);
  }

  /// Any board whose criteria all count by ratio.
  static Board withoutShares(long seed) {
    return random(seed, Integer.MAX_VALUE);
  }

  private static Board random(long seed, int oneInHasShare) {
    var random = new Random(seed);
    int options = 2 + random.nextInt(4);
    int criteria = 1 + random.nextInt(6);
    double[][] low = new double[criteria][options];
    double[][] high = new double[criteria][options];
    double[] ratio = new double[criteria];
    double[] fixed = none(criteria);
    double left = 1;
    for (int at = 0; at < criteria; at++) {
      ratio[at] = RATIOS[random.nextInt(RATIOS.length)];
      if (random.nextInt(oneInHasShare) == 0) {
        fixed[at] = left * random.nextInt(5) / 5;
        left -= fixed[at];
      }
      for (int option = 0; option < options; option++) {
        double one = 1 + random.nextInt(9) / 2.0;
        double other = 1 + random.nextInt(9) / 2.0;
        low[at][option] = Math.min(one, other);
        high[at][option] = Math.max(one, other);
      }
    }
    ratio[0] = Math.max(1, ratio[0]);
    fixed[0] = Double.NaN;
    return board(ratio, fixed, low, high);
  }

  /// The same board with its options and criteria in another order; keys go with them.
  static Board shuffled(Board board, long seed) {
    var random = new Random(seed);
    List<Integer> options = order(board.options().size(), random);
    List<Integer> criteria = order(board.criteria().size(), random);
    double[][] low = new double[criteria.size()][options.size()];
    double[][] high = new double[criteria.size()][options.size()];
    double[] ratio = new double[criteria.size()];
    double[] fixed = new double[criteria.size()];
    for (int at = 0; at < criteria.size(); at++) {
      int from = criteria.get(at);
      ratio[at] = board.ratio(from);
      fixed[at] = board.hasFixedShare(from) ? board.share(from) : Double.NaN;
      for (int option = 0; option < options.size(); option++) {
        low[at][option] = board.low(from, options.get(option));
        high[at][option] = board.high(from, options.get(option));
      }
    }
    return new Board(
        options.stream().map(board.options()::get).toList(),
        criteria.stream().map(board.criteria()::get).toList(),
        low,
        high,
        ratio,
        fixed,
        options.stream().mapToLong(board::optionKey).toArray(),
        criteria.stream().mapToLong(board::criterionKey).toArray());
  }

  /// The same board with one criterion counting differently.
  static Board with(Board board, int criterion, double itsRatio) {
    int criteria = board.criteria().size();
    int options = board.options().size();
    double[][] low = new double[criteria][options];
    double[][] high = new double[criteria][options];
    double[] ratio = new double[criteria];
    double[] fixed = new double[criteria];
    for (int at = 0; at < criteria; at++) {
      ratio[at] = at == criterion ? itsRatio : board.ratio(at);
      fixed[at] = board.hasFixedShare(at) ? board.share(at) : Double.NaN;
      for (int option = 0; option < options; option++) {
        low[at][option] = board.low(at, option);
        high[at][option] = board.high(at, option);
      }
    }
    return new Board(
        board.options(),
        board.criteria(),
        low,
        high,
        ratio,
        fixed,
        keys(options, 100),
        keys(criteria, 200));
  }

  private static Board board(double[] ratio, double[] fixed, double[][] low, double[][] high) {
    int options = low[0].length;
    return new Board(
        names("option", options),
        names("criterion", ratio.length),
        low,
        high,
        ratio,
        fixed,
        keys(options, 100),
        keys(ratio.length, 200));
  }

  private static List<Integer> order(int size, Random random) {
    List<Integer> order = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      order.add(at);
    }
    java.util.Collections.shuffle(order, random);
    return order;
  }

  private static double[] none(int size) {
    double[] none = new double[size];
    Arrays.fill(none, Double.NaN);
    return none;
  }

  private static long[] keys(int size, long from) {
    long[] keys = new long[size];
    Arrays.setAll(keys, at -> from + at);
    return keys;
  }

  private static List<String> names(String what, int size) {
    List<String> names = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      names.add(what + at);
    }
    return names;
  }
}
