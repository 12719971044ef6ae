package dev.backendadvisor.corpus;

/// A corpus folder that is not there or cannot be read at all. Its message is for the person who
/// named the folder.
public final class CorpusFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CorpusFolderException(String message) {
    super(message);
  }
}
