package dev.backendadvisor.question;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.question.QuestionReader.Earlier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class QuestionReaderTest {
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "\u0000\u0001\u0007\u001b[31m",
          "\ud83d",
          "\ude00 is node \ud83d faster than \ude00?",
          "😀".repeat(4000),
          "?!?!...,,,;;;:::---///",
          "'''''''''",
          "n't 's 'm",
          ".....net",
          "++++####",
          "C+++ C## .NET. ..NET",
          "v v. v1. v1..2 node v",
          "not not not not",
          "than than than",
          "İIıi ŞŞ ß ﬁ ﬂ",
          "سؤال عن نود",
          "哪个后端更快？",
          "node\u200bjs vs py\u00adthon",
          "9".repeat(400) + " node " + "9".repeat(400),
          "a".repeat(100_000),
          "is node faster than python? ".repeat(20_000),
          "not java or ".repeat(20_000),
          "go ".repeat(50_000),
          "why is ".repeat(50_000),
          "T A B N _ * ** @ ^ $ {use} | \\ ( [");

  @Test
  void odd_words_are_read_without_failing() {
    assertAll(
        ODD.stream()
            .map(
                words ->
                    () -> {
                      Question question = QuestionFixture.read(words);
                      consistent(words, question);
                      Earlier earlier = new Earlier("m_1", question);
                      for (String next : List.of("why?", "and Python?", "is it fast?", words)) {
                        consistent(next, QuestionFixture.READER.read(next, List.of(earlier)));
                      }
                    }));
  }

  @Test
  void words_that_ask_nothing_have_no_confidence() {
    for (String words : List.of("", "?!", "😀😀", "what is the weather in the mountains")) {
      Question question = QuestionFixture.read(words);
      assertInstanceOf(Question.Fact.class, question, words);
      assertEquals(0, question.reading().confidence(), words);
    }
  }

  @Test
  void correct_spelling_is_trusted_more_than_a_guess() {
    double right = QuestionFixture.read("Is Django fast?").reading().confidence();
    double guessed = QuestionFixture.read("Is Djnago fast?").reading().confidence();
    assertTrue(guessed > 0.5 && guessed < right, guessed + " and " + right);
  }

  @Test
  void english_words_near_a_name_stay_what_they_are() {
    for (String words :
        List.of(
            "how do nodes vote in a quorum",
            "rusty spoons",
            "a flash of lightning",
            "is the lava hot",
            "fluster",
            "quarks and leptons",
            "a rapid ascent",
            "the railing",
            "flashy clothes",
            "spying",
            "a good kitchen")) {
      assertEquals(List.of(), QuestionFixture.read(words).reading().technologies(), words);
    }
  }

  @Test
  void names_the_corpus_mentions_are_known_but_products_it_does_not_compare_are_not() {
    assertEquals(
        List.of(), QuestionFixture.read("Is Java used at Zalando?").reading().unknownNames());
    assertEquals(
        List.of("PostgreSQL"),
        QuestionFixture.read("Is Java better with PostgreSQL?").reading().unknownNames());
    assertEquals(
        List.of("Grumbletron"),
        QuestionFixture.read("Is Java better with Grumbletron?").reading().unknownNames());
  }

  @Test
  void capitals_at_the_start_titles_and_acronyms_are_no_unknown_names() {
    for (String words :
        List.of(
            "Considering everything, is Java right for us?",
            "Which API And CPU Work Should I Give To Java?",
            "I think AI, REST and JSON matter. Is Java good?",
            "IS JAVA GOOD FOR LARGE TEAMS",
            "On Monday we asked a London team about Java.")) {
      assertEquals(List.of(), QuestionFixture.read(words).reading().unknownNames(), words);
    }
  }

  @Test
  void earlier_turns_change_nothing_in_a_whole_question() {
    Earlier earlier = new Earlier("m_1", QuestionFixture.read("Is Ruby good for chat?"));
    QuestionFixture.resource("questions.txt")
        .lines()
        .filter(line -> !line.startsWith("#") && line.split(" \\| ")[2].contains(" "))
        .map(line -> line.substring(0, line.indexOf(" | ")))
        .forEach(
            words ->
                assertEquals(
                    QuestionFixture.read(words),
                    QuestionFixture.READER.read(words, List.of(earlier))));
  }

  @Test
  void the_machine_language_does_not_matter() {
    Locale before = Locale.getDefault();
    List<String> questions =
        List.of("IS TYPESCRIPT BETTER THAN PHP?", "Is Quarkus I/O faster?", "DJANGO VS RAILS");
    List<Question> expected = questions.stream().map(QuestionFixture::read).toList();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      var reader = new QuestionReader(QuestionFixture.CORPUS);
      List<Question> read = questions.stream().map(words -> reader.read(words, List.of())).toList();
      assertEquals(expected, read);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void threads_share_a_reader() {
    List<String> words =
        QuestionFixture.resource("questions.txt")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf(" | ")))
            .toList();
    List<Question> alone = words.stream().map(QuestionFixture::read).toList();
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            round ->
                assertEquals(alone, words.parallelStream().map(QuestionFixture::read).toList()));
  }

  @Property(tries = 500)
  void any_words_give_a_consistent_reading(@ForAll("words") String words) {
    consistent(words, QuestionFixture.read(words));
  }

  @Property(tries = 200)
  void any_text_gives_a_consistent_reading(@ForAll String words) {
    consistent(words, QuestionFixture.read(words));
  }

  @Property(tries = 300)
  void any_conversation_gives_consistent_readings(
      @ForAll("words") String first, @ForAll("words") String second) {
    Question asked = QuestionFixture.read(first);
    Question next = QuestionFixture.READER.read(second, List.of(new Earlier("m_1", asked)));
    consistent(second, next);
    assertEquals(next, QuestionFixture.READER.read(second, List.of(new Earlier("m_1", asked))));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
            "node",
            "Node.js",
            "Go",
            "go",
            "spring",
            "C++",
            ".NET",
            "python3",
            "Redis",
            "is",
            "isn't",
            "not",
            "than",
            "faster",
            "slower",
            "as",
            "or",
            "and",
            "vs",
            "why",
            "what",
            "which",
            "should",
            "we",
            "use",
            "it",
            "they",
            "22",
            "3.14",
            "v24",
            "20k",
            "users",
            "pros",
            "cons",
            "without",
            "anything but",
            "for",
            "chat",
            "memory",
            "learn",
            "first",
            "from",
            "to",
            ",",
            "?",
            ".",
            "hi",
            "thanks",
            "djnago",
            "Foobar",
            "\ud83d",
            "\u0000",
            "more",
            "less",
            "one")
        .list()
        .ofMinSize(0)
        .ofMaxSize(25)
        .map(list -> String.join(" ", list));
  }

  private static void consistent(String words, Question question) {
    Reading reading = question.reading();
    assertEquals(words, reading.words());
    assertTrue(reading.confidence() >= 0 && reading.confidence() <= 1, words);
    assertTrue(
        QuestionFixture.CORPUS.technologies().keySet().containsAll(reading.technologies()), words);
    List<String> both = new ArrayList<>(reading.technologies());
    both.retainAll(reading.excluded());
    assertEquals(List.of(), both, words);
    List<String> taken = reading.carriedOver().stream().map(Reading.CarriedOver::value).toList();
    for (Reading.CriterionMention one : reading.criteria()) {
      assertTrue(QuestionFixture.CORPUS.criteria().containsKey(one.criterion()), words);
      assertTrue(words.contains(one.from()) || taken.contains(one.criterion()), words);
    }
    for (String name : reading.unknownNames()) {
      assertTrue(words.contains(name) || taken.contains(name), words);
    }
    if (reading.carriedOver().isEmpty()) {
      assertEquals(words, reading.standalone());
    }
    if (question instanceof Question.Comparison comparison) {
      assertTrue(
          reading.technologies().containsAll(comparison.proposed().stream().toList()), words);
    }
  }
}
