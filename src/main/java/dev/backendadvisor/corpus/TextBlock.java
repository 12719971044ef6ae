package dev.backendadvisor.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonmark.node.SourceSpan;

/// A block of a page as its author wrote it: a paragraph, a table row, a piece of code.
///
/// Its lines are joined without the indentation and the `>` before them, so a sentence that runs
/// over two lines of a block quote is still one sentence; [#toPage] leads back to the page.
final class TextBlock {
  /// What a block's words are.
  enum Kind {
    /// Sentences.
    PROSE,
    /// One row of a table, read as one sentence.
    ROW,
    /// The row that names a table's columns.
    TABLE_HEAD,
    /// Code, whose words are found but not quoted as sentences.
    CODE
  }

  private final Kind kind;
  private final int start;
  private final String words;
  private final int[] lineInWords;
  private final int[] lineInPage;

  private TextBlock(Kind kind, int start, String words, int[] lineInWords, int[] lineInPage) {
    this.kind = kind;
    this.start = start;
    this.words = words;
    this.lineInWords = lineInWords;
    this.lineInPage = lineInPage;
  }

  /// A block from the places of its lines.
  ///
  /// @param start where it starts in the page, with its list marker
  static TextBlock of(Kind kind, int start, String page, List<SourceSpan> lines) {
    StringBuilder words = new StringBuilder();
    int[] lineInWords = new int[lines.size()];
    int[] lineInPage = new int[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      SourceSpan line = lines.get(i);
      if (i > 0) {
        words.append('\n');
      }
      lineInWords[i] = words.length();
      lineInPage[i] = line.getInputIndex();
      words.append(page, line.getInputIndex(), line.getInputIndex() + line.getLength());
    }
    return new TextBlock(kind, start, words.toString(), lineInWords, lineInPage);
  }

  Kind kind() {
    return kind;
  }

  /// Where it starts in the page, with the list marker before it.
  int start() {
    return start;
  }

  /// Its lines, joined by `\n`.
  String words() {
    return words;
  }

  /// The pieces a passage may be cut into, as slices of the page: sentences, rows, lines of code.
  List<Slice> pieces() {
    return switch (kind) {
      case PROSE -> SentenceSplitter.split(words).stream().map(this::toPage).toList();
      case ROW, TABLE_HEAD -> trimmed(0, words.length());
      case CODE -> lines();
    };
  }

  /// The sentences, as slices of the page.
  List<Slice> sentences() {
    return switch (kind) {
      case PROSE, ROW ->
          pieces().stream()
              .filter(piece -> words.codePoints().anyMatch(Character::isLetterOrDigit))
              .toList();
      case TABLE_HEAD, CODE -> List.of();
    };
  }

  /// A slice of [#words] as a slice of the page.
  Slice toPage(Slice slice) {
    return new Slice(toPage(slice.start()), toPage(slice.end() - 1) + 1);
  }

  private int toPage(int position) {
    int found = Arrays.binarySearch(lineInWords, position);
    int line = found >= 0 ? found : -found - 2;
    // An empty line shares its end with the line break before the next: stay on the line found.
    return lineInPage[line] + (position - lineInWords[line]);
  }

  private List<Slice> lines() {
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < lineInWords.length; i++) {
      int end = i + 1 < lineInWords.length ? lineInWords[i + 1] - 1 : words.length();
      slices.addAll(trimmed(lineInWords[i], end));
    }
    return slices;
  }

  private List<Slice> trimmed(int from, int to) {
    int first = from;
    int last = to;
    while (first < last && isEdge(words.charAt(first))) {
      first++;
    }
    while (last > first && isEdge(words.charAt(last - 1))) {
      last--;
    }
    return first == last ? List.of() : List.of(toPage(new Slice(first, last)));
  }

  private boolean isEdge(char one) {
    return SentenceSplitter.isSpace(one) || (one == '|' && kind != Kind.CODE);
  }
}
