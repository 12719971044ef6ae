package dev.backendadvisor.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL server.
public final class PostgresServer implements AutoCloseable {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final EmbeddedPostgres server;
  private final Optional<Path> files;
  private List<String> command = List.of();
  private Optional<Process> started = Optional.empty();

  private PostgresServer(EmbeddedPostgres server, Optional<Path> files) {
    this.server = server;
    this.files = files;
  }

  /// Holds the one that all tests share, started when the first needs it.
  private static final class Shared {
    private static final PostgresServer SERVER =
        start(EmbeddedPostgres.builder(), "off", Optional.empty());

    private Shared() {}
  }

  /// The one that all tests share; it ends with the process, and never waits for the disk.
  public static PostgresServer shared() {
    return Shared.SERVER;
  }

  /// Starts one on a free port, whose commits are on the disk when they return, and which can be
  /// killed.
  ///
  /// @param files where its files lie
  public static PostgresServer start(Path files) {
    return start(EmbeddedPostgres.builder().setDataDirectory(files), "on", Optional.of(files));
  }

  private static PostgresServer start(
      EmbeddedPostgres.Builder builder, String durable, Optional<Path> files) {
    try {
      return new PostgresServer(
          builder
              .setServerConfig("fsync", durable)
              .setServerConfig("synchronous_commit", durable)
              .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
              .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
              .start(),
          files);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Kills the server, all of it, as `kill -9` does.
  public void kill() throws IOException, InterruptedException {
    ProcessHandle main = main();
    command = List.of(Files.readString(Path.of("/proc/" + main.pid() + "/cmdline")).split("\0"));
    List<ProcessHandle> all = new ArrayList<>(main.descendants().toList());
    all.add(main);
    all.reversed().forEach(ProcessHandle::destroyForcibly);
    while (all.stream().anyMatch(ProcessHandle::isAlive)) {
      Thread.sleep(10);
    }
  }

  private ProcessHandle main() throws IOException {
    String first = Files.readAllLines(files.orElseThrow().resolve("postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(first.strip())).orElseThrow();
  }

  /// Starts it again on the same files and the same port.
  public void startAgain() throws IOException {
    List<String> again = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      // the server refuses to run as root
      again.addAll(List.of("unshare", "-U"));
    }
    again.addAll(command);
    started =
        Optional.of(
            new ProcessBuilder(again)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
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
    if (started.isPresent()) {
      started.get().destroy();
    }
    server.close();
  }
}
