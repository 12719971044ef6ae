package dev.backendadvisor.retrieval;

import dev.backendadvisor.corpus.AnsweredQuestion;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.VectorUtil;

/// The vectors of the questions that a corpus's sentences are noted to answer, as far as they are
/// known. They are few beside passages, and lie in memory.
final class QuestionsAnswered {
  private final List<Span> sentences = new ArrayList<>();
  private final List<float[]> vectors = new ArrayList<>();
  private final int all;

  /// @param model of the vectors; nothing is known of the empty one
  QuestionsAnswered(Corpus corpus, String model, VectorLog known) throws IOException {
    this.all = corpus.answered().size();
    for (AnsweredQuestion one : corpus.answered()) {
      Optional<float[]> vector =
          model.isEmpty() ? Optional.empty() : known.get(VectorLog.Key.of(model, one.question()));
      if (vector.isPresent()) {
        sentences.add(one.sentence());
        vectors.add(vector.get());
      }
    }
  }

  int all() {
    return all;
  }

  int known() {
    return vectors.size();
  }

  /// The sentences that answer a question of this closeness or more, each with the cosine of the
  /// closest.
  Map<Span, Double> near(float[] question, double least) {
    Map<Span, Double> near = new HashMap<>();
    for (int i = 0; i < vectors.size(); i++) {
      double cosine = VectorUtil.dotProduct(question, vectors.get(i));
      if (cosine >= least) {
        near.merge(sentences.get(i), cosine, Math::max);
      }
    }
    return near;
  }
}
