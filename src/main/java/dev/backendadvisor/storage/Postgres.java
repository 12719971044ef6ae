package dev.backendadvisor.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/// A database on a PostgreSQL server, which may serve several advisors at the same time.
///
/// Deleted rows cannot be read by anybody at once; the server takes them from its files when it
/// vacuums and reuses its log.
final class Postgres implements Engine {
  /// Any number, the same in every advisor: whoever holds it may change the tables.
  private static final long TABLES = 0x6164766973_6f72L;

  private static final Set<String> MISTAKES = Set.of("28000", "28P01", "3D000");

  private final DatabasePlace.OnServer place;
  private final StorageSettings settings;

  /// Connects to nothing yet.
  Postgres(DatabasePlace.OnServer place, StorageSettings settings) {
    this.place = place;
    this.settings = settings;
  }

  @Override
  public String name() {
    return place.name();
  }

  @Override
  public String noun() {
    return "database";
  }

  @Override
  public int writers() {
    return Math.max(1, settings.connections() / 2);
  }

  @Override
  public int readers() {
    return Math.max(1, settings.connections() - writers());
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public AutoCloseable hold() {
    return () -> {};
  }

  @Override
  public HikariDataSource pool() {
    var pool = new HikariConfig();
    pool.setPoolName("conversations");
    pool.setDataSource(source());
    pool.setMaximumPoolSize(writers() + readers());
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(Math.max(250, settings.patience().toMillis()));
    pool.setValidationTimeout(Math.max(250, settings.patience().toMillis() / 2));
    pool.setInitializationFailTimeout(-1);
    return new HikariDataSource(pool);
  }

  @Override
  public Connection connect() throws SQLException {
    return source().getConnection();
  }

  /// Nothing waits for ever, even on a connection whose other end is gone without a word.
  private PGSimpleDataSource source() {
    int seconds = (int) Math.max(1, settings.patience().toSeconds());
    var source = new PGSimpleDataSource();
    source.setUrl(place.url());
    place.user().ifPresent(source::setUser);
    place.password().ifPresent(source::setPassword);
    source.setApplicationName("advisor");
    // the details of an error repeat what was to be written
    source.setLogServerErrorDetail(false);
    source.setConnectTimeout(seconds);
    source.setLoginTimeout(seconds);
    source.setSocketTimeout(2 * seconds);
    source.setTcpKeepAlive(true);
    return source;
  }

  @Override
  public void lockTables(Session session) throws SQLException {
    var unused = session.first(row -> true, "select pg_advisory_xact_lock(?)", TABLES);
  }

  /// A server looks after its own files.
  @Override
  public Optional<String> damage() {
    return Optional.empty();
  }

  @Override
  public Path setAside(Instant now) {
    throw new IllegalStateException("a server's files are its own");
  }

  @Override
  public boolean isDamage(SQLException failed) {
    return false;
  }

  @Override
  public boolean isMistake(SQLException failed) {
    return MISTAKES.contains(String.valueOf(failed.getSQLState()));
  }

  /// Data that do not fit (class 22), and constraints (class 23).
  @Override
  public boolean isRefusal(SQLException failed) {
    String state = String.valueOf(failed.getSQLState());
    return state.startsWith("22") || state.startsWith("23");
  }

  @Override
  public boolean sweep(Session session) {
    return true;
  }
}
