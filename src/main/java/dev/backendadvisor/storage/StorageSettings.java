package dev.backendadvisor.storage;

import java.nio.file.Path;
import java.time.Duration;

/// Where conversations are kept.
///
/// @param place the database
/// @param patience how long reading or writing may take; after that the store counts as away
/// @param connections to a database server at most; a file has its own number
public record StorageSettings(DatabasePlace place, Duration patience, int connections) {
  /// What the file is called when nobody names another, in the data folder.
  public static final String FILE = "advisor.db";

  /// Waits 5 seconds at most, on 8 connections at most.
  public static StorageSettings in(DatabasePlace place) {
    return new StorageSettings(place, Duration.ofSeconds(5), 8);
  }

  /// A file of SQLite, with the usual limits.
  public static StorageSettings in(Path file) {
    return in(new DatabasePlace.InFile(file));
  }

  /// The same with another patience.
  public StorageSettings waiting(Duration other) {
    return new StorageSettings(place, other, connections);
  }
}
