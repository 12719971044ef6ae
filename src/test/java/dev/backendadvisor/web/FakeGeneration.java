package dev.backendadvisor.web;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFixture;
import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.retrieval.Generation;
import dev.backendadvisor.retrieval.Hit;
import dev.backendadvisor.retrieval.SearchRequest;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

/// A generation of two documents that finds all passages holding the words as they stand.
final class FakeGeneration implements Generation {
  static final Document CONCURRENCY =
      CorpusFixture.document(
          "concurrency",
          "Concurrency",
          """
          # Concurrency

          How back ends serve many visitors at once.

          ## Event loops

          Node.js runs JavaScript on one event loop per process, so a waiting connection costs memory but no thread.
          The default build of Python runs one thread of Python code at a time.

          - Long tasks stall everyone on that process.
          - Worker threads take such work away.
          """);
  static final Document NESTED =
      CorpusFixture.document("guide/C# & .NET", "C# & .NET", "Async “tasks” 🧵 <b>wait</b>.\n");

  private final Corpus corpus = CorpusFixture.of(CONCURRENCY, NESTED);
  private final AtomicInteger open;

  FakeGeneration(AtomicInteger open) {
    this.open = open;
    open.incrementAndGet();
  }

  @Override
  public Corpus corpus() {
    return corpus;
  }

  @Override
  public double embedded() {
    return 0.4;
  }

  @Override
  public List<Hit> search(SearchRequest request) {
    return corpus.documents().values().stream()
        .filter(document -> document.text().contains(request.words()))
        .map(
            document ->
                new Hit(document.passages().get(0), document, 0.5123456789, 1, 0, List.of()))
        .limit(request.limit())
        .toList();
  }

  @Override
  public String explain(SearchRequest request, Hit hit) {
    return "it holds the words";
  }

  @Override
  public OptionalDouble likeness(String one, String other) {
    return OptionalDouble.empty();
  }

  @Override
  public void close() {
    open.decrementAndGet();
  }
}
