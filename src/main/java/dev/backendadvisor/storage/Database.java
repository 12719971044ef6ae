package dev.backendadvisor.storage;

import com.zaxxer.hikari.HikariDataSource;
import dev.backendadvisor.conversation.ConversationStore.Away;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The database at work. What cannot be done now ends with [Away], soon; a database that turns out
/// damaged is moved aside, and a new one takes its place.
final class Database implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Database.class.getName());

  private final Engine engine;
  private final Schema schema;
  private final Clock clock;
  private final Lane writing;
  private final Lane reading;

  /// Held to read by whatever uses the pool, and to write by what replaces it.
  private final ReentrantReadWriteLock access = new ReentrantReadWriteLock();

  private volatile Optional<HikariDataSource> pool = Optional.empty();
  private volatile Optional<String> damaged = Optional.empty();
  private volatile boolean swept = true;

  /// Something done in the database.
  @FunctionalInterface
  interface Work<T> {
    T in(Session session) throws SQLException;
  }

  private Database(Engine engine, Duration patience, Schema schema, Clock clock) {
    this.engine = engine;
    this.schema = schema;
    this.clock = clock;
    this.writing = new Lane(engine.name(), "written", engine.writers(), patience, clock);
    this.reading = new Lane(engine.name(), "read", engine.readers(), patience, clock);
  }

  /// Opens the database, and brings it up to date. One that cannot be opened now is away, and tried
  /// again whenever it is needed.
  ///
  /// @throws StorageException when its schema is newer than ours, or a setting is to be put right
  static Database open(Engine engine, Duration patience, Schema schema, Clock clock) {
    var database = new Database(engine, patience, schema, clock);
    try {
      database.openPool(Optional.empty());
    } catch (SQLException failed) {
      if (engine.isMistake(failed)) {
        database.close();
        throw StorageException.refused(engine, failed);
      }
      database.writing.note(failed);
    } catch (IOException failed) {
      database.writing.note(failed);
    } catch (RuntimeException refused) {
      database.close();
      throw refused;
    }
    return database;
  }

  /// Reads, by a single statement.
  ///
  /// @throws Away when it cannot be done now
  <T> T read(Work<T> work) {
    return reading.run(() -> use(work));
  }

  /// Reads and writes, all or nothing; on the disk when this returns.
  ///
  /// @throws Away when it cannot be done now, and nothing was written
  <T> T write(Work<T> work) {
    return writing.run(
        () ->
            use(
                session -> {
                  T result = commit(session, work);
                  if (!swept) {
                    sweep(session);
                  }
                  return result;
                }));
  }

  /// Writes as [#write] does, and sees that what was deleted can be read in no file any more.
  ///
  /// @throws Away when it cannot be done now, and nothing was written
  <T> T erase(Work<T> work) {
    return writing.run(
        () ->
            use(
                session -> {
                  T result = commit(session, work);
                  sweep(session);
                  return result;
                }));
  }

  /// Tries whether it is back, where it was away.
  void probe() {
    if (reading.trouble().isPresent()) {
      reading.probe(() -> use(session -> session.list(row -> row.getInt(1), "select 1")));
    }
    if (writing.trouble().isPresent()) {
      writing.probe(
          () ->
              use(
                  session ->
                      commit(
                          session,
                          one ->
                              one.change("delete from " + Schema.TABLE + " where version < 0"))));
    }
  }

  /// Its name, which holds no secret.
  String name() {
    return engine.name();
  }

  /// Whether other servers may work on it at the same time.
  boolean isShared() {
    return engine.isShared();
  }

  /// Whether it is away in so far as that it will never do what it was told.
  boolean isRefusal(Away away) {
    for (Throwable at = away; at != null; at = at.getCause()) {
      if (at instanceof SQLException failed && engine.isRefusal(failed)) {
        return true;
      }
    }
    return false;
  }

  private static <T> T commit(Session session, Work<T> work) throws SQLException {
    Connection connection = session.connection();
    connection.setAutoCommit(false);
    T result = work.in(session);
    if (Thread.interrupted()) {
      throw new Away("Nobody waits for it any more");
    }
    // commits, and unlike commit() begins no other transaction, which could fail after this one
    connection.setAutoCommit(true);
    return result;
  }

  private void sweep(Session session) {
    try {
      swept = engine.sweep(session);
    } catch (SQLException later) {
      swept = false;
    }
  }

  private <T> T use(Work<T> work) {
    HikariDataSource used = pool.orElseGet(this::openAgain);
    access.readLock().lock();
    SQLException why;
    try (Connection connection = used.getConnection()) {
      return onConnection(used, connection, work);
    } catch (SQLException failed) {
      why = failed;
    } finally {
      access.readLock().unlock();
    }
    if (engine.isDamage(why)) {
      replace(used, String.valueOf(why.getMessage()));
    }
    throw new Away("The database cannot do it now", why);
  }

  /// A connection on which something failed is not used again: the driver may be mistaken about the
  /// state it is in.
  private static <T> T onConnection(HikariDataSource used, Connection connection, Work<T> work)
      throws SQLException {
    boolean done = false;
    try {
      T result = work.in(new Session(connection));
      done = true;
      return result;
    } finally {
      if (!done) {
        used.evictConnection(connection);
      }
    }
  }

  private HikariDataSource openAgain() {
    access.writeLock().lock();
    try {
      if (pool.isEmpty()) {
        openPool(Optional.empty());
      }
      return pool.orElseThrow();
    } catch (IOException | SQLException | StorageException failed) {
      throw new Away("The database cannot be opened now", failed);
    } finally {
      access.writeLock().unlock();
    }
  }

  private void replace(HikariDataSource used, String damage) {
    access.writeLock().lock();
    try {
      if (pool.filter(used::equals).isPresent()) {
        used.close();
        pool = Optional.empty();
        openPool(Optional.of(damage));
      }
    } catch (IOException | SQLException failed) {
      throw new Away("The database is damaged and cannot be begun anew now", failed);
    } finally {
      access.writeLock().unlock();
    }
  }

  private void openPool(Optional<String> known) throws IOException, SQLException {
    Optional<String> damage = known.isPresent() ? known : engine.damage();
    if (damage.isPresent()) {
      Path aside = engine.setAside(clock.instant());
      String what =
          "The database %s was damaged or foreign and is begun anew; the old one lies in %s (%s)"
              .formatted(engine.name(), aside, damage.get());
      damaged = Optional.of(what);
      LOG.log(Level.ERROR, what);
    }
    try (Connection connection = engine.connect()) {
      connection.setAutoCommit(false);
      var session = new Session(connection);
      engine.lockTables(session);
      int version = schema.bring(session, clock.instant());
      if (version > schema.newest()) {
        throw StorageException.newer(engine, version, schema.newest());
      }
      connection.setAutoCommit(true);
    }
    pool = Optional.of(engine.pool());
  }

  /// What somebody should look at.
  Optional<String> trouble() {
    String trouble =
        Stream.of(damaged, writing.trouble(), reading.trouble())
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return trouble.isEmpty() ? Optional.empty() : Optional.of(trouble);
  }

  @Override
  public void close() {
    writing.close();
    reading.close();
    pool.ifPresent(HikariDataSource::close);
  }
}
