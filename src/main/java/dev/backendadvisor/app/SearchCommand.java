package dev.backendadvisor.app;

import dev.backendadvisor.format.CorpusJson;
import dev.backendadvisor.retrieval.Generation;
import dev.backendadvisor.retrieval.Hit;
import dev.backendadvisor.retrieval.SearchRequest;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows which passages are found, and why.
@Command(
    name = "search",
    description = "Prints the passages found, with scores and why.",
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
  private static final int MOST = 200;

  private final World world;

  @Parameters(paramLabel = "WORDS", arity = "1..*", description = "What to look for.")
  private List<String> words = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many passages at most, 1 to 200; ${DEFAULT-VALUE}.")
  private int limit;

  @Option(names = "--json", description = "Print the passages as the API gives them.")
  private boolean json;

  @Mixin private CorpusOptions corpus = new CorpusOptions();

  SearchCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (limit < 1 || limit > MOST) {
      throw new Trouble(
          "--limit must be a whole number from 1 to " + MOST + ", not " + limit + ".");
    }
    var request = new SearchRequest(String.join(" ", words), limit);
    try (House house = House.toRead(world, corpus);
        Generation generation = house.generation()) {
      List<Hit> hits = generation.search(request);
      if (json) {
        world.out().println(CorpusJson.hits(hits));
      } else {
        for (int i = 0; i < hits.size(); i++) {
          show(i + 1, hits.get(i), generation.explain(request, hits.get(i)));
        }
        if (hits.isEmpty()) {
          world.out().println("Nothing was found.");
        }
      }
      world.out().flush();
      return 0;
    }
  }

  private void show(int rank, Hit hit, String why) {
    String headings = String.join(" › ", hit.passage().headings());
    world
        .out()
        .printf(
            Locale.ROOT,
            "%d. %s%s  [%s %d-%d]  %.3f%n%s%n%s%n%n",
            rank,
            hit.document().title(),
            headings.isEmpty() ? "" : " › " + headings,
            hit.document().id(),
            hit.passage().span().start(),
            hit.passage().span().end(),
            hit.score(),
            hit.passage().text().strip().indent(3).stripTrailing(),
            why.strip().indent(3).stripTrailing());
  }
}
