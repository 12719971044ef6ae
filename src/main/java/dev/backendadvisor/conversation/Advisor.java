package dev.backendadvisor.conversation;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import java.util.function.Consumer;

/// One question in, one answer out.
public interface Advisor {
  /// Answers.
  ///
  /// @param inquiry the question
  /// @param events told what happens, in order, on the calling thread
  /// @throws UnknownConversation when the inquiry goes on with a conversation that is not there
  /// @throws AnsweredBefore when the request is a retry of one that was answered
  Answer ask(Inquiry inquiry, Consumer<AnswerEvent> events);

  /// The conversation an inquiry names is not there.
  final class UnknownConversation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Says nothing about the id, since ids are secrets.
    public UnknownConversation() {
      super("There is no such conversation.");
    }
  }

  /// The request is a retry of one that was answered: the answer is sent again as it was sent.
  final class AnsweredBefore extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Turn turn;

    /// Hands over the turn the request made.
    public AnsweredBefore(Turn turn) {
      super("The request was answered before.");
      this.turn = turn;
    }

    /// The turn the request made.
    public Turn turn() {
      return turn;
    }
  }
}
