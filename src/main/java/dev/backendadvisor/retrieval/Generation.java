package dev.backendadvisor.retrieval;

import dev.backendadvisor.corpus.Corpus;
import java.util.List;
import java.util.OptionalDouble;

/// One complete state of the index with the corpus it was made from. Everything an answer uses
/// comes from one generation; close it when the answer is done.
public interface Generation extends AutoCloseable {
  /// The corpus this generation was made from.
  Corpus corpus();

  /// How many of the corpus's passages can be found by meaning already, 0 to 1.
  double embedded();

  /// The passages that bear on the words, best first.
  List<Hit> search(SearchRequest request);

  /// Why [#search] puts the hit where it does: the words, their weights, the cosine, the fusion.
  String explain(SearchRequest request, Hit hit);

  /// The cosine of the vectors of two texts; empty while or where texts have no vectors.
  OptionalDouble likeness(String one, String other);

  @Override
  void close();
}
