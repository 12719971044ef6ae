package dev.backendadvisor.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerFixture;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
  private static final Answer ANSWER = AnswerFixture.comparison("m_1", "c_1");

  @Test
  void an_answer_reads_well_in_a_terminal() {
    assertEquals(
        """
        For the chat itself, yes, fairly firmly. Chat means many open
        connections that mostly wait, and Node.js serves them without a thread
        each. [1] Python can do it with an async server, but its default build
        runs one thread of Python code at a time. [2]
        - It holds while handlers stay short. [1]
        - At very large scale look at Java: Slack's real-time servers are
          Java. [3]

        How many people will be connected at once?
        > hundreds · thousands · hundreds of thousands

        Note: Passages were found by words alone.

        Sources
        [1] “Node.js runs JavaScript on one event loop per process, so a
            waiting connection costs memory but no thread.”
            Holds: handlers stay short
            our summary of OpenJS Foundation: Don't block the event loop,
            2025-10-07 (case study, as of 2026-08, 2 sources agree)
            https://nodejs.org/en/learn
        [2] “The default build of Python runs one thread of Python code at a
            time.”
            our summary of OpenJS Foundation: Don't block the event loop,
            2025-10-07 (case study, as of 2026-08, 2 sources agree)
            https://nodejs.org/en/learn
        [3] “Slack's real-time servers are written in Java.”
            from Concurrency, Event loops (concurrency)

        Ask next
        - What about Java for real-time traffic?
        - When should I not use Node.js?
        """,
        TerminalText.write(ANSWER, 70, false).replace('\u00a0', ' '));
  }

  @Test
  void no_line_is_wider_than_the_terminal_unless_one_word_is() {
    for (int width = 33; width < 120; width += 7) {
      int columns = width;
      TerminalText.write(ANSWER, width, false)
          .lines()
          .forEach(line -> assertTrue(line.length() <= columns, columns + ": " + line));
    }
  }

  @Test
  void colours_are_only_for_who_asks() {
    assertFalse(TerminalText.write(ANSWER, 80, false).contains("\u001b"));
    String coloured = TerminalText.write(ANSWER, 80, true);
    assertTrue(coloured.contains("\u001b[1mSources\u001b[0m"));
    assertEquals(TerminalText.write(ANSWER, 80, false), coloured.replaceAll("\u001b\\[[0-9]m", ""));
  }

  @Test
  void a_terminal_is_told_nothing_by_the_corpus() {
    assertEquals(
        "Clear [2J the screen\n",
        TerminalText.write(AnswerFixture.saying("Clear \u001b[2J the screen"), 80, false));
  }

  @Test
  void an_abstention_shows_what_is_nearest() {
    assertEquals(
        """
        I have no evidence on databases.

        Nearest in the corpus
        - Concurrency, Event loops (guide/concurrency)

        Ask next
        - Which back end handles many small writes?
        """,
        TerminalText.write(AnswerFixture.abstention("m_1", "c_1"), 80, false));
  }
}
