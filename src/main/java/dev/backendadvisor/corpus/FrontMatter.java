package dev.backendadvisor.corpus;

import java.util.List;
import java.util.Optional;

/// What stands between `---` lines at the head of a page.
///
/// @param title the title it gives
/// @param document false for a file that is not a page
/// @param bodyStart where the page's own text starts in the file
record FrontMatter(Optional<String> title, boolean document, int bodyStart) {
  private static final List<String> KEYS = List.of("title", "document");

  private static final FrontMatter NONE = new FrontMatter(Optional.empty(), true, 0);

  /// Reads the head of a page. Other people's keys are theirs: only a near miss of ours is
  /// reported.
  static FrontMatter read(TextFile file, Problems problems) {
    String text = file.text();
    int open = text.indexOf('\n');
    if (open < 0 || !text.substring(0, open).stripTrailing().equals("---")) {
      return NONE;
    }
    int close = closingLine(text, open + 1);
    if (close < 0) {
      problems.warning(
          file.shown(),
          1,
          "the front matter is never closed, so it is read as text; end it with a line '---'");
      return NONE;
    }
    int end = text.indexOf('\n', close);
    int bodyStart = end < 0 ? text.length() : end + 1;
    FrontMatter unread = new FrontMatter(Optional.empty(), true, bodyStart);
    try {
      Optional<Yaml> yaml = YamlReader.read(text.substring(open + 1, close), 1);
      if (yaml.isEmpty()) {
        return unread;
      }
      if (yaml.get() instanceof Yaml.Mapping mapping) {
        return read(file.shown(), mapping, bodyStart, problems);
      }
      problems.warning(
          file.shown(),
          yaml.get().line(),
          "the lines between '---' hold no 'key: value', so they are read as text; put an empty"
              + " line first when they are text");
      return NONE;
    } catch (YamlException e) {
      problems.error(file.shown(), e.line(), "the front matter is left out: " + e.what());
      return unread;
    }
  }

  private static int closingLine(String text, int from) {
    int line = from;
    while (line < text.length()) {
      int end = text.indexOf('\n', line);
      String words = text.substring(line, end < 0 ? text.length() : end).stripTrailing();
      if (words.equals("---") || words.equals("...")) {
        return line;
      }
      line = end < 0 ? text.length() : end + 1;
    }
    return -1;
  }

  private static FrontMatter read(
      String shown, Yaml.Mapping mapping, int bodyStart, Problems problems) {
    Optional<String> title = Optional.empty();
    boolean document = true;
    for (Yaml.Pair pair : mapping.pairs()) {
      String key = pair.key().words();
      String words = pair.value() instanceof Yaml.Words value ? value.words().strip() : "";
      if (key.equals("title")) {
        if (words.isEmpty()) {
          problems.error(
              shown,
              pair.value().line(),
              "'title' must be words, but is " + pair.value().kind() + "; write 'title: …'");
        } else {
          title = Optional.of(words.replaceAll("\\s+", " "));
        }
      } else if (key.equals("document")) {
        if (!words.equals("true") && !words.equals("false")) {
          problems.error(
              shown,
              pair.value().line(),
              "'document' must be true or false, but is " + pair.value().kind());
        }
        document = !words.equals("false");
      } else {
        int line = pair.key().line();
        Nearest.word(key, KEYS)
            .ifPresent(
                near ->
                    problems.warning(
                        shown, line, "'%s' is not read; did you mean '%s'?".formatted(key, near)));
      }
    }
    return new FrontMatter(title, document, bodyStart);
  }
}
