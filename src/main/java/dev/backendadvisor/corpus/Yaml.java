package dev.backendadvisor.corpus;

import static java.util.stream.Collectors.joining;

import java.util.List;

/// A piece of a YAML file that knows its line. Everything that is not a list or a mapping is words:
/// what they mean is for the reader of the declaration to say.
sealed interface Yaml {
  /// The line it starts on, 1-based.
  int line();

  /// A scalar.
  ///
  /// @param words what it says, without quotes
  /// @param quoted whether it stood in quotes or as a block
  record Words(int line, String words, boolean quoted) implements Yaml {
    /// Whether nothing is said: `key:` or `key: null`.
    boolean blank() {
      return !quoted && (words.isBlank() || words.equals("~") || words.equals("null"));
    }
  }

  /// A list.
  record Sequence(int line, List<Yaml> items) implements Yaml {}

  /// A mapping, in the order written; a key written twice is in it twice.
  record Mapping(int line, List<Pair> pairs) implements Yaml {}

  /// A key and its value.
  record Pair(Words key, Yaml value) {}

  /// All that is said in it, without its structure.
  default String said() {
    return switch (this) {
      case Words words -> words.words();
      case Sequence list -> list.items().stream().map(Yaml::said).collect(joining(" "));
      case Mapping mapping ->
          mapping.pairs().stream().map(pair -> pair.value().said()).collect(joining(" "));
    };
  }

  /// What it is, as an author would call it.
  default String kind() {
    return switch (this) {
      case Words words -> words.blank() ? "nothing" : "'" + words.words() + "'";
      case Sequence list -> "a list";
      case Mapping mapping -> "a mapping of keys and values";
    };
  }
}
