package dev.backendadvisor.app;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusProblem;
import dev.backendadvisor.corpus.CorpusProblem.Severity;
import dev.backendadvisor.corpus.CorpusReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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

  CheckCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() {
    var folder = new CorpusFolder(folders.isEmpty() ? CorpusOptions.usual(world) : folders);
    CorpusFolder.Contents contents = folder.read();
    Corpus corpus = new CorpusReader().read(contents.files(), contents.problems());
    corpus.problems().forEach(world.out()::println);
    long errors =
        corpus.problems().stream()
            .map(CorpusProblem::severity)
            .filter(Severity.ERROR::equals)
            .count();
    world
        .out()
        .println(
            "Documents: %d; records of evidence: %d; errors: %d; warnings: %d."
                .formatted(
                    corpus.documents().size(),
                    corpus.evidence().size(),
                    errors,
                    corpus.problems().size() - errors));
    return errors == 0 ? 0 : CommandLine.ExitCode.USAGE;
  }
}
