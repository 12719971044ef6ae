package dev.backendadvisor.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A sequence of words, names and gaps that says something about a question. `english.txt` says how
/// cues are written.
///
/// A cue has few gaps and each is short, so matching at one place takes bounded time.
final class Cue {
  private static final int GAP = 4;
  private static final int WIDE_GAP = 8;

  private final List<Element> elements;

  private Cue(List<Element> elements) {
    this.elements = elements;
  }

  /// One place of a cue.
  private record Element(
      Set<String> words,
      boolean name,
      char slot,
      boolean number,
      boolean any,
      boolean judged,
      boolean start,
      boolean end,
      int gap,
      boolean optional) {}

  /// Where a cue was found; places are indexes of tokens, -1 for a slot the cue lacks.
  ///
  /// @param start the first token
  /// @param end one past the last token
  /// @param first the token in slot A
  /// @param second the token in slot B
  record Match(int start, int end, int first, int second) {}

  static Cue parse(String line, English english) {
    List<Element> elements = new ArrayList<>();
    for (String part : line.split("\\s+")) {
      elements.add(element(part, english));
    }
    return new Cue(elements);
  }

  private static Element element(String part, English english) {
    boolean optional = part.length() > 1 && part.endsWith("?");
    String written = optional ? part.substring(0, part.length() - 1) : part;
    int gap = written.equals("*") ? GAP : written.equals("**") ? WIDE_GAP : 0;
    Set<String> words = new HashSet<>();
    boolean name = false;
    char slot = 0;
    boolean number = false;
    boolean any = false;
    boolean judged = false;
    boolean start = false;
    boolean end = false;
    for (String one : gap > 0 ? List.<String>of() : Arrays.asList(written.split("\\|"))) {
      switch (one) {
        case "" -> {}
        case "T" -> name = true;
        case "A", "B" -> slot = one.charAt(0);
        case "N" -> number = true;
        case "_" -> any = true;
        case "@" -> judged = true;
        case "^" -> start = true;
        case "$" -> end = true;
        default -> {
          if (one.startsWith("{") && one.endsWith("}")) {
            words.addAll(english.words(one.substring(1, one.length() - 1)));
          } else if (one.startsWith("{")) {
            throw new IllegalArgumentException("A cue names a section with a space: " + part);
          } else {
            words.add(one);
          }
        }
      }
    }
    return new Element(
        Set.copyOf(words), name, slot, number, any, judged, start, end, gap, optional);
  }

  /// The words it can start with; empty when it can start otherwise.
  Set<String> openings() {
    Element first = elements.getFirst();
    boolean plain =
        !(first.optional
            || first.name
            || first.slot != 0
            || first.number
            || first.any
            || first.judged
            || first.start
            || first.end
            || first.gap > 0);
    return plain ? first.words : Set.of();
  }

  /// Whether it can only start at a name.
  boolean opensWithName() {
    Element first = elements.getFirst();
    return !first.optional && first.words.isEmpty() && (first.name || first.slot != 0);
  }

  /// Whether it can only start where a sentence does.
  boolean opensSentence() {
    return elements.getFirst().start;
  }

  /// The match that starts at a token.
  ///
  /// @param judged the place of the word being judged, -1 for none
  Optional<Match> match(Sentences text, int at, int judged) {
    int[] slots = {-1, -1};
    int end = match(text, 0, at, judged, slots);
    return end < 0 ? Optional.empty() : Optional.of(new Match(at, end, slots[0], slots[1]));
  }

  private int match(Sentences text, int element, int at, int judged, int[] slots) {
    if (element == elements.size()) {
      return at;
    }
    Element one = elements.get(element);
    if (one.gap > 0) {
      for (int skip = 0; skip <= one.gap; skip++) {
        if (skip > 0 && (at + skip > text.size() || text.get(at + skip - 1).parts())) {
          return -1;
        }
        int end = match(text, element + 1, at + skip, judged, slots);
        if (end >= 0) {
          return end;
        }
      }
      return -1;
    }
    if (one.start ? text.starts(at) : one.end && text.ends(at)) {
      int end = match(text, element + 1, at, judged, slots);
      if (end >= 0) {
        return end;
      }
    }
    if (at < text.size() && fits(one, text.get(at), at == judged)) {
      int first = slots[0];
      int second = slots[1];
      if (one.slot == 'A') {
        slots[0] = at;
      } else if (one.slot == 'B') {
        slots[1] = at;
      }
      int end = match(text, element + 1, at + 1, judged, slots);
      if (end >= 0) {
        return end;
      }
      slots[0] = first;
      slots[1] = second;
    }
    return one.optional ? match(text, element + 1, at, judged, slots) : -1;
  }

  private static boolean fits(Element one, Token token, boolean judged) {
    if (judged && one.judged) {
      return true;
    }
    return switch (token.kind()) {
      case TECHNOLOGY, NAME -> one.name || one.slot != 0 || one.any;
      case NUMBER -> one.number || one.any || one.words.contains(token.word());
      case WORD -> one.any || one.words.contains(token.word());
      case MARK -> one.words.contains(token.word());
    };
  }
}
