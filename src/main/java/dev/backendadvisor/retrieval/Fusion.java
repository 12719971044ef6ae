package dev.backendadvisor.retrieval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Weighs words and meaning together.
///
/// The mean of both scores, each as a share of the best candidate's: a convex combination with the
/// theoretical minimum as zero (Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid
/// Retrieval", 2023).
final class Fusion {
  static final double MEANING = 0.6;

  private Fusion() {}

  /// A passage that words or meaning brought up.
  static final class Candidate {
    final int doc;

    /// The BM25 score; 0 when no word matches.
    float words;

    /// The cosine; none when the passage or the question has no vector.
    @Nullable Float meaning;

    /// The fused score, 0 to 1.
    double score;

    Candidate(int doc) {
      this.doc = doc;
    }
  }

  /// Scores the candidates of one question.
  static void score(List<Candidate> candidates, SearchRequest.By by) {
    double bestWords = 0;
    double bestMeaning = 0;
    for (Candidate candidate : candidates) {
      bestWords = Math.max(bestWords, candidate.words);
      bestMeaning = Math.max(bestMeaning, candidate.meaning == null ? 0 : candidate.meaning);
    }
    for (Candidate candidate : candidates) {
      double words = share(candidate.words, bestWords);
      // A passage that waits for its vector is judged by its words alone.
      double meaning = candidate.meaning == null ? words : share(candidate.meaning, bestMeaning);
      candidate.score =
          switch (by) {
            case WORDS -> words;
            case MEANING -> meaning;
            case BOTH -> (1 - MEANING) * words + MEANING * meaning;
          };
    }
  }

  private static double share(double score, double best) {
    return best > 0 ? Math.max(0, score / best) : 0;
  }
}
