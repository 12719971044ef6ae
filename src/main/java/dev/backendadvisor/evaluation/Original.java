package dev.backendadvisor.evaluation;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.corpus.Technology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A sentence of the corpus with its records: what a hostile author starts from.
///
/// @param span where it stands
/// @param text the sentence
/// @param records what is recorded on it
/// @param names the technologies it names, each as it names it first
record Original(Span span, String text, List<Evidence> records, Map<String, String> names) {
  Original {
    records = List.copyOf(records);
  }

  /// All sentences with evidence, in the corpus's order.
  static List<Original> of(Corpus corpus) {
    Map<Span, List<Evidence>> bySpan = new LinkedHashMap<>();
    for (Evidence one : corpus.evidence()) {
      bySpan.computeIfAbsent(one.span(), span -> new ArrayList<>()).add(one);
    }
    Map<String, String> ids = ids(corpus);
    Pattern any =
        Pattern.compile(
            ids.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .reduce((one, other) -> one + "|" + other)
                .map(
                    names ->
                        "(?<![\\p{L}\\p{N}.])(?:"
                            + names
                            + ")(?![\\p{L}\\p{N}+#]|\\.[\\p{L}\\p{N}])")
                .orElse("(?!)"));
    List<Original> all = new ArrayList<>();
    bySpan.forEach(
        (span, records) -> {
          String text = records.getFirst().sentence();
          Map<String, String> names = new LinkedHashMap<>();
          Matcher name = any.matcher(text);
          while (name.find()) {
            names.putIfAbsent(ids.get(name.group()), name.group());
          }
          all.add(new Original(span, text, records, names));
        });
    return all;
  }

  private static Map<String, String> ids(Corpus corpus) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (Technology one : corpus.technologies().values()) {
      ids.put(one.name(), one.id());
      for (String alias : one.aliases()) {
        ids.putIfAbsent(
            alias.substring(0, 1).toUpperCase(Locale.ROOT) + alias.substring(1), one.id());
      }
    }
    return ids;
  }

  /// The technology its records speak of first.
  String technology() {
    return records.getFirst().technology();
  }

  /// Whether a word or figure stands in the sentence or in a record of it.
  boolean tells(String word) {
    Pattern whole =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}]|\\d[.,])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}]|[.,]\\d)");
    return Stream.concat(
            Stream.of(text),
            records.stream()
                .flatMap(
                    one ->
                        Stream.of(
                            one.gist().orElse(""),
                            one.condition().orElse(""),
                            one.source().publisher(),
                            one.source().title())))
        .anyMatch(told -> whole.matcher(told).find());
  }

  /// Whether it names, or its records speak of, a technology.
  boolean isAbout(String technology) {
    return names.containsKey(technology)
        || records.stream().anyMatch(one -> one.technology().equals(technology));
  }
}
