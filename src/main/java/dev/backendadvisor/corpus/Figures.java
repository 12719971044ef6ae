package dev.backendadvisor.corpus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Compares the figures and names of a short form with those of the sentence it stands for.
final class Figures {
  private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");

  /// As in the month of 2026-08.
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}.+#/&-]*\\p{Lu}[^\\s,;:()]*");

  private Figures() {}

  /// The figures of the words that the sentence does not have; `46,850` and `46850` are the same.
  static List<String> missing(String words, String sentence) {
    Set<String> known = new HashSet<>();
    FIGURE.matcher(sentence).results().forEach(found -> known.add(plain(found.group())));
    return FIGURE
        .matcher(words)
        .results()
        .map(MatchResult::group)
        .filter(figure -> !known.contains(plain(figure)))
        .distinct()
        .toList();
  }

  private static String plain(String figure) {
    String ungrouped = THOUSANDS.matcher(figure).matches() ? figure.replace(",", "") : figure;
    return LEADING_ZEROS.matcher(ungrouped).replaceFirst("");
  }

  /// The words with a capital letter that the sentence does not have.
  static List<String> missingNames(String words, String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    List<String> missing = new ArrayList<>();
    WORD.matcher(words)
        .results()
        .map(found -> found.group().replaceAll("[.?!'’\"]+s?$", ""))
        .filter(name -> !lower.contains(name.toLowerCase(Locale.ROOT)))
        .distinct()
        .forEach(missing::add);
    return missing;
  }
}
