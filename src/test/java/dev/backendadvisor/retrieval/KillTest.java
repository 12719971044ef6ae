package dev.backendadvisor.retrieval;

import static dev.backendadvisor.retrieval.SmallCorpus.SOON;
import static dev.backendadvisor.retrieval.SmallCorpus.open;
import static dev.backendadvisor.retrieval.SmallCorpus.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KillTest {
  private static final int PAGES = 20;

  @TempDir Path folder;

  private static String[] pages(int round) {
    return IntStream.range(0, PAGES)
        .mapToObj(i -> "page%d: # T\n\nround %d of page %d".formatted(i, round, i))
        .toArray(String[]::new);
  }

  /// A process of its own that publishes round after round, and says so, until it is killed.
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      try (var index =
          open(Path.of(arguments[0]), Optional.of(new SmallCorpus.Letters("letters")))) {
        for (int round = Integer.parseInt(arguments[1]); ; round++) {
          update(index, pages(round));
          System.out.println(round);
        }
      }
    }
  }

  /// Gives the last round the writer said it had published.
  private int writeAndKill(int from, Random random) throws IOException, InterruptedException {
    Path said = Files.createTempFile(folder.getParent(), "said", ".txt");
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString(),
                Integer.toString(from))
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (Files.size(said) == 0) {
      assertTrue(process.isAlive(), "the writer did not start");
      Thread.sleep(5);
    }
    Thread.sleep(random.nextInt(400));
    process.destroyForcibly();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    String whole = Files.readString(said);
    String lines = whole.substring(0, whole.lastIndexOf('\n') + 1);
    Files.delete(said);
    return lines.isEmpty() ? from - 1 : Integer.parseInt(lines.lines().toList().getLast());
  }

  @Test
  void killed_at_any_moment_the_index_comes_back_with_one_whole_generation() throws Exception {
    var random = new Random(7);
    int next = 1;
    for (int kill = 0; kill < 10; kill++) {
      int published = writeAndKill(next, random);
      try (var index = open(folder, Optional.of(new SmallCorpus.Letters("letters")))) {
        assertEquals(Optional.empty(), index.status().trouble());
        Set<Integer> rounds = new HashSet<>();
        try (var generation = index.current()) {
          List<Hit> hits = generation.search(new SearchRequest("round", 200));
          assertEquals(PAGES, hits.size());
          hits.forEach(hit -> rounds.add(Integer.parseInt(hit.passage().text().split(" ")[1])));
        }
        assertEquals(1, rounds.size(), rounds.toString());
        int round = rounds.iterator().next();
        assertTrue(round == published || round == published + 1, round + " after " + published);
        index.awaitVectors(SOON);
        assertEquals(1, index.status().embedded());
        next = round + 1;
      }
    }
  }
}
