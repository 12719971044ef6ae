package dev.backendadvisor.corpus;

/// A text that is not YAML, or YAML of a kind that corpus files do not use.
final class YamlException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String what;

  YamlException(int line, String what) {
    super(what);
    this.line = line;
    this.what = what;
  }

  /// What is wrong, and what to do.
  String what() {
    return what;
  }

  /// The line it was noticed on, 1-based.
  int line() {
    return line;
  }
}
