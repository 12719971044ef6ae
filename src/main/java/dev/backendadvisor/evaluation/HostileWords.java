package dev.backendadvisor.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The English of a hostile author: the sections of `hostile.txt`, which says how they are written.
final class HostileWords {
  private static final String RESOURCE = "hostile.txt";

  private final Map<String, List<String>> sections = new LinkedHashMap<>();
  private final Map<String, List<Change>> changes = new HashMap<>();

  HostileWords() {
    InputStream stream = HostileWords.class.getResourceAsStream(RESOURCE);
    if (stream == null) {
      throw new IllegalStateException("The build lacks the resource " + RESOURCE);
    }
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      List<String> section = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("[") && line.endsWith("]")) {
          section = new ArrayList<>();
          sections.put(line.substring(1, line.length() - 1), section);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          section.add(line);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read the resource " + RESOURCE, failure);
    }
  }

  /// The lines of a section.
  List<String> lines(String section) {
    List<String> lines = sections.get(section);
    if (lines == null) {
      throw new IllegalArgumentException(RESOURCE + " has no section [" + section + "]");
    }
    return lines;
  }

  /// The words of a section with what becomes of each.
  ///
  /// @param bothWays whether what comes of a word becomes the word again
  List<Change> changes(String section, boolean bothWays) {
    return changes.computeIfAbsent(section, name -> read(name, bothWays));
  }

  private List<Change> read(String section, boolean bothWays) {
    List<Change> changes = new ArrayList<>();
    for (String line : lines(section)) {
      String[] sides = line.split(" = ", 2);
      changes.add(new Change(word(sides[0]), sides[1]));
      if (bothWays) {
        changes.add(new Change(word(sides[1]), sides[0]));
      }
    }
    return changes;
  }

  /// A word as it stands by itself in a text.
  static Pattern word(String word) {
    return Pattern.compile("(?<![\\p{L}\\p{N}.-])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}-])");
  }

  /// What becomes of a word.
  ///
  /// @param from the word
  /// @param to what stands in its place
  record Change(Pattern from, String to) {}
}
