package dev.backendadvisor.storage;

import dev.backendadvisor.conversation.ConversationStore.Away;
import dev.backendadvisor.conversation.EventLedger;
import dev.backendadvisor.conversation.PassingEvents;
import java.time.Clock;

/// Events in a database, and the latest in memory too: while the database is away, an event is
/// still taken on once by this process.
final class SqlEvents implements EventLedger {
  private static final int IN_MEMORY = 10_000;

  private final WaitingRoom waiting;
  private final Clock clock;
  private final PassingEvents latest = new PassingEvents(IN_MEMORY);

  /// Knows those that still wait to be written.
  SqlEvents(WaitingRoom waiting, Clock clock) {
    this.waiting = waiting;
    this.clock = clock;
    for (Deed<?> deed : waiting.waiting()) {
      if (deed instanceof Deed.Took took) {
        latest.take(took.event());
      }
    }
  }

  @Override
  public boolean take(String event) {
    if (!latest.take(event)) {
      return false;
    }
    try {
      return waiting.write(new Deed.Took(event, clock.millis()));
    } catch (Away away) {
      return true;
    }
  }
}
