package dev.backendadvisor.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a question asks the number of. A sentence that gives no number of it answers nothing.
///
/// @param things the stems of its words; none when no number is asked for
record Counted(List<String> things) {
  private static final Pattern HOW_MANY =
      Pattern.compile("(?i)\\bhow many ((?:\\p{L}[\\p{L}-]+ ?){1,2})");

  /// Words that count the same: whoever develops, whoever is connected, and what is visited.
  private static final List<Set<String>> ALIKE =
      List.of(
          Set.of("developer", "people", "programmer", "engineer", "person", "coder", "dev", "user"),
          Set.of("connection", "websocket", "socket", "client", "user", "visitor"),
          Set.of("site", "website"));

  /// Between a number and what it counts there are this many words at most.
  private static final int NEAR = 3;

  /// What a text asks the number of.
  static Counted in(String question) {
    Matcher asked = HOW_MANY.matcher(question.toLowerCase(Locale.ROOT));
    return new Counted(asked.find() ? Words.stems(asked.group(1)) : List.of());
  }

  /// Whether no number is asked for.
  boolean isNothing() {
    return things.isEmpty();
  }

  /// Whether a sentence gives a number, or a share, of it.
  boolean isTold(String sentence) {
    if (things.isEmpty()) {
      return true;
    }
    List<String> words = Words.of(sentence).stream().map(Words::stem).toList();
    Set<String> counted = new HashSet<>(things);
    ALIKE.stream()
        .filter(alike -> things.stream().anyMatch(alike::contains))
        .forEach(counted::addAll);
    boolean share = sentence.contains("%");
    for (int at = 0; at < words.size(); at++) {
      boolean thing = counted.contains(words.get(at));
      boolean counts =
          words.subList(Math.max(0, at - NEAR), at).stream().anyMatch(Statement::hasFigures);
      if (thing && (share || counts)) {
        return true;
      }
    }
    return false;
  }
}
