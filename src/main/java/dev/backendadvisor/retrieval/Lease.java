package dev.backendadvisor.retrieval;

import dev.backendadvisor.corpus.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.util.VectorUtil;

/// A snapshot in use by somebody: it stays open until closed, whatever is published meanwhile.
final class Lease implements Generation {
  private final Snapshot snapshot;
  private final QuestionVectors questions;
  private final AtomicBoolean closed = new AtomicBoolean();

  /// The snapshot's reader must have been counted up for this lease.
  Lease(Snapshot snapshot, QuestionVectors questions) {
    this.snapshot = snapshot;
    this.questions = questions;
  }

  @Override
  public Corpus corpus() {
    return snapshot.corpus();
  }

  @Override
  public double embedded() {
    return questions.loaded().isPresent() ? snapshot.embedded() : 0;
  }

  @Override
  public List<Hit> search(SearchRequest request) {
    return snapshot.search(request, () -> vector(request));
  }

  @Override
  public String explain(SearchRequest request, Hit hit) {
    return snapshot.explain(request, hit, vector(request));
  }

  @Override
  public OptionalDouble likeness(String one, String other) {
    Optional<float[]> first = vector(one);
    Optional<float[]> second = first.flatMap(found -> vector(other));
    return second.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(VectorUtil.dotProduct(first.get(), second.get()));
  }

  private Optional<float[]> vector(SearchRequest request) {
    return vector(request.words());
  }

  private Optional<float[]> vector(String text) {
    return questions.of(text, snapshot.said().model());
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        snapshot.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
