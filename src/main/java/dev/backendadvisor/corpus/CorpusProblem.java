package dev.backendadvisor.corpus;

/// Something wrong in a corpus folder, and what to do about it.
///
/// @param severity whether anything was left out because of it
/// @param file the path as the author knows it
/// @param line 1-based; 0 when the whole file is meant
/// @param what what is wrong, and what to do
public record CorpusProblem(Severity severity, String file, int line, String what) {
  /// Whether anything was left out.
  public enum Severity {
    /// Something was left out of the corpus.
    ERROR,
    /// Nothing was left out, but an author should look.
    WARNING
  }

  /// `file:line: what, and what to do`.
  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line : file;
    return place + ": " + (severity == Severity.WARNING ? "warning: " : "") + what;
  }
}
