package dev.backendadvisor.decision;

import dev.backendadvisor.corpus.Corpus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Every technology on every criterion, as the evidence has it on one day.
public final class Matrix {
  private Matrix() {}

  /// Rates every cell that has rated evidence.
  ///
  /// @param corpus the evidence
  /// @param today the day from which the age of evidence is counted
  public static Matrix of(Corpus corpus, LocalDate today) {
    throw new UnsupportedOperationException(corpus + " " + today);
  }

  /// One cell; none when there is no rated evidence.
  public Optional<Cell> cell(String technology, String criterion) {
    throw new UnsupportedOperationException(technology + criterion);
  }

  /// Technologies side by side on some criteria, the first counting most.
  public Comparison compare(List<String> technologies, List<String> criteria) {
    throw new UnsupportedOperationException(technologies + "" + criteria);
  }
}
