package dev.backendadvisor.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A declaration file: a list of entries. Where its YAML is broken, the entries around the break
/// are still read.
final class YamlFile {
  private final TextFile file;
  private final Problems problems;

  YamlFile(TextFile file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /// The entries, each with its line.
  ///
  /// @param noun what one is called: `finding`
  /// @param keys the keys it may have
  List<Entry> entries(String noun, List<String> keys) {
    List<Entry> entries = new ArrayList<>();
    for (Yaml item : items(noun)) {
      Entry.of(file.shown(), item, noun, keys, problems).ifPresent(entries::add);
    }
    return entries;
  }

  private List<Yaml> items(String noun) {
    try {
      return items(noun, YamlReader.read(file.text(), 0));
    } catch (YamlException whole) {
      List<Yaml> items = new ArrayList<>();
      for (Part part : parts()) {
        try {
          items.addAll(items(noun, YamlReader.read(part.text(), part.linesBefore())));
        } catch (YamlException e) {
          problems.error(file.shown(), e.line(), e.what());
        }
      }
      return items;
    }
  }

  private List<Yaml> items(String noun, Optional<Yaml> yaml) {
    if (yaml.isPresent() && yaml.get() instanceof Yaml.Sequence list) {
      return list.items();
    }
    yaml.ifPresent(
        other ->
            problems.error(
                file.shown(),
                other.line(),
                "expected a list with one '- …' a %s, but found %s; start every %s with '- '"
                    .formatted(noun, other.kind(), noun)));
    return List.of();
  }

  private record Part(String text, int linesBefore) {}

  /// The file cut before each line that starts a list entry.
  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int line = 0;
    int first = 0;
    for (String one : file.text().split("\n", -1)) {
      if (one.startsWith("- ") || one.equals("-")) {
        parts.add(new Part(text.toString(), first));
        text.setLength(0);
        first = line;
      }
      text.append(one).append('\n');
      line++;
    }
    parts.add(new Part(text.toString(), first));
    return parts;
  }
}
