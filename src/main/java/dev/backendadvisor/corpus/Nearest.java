package dev.backendadvisor.corpus;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Guesses what an author meant.
final class Nearest {
  private Nearest() {}

  /// The known word a mistyped one is nearest to, when one is near.
  static Optional<String> word(String typed, Collection<String> known) {
    String lower = typed.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, Math.min(3, typed.length() / 3));
    return known.stream()
        .filter(word -> Math.abs(word.length() - typed.length()) <= allowed)
        .filter(word -> distance(lower, word.toLowerCase(Locale.ROOT)) <= allowed)
        .min(
            Comparator.comparingInt((String word) -> distance(lower, word.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// The sentence that shares most words with the one sought, when it shares a third of them.
  static Optional<String> sentence(String sought, List<String> sentences) {
    Set<String> words = words(sought);
    double best = 1 / 3.0;
    Optional<String> nearest = Optional.empty();
    for (String sentence : sentences) {
      double alike = alike(words, words(sentence));
      if (alike > best) {
        best = alike;
        nearest = Optional.of(sentence);
      }
    }
    return nearest;
  }

  private static double alike(Set<String> one, Set<String> other) {
    long shared = one.stream().filter(other::contains).count();
    return one.isEmpty() || other.isEmpty() ? 0 : 2.0 * shared / (one.size() + other.size());
  }

  private static Set<String> words(String sentence) {
    return new HashSet<>(
        Arrays.asList(sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
  }

  /// Edits between two words, where swapping two neighbours is one edit (optimal string alignment).
  private static int distance(String one, String other) {
    int[][] edits = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        edits[i][j] =
            Math.min(edits[i - 1][j - 1] + change, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[one.length()][other.length()];
  }
}
