package dev.backendadvisor.corpus;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// One Markdown file of the corpus.
///
/// @param id the path without `.md`, with `/` between folders
/// @param version `sha256:` and the hex digest of the text's UTF-8 bytes
/// @param title the front matter's title, else the first heading, else the file's name
/// @param text the Markdown body, line ends `\n`; every span counts its UTF-16 code units
/// @param passages the text's passages in order
/// @param sentences the spans of the text's sentences in order: prose, list items, not code
/// @param sources the sources its evidence was read from, by id
public record Document(
    String id,
    String version,
    String title,
    String text,
    List<Passage> passages,
    List<Span> sentences,
    List<String> sources) {
  private static final Comparator<Span> BY_START = Comparator.comparingInt(Span::start);

  /// Copies the lists.
  public Document {
    passages = List.copyOf(passages);
    sentences = List.copyOf(sentences);
    sources = List.copyOf(sources);
  }

  /// The sentences that stand whole in a passage, in order.
  public List<Span> sentences(Passage passage) {
    int from = Collections.binarySearch(sentences, passage.span(), BY_START);
    int at = from < 0 ? -from - 1 : from;
    int end = at;
    while (end < sentences.size() && sentences.get(end).end() <= passage.span().end()) {
      end++;
    }
    return sentences.subList(at, end);
  }

  /// The words of a span of this document.
  ///
  /// @throws IllegalArgumentException when the span is of another document or version, or too long
  public String quote(Span span) {
    if (!span.document().equals(id)
        || !span.version().equals(version)
        || span.end() > text.length()) {
      throw new IllegalArgumentException(span + " is not in " + id + " " + version);
    }
    return text.substring(span.start(), span.end());
  }
}
