package dev.backendadvisor.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong while a corpus is read.
final class Problems {
  private final List<CorpusProblem> list = new ArrayList<>();

  /// Something was left out because of it.
  void error(String file, int line, String what) {
    list.add(new CorpusProblem(CorpusProblem.Severity.ERROR, file, line, what));
  }

  /// An author should look, but nothing was left out.
  void warning(String file, int line, String what) {
    list.add(new CorpusProblem(CorpusProblem.Severity.WARNING, file, line, what));
  }

  void add(List<CorpusProblem> others) {
    list.addAll(others);
  }

  /// All of them by file and line, each once.
  List<CorpusProblem> sorted() {
    return list.stream()
        .distinct()
        .sorted(
            Comparator.comparing(CorpusProblem::file)
                .thenComparing(CorpusProblem::line)
                .thenComparing(CorpusProblem::what))
        .toList();
  }
}
