package dev.backendadvisor.answer;

import java.util.Collection;
import java.util.regex.Pattern;

/// The signs a sentence may be written with. Letters of other scripts that look like these, blanks
/// that nobody sees, markup and addresses stand only in words that the sources have too.
final class Signs {
  private static final Pattern SPACE = Pattern.compile(" +");
  private static final Pattern EDGE = Pattern.compile("^[(“‘\"']+|[)”’\"'.,;:!?]+$");
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9%–—’'-]+(?:[.,:](?=\\d)[0-9%]+)*[A-Za-z%-]*");

  private Signs() {}

  private static boolean stands(String word, String text) {
    boolean spelt = word.chars().anyMatch(Character::isLetterOrDigit);
    return spelt ? text.contains(word) : (" " + text + " ").contains(" " + word + " ");
  }

  /// Whether every word is plain or stands in one of the texts.
  static boolean arePlain(String sentence, Collection<String> texts) {
    for (String piece : SPACE.split(sentence)) {
      String word = EDGE.matcher(piece).replaceAll("");
      boolean known =
          word.isEmpty()
              || PLAIN.matcher(word).matches()
              || texts.stream().anyMatch(text -> stands(word, text));
      if (!known || piece.startsWith(":")) {
        return false;
      }
    }
    return true;
  }
}
