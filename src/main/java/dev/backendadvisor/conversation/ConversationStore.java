package dev.backendadvisor.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps conversations, turn by turn. Safe for use by many threads. Every method throws [Away] when
/// the store cannot do it now.
public interface ConversationStore {
  /// Whether other servers have the same conversations.
  boolean isShared();

  /// What was asked in a conversation lately, oldest first; none when there is no such
  /// conversation.
  ///
  /// @param most questions at most
  Optional<List<Asked>> asked(String conversation, int most);

  /// The latest turns of a conversation, oldest first; none when there is no such conversation.
  ///
  /// @param most turns at most
  Optional<List<Turn>> turns(String conversation, int most);

  /// The turn with this answer.
  Optional<Turn> turn(String answer);

  /// The turn this request made.
  Optional<Turn> requested(UUID request);

  /// Begins a conversation with its first turn.
  Keeping begin(Turn first);

  /// Adds a turn to its conversation.
  Keeping append(Turn next);

  /// What became of a turn.
  enum Keeping {
    /// It is kept.
    KEPT,
    /// Its request has made a turn already, so it is left out.
    REPEATED,
    /// There is no such conversation, or it was forgotten meanwhile.
    FORGOTTEN
  }

  /// Takes on a request, unless another server is answering it.
  ///
  /// @param lease after that, it may be taken on once more; a turn it makes ends it too
  /// @return whether it was taken on
  boolean claim(UUID request, Duration lease);

  /// Lets others take on a request that makes no turn.
  void release(UUID request);

  /// The conversation held at a place outside, such as a thread of Slack.
  ///
  /// @param place its name there: `slack:T1:C1:1700000000.000100`
  Optional<String> at(String place);

  /// Notes that a conversation is held at a place, once and for all: a place keeps the conversation
  /// it was first given, until that is forgotten. Does nothing when there is no such conversation.
  void settle(String place, String conversation);

  /// The profile a conversation was given.
  Optional<Given> profile(String conversation);

  /// Gives a conversation a profile, instead of whatever it was given before.
  ///
  /// @return whether there is such a conversation
  boolean give(String conversation, Given profile);

  /// Takes down what a reader says, instead of what was said of the same before. It is on the disk
  /// when this returns.
  ///
  /// @return whether there is such an answer
  boolean judge(Feedback feedback);

  /// What was said of an answer: of the whole first, then of its citations.
  List<Feedback> feedback(String answer);

  /// Lets whoever holds a share read a conversation as it is now.
  ///
  /// @param share a new id
  /// @return whether there is such a conversation
  boolean share(String share, String conversation);

  /// The latest turns of what was shared, oldest first; none when there is no such share.
  ///
  /// @param most turns at most
  Optional<List<Turn>> shared(String share, int most);

  /// Forgets a conversation with all its turns, what was said of them, the places it was held at
  /// and its shares.
  ///
  /// @return whether there was one
  boolean forget(String conversation);

  /// A question asked before.
  ///
  /// @param answer the id of its answer
  /// @param words the visitor's words
  record Asked(String answer, String words) {}

  /// A profile as somebody gave it, rather than as it was read from their words.
  ///
  /// @param after the id of the last answer before; none when it came with the first question
  /// @param json the profile
  record Given(Optional<String> after, String json) {}

  /// The store cannot be reached, read or written now. It may be again later; nothing was changed.
  final class Away extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Says why, for the log.
    public Away(String why) {
      super(why);
    }

    /// Says why, for the log.
    public Away(String why, Exception cause) {
      super(why, cause);
    }
  }
}
