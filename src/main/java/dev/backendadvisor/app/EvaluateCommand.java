package dev.backendadvisor.app;

import dev.backendadvisor.conversation.PassingConversations;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.evaluation.Evaluation;
import dev.backendadvisor.evaluation.FollowUpEvaluation;
import dev.backendadvisor.evaluation.GoldenFile;
import dev.backendadvisor.evaluation.RetrievalEvaluation;
import dev.backendadvisor.evaluation.Scorecard;
import dev.backendadvisor.evaluation.ScorecardPage;
import dev.backendadvisor.question.QuestionReader;
import dev.backendadvisor.retrieval.Generation;
import dev.backendadvisor.retrieval.PassageIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures.
@Command(
    name = "evaluate",
    description = "Asks golden questions and prints how well they were answered.",
    synopsisSubcommandLabel = "[WHAT]",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  private static final List<String> OURS = List.of("questions.jsonl", "blind.jsonl");

  private final World world;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Golden questions, a line of JSON each; by default those of the corpus.")
  private List<Path> files = List.of();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a readable report, with every failure in full, to this file.")
  private @Nullable Path html;

  @Mixin private CorpusOptions corpus = new CorpusOptions();

  EvaluateCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Scorecard> cards = new ArrayList<>();
    try (House house = House.toRead(world, corpus);
        Generation generation = house.generation()) {
      var advisor = house.advisor(new PassingConversations(10, 50));
      var evaluation = new Evaluation(advisor, generation);
      for (Path file : files.isEmpty() ? usual() : files) {
        cards.add(evaluation.run(GoldenFile.read(file)));
      }
      if (html != null) {
        Files.writeString(html, ScorecardPage.of(cards));
      }
    } catch (IOException unreadable) {
      throw Trouble.with(unreadable);
    }
    cards.forEach(card -> world.out().println(card.text()));
    List<String> misses = cards.stream().flatMap(card -> card.misses().stream()).toList();
    misses.forEach(miss -> world.out().println("below its threshold: " + miss));
    world.out().flush();
    return misses.isEmpty() ? 0 : CommandLine.ExitCode.USAGE;
  }

  /// The golden questions beside the corpus.
  private List<Path> usual() {
    List<Path> usual =
        corpus.corpus(world).stream()
            .flatMap(folder -> OURS.stream().map(folder.resolve("golden")::resolve))
            .filter(Files::exists)
            .toList();
    if (usual.isEmpty()) {
      throw new Trouble(
          "There are no golden questions beside the corpus; name a file, a line of JSON each:"
              + " {\"question\": ..., \"kind\": ...}.");
    }
    return usual;
  }

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

  /// Measures how well turns are made free of their context.
  @Command(
      name = "follow-ups",
      description =
          "Makes the turns of conversations free of their context, compares that with what people"
              + " made of them, and prints every turn that differs.",
      mixinStandardHelpOptions = true)
  static final class FollowUps implements Callable<Integer> {
    private final World world;

    @Parameters(
        paramLabel = "FILE",
        description =
            "Turns, a line of JSON each: {\"id\": ..., \"history\": [...], \"question\": ...,"
                + " \"rewrite\": ...}.")
    private Path file = Path.of("");

    @Mixin private CorpusOptions corpus = new CorpusOptions();

    FollowUps(World world) {
      this.world = world;
    }

    @Override
    public Integer call() {
      var contents = new CorpusFolder(corpus.corpus(world)).read();
      var read = new CorpusReader().read(contents.files(), contents.problems());
      try {
        var evaluation = new FollowUpEvaluation(new QuestionReader(read));
        world.out().print(evaluation.run(file).text());
        world.out().flush();
        return 0;
      } catch (IOException unreadable) {
        throw Trouble.with(unreadable);
      }
    }
  }
}
