package dev.backendadvisor.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/// What is particular to SQLite: how its file is opened, checked, moved aside and swept, and what
/// its errors mean. All other SQL here is understood by other databases too.
///
/// A commit returns when it is on the disk (`synchronous=FULL`). Deleted rows are overwritten
/// (`secure_delete`) in the database, and by [#sweep] in the log of writes beside it.
final class Sqlite {
  /// Connections of the pool: one that writes, since SQLite lets one write at a time, and those
  /// that read.
  static final int READERS = 2;

  /// A larger database is not read through at the start; its damage shows when it is used.
  private static final long CHECKED_WHOLE = 64L * 1024 * 1024;

  private static final int HEADER = 100;
  private static final int CORRUPT = 11;
  private static final int NOT_A_DATABASE = 26;
  private static final List<String> BESIDE = List.of("", "-wal", "-shm");
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path file;
  private final Duration patience;

  /// Opens nothing yet.
  ///
  /// @param patience how long to wait for another process that writes
  Sqlite(Path file, Duration patience) {
    this.file = file;
    this.patience = patience;
  }

  /// A pool of connections, which close when it does.
  HikariDataSource pool() {
    var pool = new HikariConfig();
    pool.setPoolName("conversations");
    pool.setDataSource(source(config()));
    pool.setMaximumPoolSize(1 + READERS);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(patience.toMillis());
    pool.setInitializationFailTimeout(-1);
    return new HikariDataSource(pool);
  }

  /// A single connection.
  Connection connect() throws SQLException {
    return source(config()).getConnection();
  }

  private SQLiteConfig config() {
    var config = unobtrusive();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setPragma(Pragma.SECURE_DELETE, "on");
    config.enforceForeignKeys(true);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    return config;
  }

  /// Changes nothing in a file that may not be ours.
  private SQLiteConfig unobtrusive() {
    var config = new SQLiteConfig();
    config.setBusyTimeout((int) patience.toMillis());
    config.setTempStore(TempStore.MEMORY);
    return config;
  }

  private SQLiteDataSource source(SQLiteConfig config) {
    var source = new SQLiteDataSource(config);
    // as a URI, so that a name may hold any character
    source.setUrl("jdbc:sqlite:" + file.toUri());
    return source;
  }

  /// What is wrong with the file; nothing, when there is none yet.
  Optional<String> damage() throws IOException, SQLException {
    if (Files.notExists(file) || Files.size(file) == 0) {
      return Optional.empty();
    }
    if (Files.size(file) < HEADER) {
      return Optional.of("it is too short");
    }
    try (Connection connection = source(unobtrusive()).getConnection()) {
      var session = new Session(connection);
      List<String> tables =
          session.list(
              row -> row.getString(1), "select name from sqlite_master where type = 'table'");
      if (!tables.isEmpty() && !tables.contains(Schema.TABLE)) {
        return Optional.of("it holds the tables of another program");
      }
      return Files.size(file) > CHECKED_WHOLE
          ? Optional.empty()
          : session
              .first(row -> row.getString(1), "pragma quick_check(1)")
              .filter(found -> !found.equals("ok"));
    } catch (SQLException failed) {
      if (isDamage(failed)) {
        return Optional.of(String.valueOf(failed.getMessage()));
      }
      throw failed;
    }
  }

  /// Moves the file, with what lies beside it, to a name that tells when. No connection may be
  /// open.
  ///
  /// @return the new name
  Path setAside(Instant now) throws IOException {
    String name = file.getFileName() + ".damaged-" + WHEN.format(now);
    Path aside = file.resolveSibling(name);
    for (int again = 2; Files.exists(aside); again++) {
      aside = file.resolveSibling(name + "-" + again);
    }
    for (String end : BESIDE) {
      Path from = file.resolveSibling(file.getFileName() + end);
      if (Files.exists(from)) {
        Files.move(from, file.resolveSibling(aside.getFileName() + end));
      }
    }
    return aside;
  }

  /// Whether an error means that the file is no sound database, rather than that it cannot be used
  /// now.
  static boolean isDamage(SQLException failed) {
    for (Throwable at = failed; at != null; at = at.getCause()) {
      if (at instanceof SQLException one
          && (one.getErrorCode() == CORRUPT || one.getErrorCode() == NOT_A_DATABASE)) {
        return true;
      }
    }
    return false;
  }

  /// Empties the log of writes, in which deleted rows are still to be read.
  ///
  /// @return whether it is empty; it is not while another process reads
  static boolean sweep(Session session) throws SQLException {
    return session
        .first(row -> row.getInt(1) == 0, "pragma wal_checkpoint(truncate)")
        .orElse(false);
  }
}
