package dev.backendadvisor.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the versions named: "Node 22", "v24 of Node", "Java 17 or 21", but no counts: "22
/// servers".
final class VersionFinder {
  private static final double LARGEST = 200;

  private static final Set<String> LINKS =
      Set.of("and", "or", ",", "/", "to", "vs", "versus", "than");
  private static final Set<String> CONTINUING = Set.of("what", "how", "about", "but", "for");
  private static final Set<String> BEFORE_COUNTED =
      Set.of(
          "to",
          "or",
          "and",
          "concurrent",
          "active",
          "simultaneous",
          "parallel",
          "open",
          "more",
          "small",
          "big",
          "large",
          "different",
          "of",
          "backend",
          "web",
          "other",
          "million",
          "thousand");

  private final Set<String> versionWords;
  private final Set<String> counted;

  VersionFinder(English english) {
    this.versionWords = english.words("version words");
    this.counted = english.words("counted");
  }

  /// The versions, in the order named.
  ///
  /// @param carried the technology an earlier turn was about, or `""`: then a number that opens the
  ///   words is a version too, as in "and 24?"
  List<Reading.VersionMention> find(List<Token> tokens, String carried) {
    List<String> technologies =
        tokens.stream()
            .filter(token -> token.kind() == Token.Kind.TECHNOLOGY)
            .map(Token::id)
            .distinct()
            .toList();
    String only = technologies.size() == 1 ? technologies.getFirst() : carried;
    List<Reading.VersionMention> versions = new ArrayList<>();
    String owner = carried;
    boolean open = !carried.isEmpty();
    boolean marked = false;
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      String word = token.word();
      String number = number(word);
      boolean prefixed = token.kind() == Token.Kind.WORD && !number.isEmpty();
      if (token.kind() == Token.Kind.TECHNOLOGY) {
        owner = token.id();
        open = true;
        marked = false;
      } else if (!number.isEmpty() && (open || prefixed) && !isCount(tokens, at)) {
        String technology = open && !owner.isEmpty() ? owner : following(tokens, at, only);
        versions.add(new Reading.VersionMention(technology, number));
        open = true;
      } else if (versionWords.contains(word)) {
        owner = open ? owner : "";
        open = true;
        marked = true;
      } else if (open && LINKS.contains(word)) {
        open = marked || !versions.isEmpty() || !carried.isEmpty();
      } else if (carried.isEmpty() || !CONTINUING.contains(word)) {
        open = false;
        marked = false;
      }
    }
    return versions.stream().distinct().toList();
  }

  /// `22` of "22", "v22", "22.x"; nothing of words and of counts such as "20k".
  static String number(String word) {
    String digits = word.startsWith("v") ? word.substring(1) : word;
    digits = digits.endsWith(".x") ? digits.substring(0, digits.length() - 2) : digits;
    if (digits.isEmpty()
        || digits.length() > 12
        || !Character.isDigit(digits.charAt(digits.length() - 1))
        || !digits.chars().allMatch(symbol -> symbol == '.' || (symbol >= '0' && symbol <= '9'))) {
      return "";
    }
    int dot = digits.indexOf('.');
    String major = dot < 0 ? digits : digits.substring(0, dot);
    return major.isEmpty() || major.length() > 3 || Integer.parseInt(major) >= LARGEST
        ? ""
        : digits;
  }

  /// Whether what the number counts follows it, perhaps after an adjective or a second number.
  private boolean isCount(List<Token> tokens, int number) {
    if (tokens.get(number).word().contains(".") && !next(tokens, number).equals("times")) {
      return false;
    }
    for (int at = number + 1; at < Math.min(tokens.size(), number + 4); at++) {
      Token token = tokens.get(at);
      if (token.named() || token.parts()) {
        return false;
      }
      if (counted.contains(token.word())) {
        return true;
      }
      boolean passes = token.kind() == Token.Kind.NUMBER || BEFORE_COUNTED.contains(token.word());
      if (!passes) {
        return false;
      }
    }
    return false;
  }

  private static String next(List<Token> tokens, int at) {
    return at + 1 < tokens.size() ? tokens.get(at + 1).word() : "";
  }

  /// The technology in "version 22 of Node", otherwise the only one there is.
  private static String following(List<Token> tokens, int at, String only) {
    boolean of = at + 2 < tokens.size() && tokens.get(at + 1).word().equals("of");
    return of && tokens.get(at + 2).kind() == Token.Kind.TECHNOLOGY
        ? tokens.get(at + 2).id()
        : only;
  }
}
