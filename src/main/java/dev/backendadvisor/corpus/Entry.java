package dev.backendadvisor.corpus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// One mapping of a declaration, read key by key. What cannot be read is reported with its line; a
/// required key that is missing or wrong makes the whole entry broken, so that it is left out.
final class Entry {
  private final String file;
  private final int line;
  private final String noun;
  private final Map<String, Yaml.Pair> pairs = new LinkedHashMap<>();
  private final Problems problems;
  private final Set<String> misspelt = new HashSet<>();
  private boolean broken;

  private Entry(String file, int line, String noun, Problems problems) {
    this.file = file;
    this.line = line;
    this.noun = noun;
    this.problems = problems;
  }

  /// The entry, when the YAML is a mapping.
  ///
  /// @param noun what to call it: `finding`
  /// @param keys the keys it may have
  static Optional<Entry> of(
      String file, Yaml yaml, String noun, List<String> keys, Problems problems) {
    if (!(yaml instanceof Yaml.Mapping mapping)) {
      problems.error(
          file,
          yaml.line(),
          "expected a %s with the keys %s, but found %s; write it as '- %s: …'"
              .formatted(noun, String.join(", ", keys), yaml.kind(), keys.getFirst()));
      return Optional.empty();
    }
    Entry entry = new Entry(file, mapping.line(), noun, problems);
    for (Yaml.Pair pair : mapping.pairs()) {
      String key = pair.key().words();
      int keyLine = pair.key().line();
      if (!keys.contains(key)) {
        Optional<String> meant = Nearest.word(key, keys);
        meant.ifPresent(entry.misspelt::add);
        problems.error(
            file,
            keyLine,
            "'%s' is not a key of a %s; %s"
                .formatted(
                    key,
                    noun,
                    meant
                        .map("did you mean '%s'?"::formatted)
                        .orElse("its keys are " + String.join(", ", keys))));
      } else if (entry.pairs.putIfAbsent(key, pair) != null) {
        problems.error(
            file, keyLine, "'%s' stands twice in this %s; keep one".formatted(key, noun));
      }
    }
    return Optional.of(entry);
  }

  String file() {
    return file;
  }

  int line() {
    return line;
  }

  /// The line of a key, else of the entry.
  int line(String key) {
    Yaml.Pair pair = pairs.get(key);
    return pair == null ? line : pair.key().line();
  }

  /// Whether a required key was missing or wrong.
  boolean broken() {
    return broken;
  }

  /// Leaves the entry out because of something already reported.
  void markBroken() {
    broken = true;
  }

  /// Leaves the entry out because of this.
  void breakOn(String key, String what) {
    broken = true;
    problems.error(file, line(key), what);
  }

  boolean has(String key) {
    return value(key).isPresent();
  }

  /// All that is said under a key, whatever its structure.
  Optional<String> said(String key) {
    return value(key).map(Yaml::said);
  }

  private Optional<Yaml> value(String key) {
    return Optional.ofNullable(pairs.get(key))
        .map(Yaml.Pair::value)
        .filter(value -> !(value instanceof Yaml.Words words) || !words.blank());
  }

  /// The words of a key that must be there; nothing, and a broken entry, when it is not.
  String required(String key) {
    return require(key, optional(key)).orElse("");
  }

  /// Marks the entry broken when a value that must be there is not.
  <T> Optional<T> require(String key, Optional<T> value) {
    if (value.isEmpty()) {
      broken = true;
      if (!has(key) && !misspelt.contains(key)) {
        problems.error(
            file, line(key), "'%s' is missing in this %s; add '%s: …'".formatted(key, noun, key));
      }
    }
    return value;
  }

  /// The words of a key, with line breaks as spaces.
  Optional<String> optional(String key) {
    return value(key).flatMap(value -> words(key, value));
  }

  private Optional<String> words(String key, Yaml value) {
    if (value instanceof Yaml.Words words && !words.words().isBlank()) {
      return Optional.of(words.words().strip().replaceAll("\\s+", " "));
    }
    problems.error(
        file,
        value.line(),
        "'%s' must be plain words, but is %s; write '%s: …' on one line"
            .formatted(key, value.kind(), key));
    return Optional.empty();
  }

  /// A list of words; empty when the key is not there.
  List<String> list(String key) {
    List<String> list = new ArrayList<>();
    for (Yaml item : items(key)) {
      words(key, item).ifPresent(list::add);
    }
    return list;
  }

  private List<Yaml> items(String key) {
    Optional<Yaml> value = value(key);
    if (value.isPresent() && value.get() instanceof Yaml.Sequence sequence) {
      return sequence.items();
    }
    value.ifPresent(
        other ->
            problems.error(
                file,
                other.line(),
                "'%s' must be a list, but is %s; write '%s: [one, two]'"
                    .formatted(key, other.kind(), key)));
    return List.of();
  }

  /// The entries of a list below a key.
  List<Entry> entries(String key, String what, List<String> keys) {
    List<Entry> entries = new ArrayList<>();
    for (Yaml item : items(key)) {
      of(file, item, what, keys, problems).ifPresent(entries::add);
    }
    return entries;
  }

  /// The entry below a key.
  Optional<Entry> entry(String key, String what, List<String> keys) {
    return value(key).flatMap(value -> of(file, value, what, keys, problems));
  }

  /// A date as precise as it is written.
  Optional<PartialDate> date(String key) {
    return optional(key)
        .flatMap(
            words -> {
              try {
                return Optional.of(PartialDate.parse(words));
              } catch (DateTimeException e) {
                problems.error(
                    file,
                    line(key),
                    "'%s: %s' is no date of the calendar; write YYYY, YYYY-MM or YYYY-MM-DD"
                        .formatted(key, words));
                return Optional.empty();
              }
            });
  }

  /// A day.
  Optional<LocalDate> day(String key) {
    Optional<PartialDate> date = date(key);
    if (date.isPresent() && date.get().day() == 0) {
      problems.error(
          file, line(key), "'%s: %s' names no day; write YYYY-MM-DD".formatted(key, date.get()));
      return Optional.empty();
    }
    return date.map(PartialDate::earliest);
  }

  /// One of the constants of an enum, written in lower case with hyphens.
  <T extends Enum<T>> Optional<T> choice(String key, Class<T> type) {
    Map<String, T> choices = new LinkedHashMap<>();
    for (T one : type.getEnumConstants()) {
      choices.put(one.name().toLowerCase(Locale.ROOT).replace('_', '-'), one);
    }
    Optional<String> words = optional(key);
    Optional<T> chosen = words.map(choices::get);
    if (words.isPresent() && chosen.isEmpty()) {
      problems.error(
          file,
          line(key),
          "'%s: %s' is not known; %swrite one of %s"
              .formatted(
                  key,
                  words.get(),
                  Nearest.word(words.get(), choices.keySet())
                      .map("did you mean '%s'? Else "::formatted)
                      .orElse(""),
                  String.join(", ", choices.keySet())));
    }
    return chosen;
  }

  /// A number above zero.
  Optional<Double> positive(String key) {
    Optional<String> words = optional(key);
    Optional<Double> number = words.flatMap(Entry::number).filter(value -> value > 0);
    if (words.isPresent() && number.isEmpty()) {
      problems.error(
          file,
          line(key),
          "'%s: %s' must be a number above 0, as in '%s: 2'".formatted(key, words.get(), key));
    }
    return number;
  }

  /// A rating `[low, high]` on 1 to 5.
  Optional<Rating> rating(String key) {
    Optional<Yaml> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    List<Double> ends = new ArrayList<>();
    if (value.get() instanceof Yaml.Sequence sequence) {
      for (Yaml item : sequence.items()) {
        if (item instanceof Yaml.Words words) {
          number(words.words()).ifPresent(ends::add);
        }
      }
      if (sequence.items().size() == 2 && ends.size() == 2) {
        try {
          return Optional.of(new Rating(ends.get(0), ends.get(1)));
        } catch (IllegalArgumentException e) {
          ends.clear();
        }
      }
    }
    problems.error(
        file,
        value.get().line(),
        "'%s' must be two numbers from 1 to 5, the lower first, as in '%s: [3, 4]'"
            .formatted(key, key));
    return Optional.empty();
  }

  /// Words by rubric level, 1 to 5.
  SortedMap<Integer, String> rubric(String key) {
    SortedMap<Integer, String> rubric = new TreeMap<>();
    Optional<Yaml> value = value(key);
    if (value.isPresent() && value.get() instanceof Yaml.Mapping mapping) {
      for (Yaml.Pair pair : mapping.pairs()) {
        String level = pair.key().words();
        if (level.matches("[1-5]")) {
          words(key, pair.value()).ifPresent(words -> rubric.put(level.charAt(0) - '0', words));
        } else {
          problems.error(
              file,
              pair.key().line(),
              "'%s' is no level of a rubric; levels are 1 to 5".formatted(level));
        }
      }
    } else {
      value.ifPresent(
          other ->
              problems.error(
                  file,
                  other.line(),
                  "'%s' must say what 1, 3 and 5 mean, as in '%s: {1: …, 3: …, 5: …}'"
                      .formatted(key, key)));
    }
    return rubric;
  }

  private static Optional<Double> number(String words) {
    return words.matches("\\d{1,9}(\\.\\d{1,9})?")
        ? Optional.of(Double.valueOf(words))
        : Optional.empty();
  }
}
