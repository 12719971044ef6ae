package dev.backendadvisor.retrieval;

/// Keeps the passages of a corpus findable, on disk, one generation after another.
public final class PassageIndex {
  private PassageIndex() {}
}
