package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.corpus.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The same question in twenty wordings, as people type them: hasty, polite, misspelt, cut short.
/// The verdict is the same, and so is what it is shown by.
class WordingsTest {
  private static final double LEAST_SHARED = 0.8;
  private static final int WORDINGS = 20;

  private static RealAdvisor real;

  @BeforeAll
  static void open() {
    real = new RealAdvisor();
  }

  @AfterAll
  static void close() {
    real.close();
  }

  @TestFactory
  Stream<DynamicTest> wordings_of_one_question_get_one_answer() throws IOException {
    return Stream.of(text().split("\n\n"))
        .skip(1)
        .map(one -> one.strip().split("\n"))
        .map(lines -> DynamicTest.dynamicTest(lines[0], () -> agree(lines)));
  }

  private static String text() throws IOException {
    try (var stream =
        Objects.requireNonNull(WordingsTest.class.getResourceAsStream("wordings.txt"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// @param lines what the verdict says, as a regular expression, then the wordings
  private static void agree(String[] lines) {
    Pattern verdict = Pattern.compile(lines[0]);
    assertEquals(WORDINGS + 1, lines.length);
    Answer first = real.ask(lines[1]);
    List<String> others = new ArrayList<>();
    for (String wording : List.of(lines).subList(1, lines.length)) {
      Answer answer = real.ask(wording);
      String said = answer.sentences().getFirst().text();
      Matcher same = verdict.matcher(said);
      Set<Span> shared = new HashSet<>(spans(first));
      shared.retainAll(spans(answer));
      double share = shared.size() / (double) spans(first).size();
      if (!same.find() || share < LEAST_SHARED) {
        others.add("%s -> %.2f %s".formatted(wording, share, said));
      }
    }
    assertTrue(others.isEmpty(), () -> String.join("\n", others));
  }

  private static Set<Span> spans(Answer answer) {
    return answer.citations().stream().map(one -> one.span()).collect(Collectors.toSet());
  }
}
