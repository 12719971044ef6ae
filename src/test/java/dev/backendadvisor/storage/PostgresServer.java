package dev.backendadvisor.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL server.
public final class PostgresServer implements AutoCloseable {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final EmbeddedPostgres server;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /// Holds the one that all tests share, started when the first needs it.
  private static final class Shared {
    private static final PostgresServer SERVER = start("off");

    private Shared() {}
  }

  /// The one that all tests share; it ends with the process, and never waits for the disk.
  public static PostgresServer shared() {
    return Shared.SERVER;
  }

  /// Starts one on a free port, whose commits are on the disk when they return.
  public static PostgresServer start() {
    return start("on");
  }

  private static PostgresServer start(String durable) {
    try {
      return new PostgresServer(
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", durable)
              .setServerConfig("synchronous_commit", durable)
              .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
              .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The port it listens on.
  public int port() {
    return server.getPort();
  }

  /// The URL of a new, empty database, as an operator writes it.
  public String newDatabase() {
    String name = "advisor" + DATABASES.incrementAndGet();
    execute("postgres", "create database " + name);
    return "postgresql://postgres@localhost:" + port() + "/" + name;
  }

  /// Settings for the database at a URL.
  ///
  /// @param folder where the journal lies
  public static StorageSettings at(String url, Path folder) {
    return StorageSettings.in(
        DatabasePlace.OnServer.of(url, Optional.empty()).orElseThrow(),
        folder.resolve(StorageSettings.JOURNAL));
  }

  /// A connection of its own to a database.
  ///
  /// @param url as [#newDatabase] gives it
  public static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection("jdbc:" + url.replace("postgres@", ""), "postgres", "");
  }

  private void execute(String database, String statement) {
    try (Connection connection =
        DriverManager.getConnection(server.getJdbcUrl("postgres", database))) {
      new Session(connection).run(statement);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
