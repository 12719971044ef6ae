package dev.backendadvisor.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which words mean the same, which are never stemmed, and which tell nothing.
final class Vocabulary {
  static final Vocabulary STANDARD = new Vocabulary(lines("synonyms.txt"), lines("stopwords.txt"));

  private final Map<String, String> words = new HashMap<>();
  private final Map<String, List<Phrase>> phrases = new HashMap<>();
  private final Set<String> silent = new HashSet<>();

  /// Several words that mean one term.
  record Phrase(List<String> words, String term) {}

  Vocabulary(List<String> synonyms, List<String> silent) {
    for (String line : synonyms) {
      int colon = line.indexOf(':');
      String term = line.substring(0, colon).strip();
      words.put(term, term);
      for (String form : line.substring(colon + 1).split(",")) {
        add(form.strip(), term);
      }
    }
    silent.forEach(line -> this.silent.addAll(Arrays.asList(line.split(" "))));
  }

  private void add(String form, String term) {
    List<String> parts = List.of(form.split(" "));
    if (parts.size() > 1) {
      phrases
          .computeIfAbsent(parts.get(0), first -> new ArrayList<>())
          .add(new Phrase(parts, term));
    } else if (!form.isEmpty()) {
      words.put(form, term);
    }
  }

  static List<String> lines(String resource) {
    try (var stream = Vocabulary.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The term a word in lower case stands for, when it is a known one.
  Optional<String> term(String word) {
    return Optional.ofNullable(words.get(word));
  }

  /// The phrases that begin with a word in lower case.
  List<Phrase> phrases(String first) {
    return phrases.getOrDefault(first, List.of());
  }

  /// Whether a term tells nothing of the subject.
  boolean isSilent(String term) {
    return silent.contains(term);
  }
}
