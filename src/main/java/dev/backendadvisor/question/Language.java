package dev.backendadvisor.question;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A language other than English, as far as it has to be known to say politely that it is not
/// understood. The table is `languages.txt`.
///
/// @param name its English name
/// @param reply the sentence that says so, in the language itself
public record Language(String name, String reply) {
  private static final List<Shown> ALL = read();

  /// How a language shows.
  private record Shown(Language language, Set<UnicodeScript> scripts, Set<String> words) {}

  private static List<Shown> read() {
    List<Shown> all = new ArrayList<>();
    String name = "";
    String reply = "";
    Set<UnicodeScript> scripts = new HashSet<>();
    Set<String> words = new HashSet<>();
    List<String> lines = new ArrayList<>(English.lines("languages.txt"));
    lines.add("[]");
    for (String line : lines) {
      if (line.startsWith("[")) {
        if (!name.isEmpty()) {
          all.add(new Shown(new Language(name, reply), Set.copyOf(scripts), Set.copyOf(words)));
        }
        name = line.substring(1, line.length() - 1);
        scripts.clear();
        words.clear();
      } else if (line.startsWith("script ")) {
        scripts.add(UnicodeScript.forName(line.substring("script ".length())));
      } else if (line.startsWith("says: ")) {
        reply = line.substring("says: ".length());
      } else {
        for (String word : line.split("\\s+")) {
          if (!English.TABLES.knows(word)) {
            words.add(word);
          }
        }
      }
    }
    return List.copyOf(all);
  }

  /// The language of some words; none when they are English, or too few to tell.
  public static Optional<Language> of(String words) {
    Optional<Language> byScript = byScript(words);
    return byScript.isPresent() ? byScript : byWords(words);
  }

  /// The first script that is some language's own, when most letters are not Latin.
  private static Optional<Language> byScript(String words) {
    long latin = words.codePoints().filter(one -> script(one) == UnicodeScript.LATIN).count();
    List<Integer> others =
        words
            .codePoints()
            .filter(one -> Character.isLetter(one) && script(one) != UnicodeScript.LATIN)
            .boxed()
            .toList();
    if (others.size() < 2 || others.size() * 3L < latin) {
      return Optional.empty();
    }
    return ALL.stream()
        .filter(one -> others.stream().anyMatch(letter -> one.scripts().contains(script(letter))))
        .map(Shown::language)
        .findFirst();
  }

  private static UnicodeScript script(int letter) {
    return UnicodeScript.of(letter);
  }

  private static Optional<Language> byWords(String words) {
    Set<String> english = English.TABLES.words("stop words");
    int ours = 0;
    int[] theirs = new int[ALL.size()];
    for (String word : words.split("[^\\p{L}]+")) {
      String lower = word.toLowerCase(Locale.ROOT);
      ours += english.contains(lower) ? 1 : 0;
      for (int at = 0; at < theirs.length; at++) {
        theirs[at] += ALL.get(at).words().contains(lower) ? 1 : 0;
      }
    }
    int best = 0;
    for (int at = 1; at < theirs.length; at++) {
      best = theirs[at] > theirs[best] ? at : best;
    }
    return theirs[best] > ours ? Optional.of(ALL.get(best).language()) : Optional.empty();
  }
}
