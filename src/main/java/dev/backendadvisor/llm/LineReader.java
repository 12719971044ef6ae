package dev.backendadvisor.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a model writes, line by line: `[3,5] A sentence.` rests on the grounds 3 and 5, `- A
/// sentence.` states nothing. A line is read when it has ended; what is no such line is passed
/// over.
final class LineReader implements SentenceReader {
  private static final Pattern LINE =
      Pattern.compile(
          "(?:[-*•] )?((?:\\[ ?\\d{1,3}(?: ?, ?\\d{1,3})* ?] ?)+):? ?(\\S.*)|- (\\S.*)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final StringBuilder pending = new StringBuilder();
  private boolean tooLong;

  /// A sentence a model wants to say.
  ///
  /// @param grounds the numbers of the grounds it claims to rest on; none when it states nothing
  /// @param text the sentence
  record Line(List<Integer> grounds, String text) {
    Line {
      grounds = List.copyOf(grounds);
    }
  }

  @Override
  public List<Line> read(String text) {
    List<Line> lines = new ArrayList<>();
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      take(text.substring(from, end));
      end().ifPresent(lines::add);
      from = end + 1;
    }
    take(text.substring(from));
    return lines;
  }

  @Override
  public Optional<Line> end() {
    Optional<Line> line = tooLong ? Optional.empty() : line(pending.toString().strip());
    pending.setLength(0);
    tooLong = false;
    return line;
  }

  private void take(String text) {
    tooLong |= pending.length() + text.length() > LONGEST;
    if (!tooLong) {
      pending.append(text);
    }
  }

  private static Optional<Line> line(String words) {
    Matcher parts = LINE.matcher(words);
    // a character that stands for bytes that were none
    if (!parts.matches() || words.indexOf('\ufffd') >= 0) {
      return Optional.empty();
    }
    if (parts.group(3) != null) {
      return Optional.of(new Line(List.of(), parts.group(3)));
    }
    List<Integer> grounds =
        NUMBER
            .matcher(parts.group(1))
            .results()
            .map(number -> Integer.valueOf(number.group()))
            .distinct()
            .toList();
    return grounds.size() > MOST_GROUNDS
        ? Optional.empty()
        : Optional.of(new Line(grounds, parts.group(2).strip()));
  }
}
