package dev.backendadvisor.embedding;

/// Turns text into a vector whose direction is its meaning. Safe for use by many threads.
public interface Embedder {
  /// A name that changes whenever the vectors do; vectors of different names must not meet.
  String model();

  /// How many numbers a vector has.
  int dimensions();

  /// The vector of a text, of length 1, so that a dot product is the cosine.
  ///
  /// Text beyond the model's window is ignored.
  ///
  /// @throws EmbeddingException when the model fails or yields anything but finite numbers
  float[] embed(String text);
}
