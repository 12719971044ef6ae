package dev.backendadvisor.app;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.format.RecordCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Decides decision records again by the corpus of today.
@Command(
    name = "recheck",
    description = "Decides decision records again by the corpus of today, and names what changed.",
    mixinStandardHelpOptions = true)
final class RecheckCommand implements Callable<Integer> {
  private final World world;

  @Mixin private CorpusOptions options = new CorpusOptions();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Decision records.")
  private List<Path> files = List.of();

  RecheckCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() throws IOException {
    CorpusFolder.Contents contents = new CorpusFolder(options.corpus(world)).read();
    Corpus corpus = new CorpusReader().read(contents.files(), contents.problems());
    LocalDate today = LocalDate.now(world.clock());
    var model = new DecisionModel(corpus, Matrix.of(corpus, today), today);
    boolean stand = true;
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        world.out().println(file + ": cannot be read; name a decision record.");
        stand = false;
        continue;
      }
      Optional<RecordCheck> check = RecordCheck.of(Files.readString(file), model);
      check.ifPresentOrElse(
          one -> {
            one.broken().forEach(what -> world.out().println(file + ": " + what + "."));
            one.changed().forEach(what -> world.out().println(file + ": " + what + "."));
            if (one.broken().isEmpty() && one.changed().isEmpty()) {
              world.out().println(file + ": stands.");
            }
          },
          () -> world.out().println(file + ": is no decision record; it has no twin in JSON."));
      stand &= check.filter(one -> one.broken().isEmpty()).isPresent();
    }
    return stand ? 0 : CommandLine.ExitCode.USAGE;
  }
}
