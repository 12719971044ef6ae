package dev.backendadvisor.app;

import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.evaluation.RetrievalEvaluation;
import dev.backendadvisor.retrieval.PassageIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures.
@Command(
    name = "evaluate",
    description = "Measures how well the advisor does.",
    synopsisSubcommandLabel = "WHAT",
    mixinStandardHelpOptions = true)
final class EvaluateCommand {

  /// Measures how well passages are found.
  @Command(
      name = "retrieval",
      description =
          "Asks judged queries by words, by meaning and by both, and prints how much was found.",
      mixinStandardHelpOptions = true)
  static final class Retrieval implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final World world;

    @Option(
        names = "--corpus",
        paramLabel = "DIR|FILE",
        required = true,
        description = "A folder of Markdown, or a TREC file of documents.")
    private Path corpus = Path.of("");

    @Option(
        names = "--queries",
        paramLabel = "FILE",
        required = true,
        description = "TREC topics, or a line of JSON each: {\"id\": ..., \"text\": ...}.")
    private Path queries = Path.of("");

    @Option(
        names = "--qrels",
        paramLabel = "FILE",
        required = true,
        description = "TREC judgements, a line each: query 0 document relevance.")
    private Path judgements = Path.of("");

    Retrieval(World world) {
      this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
      var reader = new CorpusReader();
      try (var index = PassageIndex.inMemory(reader, House.embedder())) {
        var evaluation = new RetrievalEvaluation(index, reader, PATIENCE);
        world.out().print(evaluation.run(corpus, queries, judgements).text());
        world.out().flush();
        return 0;
      } catch (IOException unreadable) {
        throw Trouble.with(unreadable);
      }
    }
  }
}
