package dev.backendadvisor.evaluation;

import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.corpus.Passage;
import dev.backendadvisor.retrieval.Generation;
import dev.backendadvisor.retrieval.PassageIndex;
import dev.backendadvisor.retrieval.SearchRequest;
import dev.backendadvisor.retrieval.SearchRequest.By;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Measures how well documents are found: by words, by meaning and by both, on the same queries.
public final class RetrievalEvaluation {
  private static final int PASSAGES = 200;

  private final PassageIndex index;
  private final CorpusReader reader;
  private final Duration patience;

  /// @param index an index to fill, in memory or in a folder of its own
  /// @param reader how the corpus is read
  /// @param patience how long to wait for the corpus's vectors
  public RetrievalEvaluation(PassageIndex index, CorpusReader reader, Duration patience) {
    this.index = index;
    this.reader = reader;
    this.patience = patience;
  }

  /// Indexes a corpus and asks all queries.
  ///
  /// @param corpus a folder of Markdown, whose documents' ids the judgements name, or a TREC file
  /// @param queries TREC topics, or a line of JSON each: `{"id": …, "text": …}`
  /// @param judgements TREC judgements: `query 0 document relevance`; a document may be one
  ///   section, `document#heading-in-lower-case`
  /// @throws IOException when a file cannot be read; its message says which and why
  /// @throws InterruptedException when the thread is interrupted
  public RetrievalReport run(Path corpus, Path queries, Path judgements)
      throws IOException, InterruptedException {
    JudgedQueries judged = JudgedQueries.read(queries, judgements);
    List<CorpusFile> files =
        Files.isDirectory(corpus)
            ? new CorpusFolder(List.of(corpus)).read().files()
            : TrecDocuments.read(corpus);
    index.update(reader.read(files), files);
    index.awaitVectors(patience);
    Map<By, List<RetrievalReport.Scores>> scores = new EnumMap<>(By.class);
    try (Generation generation = index.current()) {
      for (By by : By.values()) {
        scores.put(
            by,
            judged.queries().stream()
                .map(
                    query ->
                        RetrievalReport.Scores.of(
                            ranking(generation, query, by, judged.namesSections()),
                            query.relevant()))
                .toList());
      }
      return new RetrievalReport(
          generation.corpus().documents().size(),
          index.status().passages(),
          generation.embedded(),
          scores);
    }
  }

  /// What was judged, documents or their sections, by its best passage.
  private static List<String> ranking(
      Generation generation, JudgedQueries.Judged query, By by, boolean sections) {
    return generation.search(new SearchRequest(query.text(), PASSAGES, by)).stream()
        .map(hit -> sections ? section(hit.document(), hit.passage()) : hit.document().id())
        .distinct()
        .toList();
  }

  /// `document#heading-in-lower-case`, as in the address of a heading.
  static String section(Document document, Passage passage) {
    var headings = passage.headings();
    String last = headings.isEmpty() ? "" : headings.getLast().toLowerCase(Locale.ROOT);
    return document.id() + "#" + last.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
