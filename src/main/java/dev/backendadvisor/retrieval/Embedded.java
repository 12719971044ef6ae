package dev.backendadvisor.retrieval;

import dev.backendadvisor.embedding.Embedder;
import dev.backendadvisor.embedding.EmbeddingException;

/// Vectors that were looked at before they are trusted: a wrong one would not fail, it would find
/// the wrong passages for ever.
final class Embedded {
  private static final double TOLERANCE = 1e-3;

  private Embedded() {}

  /// The vector of a text, of the right size and of length 1.
  ///
  /// @throws EmbeddingException when the embedder fails in any way
  static float[] of(Embedder embedder, String text) {
    float[] vector;
    try {
      vector = embedder.embed(text);
    } catch (EmbeddingException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new EmbeddingException("The embedder failed: " + e, e);
    }
    if (vector.length != embedder.dimensions()) {
      throw new EmbeddingException(
          "The embedder gave " + vector.length + " numbers, not " + embedder.dimensions());
    }
    double squares = 0;
    for (float one : vector) {
      squares += (double) one * one;
    }
    // false for NaN as well
    if (!(Math.abs(squares - 1) < TOLERANCE)) {
      throw new EmbeddingException("The embedder gave a vector that is not of length 1");
    }
    return vector;
  }
}
