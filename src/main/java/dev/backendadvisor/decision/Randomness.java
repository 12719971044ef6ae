package dev.backendadvisor.decision;

/// Numbers that look random and are the same on every machine and run: the output function of
/// SplitMix64 (Steele, Lea and Flood 2014) on counted places.
final class Randomness {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private Randomness() {}

  /// A place of its own for what a key stands for.
  static long place(long seed, long key) {
    return mixed(seed * GOLDEN + mixed(key + GOLDEN));
  }

  /// The number at a step from a place, above 0 and below 1.
  static double uniform(long place, long step) {
    return ((mixed(place + (step + 1) * GOLDEN) >>> 11) + 0.5) * 0x1.0p-53;
  }

  /// Stirs the bits, one to one.
  static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
