package dev.backendadvisor.evaluation;

import dev.backendadvisor.evaluation.FollowUpReport.Read;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.QuestionReader;
import dev.backendadvisor.question.QuestionReader.Earlier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes the turns of conversations free of their context and compares that with what people made
/// of them.
public final class FollowUpEvaluation {
  private final QuestionReader reader;

  /// Measures a reader.
  public FollowUpEvaluation(QuestionReader reader) {
    this.reader = reader;
  }

  /// Reads every turn of a file after those before it.
  ///
  /// @param file a line of JSON each: `{"id": …, "history": […], "question": …, "rewrite": …}`
  /// @throws IOException when it cannot be read; its message says where and why
  public FollowUpReport run(Path file) throws IOException {
    List<Read> turns = new ArrayList<>();
    for (FollowUpTurns.Turn turn : FollowUpTurns.read(file).turns()) {
      List<Earlier> earlier = new ArrayList<>();
      for (String words : turn.history()) {
        earlier.add(new Earlier("m_" + earlier.size(), reader.read(words, earlier)));
      }
      Question question = reader.read(turn.question(), earlier);
      turns.add(
          new Read(
              turn.id(),
              turn.question(),
              turn.rewrite(),
              question.reading().standalone(),
              earlier.isEmpty()));
    }
    return new FollowUpReport(turns);
  }
}
