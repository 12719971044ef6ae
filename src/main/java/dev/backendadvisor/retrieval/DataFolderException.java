package dev.backendadvisor.retrieval;

import java.io.IOException;
import java.nio.file.Path;

/// The data folder cannot be used. The message says which, why, and what to do.
public final class DataFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private DataFolderException(String what) {
    super(what);
  }

  private DataFolderException(String what, IOException cause) {
    super(what, cause);
  }

  static DataFolderException inUse(Path folder, String holder) {
    return new DataFolderException(
        "The data folder %s is in use by another advisor%s; stop that one or name another folder with --data."
            .formatted(folder, holder));
  }

  static DataFolderException unusable(Path folder, IOException cause) {
    return new DataFolderException(
        "The data folder %s cannot be used (%s: %s); make it writable or name another with --data."
            .formatted(folder, cause.getClass().getSimpleName(), cause.getMessage()),
        cause);
  }
}
