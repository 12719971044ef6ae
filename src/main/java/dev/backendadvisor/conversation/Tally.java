package dev.backendadvisor.conversation;

import java.time.LocalDate;
import java.util.Map;

/// Counts what happens, day by day, without saying to whom. Safe for use by many threads, and never
/// in anybody's way: what was counted within the last seconds may be lost with the process.
public interface Tally {
  /// Counts nothing.
  Tally NONE = new NoTally();

  /// Counts one more today.
  ///
  /// @param what as in `questions`
  void count(String what);

  /// How often each thing was counted, by day, oldest first.
  ///
  /// @param first the first day to tell of
  /// @throws ConversationStore.Away when that cannot be told now
  Map<LocalDate, Map<String, Long>> since(LocalDate first);
}
