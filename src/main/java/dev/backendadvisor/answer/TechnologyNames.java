package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Technology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The technologies' names as they stand in written sentences.
///
/// A name counts in its own spelling; an alias only with a capital first letter, since sentences
/// say "each node" and "to go" too.
final class TechnologyNames {
  private final Map<String, String> idByWord = new HashMap<>();
  private final Map<String, String> nameById = new HashMap<>();
  private final Set<String> lowerCase = new HashSet<>();
  private final Pattern any;

  TechnologyNames(Corpus corpus) {
    for (Technology technology : corpus.technologies().values()) {
      nameById.put(technology.id(), technology.name());
      idByWord.put(technology.name(), technology.id());
      lowerCase.add(technology.name().toLowerCase(Locale.ROOT));
      technology.aliases().forEach(alias -> lowerCase.add(alias.toLowerCase(Locale.ROOT)));
      for (String alias : technology.aliases()) {
        if (Character.isLetter(alias.codePointAt(0))) {
          idByWord.putIfAbsent(capitalised(alias), technology.id());
        }
      }
    }
    String alternatives =
        idByWord.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .reduce((one, other) -> one + "|" + other)
            .orElse("(?!)");
    any =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?="
                + firstLetters()
                + ")(?:"
                + alternatives
                + ")(?![\\p{L}\\p{N}+#]|\\.[\\p{L}\\p{N}])");
  }

  /// What a name can begin with, so that most words are passed over at once.
  private String firstLetters() {
    return idByWord.keySet().stream()
        .map(word -> Pattern.quote(Character.toString(word.codePointAt(0))))
        .distinct()
        .reduce((one, other) -> one + "|" + other)
        .orElse("(?!)");
  }

  /// Whether a word, in whatever case, is a technology's name or alias.
  boolean isName(String word) {
    return lowerCase.contains(word.toLowerCase(Locale.ROOT));
  }

  /// The name to write for a technology; its id when it is not declared.
  String of(String technology) {
    return nameById.getOrDefault(technology, technology);
  }

  /// A technology named in a text.
  ///
  /// @param technology its id
  /// @param start where its name starts
  /// @param end where its name ends, exclusive
  record Place(String technology, int start, int end) {}

  /// Where a text names technologies, in order.
  List<Place> places(String text) {
    List<Place> places = new ArrayList<>();
    Matcher matcher = any.matcher(text);
    while (matcher.find()) {
      String id = idByWord.get(matcher.group());
      if (id != null) {
        places.add(new Place(id, matcher.start(), matcher.end()));
      }
    }
    return places;
  }

  /// The ids of the technologies a text names, each once, in order.
  List<String> in(String text) {
    return places(text).stream().map(Place::technology).distinct().toList();
  }

  /// A text without the names of technologies: Go is a language, not advice.
  String without(String text) {
    return any.matcher(text).replaceAll(" ");
  }

  private static String capitalised(String alias) {
    return alias.substring(0, 1).toUpperCase(Locale.ROOT) + alias.substring(1);
  }
}
