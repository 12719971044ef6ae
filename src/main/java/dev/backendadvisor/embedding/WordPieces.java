package dev.backendadvisor.embedding;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Cuts text into the numbered word pieces a BERT model without case was trained on.
///
/// As in Devlin et al., "BERT" (2018), and the reference tokenizer of google-research/bert: control
/// characters go, accents and case go, punctuation and Chinese characters stand alone, then the
/// longest known piece is taken from the left of each word.
final class WordPieces {
  private static final int LONGEST_WORD = 100;
  private static final String INSIDE = "##";

  private final Map<String, Integer> vocabulary;
  private final int start;
  private final int end;
  private final int unknown;

  private WordPieces(Map<String, Integer> vocabulary) throws IOException {
    this.vocabulary = vocabulary;
    this.start = special("[CLS]");
    this.end = special("[SEP]");
    this.unknown = special("[UNK]");
  }

  private int special(String name) throws IOException {
    Integer id = vocabulary.get(name);
    if (id == null) {
      throw new IOException("The tokenizer's vocabulary has no " + name);
    }
    return id;
  }

  /// Reads the vocabulary out of a `tokenizer.json`.
  static WordPieces of(String tokenizerJson) throws IOException {
    String key = "\"vocab\"";
    int at = tokenizerJson.indexOf(key);
    if (at < 0) {
      throw new IOException("The tokenizer file has no vocabulary");
    }
    Map<String, Integer> vocabulary = HashMap.newHashMap(32_000);
    var scanner = new FlatObject(tokenizerJson, tokenizerJson.indexOf('{', at) + 1);
    while (scanner.hasNext()) {
      vocabulary.put(scanner.name(), scanner.number());
    }
    return new WordPieces(vocabulary);
  }

  /// The pieces' numbers, with the model's marks around them; what exceeds the limit is cut off.
  long[] pieces(String text, int limit) {
    long[] pieces = new long[limit];
    pieces[0] = start;
    int count = 1;
    String plain = plain(text, limit);
    int at = 0;
    while (at < plain.length() && count < limit - 1) {
      int point = plain.codePointAt(at);
      int next = at + Character.charCount(point);
      if (point == ' ') {
        at = next;
        continue;
      }
      if (!standsAlone(point)) {
        while (next < plain.length()) {
          int following = plain.codePointAt(next);
          if (following == ' ' || standsAlone(following)) {
            break;
          }
          next += Character.charCount(following);
        }
      }
      count = add(plain.substring(at, next), pieces, count);
      at = next;
    }
    pieces[count++] = end;
    return Arrays.copyOf(pieces, count);
  }

  private int add(String word, long[] pieces, int count) {
    int room = pieces.length - 1;
    int first = count;
    int from = 0;
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      pieces[count] = unknown;
      return count + 1;
    }
    while (from < word.length()) {
      Integer id = null;
      int to = word.length();
      while (to > from) {
        String piece = word.substring(from, to);
        id = vocabulary.get(from == 0 ? piece : INSIDE + piece);
        if (id != null) {
          break;
        }
        to -= Character.charCount(word.codePointBefore(to));
      }
      if (id == null) {
        pieces[first] = unknown;
        return first + 1;
      }
      if (count < room) {
        pieces[count++] = id;
      }
      from = to;
    }
    return count;
  }

  /// The text without control characters, accents and case, all white space a blank.
  private static String plain(String text, int limit) {
    // No word is longer than this many code units, so more text cannot reach the window.
    String within = text.substring(0, Math.min(text.length(), limit * 2 * LONGEST_WORD));
    var clean = new StringBuilder(within.length());
    within
        .codePoints()
        .forEach(
            point -> {
              if (isBlank(point)) {
                clean.append(' ');
              } else if (point != 0 && point != 0xFFFD && !isControl(point)) {
                clean.appendCodePoint(point);
              }
            });
    String decomposed = Normalizer.normalize(clean, Normalizer.Form.NFD);
    var bare = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
        .map(Character::toLowerCase)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private static boolean isBlank(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || Character.isSpaceChar(point)
        || Character.isWhitespace(point);
  }

  private static boolean isControl(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE;
  }

  private static boolean standsAlone(int point) {
    return isPunctuation(point) || isChinese(point);
  }

  private static boolean isPunctuation(int point) {
    if (point < 128) {
      return point > ' ' && point < 127 && !Character.isLetterOrDigit(point);
    }
    int type = Character.getType(point);
    return type == Character.CONNECTOR_PUNCTUATION
        || type == Character.DASH_PUNCTUATION
        || type == Character.START_PUNCTUATION
        || type == Character.END_PUNCTUATION
        || type == Character.INITIAL_QUOTE_PUNCTUATION
        || type == Character.FINAL_QUOTE_PUNCTUATION
        || type == Character.OTHER_PUNCTUATION;
  }

  private static boolean isChinese(int point) {
    return (point >= 0x4E00 && point <= 0x9FFF)
        || (point >= 0x3400 && point <= 0x4DBF)
        || (point >= 0x20000 && point <= 0x2A6DF)
        || (point >= 0x2A700 && point <= 0x2CEAF)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0x2F800 && point <= 0x2FA1F);
  }
}
