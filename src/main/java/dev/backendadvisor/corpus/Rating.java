package dev.backendadvisor.corpus;

/// How well a technology does on a criterion by its rubric, as an interval on 1 to 5.
///
/// @param low at worst
/// @param high at best
public record Rating(double low, double high) {
  /// Checks the interval.
  ///
  /// @throws IllegalArgumentException when it is reversed or leaves 1..5
  public Rating {
    if (!(1 <= low && low <= high && high <= 5)) {
      throw new IllegalArgumentException(
          "A rating is [low, high] with 1 <= low <= high <= 5, not [" + low + ", " + high + "]");
    }
  }

  /// The point rating: the middle of the interval.
  public double middle() {
    return (low + high) / 2;
  }
}
