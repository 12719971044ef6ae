package dev.backendadvisor.embedding;

/// The model gave no usable vector.
public final class EmbeddingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Says what failed.
  public EmbeddingException(String what) {
    super(what);
  }

  /// Says what failed and why.
  public EmbeddingException(String what, Throwable cause) {
    super(what, cause);
  }
}
