package dev.backendadvisor.answer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a question asks about beyond technologies and criteria, such as "drivers" in "is Java good
/// for drivers?". An answer needs evidence that bears on it.
final class Aspect {
  private final Brief brief;
  private final Set<String> open = new LinkedHashSet<>();

  Aspect(Brief brief) {
    this.brief = brief;
    brief.question().reading().open().forEach(word -> open.addAll(Words.stems(word)));
  }

  /// Whether nothing is left open.
  boolean isEmpty() {
    return open.isEmpty();
  }

  /// Whether the corpus lacks a word that is left open.
  boolean isForeign() {
    return open.stream().anyMatch(stem -> !brief.vocabulary().knows(stem));
  }

  /// How much of what the open words and the words of criteria tell some stems carry, 0 to 1. A
  /// word the corpus lacks tells as much as its rarest: no text can carry it.
  double coverage(Set<String> given) {
    if (open.isEmpty()) {
      return 1;
    }
    Set<String> asked = new LinkedHashSet<>(open);
    brief.question().reading().criteria().stream()
        .filter(mention -> !mention.hinted())
        .forEach(mention -> asked.addAll(Words.stems(mention.from())));
    double all = 0;
    double found = 0;
    for (String stem : asked) {
      double weight = brief.vocabulary().rarity(stem);
      all += weight;
      found += given.contains(stem) ? weight : 0;
    }
    return found / all;
  }

  /// The open words as they can be named in a sentence: "Python for drivers".
  String words() {
    List<String> words = brief.question().reading().open();
    return words.size() > 3 ? "" : String.join(" ", words);
  }
}
