package dev.backendadvisor.embedding;

import java.io.IOException;

/// How much of a text the embedding model reads, without loading the model itself.
public final class EmbeddingWindow {
  private final WordPieces tokenizer;

  private EmbeddingWindow(WordPieces tokenizer) {
    this.tokenizer = tokenizer;
  }

  /// Reads the tokenizer's vocabulary.
  ///
  /// @throws EmbeddingException when it is missing
  public static EmbeddingWindow load() {
    try {
      return new EmbeddingWindow(OnnxEmbedder.tokenizer());
    } catch (IOException e) {
      throw new EmbeddingException("The tokenizer cannot be read: " + e.getMessage(), e);
    }
  }

  /// Whether the model reads the text to its end.
  public boolean holds(String text) {
    return tokenizer.pieces(text, OnnxEmbedder.WINDOW + 1).length <= OnnxEmbedder.WINDOW;
  }
}
