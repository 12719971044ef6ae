package dev.backendadvisor.retrieval;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.NotedQuestion;
import dev.backendadvisor.corpus.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.VectorUtil;

/// The vectors of the questions noted beside a corpus's sentences, as far as they are known. They
/// are few beside passages, and lie in memory, those of one sentence together.
final class NotedQuestions {
  /// A noted question is near from this cosine on.
  private static final double NEAR = 0.5;

  /// Only the questions of so many sentences are looked at one by one: of those to whose questions
  /// the one asked is closest on average.
  private static final int LOOKED_AT = 64;

  private final List<OfSentence> sentences;
  private final int all;
  private final int known;

  /// @param model of the vectors; nothing is known of the empty one
  NotedQuestions(Corpus corpus, String model, VectorLog vectors) throws IOException {
    Map<Span, List<Noted>> bySentence = new LinkedHashMap<>();
    int found = 0;
    for (NotedQuestion one : corpus.questions()) {
      Optional<float[]> vector =
          model.isEmpty() ? Optional.empty() : vectors.get(VectorLog.Key.of(model, one.question()));
      if (vector.isPresent()) {
        bySentence
            .computeIfAbsent(one.sentence(), first -> new ArrayList<>())
            .add(new Noted(one.answered(), vector.get()));
        found++;
      }
    }
    this.sentences =
        bySentence.entrySet().stream()
            .map(each -> new OfSentence(each.getKey(), mean(each.getValue()), each.getValue()))
            .toList();
    this.all = corpus.questions().size();
    this.known = found;
  }

  /// A question's vector, and whether it is answered.
  private record Noted(boolean answered, float[] vector) {}

  /// The questions of one sentence.
  private record OfSentence(Span sentence, float[] mean, List<Noted> questions) {}

  private record Ranked(OfSentence of, float average) {}

  /// How near a question comes to those noted beside one sentence.
  ///
  /// @param answered the cosine of the nearest that the sentence answers; 0 when none is near
  /// @param open the cosine of the nearest that it leaves open; 0 when none is near
  record Near(double answered, double open) {
    static final Near NOTHING = new Near(0, 0);

    private Near and(boolean isAnswered, double cosine) {
      return isAnswered
          ? new Near(Math.max(answered, cosine), open)
          : new Near(answered, Math.max(open, cosine));
    }
  }

  private static float[] mean(List<Noted> questions) {
    float[] mean = new float[questions.getFirst().vector().length];
    for (Noted one : questions) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += one.vector()[i] / questions.size();
      }
    }
    return mean;
  }

  int all() {
    return all;
  }

  int known() {
    return known;
  }

  /// The sentences with a question near this one.
  Map<Span, Near> near(float[] question) {
    Map<Span, Near> near = new HashMap<>();
    sentences.stream()
        .map(one -> new Ranked(one, VectorUtil.dotProduct(question, one.mean())))
        .sorted(Comparator.comparingDouble(Ranked::average).reversed())
        .limit(LOOKED_AT)
        .forEach(ranked -> add(question, ranked.of(), near));
    return near;
  }

  private static void add(float[] question, OfSentence of, Map<Span, Near> near) {
    for (Noted one : of.questions()) {
      double cosine = VectorUtil.dotProduct(question, one.vector());
      if (cosine >= NEAR) {
        near.merge(
            of.sentence(),
            Near.NOTHING.and(one.answered(), cosine),
            (before, more) -> before.and(one.answered(), cosine));
      }
    }
  }
}
