package dev.backendadvisor.storage;

import java.nio.file.Path;
import java.time.Duration;

/// Where conversations are kept.
///
/// @param place the database
/// @param journal the file in which turns wait while the database is away
/// @param journalBytes how much may wait there; the file always has this size
/// @param patience how long reading or writing may take; after that the store counts as away
/// @param connections to a database server at most; a file has its own number
/// @param kept how long after their last turn conversations are kept; zero for ever
public record StorageSettings(
    DatabasePlace place,
    Path journal,
    long journalBytes,
    Duration patience,
    int connections,
    Duration kept) {
  /// What the file is called when nobody names another, in the data folder.
  public static final String FILE = "advisor.db";

  /// What the journal is called, in the data folder.
  public static final String JOURNAL = "advisor.waiting";

  /// With 8 MiB of journal, 3 seconds of patience, 8 connections at most, and 90 days.
  public static StorageSettings in(DatabasePlace place, Path journal) {
    return new StorageSettings(
        place, journal, 8L * 1024 * 1024, Duration.ofSeconds(3), 8, Duration.ofDays(90));
  }

  /// A file of SQLite with its journal beside it, with the usual limits.
  public static StorageSettings in(Path file) {
    return in(new DatabasePlace.InFile(file), file.resolveSibling(file.getFileName() + ".waiting"));
  }

  /// The same with another patience.
  public StorageSettings patient(Duration other) {
    return new StorageSettings(place, journal, journalBytes, other, connections, kept);
  }

  /// The same with another size of the journal.
  public StorageSettings journalling(long bytes) {
    return new StorageSettings(place, journal, bytes, patience, connections, kept);
  }

  /// The same with another time that conversations are kept.
  public StorageSettings keeping(Duration other) {
    return new StorageSettings(place, journal, journalBytes, patience, connections, other);
  }
}
