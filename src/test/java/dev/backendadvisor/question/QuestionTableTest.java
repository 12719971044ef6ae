package dev.backendadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.backendadvisor.question.QuestionReader.Earlier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Questions as people write them, one a line, and what is to be read in them.
class QuestionTableTest {
  @TestFactory
  Stream<DynamicTest> question_is_read_as_the_table_says() {
    return QuestionFixture.resource("questions.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(
            line -> {
              int bar = line.indexOf(" | ");
              String words = line.substring(0, bar);
              return dynamicTest(
                  words,
                  () ->
                      assertEquals(
                          line.substring(bar + 3),
                          QuestionFixture.line(QuestionFixture.read(words))));
            });
  }

  @TestFactory
  Stream<DynamicTest> turn_takes_from_the_one_before_what_it_leaves_open() {
    return Stream.of(QuestionFixture.resource("conversations.txt").split("\n\n"))
        .filter(block -> !block.startsWith("#"))
        .map(block -> dynamicTest(block.substring(0, block.indexOf(" | ")), () -> follow(block)));
  }

  private static void follow(String block) {
    List<Earlier> earlier = new ArrayList<>();
    for (String line : block.strip().split("\n")) {
      int bar = line.indexOf(" | ");
      String words = line.substring(0, bar);
      Question question = QuestionFixture.READER.read(words, earlier);
      Reading reading = question.reading();
      String standalone = reading.standalone().equals(words) ? "=" : reading.standalone();
      List<String> taken = new ArrayList<>();
      for (Reading.CarriedOver one : reading.carriedOver()) {
        taken.add(one.what() + " " + one.value());
        assertTrue(
            earlier.stream().map(Earlier::answer).anyMatch(one.from()::equals), one.toString());
      }
      assertEquals(
          line.substring(bar + 3),
          QuestionFixture.head(question)
              + " | "
              + QuestionFixture.criteria(reading)
              + " | "
              + QuestionFixture.list(", ", taken)
              + " | "
              + standalone,
          words);
      assertEquals(meant(reading), meant(QuestionFixture.read(reading.standalone()).reading()));
      earlier.add(new Earlier("m_" + earlier.size(), question));
    }
  }

  /// What a reading is about: a question made free of its context is about the same without it.
  private static List<Set<String>> meant(Reading reading) {
    return List.of(
        Set.copyOf(reading.technologies()),
        reading.criteria().stream()
            .map(Reading.CriterionMention::criterion)
            .collect(Collectors.toSet()),
        Set.copyOf(reading.unknownNames()));
  }
}
