package dev.backendadvisor.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// What is particular to one kind of database: how it is held, opened, checked and swept, and what
/// its errors mean. All other SQL here is understood by both kinds.
interface Engine {
  /// Its name for messages and the log.
  String name();

  /// What somebody who wants another would name: `file` or `database`.
  String noun();

  /// How many may write at once.
  int writers();

  /// How many may read at once.
  int readers();

  /// Whether other servers may work on it at the same time.
  boolean isShared();

  /// Keeps from it whoever must not have it at the same time.
  ///
  /// @throws StorageException when somebody has it, or it can never be used
  AutoCloseable hold() throws IOException;

  /// A pool of connections, which close when it does.
  HikariDataSource pool();

  /// A single connection.
  Connection connect() throws SQLException;

  /// Lets nobody else change the tables until the transaction ends.
  void lockTables(Session session) throws SQLException;

  /// What is wrong with the database, so that it must be begun anew.
  Optional<String> damage() throws IOException, SQLException;

  /// Moves what is damaged out of the way. No connection may be open.
  ///
  /// @return where it lies now
  Path setAside(Instant now) throws IOException;

  /// Whether an error means that the database is damaged, rather than that it cannot be used now.
  boolean isDamage(SQLException failed);

  /// Whether an error, while opening, means that somebody has to put a setting right.
  boolean isMistake(SQLException failed);

  /// Whether an error means that the same statement will never succeed.
  boolean isRefusal(SQLException failed);

  /// Sees that deleted rows can be read in no file any more, as far as that is in its power.
  ///
  /// @return whether that is done
  boolean sweep(Session session) throws SQLException;
}
