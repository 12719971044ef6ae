package dev.backendadvisor.storage;

import java.nio.file.Path;
import java.time.Duration;

/// Where conversations are kept.
///
/// @param file the SQLite database; made when missing, with the folders above it
/// @param patience how long reading or writing may take; after that the store counts as away
public record StorageSettings(Path file, Duration patience) {
  /// What the file is called when nobody names another, in the data folder.
  public static final String FILE = "advisor.db";

  /// Waits 5 seconds at most.
  public static StorageSettings in(Path file) {
    return new StorageSettings(file, Duration.ofSeconds(5));
  }
}
