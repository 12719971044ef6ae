package dev.backendadvisor.question;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Puts slips of the finger right: a word that neither English nor the corpus has, one insertion,
/// deletion, replacement or swap away (Damerau 1964) from exactly one word of the corpus.
///
/// Technologies are let be. What stands where only a name does may be the name of something we do
/// not know: it is put right only when an ordinary word is meant.
final class Typos {
  private static final int SHORTEST = 4;

  /// Of a shorter word only a letter left out, or two swapped, are put right.
  private static final int LONG = 5;

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private final Set<String> words;
  private final int longest;
  private final Predicate<String> english;
  private final Predicate<String> known;

  /// @param words the corpus's words, small
  /// @param english whether a small word is English
  /// @param known whether it is English or the corpus's own
  Typos(Set<String> words, Predicate<String> english, Predicate<String> known) {
    this.words = Set.copyOf(words);
    this.longest = words.stream().mapToInt(String::length).max().orElse(0) + 1;
    this.english = english;
    this.known = known;
  }

  /// The text with its slips put right, of the same meaning and about the same length.
  ///
  /// @param tokens the text's tokens with the names marked
  String corrected(String text, List<Token> tokens) {
    StringBuilder corrected = new StringBuilder(text);
    for (Token token : tokens.reversed()) {
      String written = text.substring(token.start(), token.end());
      if (token.kind() != Token.Kind.TECHNOLOGY && isSlip(written)) {
        meant(written)
            .filter(word -> token.kind() == Token.Kind.WORD || english.test(word))
            .ifPresent(word -> corrected.replace(token.start(), token.end(), word));
      }
    }
    return corrected.toString();
  }

  private boolean isSlip(String written) {
    return written.length() >= SHORTEST
        && written.length() <= longest
        && written.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')
        && !known.test(written);
  }

  private Optional<String> meant(String word) {
    Set<String> found = new HashSet<>();
    for (int at = 0; at <= word.length(); at++) {
      String before = word.substring(0, at);
      String after = word.substring(at);
      for (int letter = 0; letter < LETTERS.length(); letter++) {
        add(found, before + LETTERS.charAt(letter) + after);
        if (!after.isEmpty() && word.length() >= LONG) {
          add(found, before + LETTERS.charAt(letter) + after.substring(1));
        }
      }
      if (!after.isEmpty() && word.length() >= LONG) {
        add(found, before + after.substring(1));
      }
      if (after.length() > 1) {
        add(found, before + after.charAt(1) + after.charAt(0) + after.substring(2));
      }
    }
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  private void add(Set<String> found, String word) {
    if (words.contains(word)) {
      found.add(word);
    }
  }
}
