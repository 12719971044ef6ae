package dev.backendadvisor.question;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the reader knows of English whatever the corpus: the sections of `english.txt`, which says
/// how they are written, and of `english-claims.txt`, and the word list `english-words.txt`.
final class English {
  /// The tables this build ships with.
  static final English TABLES = new English();

  private final Map<String, List<String>> sections = new HashMap<>();
  private final Set<String> dictionary = new HashSet<>();

  private English() {
    for (String table : List.of("english.txt", "english-claims.txt")) {
      List<String> section = new ArrayList<>();
      for (String line : lines(table)) {
        if (line.startsWith("[") && line.endsWith("]")) {
          section = new ArrayList<>();
          sections.put(line.substring(1, line.length() - 1), section);
        } else {
          section.add(line);
        }
      }
    }
    dictionary.addAll(lines("english-words.txt"));
    for (String own :
        List.of(
            "subject words",
            "counted",
            "stop words",
            "verbs",
            "politeness",
            "everyday words",
            "kind-of-choice")) {
      dictionary.addAll(words(own));
    }
  }

  /// The lines of a table, without blank ones and comments.
  static List<String> lines(String resource) {
    try (InputStream stream = English.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The build lacks the resource " + resource);
      }
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        return reader
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read the resource " + resource, failure);
    }
  }

  /// Whether a lower-case word is an ordinary English word.
  boolean knows(String word) {
    return dictionary.contains(word);
  }

  /// Whether there is a section of that name.
  boolean has(String section) {
    return sections.containsKey(section);
  }

  /// The lines of a section.
  ///
  /// @throws IllegalArgumentException when there is none of that name
  List<String> section(String name) {
    List<String> lines = sections.get(name);
    if (lines == null) {
      throw new IllegalArgumentException("english.txt has no section [" + name + "]");
    }
    return Collections.unmodifiableList(lines);
  }

  /// The words of a section.
  Set<String> words(String name) {
    Set<String> words = new LinkedHashSet<>();
    section(name).forEach(line -> words.addAll(Arrays.asList(line.split("\\s+"))));
    return words;
  }

  /// The entries of a section, which stand apart by the separator or by lines.
  List<String> entries(String name, String separator) {
    return section(name).stream()
        .flatMap(line -> Arrays.stream(line.split(separator)))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  /// The cues of a section.
  Cues cues(String name) {
    return new Cues(section(name).stream().map(line -> Cue.parse(line, this)).toList());
  }
}
