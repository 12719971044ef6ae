package dev.backendadvisor.retrieval;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Cuts text into terms without breaking the names of technology: `C++`, `.NET`, `Node.js`, `I/O`.
///
/// A compound gives its parts and itself, a version also its shorter forms, so that either way of
/// writing finds the other.
final class TermScanner {
  private static final Pattern VERSION = Pattern.compile("v?\\d+(?:\\.\\d+)+");
  private static final Pattern NUMBERED = Pattern.compile("([a-z]{3,})(\\d+)");
  private static final Pattern MARKED_NUMBER = Pattern.compile("v\\d+");
  private static final Pattern INITIALS = Pattern.compile("\\p{L}(?:\\.\\p{L})+");
  private static final Pattern CONNECTOR = Pattern.compile("[./\\-_&]");
  private static final int MOST_PARTS = 4;
  private static final Set<String> BEFORE_GO =
      Set.of("vs", "versus", "or", "than", "in", "use", "learn", "using", "and", "write");
  private static final Set<String> AFTER_GO =
      Set.of("vs", "versus", "or", "and", "language", "lang", "routine", "routines", "developers");
  private static final Set<String> AFTER_VERB_GO =
      Set.of("for", "to", "with", "ahead", "back", "on", "through", "wrong", "the", "live", "away");

  /// A term of a text.
  ///
  /// @param text in lower case
  /// @param whole whether it must not be stemmed
  record Term(String text, boolean whole) {}

  private final Vocabulary vocabulary;
  private final List<Term> terms = new ArrayList<>();
  private final List<String> words;

  private TermScanner(Vocabulary vocabulary, List<String> words) {
    this.vocabulary = vocabulary;
    this.words = words;
  }

  /// The text's terms in order.
  static List<Term> scan(String text, Vocabulary vocabulary) {
    var scanner = new TermScanner(vocabulary, words(plain(text)));
    scanner.run();
    return scanner.terms;
  }

  /// Without accents and look-alikes; a Turkish dotless i is an i.
  private static String plain(String text) {
    String flat = text.replace('♯', '#').replace('ı', 'i').replace('’', '\'').replace('ʼ', '\'');
    if (flat.chars().allMatch(unit -> unit < 128)) {
      return flat;
    }
    var plain = new StringBuilder(flat.length());
    Normalizer.normalize(flat, Normalizer.Form.NFKD)
        .codePoints()
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (isWord(text, at) || startsDotNet(text, at)) {
        int end = end(text, at);
        words.add(text.substring(at, end));
        at = end;
      } else {
        at++;
      }
    }
    return words;
  }

  private static boolean isWord(String text, int at) {
    return at < text.length() && Character.isLetterOrDigit(text.codePointAt(at));
  }

  private static boolean startsDotNet(String text, int at) {
    return text.regionMatches(true, at, ".net", 0, 4)
        && !(at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))
        && !isWord(text, at + 4);
  }

  private static int end(String text, int start) {
    int at = start + Character.charCount(text.codePointAt(start));
    while (at < text.length()) {
      char unit = text.charAt(at);
      boolean afterLetter = Character.isLetter(text.charAt(at - 1));
      if (isWord(text, at)) {
        at += Character.charCount(text.codePointAt(at));
      } else if (unit == '\'' && afterLetter && isWord(text, at + 1)) {
        at++;
      } else if (unit == '+' && afterLetter && text.startsWith("++", at)) {
        return afterMarks(text, at + 2);
      } else if (unit == '#' && afterLetter && !isWord(text, at + 1)) {
        return afterMarks(text, at + 1);
      } else if (unit == ',' && isThousands(text, at)) {
        at++;
      } else if (isConnector(unit) && isWord(text, at + 1)) {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  /// A name ends with its marks, `C++17` is two terms; only a possessive still belongs to it.
  private static int afterMarks(String text, int at) {
    boolean possessive = text.startsWith("'s", at) && !isWord(text, at + 2);
    return possessive ? at + 2 : at;
  }

  private static boolean isConnector(char unit) {
    return unit == '.' || unit == '/' || unit == '-' || unit == '_' || unit == '&';
  }

  private static boolean isThousands(String text, int comma) {
    return Character.isDigit(text.charAt(comma - 1))
        && comma + 3 < text.length()
        && Character.isDigit(text.charAt(comma + 1))
        && Character.isDigit(text.charAt(comma + 2))
        && Character.isDigit(text.charAt(comma + 3))
        && !(isWord(text, comma + 4));
  }

  private void run() {
    for (int i = 0; i < words.size(); i++) {
      String word = bare(words.get(i));
      if (word.equals("go")) {
        add(isLanguageGo(i) ? new Term("golang", true) : new Term("go", true));
      } else {
        addWord(word);
      }
      for (Vocabulary.Phrase phrase : vocabulary.phrases(word)) {
        if (follows(phrase.words(), i)) {
          add(new Term(phrase.term(), true));
        }
      }
    }
  }

  private boolean follows(List<String> phrase, int from) {
    if (from + phrase.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!bare(words.get(from + i)).equals(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// In lower case, without thousands' commas, apostrophes and a possessive's s.
  private static String bare(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.endsWith("'s")) {
      lower = lower.substring(0, lower.length() - 2);
    }
    return lower.replace("'", "").replace(",", "");
  }

  /// The verb is far more common than the language, so only a capital or the company it keeps makes
  /// it a language.
  private boolean isLanguageGo(int at) {
    String before = at > 0 ? bare(words.get(at - 1)) : "";
    String after = at + 1 < words.size() ? bare(words.get(at + 1)) : "";
    if (words.get(at).startsWith("Go")) {
      return at > 0 || !AFTER_VERB_GO.contains(after);
    }
    return (BEFORE_GO.contains(before) && !AFTER_VERB_GO.contains(after))
        || AFTER_GO.contains(after);
  }

  private void add(Term term) {
    terms.add(term);
  }

  private void addWord(String word) {
    var known = vocabulary.term(word);
    var numbered = NUMBERED.matcher(word);
    if (known.isPresent()) {
      add(new Term(known.get(), true));
    } else if (MARKED_NUMBER.matcher(word).matches()) {
      add(new Term(word.substring(1), true));
    } else if (VERSION.matcher(word).matches()) {
      addVersion(word);
    } else if (INITIALS.matcher(word).matches()) {
      add(new Term(word.replace(".", ""), true));
    } else if (word.startsWith(".") || !CONNECTOR.matcher(word).find()) {
      addSimple(word);
      if (numbered.matches()) {
        addWord(numbered.group(1));
        add(new Term(numbered.group(2), true));
      }
    } else {
      addCompound(word);
    }
  }

  private void addSimple(String word) {
    boolean script = word.endsWith("js") && word.length() > 3;
    boolean plain = !script && word.chars().allMatch(unit -> unit >= 'a' && unit <= 'z');
    add(new Term(word, !plain));
    if (script) {
      add(new Term(word.substring(0, word.length() - 2), true));
    }
  }

  private void addVersion(String word) {
    String version = word.startsWith("v") ? word.substring(1) : word;
    add(new Term(version, true));
    for (int dot = version.lastIndexOf('.'); dot > 0; dot = version.lastIndexOf('.', dot - 1)) {
      add(new Term(version.substring(0, dot), true));
    }
  }

  private void addCompound(String word) {
    if (word.endsWith(".js")) {
      addSimple(word.replace(".", ""));
      return;
    }
    String[] parts = CONNECTOR.split(word);
    for (String part : parts) {
      if (!part.isEmpty()) {
        addWord(part);
      }
    }
    boolean numbers = word.chars().noneMatch(Character::isLetter);
    if (parts.length <= MOST_PARTS && !numbers) {
      String whole = word.replace("-", "").replace("_", "");
      add(new Term(vocabulary.term(whole).orElse(whole), true));
    }
  }
}
