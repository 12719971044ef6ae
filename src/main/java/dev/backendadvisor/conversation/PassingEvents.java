package dev.backendadvisor.conversation;

import java.util.LinkedHashSet;

/// Remembers the latest events in memory, until the process ends.
public final class PassingEvents implements EventLedger {
  private final int most;
  private final LinkedHashSet<String> events = new LinkedHashSet<>();

  /// Remembers so many; the oldest goes first.
  public PassingEvents(int most) {
    this.most = most;
  }

  @Override
  public synchronized boolean take(String event) {
    boolean isNew = events.add(event);
    if (events.size() > most) {
      events.removeFirst();
    }
    return isNew;
  }
}
