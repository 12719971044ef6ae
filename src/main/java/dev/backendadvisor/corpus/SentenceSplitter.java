package dev.backendadvisor.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds the sentences of one block of prose.
///
/// A citation quotes a whole sentence, so both mistakes hurt: half a sentence can say the opposite
/// of the whole, and two in one hide which of them supports a claim. Where neither is certain the
/// text stays together. The rules are those of careful readers: a stop ends a sentence when space
/// follows and what follows can begin one, unless the word before it is an abbreviation or an
/// initial, or the stop stands inside brackets, quotation marks or code.
final class SentenceSplitter {
  private static final String STOPS = ".!?…‽⁉⁈⁇‼";

  /// Stops of scripts that put no space after them: U+3002, U+FF01, U+FF1F, U+FF61.
  private static final String WIDE_STOPS = "\u3002\uFF01\uFF1F\uFF61";

  private static final String CLOSERS = "\"'”’»›)]}*_`~\u300D\u300F\uFF09";
  private static final String OPENERS = "\"'“‘„«‹([{*_`~¿¡\u300C\u300E\uFF08";
  private static final String MARKUP = "`[*_";

  /// Abbreviations that never end a sentence: something always follows.
  private static final Set<String> ALWAYS_FOLLOWED =
      Set.of(
          "e.g", "eg", "i.e", "ie", "vs", "cf", "viz", "resp", "approx", "ca", "incl", "excl",
          "esp", "mr", "mrs", "ms", "dr", "prof", "rev", "gen", "sen", "gov", "capt", "lt", "col",
          "st", "hon", "dept", "al");

  /// Abbreviations only before a figure: `No. 5`, `Fig. 2`, `Oct. 28`.
  private static final Set<String> BEFORE_FIGURES =
      Set.of(
          "no", "nos", "nr", "vol", "vols", "p", "pp", "sec", "sect", "ch", "chap", "eq", "fig",
          "figs", "tab", "art", "ver", "v", "ed", "min", "max", "jan", "feb", "mar", "apr", "jun",
          "jul", "aug", "sep", "sept", "oct", "nov", "dec", "§");

  /// Abbreviations inside which a name may go on: `Amazon.com Inc. Web Services`. They end a
  /// sentence only when the next word is one that names do not begin with.
  private static final Set<String> INSIDE_NAMES =
      Set.of("inc", "ltd", "co", "corp", "bros", "llc", "plc", "jr", "sr", "univ", "assn", "ave");

  /// Words that begin sentences and hardly ever names.
  private static final Set<String> STARTERS =
      Set.of(
          "a",
          "an",
          "the",
          "this",
          "that",
          "these",
          "those",
          "it",
          "its",
          "he",
          "she",
          "they",
          "we",
          "you",
          "i",
          "his",
          "her",
          "their",
          "our",
          "your",
          "there",
          "here",
          "in",
          "on",
          "at",
          "by",
          "for",
          "from",
          "with",
          "without",
          "as",
          "if",
          "when",
          "while",
          "where",
          "since",
          "because",
          "although",
          "though",
          "but",
          "and",
          "or",
          "nor",
          "so",
          "yet",
          "however",
          "also",
          "both",
          "all",
          "some",
          "most",
          "many",
          "few",
          "each",
          "every",
          "no",
          "not",
          "only",
          "after",
          "before",
          "until",
          "unless",
          "then",
          "thus",
          "hence",
          "to",
          "what",
          "who",
          "why",
          "how",
          "which",
          "whether",
          "once",
          "one",
          "two",
          "other",
          "another",
          "such",
          "today",
          "now");

  /// Languages named by one letter: `written in C. Rust is`.
  private static final Set<String> ONE_LETTER_LANGUAGES = Set.of("c", "d", "r");

  private static final Set<String> BEFORE_A_LANGUAGE =
      Set.of("in", "and", "or", "to", "from", "of", "than", "like", "with", "for", "as", "not");

  private final String text;
  private final Enclosures enclosures;

  private SentenceSplitter(String text) {
    this.text = text;
    this.enclosures = Enclosures.of(text);
  }

  /// The sentences of a block, in order, without the space around them. Every character that is not
  /// space belongs to exactly one.
  static List<Slice> split(String block) {
    return new SentenceSplitter(block).sentences();
  }

  /// Whether a character is white space of any kind.
  static boolean isSpace(char one) {
    return Character.isWhitespace(one) || Character.isSpaceChar(one);
  }

  private List<Slice> sentences() {
    List<Slice> sentences = new ArrayList<>();
    int start = skipSpace(0);
    int at = start;
    while (at < text.length()) {
      if (!isStop(text.charAt(at))) {
        at++;
        continue;
      }
      int end = endOfStop(at);
      int next = skipSpace(end);
      if (next >= text.length() || endsSentence(start, at, end, next)) {
        sentences.add(new Slice(start, end));
        start = next;
      }
      at = Math.max(end, next);
    }
    if (start < text.length()) {
      int end = text.length();
      while (isSpace(text.charAt(end - 1))) {
        end--;
      }
      sentences.add(new Slice(start, end));
    }
    return sentences;
  }

  private static boolean isStop(char one) {
    return STOPS.indexOf(one) >= 0 || WIDE_STOPS.indexOf(one) >= 0;
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// The end of a run of stops with the quotation marks, brackets and note marks that close on it.
  private int endOfStop(int stop) {
    int at = stop + 1;
    while (at < text.length()) {
      char one = text.charAt(at);
      if (isStop(one) || CLOSERS.indexOf(one) >= 0) {
        at++;
      } else if (one == '[' && endOfNote(at) > at) {
        at = endOfNote(at);
      } else {
        break;
      }
    }
    return at;
  }

  /// The end of a note mark such as `[1]` or `[^a]`, else where it would start.
  private int endOfNote(int open) {
    int at = open + 1;
    if (at < text.length() && text.charAt(at) == '^') {
      at++;
    }
    int from = at;
    while (at < text.length() && at - from < 12 && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at > from && at < text.length() && text.charAt(at) == ']' ? at + 1 : open;
  }

  private boolean endsSentence(int start, int stop, int end, int next) {
    if (enclosures.enclose(end)) {
      return false;
    }
    if (WIDE_STOPS.indexOf(text.charAt(stop)) >= 0) {
      return true;
    }
    if (next == end || joinsTheSpace(next)) {
      return false;
    }
    int first = skipOpeners(next);
    if (!canBegin(first, stop, end, next)) {
      return false;
    }
    // Only one plain full stop can belong to an abbreviation; "etc.)" still can, "etc.." cannot.
    boolean oneDot =
        text.charAt(stop) == '.' && (stop + 1 == end || !isStop(text.charAt(stop + 1)));
    return !oneDot || !isAbbreviation(start, stop, first);
  }

  /// A combining mark written on a space belongs to the space: nothing may be cut there.
  private boolean joinsTheSpace(int next) {
    int type = Character.getType(text.codePointAt(next));
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.FORMAT;
  }

  private int skipOpeners(int from) {
    int at = from;
    while (at < text.length() && OPENERS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private boolean canBegin(int first, int stop, int end, int next) {
    if (first >= text.length()) {
      return false;
    }
    int one = text.codePointAt(first);
    if (!Character.isLowerCase(one)) {
      return !isStop(text.charAt(first)) || isDottedName(first);
    }
    if (MARKUP.indexOf(text.charAt(next)) >= 0) {
      return true; // a name in code, a link or emphasis
    }
    if (endsEllipsis(stop, end)) {
      return false;
    }
    // Some names begin small: gRPC, iOS. A line that ends in a full stop was meant to end there.
    String word = wordAt(first);
    boolean name = word.chars().skip(1).anyMatch(Character::isUpperCase);
    boolean newLine = text.substring(end, next).indexOf('\n') >= 0;
    boolean quotation = end > stop + 1 || text.charAt(stop) != '.';
    return name || (newLine && !quotation);
  }

  private boolean isDottedName(int first) {
    return text.charAt(first) == '.'
        && first + 1 < text.length()
        && Character.isUpperCase(text.charAt(first + 1));
  }

  private boolean endsEllipsis(int stop, int end) {
    return text.charAt(stop) == '…' || (end > stop + 1 && text.charAt(stop + 1) == '.');
  }

  private boolean isAbbreviation(int start, int stop, int first) {
    int from = stop;
    while (from > start && isPartOfWord(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, stop);
    String lower = word.toLowerCase(Locale.ROOT);
    String next = wordAt(first);
    boolean startsSentence = STARTERS.contains(next.toLowerCase(Locale.ROOT));
    boolean beforeFigure = !next.isEmpty() && Character.isDigit(next.charAt(0));
    if (word.isEmpty()) {
      return false;
    }
    if ((from == start || text.charAt(from - 1) == '\n')
        && word.length() <= 3
        && word.chars().allMatch(Character::isDigit)) {
      return true; // "1. First": the number of a step
    }
    if (ALWAYS_FOLLOWED.contains(lower)) {
      return true;
    }
    if (BEFORE_FIGURES.contains(lower)) {
      return beforeFigure;
    }
    if (INSIDE_NAMES.contains(lower) || isDottedInitials(word)) {
      return !startsSentence;
    }
    return word.length() == 1
        && Character.isUpperCase(word.charAt(0))
        && !startsSentence
        && !endsWithLanguage(start, from, lower);
  }

  /// `U.S`, `a.m`, `Ph.D`: short parts with dots between them.
  private static boolean isDottedInitials(String word) {
    if (word.indexOf('.') < 0) {
      return false;
    }
    for (String part : word.split("\\.", -1)) {
      if (part.isEmpty() || part.length() > 2 || !part.chars().allMatch(Character::isLetter)) {
        return false;
      }
    }
    return true;
  }

  private boolean endsWithLanguage(int start, int letter, String lower) {
    if (!ONE_LETTER_LANGUAGES.contains(lower)) {
      return false;
    }
    int end = letter;
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    int from = end;
    while (from > start && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    return BEFORE_A_LANGUAGE.contains(text.substring(from, end).toLowerCase(Locale.ROOT));
  }

  private static boolean isPartOfWord(char one) {
    return Character.isLetterOrDigit(one) || one == '.' || one == '§' || Character.isSurrogate(one);
  }

  private String wordAt(int from) {
    int at = from;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }
}
