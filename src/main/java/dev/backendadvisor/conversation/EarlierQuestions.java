package dev.backendadvisor.conversation;

import dev.backendadvisor.conversation.ConversationStore.Asked;
import dev.backendadvisor.question.Offers;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.QuestionReader;
import dev.backendadvisor.question.QuestionReader.Earlier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the questions asked before in a conversation, in the words of one corpus. Those read last
/// are remembered, so that a conversation that goes on is not read again from its beginning.
final class EarlierQuestions {
  /// How far back is read. A question leans on the one before, and through it on those before that.
  static final int MOST = 30;

  private static final int REMEMBERED = 2_000;

  private final QuestionReader reader;
  private final Map<String, Question> known = new LinkedHashMap<>(16, 0.75f, true);

  EarlierQuestions(QuestionReader reader) {
    this.reader = reader;
  }

  /// Reads questions in their order.
  ///
  /// @param asked oldest first, at most [#MOST]
  /// @param offers what was offered below their answers
  List<Earlier> read(List<Asked> asked, Offers offers) {
    List<Earlier> earlier = new ArrayList<>();
    for (Asked one : asked) {
      Question question = known(one.answer());
      if (question == null) {
        question = reader.read(one.words(), earlier, offers);
        remember(one.answer(), question);
      }
      earlier.add(new Earlier(one.answer(), question));
    }
    return earlier;
  }

  /// Remembers a question as it was read.
  ///
  /// @param answer the id of its answer
  synchronized void remember(String answer, Question question) {
    known.put(answer, question);
    if (known.size() > REMEMBERED) {
      known.remove(known.keySet().iterator().next());
    }
  }

  private synchronized @Nullable Question known(String answer) {
    return known.get(answer);
  }
}
