package dev.backendadvisor.storage;

import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.EventLedger;
import dev.backendadvisor.conversation.SpendingLedger;
import dev.backendadvisor.conversation.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The database of one advisor, for as long as it runs.
///
/// A process killed at any moment leaves every turn that was acknowledged, once. What is forgotten
/// is overwritten in the files; what the file system or the disk keeps of overwritten blocks, and
/// copies made by others, are beyond its reach.
public final class Storage implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Storage.class.getName());
  private static final long SECOND = 1_000;

  private final AutoCloseable hold;
  private final Database database;
  private final WaitingRoom waiting;
  private final ConversationStore conversations;
  private final EventLedger events;
  private final SpendingLedger spending;
  private final SqlTally tally;
  private final Retention retention;
  private final ScheduledExecutorService care =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("storage-care").factory());

  private Storage(
      AutoCloseable hold,
      Database database,
      WaitingRoom waiting,
      StorageSettings settings,
      Clock clock) {
    this.hold = hold;
    this.database = database;
    this.waiting = waiting;
    this.spending = new SqlSpending(database, clock);
    this.tally = new SqlTally(database, clock);
    this.conversations = new SqlConversations(database, waiting, tally, clock);
    this.events = new SqlEvents(waiting, clock);
    this.retention = new Retention(database, settings.kept(), clock);
    var unused = care.scheduleWithFixedDelay(this::care, SECOND, SECOND, TimeUnit.MILLISECONDS);
  }

  /// Looks after what no visitor waits for.
  private void care() {
    try {
      waiting.probe();
      database.probe();
      waiting.settle();
      tally.write();
      retention.look();
    } catch (ConversationStore.Away later) {
      LOG.log(Level.DEBUG, "The database is not back yet", later);
    } catch (RuntimeException fault) {
      LOG.log(Level.ERROR, "The database could not be looked after", fault);
    }
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
      var journal = journal(settings);
      try {
        var database = Database.open(engine, settings.patience(), schema, clock);
        var waiting = new WaitingRoom(database, journal, settings.patience(), clock);
        return new Storage(hold, database, waiting, settings, clock);
      } catch (RuntimeException refused) {
        release(journal);
        throw refused;
      }
    } catch (RuntimeException refused) {
      release(hold);
      throw refused;
    }
  }

  private static Journal journal(StorageSettings settings) {
    try {
      return Journal.open(settings.journal(), settings.journalBytes());
    } catch (IOException unusable) {
      throw StorageException.unusable(settings.journal(), unusable);
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

  /// What models cost.
  public SpendingLedger spending() {
    return spending;
  }

  /// What was counted.
  public Tally tally() {
    return tally;
  }

  /// What somebody should look at, in a sentence.
  public Optional<String> trouble() {
    String trouble =
        Stream.of(database.trouble(), waiting.trouble())
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return trouble.isEmpty() ? Optional.empty() : Optional.of(trouble);
  }

  /// Lets what is being written end, and frees the database.
  @Override
  public void close() {
    care.shutdownNow();
    try {
      if (database.trouble().isEmpty()) {
        waiting.settle();
        tally.write();
      }
    } catch (ConversationStore.Away away) {
      LOG.log(Level.DEBUG, "What waits stays in the journal", away);
    }
    release(waiting);
    database.close();
    release(hold);
  }
}
