package dev.backendadvisor.corpus;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Cuts a page into passages: whole blocks as long as they fit together, a long block between its
/// sentences, and only a sentence that alone is too long between its words.
final class PassageCutter {
  /// Characters a word may have on average before a passage counts as full: text without spaces is
  /// cut too.
  private static final int CHARACTERS_PER_WORD = 20;

  private final String text;
  private final int words;
  private final int characters;

  /// @param words how many words a passage may have
  PassageCutter(String text, int words) {
    this.text = text;
    this.words = words;
    this.characters = words * CHARACTERS_PER_WORD;
  }

  /// The passages of one section, in order.
  List<Slice> cut(MarkdownPage.Section section) {
    List<Slice> passages = new ArrayList<>();
    @Nullable Slice open = null;
    for (TextBlock block : section.blocks()) {
      List<Slice> pieces = withMarker(block);
      if (pieces.isEmpty()) {
        continue;
      }
      Slice whole = new Slice(pieces.getFirst().start(), pieces.getLast().end());
      if (fits(whole)) {
        pieces = List.of(whole);
      }
      for (Slice piece : pieces) {
        Slice joined = open == null ? piece : new Slice(open.start(), piece.end());
        if (fits(joined)) {
          open = joined;
        } else {
          if (open != null) {
            passages.add(open);
          }
          List<Slice> parts = fits(piece) ? List.of(piece) : cutBetweenWords(piece);
          passages.addAll(parts.subList(0, parts.size() - 1));
          open = parts.getLast();
        }
      }
    }
    if (open != null) {
      passages.add(open);
    }
    return passages;
  }

  private List<Slice> withMarker(TextBlock block) {
    List<Slice> pieces = new ArrayList<>(block.pieces());
    if (!pieces.isEmpty()) {
      int start = block.start();
      while (SentenceSplitter.isSpace(text.charAt(start))) {
        start++;
      }
      pieces.set(0, new Slice(start, pieces.getFirst().end()));
    }
    return pieces;
  }

  private boolean fits(Slice slice) {
    return slice.end() - slice.start() <= characters && countWords(slice) <= words;
  }

  /// Runs with a letter or digit in them: list markers and the bars of tables are no words.
  private int countWords(Slice slice) {
    int count = 0;
    boolean counted = false;
    for (int i = slice.start(); i < slice.end(); i++) {
      char one = text.charAt(i);
      if (SentenceSplitter.isSpace(one)) {
        counted = false;
      } else if (!counted && (Character.isLetterOrDigit(one) || Character.isSurrogate(one))) {
        counted = true;
        count++;
      }
    }
    return count;
  }

  private List<Slice> cutBetweenWords(Slice slice) {
    List<Slice> parts = new ArrayList<>();
    int start = slice.start();
    while (start < slice.end()) {
      int end = endOfWords(start, slice.end());
      parts.add(new Slice(start, end));
      start = end;
      while (start < slice.end() && SentenceSplitter.isSpace(text.charAt(start))) {
        start++;
      }
    }
    return parts;
  }

  private int endOfWords(int start, int limit) {
    int furthest = Math.min(limit, start + characters);
    int end = start;
    int count = 0;
    int at = start;
    while (at < furthest && count < words) {
      while (at < furthest && SentenceSplitter.isSpace(text.charAt(at))) {
        at++;
      }
      int word = at;
      while (at < furthest && !SentenceSplitter.isSpace(text.charAt(at))) {
        at++;
      }
      boolean wholeWord = at > word && (at == limit || SentenceSplitter.isSpace(text.charAt(at)));
      if (wholeWord) {
        end = at;
        count++;
      }
    }
    return end > start ? end : endOfCharacters(start, furthest, limit);
  }

  /// The end of the last whole visible character, for a word that fills a passage alone.
  private int endOfCharacters(int start, int furthest, int limit) {
    if (furthest == limit) {
      return limit;
    }
    BreakIterator characterEnds = BreakIterator.getCharacterInstance(Locale.ROOT);
    int ahead = Math.min(limit, furthest + characters);
    characterEnds.setText(text.substring(start, ahead));
    int end = characterEnds.preceding(furthest - start + 1);
    if (end > 0) {
      return start + end;
    }
    return Character.isLowSurrogate(text.charAt(furthest)) ? furthest - 1 : furthest;
  }
}
