package dev.backendadvisor.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.retrieval.PassageIndex;
import dev.backendadvisor.retrieval.SearchRequest.By;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalEvaluationTest {
  private static final CorpusReader READER = new CorpusReader();

  @TempDir Path folder;

  private RetrievalReport run(Path corpus, Path queries, Path judgements) throws Exception {
    try (var index = PassageIndex.inMemory(READER, Optional.empty())) {
      return new RetrievalEvaluation(index, READER, Duration.ofSeconds(1))
          .run(corpus, queries, judgements);
    }
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void measures_are_those_of_the_textbook() {
    var scores =
        RetrievalReport.Scores.of(List.of("x", "a", "y", "b"), Map.of("a", 1, "b", 2, "c", 1));
    assertEquals(0.2, scores.precision(), 1e-9);
    assertEquals(2 / 3.0, scores.recall(), 1e-9);
    double gain = 1 / log2(3) + 2 / log2(5);
    double ideal = 2 / log2(2) + 1 / log2(3) + 1 / log2(4);
    assertEquals(gain / ideal, scores.gain(), 1e-9);
  }

  private static double log2(double of) {
    return Math.log(of) / Math.log(2);
  }

  @Test
  void an_estimate_is_the_mean_within_its_interval_and_the_same_each_time() {
    double[] values = {0, 1, 0.5, 1, 0.25, 0.75};
    var estimate = Estimate.of(values);
    assertEquals(3.5 / 6, estimate.mean(), 1e-9);
    assertTrue(estimate.low() < estimate.mean() && estimate.mean() < estimate.high());
    assertEquals(estimate, Estimate.of(values));
  }

  @Test
  void a_trec_collection_is_measured_and_its_topics_go_by_position_when_numbers_do_not_fit()
      throws Exception {
    Path corpus =
        file(
            "docs.xml",
            """
            <doc>
            <docno>7</docno><title>lift of
            a wing</title><text>the lift of a wing .</text>
            </doc>
            <doc>
            <docno>9</docno><title>heat</title><text>heat in slabs .</text>
            </doc>
            """);
    Path queries =
        file(
            "queries.xml",
            "<xml><top>\n"
                + "<num> 4</num>\n"
                + "<title>\n"
                + "wing\n"
                + "</title>\n"
                + "</top>\n"
                + "<top>\n"
                + "<num> 1</num>\n"
                + "<title>heat</title>\n"
                + "</top></xml>");
    Path judgements = file("qrels", "1 0 7 1\n1 0 9 -1\n2 0 9 1\n");
    var report = run(corpus, queries, judgements);
    assertEquals(2, report.documents());
    assertEquals(1, report.estimate(By.BOTH, RetrievalReport.Scores::gain).mean());
    assertEquals(0, report.gainOverWords(RetrievalReport.Scores::gain).mean());
    assertTrue(report.text().contains("2 queries, 2 documents"), report.text());
  }

  @Test
  void a_folder_is_measured_by_its_sections() throws Exception {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Files.writeString(
        corpus.resolve("page.md"),
        "# Page\n\n## What is Java?\n\nA language.\n\n## And Go?\n\nGo too.");
    Path queries = file("q.jsonl", "{\"id\": \"a\", \"text\": \"golang\"}\n");
    Path judgements = file("qrels", "a 0 page#and-go 2\n");
    var report = run(corpus, queries, judgements);
    assertEquals(1, report.estimate(By.WORDS, RetrievalReport.Scores::gain).mean());
  }

  @Test
  void a_wrong_file_is_named_with_its_line() throws Exception {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path queries = file("q.jsonl", "{\"id\": \"a\", \"text\": \"x\"}\n{\"id\": 1\n");
    var broken =
        assertThrows(IOException.class, () -> run(corpus, queries, file("one", "a 0 page 1\n")));
    assertTrue(String.valueOf(broken.getMessage()).contains("q.jsonl:2: "), broken.getMessage());
    broken =
        assertThrows(IOException.class, () -> run(corpus, queries, file("two", "\na 0 page\n")));
    assertTrue(String.valueOf(broken.getMessage()).contains("two:2: "), broken.getMessage());
    Path good = file("good.jsonl", "{\"id\": \"a\", \"text\": \"x\"}\n");
    broken =
        assertThrows(IOException.class, () -> run(corpus, good, file("three", "b 0 page 1\n")));
    assertTrue(
        String.valueOf(broken.getMessage()).contains("compare the ids"), broken.getMessage());
  }

  @Test
  void our_own_judgements_name_sections_that_exist() throws Exception {
    Path golden = Path.of("corpus", "golden");
    var judged =
        JudgedQueries.read(golden.resolve("retrieval.jsonl"), golden.resolve("retrieval.qrels"));
    var corpus = READER.read(new CorpusFolder(List.of(Path.of("corpus"))).read().files());
    var sections =
        corpus.documents().values().stream()
            .flatMap(
                document ->
                    document.passages().stream()
                        .map(passage -> RetrievalEvaluation.section(document, passage)))
            .toList();
    for (var query : judged.queries()) {
      for (String section : query.relevant().keySet()) {
        assertTrue(sections.contains(section), query.id() + " names " + section);
      }
    }
  }
}
