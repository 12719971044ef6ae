package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.question.Manner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Talks of six turns, as they were held with the advisor and read.
class TalksTest {
  private static final RealAdvisor ADVISOR = new RealAdvisor();

  @AfterAll
  static void close() {
    ADVISOR.close();
  }

  @TestFactory
  Stream<DynamicTest> a_talk_goes_on_as_it_was_found_good() throws IOException {
    return Stream.of(talks().split("\n\n"))
        .skip(1)
        .map(talk -> dynamicTest(talk.substring(0, talk.indexOf(" | ")), () -> hold(talk)));
  }

  private static String talks() throws IOException {
    try (var stream = Objects.requireNonNull(TalksTest.class.getResourceAsStream("talks.txt"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void hold(String talk) {
    List<Answer> answers = new ArrayList<>();
    for (String line : talk.strip().split("\n")) {
      String[] expected = line.split(" \\| ", 4);
      Optional<String> conversation =
          answers.isEmpty() ? Optional.empty() : Optional.of(answers.getFirst().conversation());
      Answer answer =
          ADVISOR
              .advisor()
              .ask(new Inquiry(expected[0], conversation, Optional.empty()), event -> {});
      answers.add(answer);
      String shown = expected[0] + ": " + answer.text();
      assertEquals(expected[1], answer.kind().name().toLowerCase(Locale.ROOT), shown);
      assertEquals(
          expected[2].equals("=") ? expected[0] : expected[2],
          answer.understood().reading().standalone());
      assertTrue(Pattern.compile(expected[3], Pattern.DOTALL).matcher(answer.text()).find(), shown);
      boolean asLong = answer.understood().reading().manner() == Manner.LONG;
      assertTrue(asLong || answer.text().split("\\s+").length <= 190, shown);
    }
    assertEquals(6, answers.size());
  }
}
