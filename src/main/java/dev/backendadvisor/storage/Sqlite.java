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
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/// A file of SQLite, which one process at a time has to itself.
///
/// A commit returns when it is on the disk (`synchronous=FULL`). Deleted rows are overwritten
/// (`secure_delete`) in the database, and by [#sweep] in the log of writes beside it.
final class Sqlite implements Engine {
  private static final int READERS = 2;

  /// A larger database is not read through at the start; its damage shows when it is used.
  private static final long CHECKED_WHOLE = 64L * 1024 * 1024;

  private static final int HEADER = 100;
  private static final int CORRUPT = 11;
  private static final int NOT_A_DATABASE = 26;

  /// A value too large, a constraint, a value of the wrong kind.
  private static final Set<Integer> REFUSALS = Set.of(18, 19, 20);

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

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public String noun() {
    return "file";
  }

  /// SQLite lets one write at a time.
  @Override
  public int writers() {
    return 1;
  }

  @Override
  public int readers() {
    return READERS;
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public AutoCloseable hold() throws IOException {
    if (Files.isDirectory(file)) {
      throw StorageException.isFolder(file);
    }
    Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
    NativeLibrary.load();
    return DatabaseLock.take(file.toAbsolutePath());
  }

  @Override
  public HikariDataSource pool() {
    var pool = new HikariConfig();
    pool.setPoolName("conversations");
    pool.setDataSource(source(config()));
    pool.setMaximumPoolSize(writers() + readers());
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(patience.toMillis());
    pool.setInitializationFailTimeout(-1);
    return new HikariDataSource(pool);
  }

  @Override
  public Connection connect() throws SQLException {
    return source(config()).getConnection();
  }

  /// Nothing to do: a transaction keeps everybody else from writing from its start.
  @Override
  public void lockTables(Session session) {}

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
  @Override
  public Optional<String> damage() throws IOException, SQLException {
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

  /// Moves the file, with what lies beside it, to a name that tells when.
  @Override
  public Path setAside(Instant now) throws IOException {
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

  @Override
  public boolean isDamage(SQLException failed) {
    for (Throwable at = failed; at != null; at = at.getCause()) {
      if (at instanceof SQLException one
          && (one.getErrorCode() == CORRUPT || one.getErrorCode() == NOT_A_DATABASE)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isMistake(SQLException failed) {
    return false;
  }

  @Override
  public boolean isRefusal(SQLException failed) {
    return REFUSALS.contains(failed.getErrorCode());
  }

  /// Empties the log of writes, in which deleted rows are still to be read; that cannot be done
  /// while another process reads.
  @Override
  public boolean sweep(Session session) throws SQLException {
    return session
        .first(row -> row.getInt(1) == 0, "pragma wal_checkpoint(truncate)")
        .orElse(false);
  }
}
