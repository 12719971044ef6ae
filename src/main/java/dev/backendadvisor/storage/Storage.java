package dev.backendadvisor.storage;

import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.EventLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// The database of one advisor, for as long as it runs.
///
/// A process killed at any moment leaves every turn that was acknowledged, once. What is forgotten
/// is overwritten in the files; what the file system or the disk keeps of overwritten blocks, and
/// copies made by others, are beyond its reach.
public final class Storage implements AutoCloseable {
  private final AutoCloseable hold;
  private final Database database;
  private final ConversationStore conversations;
  private final EventLedger events;

  private Storage(AutoCloseable hold, Database database, Clock clock) {
    this.hold = hold;
    this.database = database;
    this.conversations = new SqlConversations(database);
    this.events = new SqlEvents(database, clock);
  }

  /// Opens the database, makes it when missing, and brings it up to date. One that is damaged or
  /// foreign is moved aside and begun anew; one that cannot be opened now is tried again later.
  ///
  /// @throws StorageException when it has a newer schema, another process uses it, or its folder
  ///   cannot be used
  public static Storage open(StorageSettings settings, Clock clock) {
    return open(settings, Schema.current(), clock);
  }

  static Storage open(StorageSettings settings, Schema schema, Clock clock) {
    Engine engine =
        switch (settings.place()) {
          case DatabasePlace.InFile(Path file) ->
              new Sqlite(file, settings.patience().dividedBy(2));
          case DatabasePlace.OnServer server -> new Postgres(server, settings);
        };
    AutoCloseable hold;
    try {
      hold = engine.hold();
    } catch (IOException unusable) {
      throw StorageException.unusable(engine, unusable);
    }
    try {
      return new Storage(hold, Database.open(engine, settings.patience(), schema, clock), clock);
    } catch (RuntimeException refused) {
      release(hold);
      throw refused;
    }
  }

  private static void release(AutoCloseable hold) {
    try {
      hold.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// Where conversations are kept.
  public ConversationStore conversations() {
    return conversations;
  }

  /// Which events were taken on.
  public EventLedger events() {
    return events;
  }

  /// What somebody should look at, in a sentence.
  public Optional<String> trouble() {
    return database.trouble();
  }

  /// Lets what is being written end, and frees the database.
  @Override
  public void close() {
    database.close();
    release(hold);
  }
}
