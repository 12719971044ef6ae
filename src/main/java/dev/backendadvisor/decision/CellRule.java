package dev.backendadvisor.decision;

/// The rule that turns evidence into a cell's rating.
final class CellRule {
  private CellRule() {}
}
