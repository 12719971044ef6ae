package dev.backendadvisor.conversation;

/// Remembers which events from outside were taken on, so that one delivered twice is answered once.
/// Safe for use by many threads.
public interface EventLedger {
  /// Takes an event on.
  ///
  /// @param event its id, with the name of where it comes from: `slack:Ev0123`
  /// @return whether it is new; `false` when it was taken on within the last 24 hours at least
  boolean take(String event);
}
