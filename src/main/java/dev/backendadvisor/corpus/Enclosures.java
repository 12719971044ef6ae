package dev.backendadvisor.corpus;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/// The places of a text inside brackets, quotation marks or code, where no sentence ends.
///
/// Only pairs that close within a few sentences count, so a forgotten bracket glues nothing.
final class Enclosures {
  private static final int LONGEST = 400;
  private static final String OPEN = "([{“«";
  private static final String CLOSE = ")]}”»";

  private record Opening(char mark, int position) {}

  private final BitSet inside;

  private Enclosures(BitSet inside) {
    this.inside = inside;
  }

  static Enclosures of(String text) {
    BitSet inside = new BitSet(text.length());
    Deque<Opening> open = new ArrayDeque<>();
    int at = 0;
    while (at < text.length()) {
      char one = text.charAt(at);
      if (one == '`') {
        int end = endOfCode(text, at);
        inside.set(at + 1, Math.max(at + 1, end));
        at = Math.max(end, endOfTicks(text, at));
        continue;
      }
      int closing = CLOSE.indexOf(one);
      if (one == '"') {
        if (closesQuotation(text, at)) {
          close(open, '"', at, inside);
        } else {
          open.push(new Opening('"', at));
        }
      } else if (OPEN.indexOf(one) >= 0) {
        open.push(new Opening(one, at));
      } else if (closing >= 0) {
        close(open, OPEN.charAt(closing), at, inside);
      }
      while (open.size() > 64) {
        open.removeLast();
      }
      at++;
    }
    return new Enclosures(inside);
  }

  /// Whether the position lies within a pair: after its opening mark, before its closing one.
  boolean enclose(int position) {
    return inside.get(position);
  }

  private static void close(Deque<Opening> open, char mark, int at, BitSet inside) {
    if (open.stream().noneMatch(one -> one.mark() == mark)) {
      return;
    }
    Opening opening = open.pop();
    while (opening.mark() != mark) {
      opening = open.pop();
    }
    if (at - opening.position() <= LONGEST) {
      inside.set(opening.position() + 1, at + 1);
    }
  }

  private static boolean closesQuotation(String text, int at) {
    boolean spaceBefore = at == 0 || SentenceSplitter.isSpace(text.charAt(at - 1));
    return !spaceBefore && OPEN.indexOf(text.charAt(at - 1)) < 0;
  }

  private static int endOfTicks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == '`') {
      at++;
    }
    return at;
  }

  /// The end of the code that starts with these backticks: the next run of as many; else `from`.
  private static int endOfCode(String text, int from) {
    int ticks = endOfTicks(text, from) - from;
    int at = from + ticks;
    int furthest = Math.min(text.length(), from + LONGEST);
    while (at < furthest) {
      int open = text.indexOf('`', at);
      if (open < 0 || open > furthest) {
        return from;
      }
      int end = endOfTicks(text, open);
      if (end - open == ticks) {
        return end;
      }
      at = end;
    }
    return from;
  }
}
