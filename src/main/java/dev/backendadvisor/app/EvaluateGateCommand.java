package dev.backendadvisor.app;

import dev.backendadvisor.answer.Likeness;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.embedding.OnnxEmbedder;
import dev.backendadvisor.evaluation.GateEvaluation;
import dev.backendadvisor.evaluation.GateReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures the gate that a language model's sentences pass through.
@Command(
    name = "gate",
    description =
        "Makes thousands of hostile sentences over the corpus, and prints how many of each kind"
            + " leave the check, and how many honest paraphrases do.",
    mixinStandardHelpOptions = true)
final class EvaluateGateCommand implements Callable<Integer> {
  private static final List<String> OURS =
      List.of("paraphrases-open.jsonl", "paraphrases-closed.jsonl");

  private final World world;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "Honest paraphrases, a line of JSON each: {\"kind\": ..., \"spans\": [{\"document\": ...,"
              + " \"quote\": ...}], \"sentence\": ...}; by default those of the corpus.")
  private List<Path> files = List.of();

  @Option(names = "--failures", description = "List the honest paraphrases that were refused, too.")
  private boolean failures;

  @Option(
      names = "--every",
      paramLabel = "N",
      defaultValue = "1",
      description = "Only every N-th hostile sentence of a kind.")
  private int every = 1;

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "0",
      description = "Print N sentences of every kind, to judge the hostile author by.")
  private int show;

  @Mixin private CorpusOptions corpus = new CorpusOptions();

  EvaluateGateCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() {
    if (every < 1) {
      throw new Trouble("--every takes 1 or more, as in --every 10.");
    }
    var contents = new CorpusFolder(corpus.corpus(world)).read();
    Corpus read = new CorpusReader().read(contents.files(), contents.problems());
    GateReport report;
    try {
      LocalDate today = LocalDate.now(world.clock());
      report =
          new GateEvaluation(read, today, corpus.embeddings() ? byMeaning() : Likeness.UNKNOWN)
              .run(files.isEmpty() ? usual() : files, every);
    } catch (IOException unreadable) {
      throw Trouble.with(unreadable);
    }
    if (show > 0) {
      world.out().println(report.samples(show));
    }
    world.out().println(report.text(failures));
    report.misses().forEach(miss -> world.out().println("beyond its bound: " + miss));
    world.out().flush();
    return report.misses().isEmpty() ? 0 : CommandLine.ExitCode.USAGE;
  }

  /// Compares vectors; what was asked before is not embedded again.
  private static Likeness byMeaning() {
    var embedder = OnnxEmbedder.load();
    Map<String, float[]> known = new HashMap<>();
    return (one, other) -> {
      float[] first = known.computeIfAbsent(one, embedder::embed);
      float[] second = known.computeIfAbsent(other, embedder::embed);
      double cosine = 0;
      for (int i = 0; i < first.length; i++) {
        cosine += first[i] * second[i];
      }
      return OptionalDouble.of(cosine);
    };
  }

  private List<Path> usual() {
    return corpus.corpus(world).stream()
        .flatMap(folder -> OURS.stream().map(folder.resolve("golden")::resolve))
        .filter(Files::exists)
        .toList();
  }
}
