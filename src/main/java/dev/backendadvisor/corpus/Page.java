package dev.backendadvisor.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A page while it is read: its text, taken apart, before its evidence is known.
final class Page {
  private final String id;
  private final String shown;
  private final String version;
  private final String title;
  private final String text;
  private final int linesBefore;
  private final List<MarkdownPage.Section> sections;
  private final List<Slice> sentences;
  private final List<Words> words = new ArrayList<>();

  /// The words of a block with single spaces, and where each character stands in the block.
  private record Words(TextBlock block, String words, int[] places) {
    static Words of(TextBlock block) {
      String text = block.words();
      StringBuilder words = new StringBuilder();
      int[] places = new int[text.length()];
      for (int i = 0; i < text.length(); i++) {
        boolean space = SentenceSplitter.isSpace(text.charAt(i));
        if (!space || (words.length() > 0 && words.charAt(words.length() - 1) != ' ')) {
          places[words.length()] = i;
          words.append(space ? ' ' : text.charAt(i));
        }
      }
      return new Words(block, words.toString(), places);
    }

    void find(String sentence, List<Slice> found) {
      for (int at = words.indexOf(sentence); at >= 0; at = words.indexOf(sentence, at + 1)) {
        int last = places[at + sentence.length() - 1];
        found.add(block.toPage(new Slice(places[at], last + 1)));
      }
    }
  }

  private Page(TextFile file, String id, FrontMatter front) {
    this.id = id;
    this.shown = file.shown();
    this.text = file.text().substring(front.bodyStart());
    this.linesBefore = lines(file.text().substring(0, front.bodyStart()));
    this.version = Digest.version(text);
    MarkdownPage page = MarkdownPage.parse(text, front.title());
    this.title = page.title().orElse(id.substring(id.lastIndexOf('/') + 1));
    this.sections = page.sections();
    this.sentences =
        sections.stream()
            .flatMap(section -> section.blocks().stream())
            .flatMap(block -> block.sentences().stream())
            .toList();
  }

  static Page of(TextFile file, String id, FrontMatter front) {
    return new Page(file, id, front);
  }

  String id() {
    return id;
  }

  /// The file as the author knows it.
  String shown() {
    return shown;
  }

  String text() {
    return text;
  }

  /// Every place of a sentence in the page's prose, whatever its line breaks.
  List<Slice> find(String sentence) {
    if (words.isEmpty()) {
      for (MarkdownPage.Section section : sections) {
        section.blocks().stream().map(Words::of).forEach(words::add);
      }
    }
    List<Slice> found = new ArrayList<>();
    words.stream()
        .filter(one -> one.block().kind() != TextBlock.Kind.CODE)
        .forEach(one -> one.find(sentence, found));
    return found;
  }

  /// Whether the words stand in the page when paragraphs, headings and code are not told apart.
  boolean holdsAcrossBlocks(String sentence) {
    return text.replaceAll("\\s+", " ").contains(sentence);
  }

  List<Slice> sentences() {
    return sentences;
  }

  /// A slice's words on one line.
  String words(Slice slice) {
    return text.substring(slice.start(), slice.end()).replaceAll("\\s+", " ");
  }

  /// The line of the file a slice starts on.
  int line(Slice slice) {
    return linesBefore + lines(text.substring(0, slice.start())) + 1;
  }

  Span span(Slice slice) {
    return new Span(id, version, slice.start(), slice.end());
  }

  /// The finished document.
  Document document(int passageWords, List<String> sources) {
    PassageCutter cutter = new PassageCutter(text, passageWords);
    List<Passage> passages = new ArrayList<>();
    for (MarkdownPage.Section section : sections) {
      for (Slice slice : cutter.cut(section)) {
        passages.add(
            new Passage(
                span(slice), section.headings(), text.substring(slice.start(), slice.end())));
      }
    }
    return new Document(
        id,
        version,
        title,
        text,
        passages,
        sentences.stream().map(this::span).collect(Collectors.toList()),
        sources);
  }

  private static int lines(String text) {
    return (int) text.chars().filter(one -> one == '\n').count();
  }

  /// The nearest sentence of the page, on one line.
  Optional<String> nearest(String sentence) {
    return Nearest.sentence(sentence, sentences.stream().map(this::words).toList());
  }
}
