package dev.backendadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.backendadvisor.question.QuestionReader.Earlier;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Several questions in one turn.
class PartingTest {
  @Test
  void each_part_is_read_after_those_before_it() {
    Question.Compound compound =
        compound(
            "Is Node faster than Python and which is cheaper? And until when is Node 22"
                + " supported?");
    assertEquals(
        List.of("comparison", "comparison", "fact"),
        compound.parts().stream().map(Question::form).toList());
    assertEquals(List.of("nodejs", "python"), compound.parts().get(1).reading().technologies());
    assertEquals(List.of("nodejs"), compound.parts().get(2).reading().technologies());
    assertEquals(List.of("nodejs", "python"), compound.reading().technologies());
    assertEquals(List.of(), compound.reading().carriedOver());
    assertEquals(compound.reading().words(), compound.reading().standalone());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What is the GIL and why does it matter? | 2",
        "We are five. Which backend should we use and is Java hard to learn? | 2",
        "When should I use Node and when should I use Python? | 2",
        "How fast is Node, and how much memory does it use, and is it typed? | 3"
      })
  void several_questions_are_parted(String words, int parts) {
    assertEquals(parts, compound(words).parts().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which is faster and cheaper, Node or Java?",
        "Is Node better than Python? Why?",
        "I'm 15 and I like games. What should I learn?",
        "Which one should I use? Node or Python?",
        "Is Node better than Python and Java for chat?",
        "What are the pros and cons of Node?",
        "Hi! How are you? Is Java fast?",
        "Does Java have virtual threads, and since when?"
      })
  void one_question_stays_one(String words) {
    assertFalse(QuestionFixture.read(words) instanceof Question.Compound, words);
  }

  @Test
  void more_than_four_are_counted_and_left() {
    Question.Compound compound =
        compound(
            String.join(
                " ",
                IntStream.range(0, 6).mapToObj(one -> "Is Java " + one + " supported?").toList()));
    assertEquals(4, compound.parts().size());
    assertEquals(2, compound.left());
  }

  @Test
  void what_follows_leans_on_the_last_part() {
    Question compound = QuestionFixture.read("Is Java fast and what are the pros of Python?");
    Question next =
        QuestionFixture.READER.read("and of Ruby?", List.of(new Earlier("m_1", compound)));
    assertEquals("pros-cons", next.form());
    assertEquals(List.of("ruby"), next.reading().technologies());
  }

  @Test
  void parts_lean_on_the_turn_before() {
    Question before = QuestionFixture.read("Is Java fast?");
    Reading reading =
        QuestionFixture.READER
            .read("Is it typed and who uses it?", List.of(new Earlier("m_1", before)))
            .reading();
    assertEquals(List.of("java"), reading.technologies());
    assertEquals("Is Java typed? Who uses Java?", reading.standalone());
    assertEquals("m_1", reading.carriedOver().getFirst().from());
  }

  private static Question.Compound compound(String words) {
    return assertInstanceOf(Question.Compound.class, QuestionFixture.read(words), words);
  }
}
