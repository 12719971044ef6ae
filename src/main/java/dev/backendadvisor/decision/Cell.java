package dev.backendadvisor.decision;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Rating;
import java.util.List;

/// What the evidence says of one technology on one criterion.
///
/// @param technology the technology's id
/// @param criterion the criterion's id
/// @param rating the interval, by the rule of [CellRule]
/// @param evidence the rated evidence it rests on, the weightiest first
/// @param origins how many independent voices that is
public record Cell(
    String technology, String criterion, Rating rating, List<Evidence> evidence, int origins) {
  /// Copies the evidence.
  public Cell {
    evidence = List.copyOf(evidence);
  }
}
