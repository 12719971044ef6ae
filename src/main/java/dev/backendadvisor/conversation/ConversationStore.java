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

  /// The conversation held at a place outside, such as a thread of Slack.
  ///
  /// @param place its name there: `slack:T1:C1:1700000000.000100`
  Optional<String> at(String place);

  /// Notes that a conversation is held at a place, once and for all: a place keeps the conversation
  /// it was first given, until that is forgotten.
  void settle(String place, String conversation);

  /// Forgets a conversation with all its turns, and the places it was held at.
  ///
  /// @return whether there was one
  boolean forget(String conversation);
}
