package dev.backendadvisor.decision;

import dev.backendadvisor.corpus.Evidence;
import java.util.List;
import java.util.Optional;

/// Technologies side by side.
///
/// @param technologies their ids, in the order asked
/// @param rows a row a criterion, the most important first
/// @param leader the technology ahead over all rows; none at a toss-up
/// @param lead how far it is ahead of the next, in points of rating
/// @param firmness how firm that is
/// @param deciding the records that carry the lead, the one that carries most of it first: without
///   any one of them the lead is smaller
public record Comparison(
    List<String> technologies,
    List<Row> rows,
    Optional<String> leader,
    double lead,
    Firmness firmness,
    List<Evidence> deciding) {
  /// Copies the lists.
  public Comparison {
    technologies = List.copyOf(technologies);
    rows = List.copyOf(rows);
    deciding = List.copyOf(deciding);
  }

  /// The one comparison's row on a criterion.
  ///
  /// @throws java.util.NoSuchElementException when it is not compared on it
  public Row row(String criterion) {
    return rows.stream().filter(row -> row.criterion().equals(criterion)).findFirst().orElseThrow();
  }

  /// The technologies on one criterion.
  ///
  /// @param criterion the criterion's id
  /// @param leader the technology ahead; none at a toss-up or when a cell is missing
  /// @param lead how far it is ahead of the next, in points of rating
  /// @param firmness how firm that is
  /// @param cells a cell a technology in the order asked; none where there is no rated evidence
  public record Row(
      String criterion,
      Optional<String> leader,
      double lead,
      Firmness firmness,
      List<Optional<Cell>> cells) {
    /// Copies the cells.
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
