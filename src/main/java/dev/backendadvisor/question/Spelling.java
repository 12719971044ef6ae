package dev.backendadvisor.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Recognises misspelt names by the distance of Damerau and Levenshtein in its restricted form
/// (Boytsov, Indexing methods for approximate dictionary searching, 2011, section 2.2.1): insert,
/// delete, replace, or swap two neighbours.
///
/// The first letter must be right, or swapped with the second. Names of four letters allow one
/// swap, of five one mistake, of six and more two.
final class Spelling {
  private final List<Map.Entry<String, String>> names = new ArrayList<>();

  /// @param names lower-case names of one word and what they mean
  Spelling(Map<String, String> names) {
    new TreeMap<>(names)
        .forEach(
            (name, meaning) -> {
              if (name.length() >= 4 && name.chars().allMatch(Character::isLetter)) {
                this.names.add(Map.entry(name, meaning));
              }
            });
  }

  /// What a word means when it is a misspelt name.
  ///
  /// @param most mistakes allowed at most
  Optional<String> meaning(String word, int most) {
    if (word.length() < 4 || word.length() > 30) {
      return Optional.empty();
    }
    Optional<String> best = Optional.empty();
    int least = most + 1;
    for (Map.Entry<String, String> entry : names) {
      String name = entry.getKey();
      int allowed =
          Math.min(Math.min(name.length() <= 5 ? 1 : 2, word.length() <= 5 ? 1 : 2), least - 1);
      if (allowed < 1
          || Math.abs(name.length() - word.length()) > allowed
          || !opensAlike(name, word)) {
        continue;
      }
      int distance = distance(name, word);
      boolean swapOnly = name.length() > 4 || swapped(name, word);
      if (distance <= allowed && swapOnly) {
        best = Optional.of(entry.getValue());
        least = distance;
      }
    }
    return best;
  }

  private static boolean opensAlike(String name, String word) {
    return name.charAt(0) == word.charAt(0)
        || (name.charAt(0) == word.charAt(1) && name.charAt(1) == word.charAt(0));
  }

  private static boolean swapped(String name, String word) {
    return name.length() == word.length()
        && name.chars().sorted().boxed().toList().equals(word.chars().sorted().boxed().toList());
  }

  static int distance(String left, String right) {
    int[] before = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int cost = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[right.length()];
  }
}
