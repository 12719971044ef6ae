package dev.backendadvisor.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A sentence taken apart for comparison with another.
///
/// @param text as it is read, without Markdown's marks
/// @param words its words in order, lower case
/// @param stems the stems of all its words
/// @param telling the stems of the words that carry meaning, in order
/// @param figures its figures
/// @param names the ids of the technologies it names, in order
record Statement(
    String text,
    List<String> words,
    Set<String> stems,
    List<String> telling,
    Set<String> figures,
    List<String> names) {
  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3})");
  private static final Pattern VERSION_SIGN = Pattern.compile("^v(?=\\d)");
  private static final Pattern MARKS = Pattern.compile("[*`]+|(?<=\\s|^)_|_(?=\\s|$)");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// Takes a text apart.
  static Statement of(String text, TechnologyNames names) {
    String unmarked = unmarked(text);
    List<String> words = Words.of(unmarked);
    return new Statement(
        unmarked,
        words,
        words.stream().map(Words::stem).collect(Collectors.toUnmodifiableSet()),
        List.copyOf(Words.stems(unmarked)),
        figures(words),
        List.copyOf(names.in(unmarked)));
  }

  /// The figures of a text: every word with a digit, without the commas that group digits.
  static Set<String> figures(String text) {
    return figures(Words.of(text));
  }

  /// Whether a text has figures.
  static boolean hasFigures(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  private static Set<String> figures(List<String> words) {
    return words.stream()
        .filter(word -> word.chars().anyMatch(Character::isDigit))
        .map(word -> THOUSANDS.matcher(word).replaceAll(""))
        .map(word -> VERSION_SIGN.matcher(word).replaceAll(""))
        .collect(Collectors.toSet());
  }

  /// A quote as it is read, without Markdown's emphasis and code marks and with single spaces.
  static String unmarked(String quote) {
    return SPACE.matcher(MARKS.matcher(quote).replaceAll("")).replaceAll(" ").strip();
  }

  /// Whether two statements say mostly the same, by their telling words.
  boolean repeats(Statement other) {
    Set<String> mine = new HashSet<>(telling);
    Set<String> theirs = new HashSet<>(other.telling);
    int smaller = Math.min(mine.size(), theirs.size());
    mine.retainAll(theirs);
    return mine.size() >= 0.6 * smaller;
  }
}
