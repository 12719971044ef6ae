package dev.backendadvisor.format;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.CheckedSentence;
import dev.backendadvisor.answer.Citation;
import dev.backendadvisor.answer.Notice;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.PartialDate;
import dev.backendadvisor.corpus.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes an answer for a terminal: wrapped, with markers, the sources numbered below.
public final class TerminalText {
  private static final String BOLD = "\u001b[1m";
  private static final String FAINT = "\u001b[2m";
  private static final String PLAIN = "\u001b[0m";

  private final int width;
  private final boolean colours;
  private final StringBuilder out = new StringBuilder();

  private TerminalText(int width, boolean colours) {
    this.width = Math.max(width, 20);
    this.colours = colours;
  }

  /// An answer as plain text, ending in a line break.
  ///
  /// @param answer the answer
  /// @param width columns; at least 20 are used
  /// @param colours whether the terminal shows bold and faint
  public static String write(Answer answer, int width, boolean colours) {
    return new TerminalText(width, colours).write(answer);
  }

  private String write(Answer answer) {
    for (String paragraph : paragraphs(answer)) {
      if (paragraph.startsWith("- ")) {
        paragraph("- ", "  ", paragraph.substring(2), "");
      } else {
        gap();
        paragraph("", "", paragraph, "");
      }
    }
    if (!answer.choices().isEmpty()) {
      List<String> labels = answer.choices().stream().map(Answer.Choice::label).toList();
      paragraph("> ", "  ", String.join(" · ", labels), "");
    }
    for (Notice notice : answer.notices()) {
      gap();
      paragraph("", "", "Note: " + notice.text(), FAINT);
    }
    if (!answer.nearest().isEmpty()) {
      section("Nearest in the corpus");
      for (Answer.Nearest nearest : answer.nearest()) {
        String heading = nearest.heading().isEmpty() ? "" : ", " + nearest.heading();
        paragraph("- ", "  ", nearest.title() + heading + " (" + nearest.document() + ")", "");
      }
    }
    if (!answer.citations().isEmpty()) {
      section("Sources");
      answer.citations().forEach(this::source);
    }
    if (!answer.suggestions().isEmpty()) {
      section("Ask next");
      answer.suggestions().forEach(suggestion -> paragraph("- ", "  ", suggestion, ""));
    }
    return out.toString();
  }

  private static List<String> paragraphs(Answer answer) {
    List<StringBuilder> paragraphs = new ArrayList<>(List.of(new StringBuilder()));
    for (CheckedSentence sentence : answer.sentences()) {
      if (sentence.before().contains("\n")) {
        paragraphs.add(new StringBuilder(sentence.before().strip()));
        if (sentence.before().endsWith("- ")) {
          paragraphs.getLast().append(' ');
        }
      } else {
        paragraphs.getLast().append(sentence.before());
      }
      paragraphs.getLast().append(sentence.text());
      // a no-break space keeps a marker with its word
      sentence.citations().forEach(number -> paragraphs.getLast().append("\u00a0[" + number + "]"));
    }
    return paragraphs.stream().map(StringBuilder::toString).filter(one -> !one.isBlank()).toList();
  }

  private void source(Citation citation) {
    String number = "[" + citation.number() + "] ";
    String indent = " ".repeat(number.length());
    paragraph(number, indent, "“" + citation.quote() + "”", "");
    String place =
        citation.title() + (citation.heading().isEmpty() ? "" : ", " + citation.heading());
    if (citation.shown().isPresent()) {
      Evidence evidence = citation.shown().get();
      evidence
          .condition()
          .ifPresent(condition -> paragraph(indent, indent, "Holds: " + condition, FAINT));
      String basis = Json.id(evidence.basis()).replace('-', ' ');
      String origins = citation.origins() > 1 ? ", " + citation.origins() + " sources agree" : "";
      paragraph(
          indent,
          indent,
          "our summary of "
              + summarised(evidence.source())
              + " ("
              + basis
              + ", as of "
              + evidence.asOf()
              + origins
              + ")",
          FAINT);
      evidence.source().url().ifPresent(url -> paragraph(indent, indent, url, FAINT));
    } else {
      paragraph(indent, indent, "from " + place + " (" + citation.span().document() + ")", FAINT);
    }
  }

  /// `publisher: title, date`.
  private static String summarised(Source source) {
    String date = source.date().map(PartialDate::toString).orElse("undated");
    return String.format(Locale.ROOT, "%s: %s, %s", source.publisher(), source.title(), date);
  }

  private void section(String title) {
    gap();
    paragraph("", "", title, BOLD);
  }

  private void gap() {
    if (!out.isEmpty()) {
      out.append('\n');
    }
  }

  private void paragraph(String first, String indent, String words, String style) {
    StringBuilder line = new StringBuilder(first);
    int used = columns(first);
    int start = used;
    for (String word : printable(words).split(" +")) {
      int length = columns(word);
      if (used > start && used + 1 + length > width) {
        line(line, style);
        line = new StringBuilder(indent);
        used = columns(indent);
        start = used;
      }
      if (used > start) {
        line.append(' ');
        used++;
      }
      line.append(word);
      used += length;
    }
    line(line, style);
  }

  private void line(StringBuilder line, String style) {
    boolean styled = colours && !style.isEmpty();
    out.append(styled ? style : "").append(line).append(styled ? PLAIN : "").append('\n');
  }

  private static int columns(String word) {
    return word.codePointCount(0, word.length());
  }

  /// Without control characters, which a terminal would obey.
  private static String printable(String words) {
    StringBuilder clean = new StringBuilder(words.length());
    words
        .codePoints()
        .forEach(point -> clean.appendCodePoint(Character.isISOControl(point) ? ' ' : point));
    return clean.toString();
  }
}
