package dev.backendadvisor.conversation;

import dev.backendadvisor.answer.Vocabulary;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.question.QuestionReader;
import java.time.LocalDate;

/// What is derived from a corpus once and used by every answer.
///
/// @param corpus the corpus
/// @param day the day the matrix is rated for
/// @param reader reads questions in the corpus's words
/// @param earlier reads those asked before
/// @param vocabulary the corpus's words
/// @param matrix every technology on every criterion
record Knowledge(
    Corpus corpus,
    LocalDate day,
    QuestionReader reader,
    EarlierQuestions earlier,
    Vocabulary vocabulary,
    Matrix matrix) {
  static Knowledge of(Corpus corpus, LocalDate day) {
    var reader = new QuestionReader(corpus);
    return new Knowledge(
        corpus,
        day,
        reader,
        new EarlierQuestions(reader),
        new Vocabulary(corpus),
        Matrix.of(corpus, day));
  }
}
