package dev.backendadvisor.storage;

import dev.backendadvisor.conversation.ConversationStore.Away;
import dev.backendadvisor.conversation.EventLedger;
import dev.backendadvisor.conversation.PassingEvents;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/// Events in a database, and the latest in memory too: while the database is away, an event is
/// still taken on once by this process.
final class SqlEvents implements EventLedger {
  /// Longer than is promised, so that a clock put right does not undo the promise.
  private static final Duration KEPT = Duration.ofHours(48);

  private static final Duration BETWEEN_TIDYINGS = Duration.ofHours(1);
  private static final int IN_MEMORY = 10_000;

  private final Database database;
  private final Clock clock;
  private final PassingEvents latest = new PassingEvents(IN_MEMORY);
  private long tidied = System.nanoTime() - BETWEEN_TIDYINGS.toNanos();

  SqlEvents(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public boolean take(String event) {
    if (!latest.take(event)) {
      return false;
    }
    try {
      return database.write(session -> take(session, event));
    } catch (Away away) {
      return true;
    }
  }

  private boolean take(Session session, String event) throws SQLException {
    long now = clock.millis();
    if (System.nanoTime() - tidied >= BETWEEN_TIDYINGS.toNanos()) {
      session.change("delete from events where taken_at < ?", now - KEPT.toMillis());
      tidied = System.nanoTime();
    }
    return session.change(
            "insert into events (id, taken_at) values (?, ?) on conflict (id) do nothing",
            event,
            now)
        > 0;
  }
}
