package dev.backendadvisor.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Cuts words into tokens, in one pass.
///
/// Names keep what makes them names: `C++`, `C#`, `.NET`. `Node.js`, `real-time` and `I/O` become
/// several tokens, so however people join them they meet. Symbols that carry no meaning here, such
/// as emoji, make no token.
final class Tokenizer {
  private static final Set<String> ABBREVIATIONS =
      Set.of("vs", "v", "e", "g", "i", "etc", "approx");
  private static final int LONGEST_WORD = 64;

  /// Shorter second words of compounds are nearly others by chance.
  private static final int MISSPELT = 7;

  private final Map<String, List<String>> contractions = new HashMap<>();
  private final Map<String, Set<String>> compounds = new HashMap<>();

  Tokenizer(English english) {
    for (String entry : english.entries("contractions", ";")) {
      int sign = entry.indexOf('=');
      contractions.put(
          entry.substring(0, sign).strip(),
          List.of(entry.substring(sign + 1).strip().split("\\s+")));
    }
    for (String entry : english.entries("compounds", ",")) {
      String[] pair = entry.split("\\s+");
      compounds.computeIfAbsent(pair[0], key -> new HashSet<>()).add(pair[1]);
    }
  }

  /// The tokens of a text.
  List<Token> tokens(String text) {
    return tokens(text, Integer.MAX_VALUE);
  }

  /// The first tokens of a text.
  ///
  /// @param most how many, give or take one word's
  List<Token> tokens(String text, int most) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length() && tokens.size() < most) {
      int symbol = text.codePointAt(at);
      int width = Character.charCount(symbol);
      if (Character.isLetterOrDigit(symbol) || startsDotted(text, at)) {
        int end = wordEnd(text, at + width);
        addWord(tokens, text, at, end);
        at = end;
      } else {
        addMark(tokens, text, at, symbol);
        at += width;
      }
    }
    return tokens;
  }

  private static boolean startsDotted(String text, int at) {
    return text.charAt(at) == '.'
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at + 1))
        && (at == 0
            || Character.isWhitespace(text.charAt(at - 1))
            || "(/,".indexOf(text.charAt(at - 1)) >= 0);
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int symbol = text.codePointAt(at);
      int next = at + Character.charCount(symbol);
      boolean letterNext = next < text.length() && Character.isLetter(text.codePointAt(next));
      boolean digitNext = next < text.length() && Character.isDigit(text.charAt(next));
      boolean digitBefore = Character.isDigit(text.charAt(at - 1));
      boolean inside =
          Character.isLetterOrDigit(symbol)
              || Character.getType(symbol) == Character.NON_SPACING_MARK
              || symbol == '_'
              || (isApostrophe(symbol) && letterNext)
              || ((symbol == '.' || symbol == ',') && digitBefore && digitNext)
              || (symbol == '#' && !letterNext && Character.isLetter(text.charAt(at - 1)))
              || (symbol == '+' && isPlusPlus(text, at));
      if (!inside) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static boolean isPlusPlus(String text, int at) {
    return (at + 1 < text.length() && text.charAt(at + 1) == '+') || text.charAt(at - 1) == '+';
  }

  private static boolean isApostrophe(int symbol) {
    return symbol == '\'' || symbol == '\u2019' || symbol == '\u02BC' || symbol == '`';
  }

  private void addWord(List<Token> tokens, String text, int start, int end) {
    String word = normal(text.substring(start, Math.min(end, start + LONGEST_WORD)));
    int apostrophe = word.indexOf('\'');
    boolean capital = Character.isUpperCase(text.codePointAt(start));
    if (apostrophe > 0) {
      String head = word.substring(0, apostrophe);
      String tail = word.substring(apostrophe + 1);
      if (tail.equals("t") && head.endsWith("n") && head.length() > 1) {
        String verb = head.equals("can") ? "can" : head.substring(0, head.length() - 1);
        verb =
            verb.equals("wo")
                ? "will"
                : verb.equals("ai") ? "is" : verb.equals("sha") ? "shall" : verb;
        add(tokens, verb, start, start + verb.length(), capital);
        add(tokens, "not", start + verb.length(), end, false);
        return;
      }
      if (start + apostrophe < end && List.of("s", "m", "re", "ve", "ll", "d").contains(tail)) {
        add(tokens, head, start, start + apostrophe, capital);
        add(tokens, "'" + tail, start + apostrophe, end, false);
        return;
      }
    }
    List<String> taken = contractions.getOrDefault(word, List.of());
    if (!taken.isEmpty()) {
      for (String one : taken) {
        add(tokens, one, start, end, capital);
      }
      return;
    }
    add(tokens, word, start, end, capital);
  }

  private void add(List<Token> tokens, String word, int start, int end, boolean capital) {
    Token last = tokens.isEmpty() ? null : tokens.getLast();
    boolean opens = last == null || last.endsSentence();
    Optional<String> tail =
        last != null && last.kind() == Token.Kind.WORD
            ? tail(compounds.getOrDefault(last.word(), Set.of()), word)
            : Optional.empty();
    if (last != null && tail.isPresent()) {
      tokens.set(
          tokens.size() - 1,
          new Token(
              Token.Kind.WORD,
              last.word() + tail.get(),
              last.start(),
              end,
              last.capital(),
              last.opens(),
              ""));
      return;
    }
    Token.Kind kind = Character.isDigit(word.charAt(0)) ? Token.Kind.NUMBER : Token.Kind.WORD;
    tokens.add(new Token(kind, word, start, Math.max(start, end), capital, opens, ""));
  }

  /// The second word of a compound, also with one letter wrong: "machine lerning".
  private static Optional<String> tail(Set<String> tails, String word) {
    return tails.contains(word)
        ? Optional.of(word)
        : tails.stream()
            .filter(tail -> tail.length() >= MISSPELT && tail.charAt(0) == word.charAt(0))
            .filter(tail -> Spelling.distance(tail, word) == 1)
            .findFirst();
  }

  private static void addMark(List<Token> tokens, String text, int at, int symbol) {
    boolean spaced =
        (at == 0 || Character.isWhitespace(text.charAt(at - 1)))
            && (at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1)));
    String mark =
        switch (symbol) {
          case '?', '\uFF1F', '\u00BF' -> "?";
          case '!', '\uFF01' -> "!";
          case ';', '\n', '\u3002' -> ";";
          case ':' -> ":";
          case ',', '\u2014', '\uFF0C' -> ",";
          case '.', '\u2026' -> endsSentence(tokens, text, at) ? "." : "";
          case '-', '\u2013' -> spaced ? "," : "";
          case '/' -> "/";
          case '&' -> isBetweenWords(text, at) ? "and" : "";
          case '+' -> spaced ? "and" : "";
          default -> "";
        };
    if (mark.equals("and")) {
      tokens.add(new Token(Token.Kind.WORD, mark, at, at + 1, false, false, ""));
    } else if (!mark.isEmpty()
        && !(mark.equals(";") && (tokens.isEmpty() || tokens.getLast().endsSentence()))) {
      tokens.add(new Token(Token.Kind.MARK, mark, at, at + 1, false, false, ""));
    }
  }

  /// Whether a word stands on both sides: "C & Rust", not "@, %, &".
  private static boolean isBetweenWords(String text, int at) {
    String before = text.substring(0, at).stripTrailing();
    String after = text.substring(at + 1).stripLeading();
    return !before.isEmpty()
        && !after.isEmpty()
        && isOfWord(before.codePointBefore(before.length()))
        && isOfWord(after.codePointAt(0));
  }

  private static boolean isOfWord(int symbol) {
    return Character.isLetterOrDigit(symbol) || symbol == '#' || symbol == '+' || symbol == '.';
  }

  private static boolean endsSentence(List<Token> tokens, String text, int at) {
    boolean closes = at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    return closes && !(tokens.isEmpty() || ABBREVIATIONS.contains(tokens.getLast().word()));
  }

  /// A word in the form in which words are compared: lower case, compatibility forms and
  /// apostrophes made alike.
  static String normal(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean plain = lower.chars().allMatch(symbol -> symbol < 128 && symbol != '`');
    if (plain) {
      return lower;
    }
    String alike = Normalizer.normalize(lower, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return alike.replace('\u2019', '\'').replace('\u02BC', '\'').replace('`', '\'');
  }
}
