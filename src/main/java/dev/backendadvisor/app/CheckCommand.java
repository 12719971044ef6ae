package dev.backendadvisor.app;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusProblem;
import dev.backendadvisor.corpus.CorpusProblem.Severity;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.corpus.CorpusReview;
import dev.backendadvisor.embedding.EmbeddingWindow;
import dev.backendadvisor.format.EvidenceTable;
import dev.backendadvisor.retrieval.PassageIndex;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists what is wrong in a corpus.
@Command(
    name = "check",
    description = "Lists every problem of a corpus as file:line: what, and what to do.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final World world;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..*",
      description = "Folders to read, the last on top; by default the project's corpus folder.")
  private List<Path> folders = List.of();

  @Option(
      names = "--table",
      description = "Prints how much evidence, from how many origins, each cell rests on.")
  private boolean table;

  CheckCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() {
    var folder = new CorpusFolder(folders.isEmpty() ? CorpusOptions.usual(world) : folders);
    CorpusFolder.Contents contents = folder.read();
    Corpus corpus = new CorpusReader().read(contents.files(), contents.problems());
    List<CorpusProblem> problems = new ArrayList<>(corpus.problems());
    var window = EmbeddingWindow.load();
    problems.addAll(
        CorpusReview.of(
            corpus,
            contents.files(),
            LocalDate.now(world.clock()),
            (document, passage) -> window.holds(PassageIndex.embedded(document, passage))));
    problems.forEach(world.out()::println);
    if (table) {
      world.out().print(EvidenceTable.of(corpus));
    }
    long errors =
        problems.stream().map(CorpusProblem::severity).filter(Severity.ERROR::equals).count();
    world
        .out()
        .println(
            "Documents: %d; records of evidence: %d; errors: %d; warnings: %d."
                .formatted(
                    corpus.documents().size(),
                    corpus.evidence().size(),
                    errors,
                    problems.size() - errors));
    return errors == 0 ? 0 : CommandLine.ExitCode.USAGE;
  }
}
