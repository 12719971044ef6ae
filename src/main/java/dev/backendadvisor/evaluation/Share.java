package dev.backendadvisor.evaluation;

import java.util.Locale;

/// How many of how many, with the interval that holds the true share with 95 % confidence (Wilson
/// 1927), which stays honest where none or all are counted.
///
/// @param part how many
/// @param whole of how many
public record Share(int part, int whole) {
  private static final double Z = 1.959964;

  /// The share, 0 to 1; 0 of nothing.
  public double value() {
    return whole == 0 ? 0 : part / (double) whole;
  }

  /// The lower end of the interval.
  public double low() {
    return part == 0 ? 0 : Math.max(0, middle() - half());
  }

  /// The upper end of the interval.
  public double high() {
    return part == whole ? 1 : Math.min(1, middle() + half());
  }

  /// The sum of both counts.
  public Share plus(Share other) {
    return new Share(part + other.part, whole + other.whole);
  }

  private double middle() {
    return whole == 0 ? 0 : (part + Z * Z / 2) / (whole + Z * Z);
  }

  private double half() {
    return whole == 0
        ? 1
        : Z * Math.sqrt(part * (whole - part) / (double) whole + Z * Z / 4) / (whole + Z * Z);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%5d of %5d  %5.1f%% [%.1f, %.1f]",
        part,
        whole,
        100 * value(),
        100 * low(),
        100 * high());
  }
}
