package dev.backendadvisor.conversation;

import java.util.List;
import java.util.Optional;

/// Keeps conversations, turn by turn. Safe for use by many threads.
public interface ConversationStore {
  /// The turns of a conversation, oldest first; none when there is no such conversation.
  Optional<List<Turn>> turns(String conversation);

  /// The turn with this answer.
  Optional<Turn> turn(String answer);

  /// Adds a turn to its conversation, which begins with its first turn.
  void append(Turn turn);

  /// Forgets a conversation with all its turns.
  ///
  /// @return whether there was one
  boolean forget(String conversation);
}
