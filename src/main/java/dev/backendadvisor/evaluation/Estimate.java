package dev.backendadvisor.evaluation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Random;

/// A mean with the interval that holds it in 95 of 100 resamplings of what was measured (Efron's
/// percentile bootstrap, seeded).
///
/// @param mean over everything measured; 0 when nothing was
/// @param low 2.5th percentile
/// @param high 97.5th percentile
/// @param count how much was measured
public record Estimate(double mean, double low, double high, int count) {
  private static final int RESAMPLES = 10_000;
  private static final long SEED = 42;

  /// The mean of some measurements.
  static Estimate of(Collection<Double> values) {
    return of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  static Estimate of(double[] values) {
    if (values.length == 0) {
      return new Estimate(0, 0, 0, 0);
    }
    var random = new Random(SEED);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int j = 0; j < values.length; j++) {
        sum += values[random.nextInt(values.length)];
      }
      means[i] = sum / values.length;
    }
    Arrays.sort(means);
    return new Estimate(
        Arrays.stream(values).average().orElse(0),
        means[(int) (RESAMPLES * 0.025)],
        means[(int) (RESAMPLES * 0.975)],
        values.length);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", mean, low, high);
  }
}
