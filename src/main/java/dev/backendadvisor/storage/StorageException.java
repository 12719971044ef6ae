package dev.backendadvisor.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// The database must not or cannot be used. The message says which, why, and what to do.
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private StorageException(String what) {
    super(what);
  }

  private StorageException(String what, Exception cause) {
    super(what, cause);
  }

  static StorageException inUse(Path file, String holder) {
    return new StorageException(
        "The database %s is in use by another advisor%s; stop that one or name another file with --database."
            .formatted(file, holder));
  }

  static StorageException inUse(Path journal) {
    return new StorageException(
        "The journal %s is in use by another advisor; stop that one or name another folder with --data."
            .formatted(journal));
  }

  static StorageException unusable(Path journal, IOException cause) {
    return new StorageException(
        "The journal %s cannot be used (%s: %s); make its folder writable or name another with --data."
            .formatted(journal, cause.getClass().getSimpleName(), cause.getMessage()),
        cause);
  }

  static StorageException newer(Engine engine, int version, int known) {
    return new StorageException(
        "The database %s has schema %d, but this advisor knows schemas up to %d only; start a newer advisor, or name another %s with --database."
            .formatted(engine.name(), version, known, engine.noun()));
  }

  static StorageException refused(Engine engine, SQLException why) {
    return new StorageException(
        "The database %s lets nobody in (%s); check the user, the password and the name of the database."
            .formatted(engine.name(), why.getMessage()),
        why);
  }

  static StorageException isFolder(Path file) {
    return new StorageException(
        "The database %s is a folder; name a file with --database.".formatted(file));
  }

  static StorageException unusable(Engine engine, IOException cause) {
    return new StorageException(
        "The database %s cannot be used (%s: %s); make its folder writable or name another file with --database."
            .formatted(engine.name(), cause.getClass().getSimpleName(), cause.getMessage()),
        cause);
  }
}
