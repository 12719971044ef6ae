package dev.backendadvisor.embedding;

/// Where a model lies on the class path and how it is run.
///
/// @param id changes whenever the vectors do
/// @param weights the ONNX file
/// @param tokenizer its vocabulary
/// @param dimensions how many numbers a vector has
/// @param window how many word pieces it reads
/// @param pooling how the pieces' vectors become one
record EmbeddingModel(
    String id, String weights, String tokenizer, int dimensions, int window, Pooling pooling) {
  static final EmbeddingModel BGE_SMALL =
      new EmbeddingModel(
          "bge-small-en-v1.5-q",
          "/bge-small-en-v1.5-q.onnx",
          "/bge-small-en-v1.5-q-tokenizer.json",
          384,
          512,
          Pooling.FIRST);
  static final EmbeddingModel MINILM =
      new EmbeddingModel(
          "all-minilm-l6-v2-q",
          "/all-minilm-l6-v2-q.onnx",
          "/all-minilm-l6-v2-q-tokenizer.json",
          384,
          Integer.getInteger("probe.window", 256),
          Pooling.MEAN);

  /// How the pieces' vectors become the text's.
  enum Pooling {
    /// The vector of the mark before the first piece.
    FIRST,
    /// The mean of all.
    MEAN
  }
}
