package dev.backendadvisor.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.backendadvisor.conversation.RealAdvisor;
import dev.backendadvisor.retrieval.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The golden sets that are developed with meet the thresholds they name, by words and by meaning,
/// as `./advisor evaluate` asks them.
@Tag("slow")
class GoldenSetsTest {
  private static RealAdvisor real;

  @BeforeAll
  static void open() {
    real = RealAdvisor.byMeaning();
  }

  @AfterAll
  static void close() {
    real.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"questions.jsonl", "readers.jsonl", "strangers.jsonl"})
  void a_golden_set_meets_its_thresholds(String name) throws IOException {
    GoldenFile file = GoldenFile.read(Path.of("corpus", "golden", name));
    assertFalse(file.thresholds().isEmpty(), "It names none.");
    try (Generation generation = real.generation()) {
      Scorecard card = new Evaluation(real.advisor(), generation).run(file);
      assertEquals(List.of(), card.misses(), card::text);
    }
  }
}
