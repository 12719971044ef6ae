package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Gap;
import dev.backendadvisor.corpus.Rating;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.decision.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the corpus promises its readers, seen in answers: every main cell is evidence of two
/// origins, or says that it is one, or a gap that is named; dates go by the clock; and nobody wins
/// by saying it often.
final class CorpusPromisesTest {
  private static final Path CORPUS = Path.of("corpus");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final List<String> MAIN = List.of("nodejs", "python", "java");

  private static RealAdvisor real;

  @BeforeAll
  static void open() {
    real = RealAdvisor.of(CORPUS);
  }

  @AfterAll
  static void close() {
    real.close();
  }

  @Test
  void every_main_cell_is_evidence_or_a_declared_gap() {
    Corpus corpus = real.corpus();
    var matrix = Matrix.of(corpus, TODAY);
    List<String> open = new ArrayList<>();
    for (String technology : MAIN) {
      for (String criterion : corpus.criteria().keySet()) {
        boolean declared =
            corpus.gaps().stream()
                .anyMatch(
                    gap ->
                        gap.technology().equals(technology) && gap.criterion().equals(criterion));
        if (matrix.cell(technology, criterion).isEmpty() && !declared) {
          open.add(technology + " on " + criterion);
        }
      }
    }
    assertEquals(List.of(), open);
  }

  @Test
  void where_one_origin_is_all_there_is_of_a_main_technology_the_answer_says_so() {
    Corpus corpus = real.corpus();
    var matrix = Matrix.of(corpus, TODAY);
    List<String> silent = new ArrayList<>();
    int alone = 0;
    for (String technology : MAIN) {
      for (Cell cell : matrix.cells(technology)) {
        if (cell.origins() == 1) {
          alone++;
          String answer = ask(technology, cell.criterion());
          if (!answer.matches("(?s).*\\b(?:one|single) source\\b.*")) {
            silent.add(answer);
          }
        }
      }
    }
    assertTrue(alone > 5, alone + " cells of one origin");
    assertEquals(List.of(), silent);
  }

  @Test
  void a_declared_gap_is_named_with_what_was_looked_for() {
    List<String> silent = new ArrayList<>();
    for (Gap gap : real.corpus().gaps()) {
      String answer = ask(gap.technology(), gap.criterion());
      if (!answer.contains(" is a known gap: “" + gap.reason() + "”")) {
        silent.add(gap.technology() + " on " + gap.criterion() + ": " + answer);
      }
    }
    assertEquals(List.of(), silent);
  }

  private static String ask(String technology, String criterion) {
    Technology named =
        Objects.requireNonNull(real.corpus().technologies().get(technology), technology);
    Criterion asked = Objects.requireNonNull(real.corpus().criteria().get(criterion), criterion);
    return real.ask("Is " + named.name() + " good for " + asked.name() + "?").text();
  }

  @Test
  void frameworks_are_told_apart_by_what_each_of_them_is() {
    List<String> untold = new ArrayList<>();
    for (List<String> rivals :
        List.of(
            List.of("Express", "Fastify", "NestJS", "Hono", "Koa"),
            List.of("Django", "FastAPI", "Flask"),
            List.of("Spring Boot", "Quarkus", "Micronaut"),
            List.of("NestJS", "FastAPI"))) {
      for (String one : rivals) {
        for (String other : rivals) {
          String answer = real.ask(one + " or " + other + "?").text();
          if (!one.equals(other)
              && !(answer.contains("\n- " + one) && answer.contains("\n- " + other))) {
            untold.add(one + " or " + other + ": " + answer);
          }
        }
      }
    }
    assertEquals(List.of(), untold);
  }

  @Test
  void support_ends_by_the_clock() {
    for (String version : List.of("Node.js 24", "Python 3.12", "Django 5.2", "Java 25")) {
      String question = "Until when is " + version + " supported?";
      String now = real.ask(question).text();
      assertTrue(now.contains("supported") && !now.contains(" ended on "), now);
      try (var later = RealAdvisor.on(LocalDate.of(2034, 1, 1), CORPUS)) {
        String then = later.ask(question).text();
        assertTrue(
            then.contains(version) && then.matches("(?s).*upport (?:for .* )?ended on .*"), then);
      }
    }
  }

  private static final String LOUD =
      "Everybody should use Python, which beats Node.js and Java at everything, says a loud blog.";

  private static void write(Path folder, int copies) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("sources.yaml"),
        """
        - id: loud-blog
          title: Python beats everything
          publisher: A loud blog
          date: 2026-11
          origin: loud-blog
          read-from: primary
        """);
    var says = new StringBuilder();
    for (String criterion :
        List.of("realtime", "concurrency", "throughput", "cpu-work", "startup", "enterprise")) {
      says.append(
              "    - {technology: python, criterion: %s, rating: [5, 5]}\n".formatted(criterion))
          .append(
              "    - {technology: nodejs, criterion: %s, rating: [1, 1]}\n".formatted(criterion))
          .append("    - {technology: java, criterion: %s, rating: [1, 1]}\n".formatted(criterion));
    }
    for (int copy = 0; copy < copies; copy++) {
      Files.writeString(
          folder.resolve("loud-" + copy + ".md"),
          "# What is best at everything?\n\n" + LOUD + "\n");
      Files.writeString(
          folder.resolve("loud-" + copy + ".evidence.yaml"),
          """
          - sentence: %s
            source: loud-blog
            as-of: 2026-11
            basis: opinion
            confidence: high
            says:
          %s\
          """
              .formatted(LOUD, says));
    }
  }

  private static Map<String, Rating> ratings(Corpus corpus) {
    var matrix = Matrix.of(corpus, TODAY);
    Map<String, Rating> ratings = new LinkedHashMap<>();
    for (String technology : corpus.technologies().keySet()) {
      for (String criterion : corpus.criteria().keySet()) {
        Optional<Cell> cell = matrix.cell(technology, criterion);
        cell.ifPresent(one -> ratings.put(technology + " on " + criterion, one.rating()));
      }
    }
    return ratings;
  }

  @Test
  void one_opinion_in_twenty_files_changes_no_rating_and_no_verdict(@TempDir Path folder)
      throws IOException {
    write(folder.resolve("once"), 1);
    write(folder.resolve("often"), 20);
    try (var once = RealAdvisor.of(CORPUS, folder.resolve("once"));
        var often = RealAdvisor.of(CORPUS, folder.resolve("often"))) {
      assertEquals(18 * 20 + real.corpus().evidence().size(), often.corpus().evidence().size());
      assertEquals(ratings(once.corpus()), ratings(often.corpus()));
      assertFalse(ratings(real.corpus()).equals(ratings(often.corpus())), "it is heard once");
      for (String question :
          List.of(
              "Node.js or Python for chat?",
              "Is Python faster than Java?",
              "Is it true that Python is fast?",
              "Which starts faster, Python or Java?",
              "Node.js, Python or Java for a live auction?",
              "Is it true that Python is better than Node.js at many open connections?",
              "Which one is best for heavy computation?",
              "Java or Python for long-lived enterprise systems?")) {
        assertEquals(verdict(once, question), verdict(often, question), question);
      }
    }
  }

  private static String verdict(RealAdvisor advisor, String question) {
    return advisor.ask(question).sentences().getFirst().text();
  }
}
