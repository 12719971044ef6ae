package dev.backendadvisor.corpus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// A page's Markdown, taken apart into sections of blocks. Raw HTML is left out, and so are rules
/// and link definitions.
///
/// @param title the first heading's words
/// @param sections in the order of the page
record MarkdownPage(Optional<String> title, List<Section> sections) {
  /// Blocks that belong together: nothing but space stands between them.
  ///
  /// @param headings the headings above, outermost first, without the page's title
  record Section(List<String> headings, List<TextBlock> blocks) {}

  /// Deeper nesting of quotes and lists than any author writes is read as plain text.
  private static final int DEEPEST_NESTING = 40;

  private static final int LONGEST_HEADING = 1_000;

  /// Blocks only: words inside a block are looked at by us, so no inline syntax can cost time.
  private static final Parser BLOCKS =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .maxOpenBlockParsers(DEEPEST_NESTING)
          .inlineParserFactory(context -> (lines, node) -> {})
          .build();

  private static final Parser HEADINGS = Parser.builder().build();

  /// Takes a page apart.
  ///
  /// @param declaredTitle the title the front matter gives, when it does
  static MarkdownPage parse(String text, Optional<String> declaredTitle) {
    Walk walk = new Walk(text, declaredTitle);
    for (Node node = BLOCKS.parse(text).getFirstChild(); node != null; node = node.getNext()) {
      walk.visit(node);
    }
    walk.endSection();
    return new MarkdownPage(walk.title, walk.sections);
  }

  private static final class Walk {
    private record Level(int level, String words) {}

    private final String text;
    private final List<Section> sections = new ArrayList<>();
    private final Deque<Level> headings = new ArrayDeque<>();
    private List<TextBlock> blocks = new ArrayList<>();
    private Optional<String> title;

    Walk(String text, Optional<String> title) {
      this.text = text;
      this.title = title;
    }

    void endSection() {
      if (!blocks.isEmpty()) {
        List<String> path =
            headings.stream()
                .map(Level::words)
                .filter(words -> !words.isEmpty() && !words.equals(title.orElse("")))
                .toList();
        sections.add(new Section(path, blocks));
        blocks = new ArrayList<>();
      }
    }

    void visit(Node node) {
      switch (node) {
        case Heading heading -> enter(heading);
        case Paragraph paragraph -> add(TextBlock.Kind.PROSE, paragraph);
        case TableRow row ->
            add(
                row.getParent() instanceof TableHead
                    ? TextBlock.Kind.TABLE_HEAD
                    : TextBlock.Kind.ROW,
                row);
        case FencedCodeBlock code -> add(TextBlock.Kind.CODE, code);
        case IndentedCodeBlock code -> add(TextBlock.Kind.CODE, code);
        case HtmlBlock html -> endSection();
        case ThematicBreak rule -> endSection();
        default -> {
          for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            visit(child);
          }
        }
      }
    }

    private void enter(Heading heading) {
      endSection();
      String words = words(heading);
      if (title.isEmpty() && !words.isEmpty()) {
        title = Optional.of(words);
      }
      while (!headings.isEmpty() && headings.getLast().level() >= heading.getLevel()) {
        headings.removeLast();
      }
      headings.addLast(new Level(heading.getLevel(), words));
    }

    private void add(TextBlock.Kind kind, Node node) {
      List<SourceSpan> lines = node.getSourceSpans();
      if (!lines.isEmpty()) {
        blocks.add(TextBlock.of(kind, start(node), text, lines));
      }
    }

    /// Where a block starts, with the list markers and `>` before its first line.
    private static int start(Node block) {
      Node outermost = block;
      while (outermost.getPrevious() == null
          && (outermost.getParent() instanceof ListItem
              || outermost.getParent() instanceof ListBlock
              || outermost.getParent() instanceof BlockQuote)) {
        outermost = outermost.getParent();
      }
      int own = block.getSourceSpans().getFirst().getInputIndex();
      List<SourceSpan> spans = outermost.getSourceSpans();
      return spans.isEmpty() ? own : Math.min(own, spans.getFirst().getInputIndex());
    }

    private String words(Heading heading) {
      if (heading.getSourceSpans().isEmpty()) {
        return "";
      }
      int start = heading.getSourceSpans().getFirst().getInputIndex();
      SourceSpan last = heading.getSourceSpans().getLast();
      int end = Math.min(last.getInputIndex() + last.getLength(), start + LONGEST_HEADING);
      StringBuilder words = new StringBuilder();
      HEADINGS
          .parse(text.substring(start, end))
          .accept(
              new AbstractVisitor() {
                @Override
                public void visit(Text node) {
                  words.append(node.getLiteral());
                }

                @Override
                public void visit(Code node) {
                  words.append(node.getLiteral());
                }

                @Override
                public void visit(SoftLineBreak node) {
                  words.append(' ');
                }
              });
      return words.toString().strip();
    }
  }
}
