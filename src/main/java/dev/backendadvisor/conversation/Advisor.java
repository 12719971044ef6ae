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
  Answer ask(Inquiry inquiry, Consumer<AnswerEvent> events);

  /// The conversation an inquiry names is not there.
  final class UnknownConversation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Says nothing about the id, since ids are secrets.
    public UnknownConversation() {
      super("There is no such conversation.");
    }
  }
}
