package dev.backendadvisor.embedding;

/// Arithmetic on vectors.
public final class Vectors {
  private Vectors() {}

  /// The vector scaled to length 1, in place.
  ///
  /// @throws EmbeddingException when it holds anything but finite numbers, or only zeros
  public static float[] unit(float[] vector) {
    double squares = 0;
    for (float one : vector) {
      squares += (double) one * one;
    }
    // false for NaN and infinity as well
    if (!(squares > 0 && squares < Double.MAX_VALUE)) {
      throw new EmbeddingException("The embedding model gave a vector without a direction");
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }
}
