package dev.backendadvisor.answer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.CorpusReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be made of a sentence without saying something else.
class RetellingTest {
  private static final Corpus CORPUS =
      new CorpusReader()
          .read(
              List.of(
                  new CorpusFile(
                      "technologies.yaml",
                      "technologies.yaml",
                      """
                      - {id: nodejs, name: Node.js, aliases: [node], kind: runtime}
                      - {id: python, name: Python, kind: language}
                      - {id: java, name: Java, kind: language}
                      """
                          .getBytes(StandardCharsets.UTF_8))));

  private static final String CHAT =
      "In one person's load test of 2023, one Node.js 20 process with Socket.IO kept 30,000 clients"
          + " supplied with 30,000 messages a second until its core was full.";
  private static final String LOADS =
      "Node.js took 2.95 s where Python took up to 61.0 s in one benchmark of 2025.";
  private static final String REDIS =
      "Python needs Redis for messages between processes, but only for more than one process.";
  private static final String REWRITE =
      "LinkedIn went from 30 servers to 3 when Node.js replaced Java in 2012.";
  private static final String PROFILE =
      "Python has an older profiler that slows the program and sees the main thread only.";
  private static final String PARALLEL = "Python does not run bytecode in parallel by default.";
  private static final String QUERIES =
      "Python has asynchronous forms of its queries, while transactions do not work so yet.";

  private static boolean holds(String clause, String text) {
    return new Retelling(new TechnologyNames(CORPUS)).holds(clause, text, Set.of("concurrency"));
  }

  private static boolean holdsOfAny(String clause) {
    return List.of(CHAT, LOADS, REDIS, REWRITE, PROFILE, PARALLEL, QUERIES).stream()
        .anyMatch(text -> holds(clause, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CHAT,
        "One Node.js 20 process with Socket.IO kept 30,000 clients supplied with 30,000 messages a"
            + " second until its core was full.",
        "In one person's test, one Node.js 20 process kept 30,000 Socket.IO clients supplied.",
        "Node.js took 2.95 s where Python took up to 61.0 s.",
        "In one benchmark, Python took up to 61.0 s.",
        "For messages between processes, Python needs Redis, but only for more than one process.",
        "LinkedIn went from 30 servers to 3.",
        "By default, Python does not run bytecode in parallel.",
        "On concurrency: Python does not run bytecode in parallel by default.",
        "Transactions do not work so yet in Python.",
      })
  void shorter_or_in_another_order_it_is_the_same(String clause) {
    assertTrue(holdsOfAny(clause));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a limit at the end dropped
        "Python has an older profiler that sees the main thread.",
        // given to the other technology
        "Python took 2.95 s in one benchmark of 2025.",
        "Node.js took up to 61.0 s.",
        "Python took 2.95 s where Node.js took up to 61.0 s.",
        "Up to 61.0 s is what Node.js took.",
        "LinkedIn went from 30 servers to 3 when Java replaced Node.js in 2012.",
        // figures exchanged, or on the other side
        "LinkedIn went from 3 servers to 30.",
        "LinkedIn went to 30 servers from 3.",
        "One Node.js 2023 process kept 30,000 clients supplied in a load test of 20.",
        // who does what to whom
        "Redis needs Python for messages.",
        // a limit dropped or brought
        "Python took 61.0 s in one benchmark of 2025.",
        "Python needs Redis for messages, but for one process.",
        "Python can not run bytecode in parallel by default.",
        // another part denied
        "Not so: Python has asynchronous forms of its queries.",
        "Python has not asynchronous forms of its queries, while transactions do work so yet.",
        "Python does not run much bytecode in parallel by default.",
        "LinkedIn went from about 30 servers to 3.",
        // a word of its own
        "LinkedIn went from 30 servers to 3 and saved millions.",
        "LinkedIn fled from 30 servers to 3.",
        "Python does not run bytecode in parallel by design.",
        "Python does run bytecode in parallel by default.",
        // nothing at all
        "It is what it is.",
        "",
      })
  void anything_else_is_not(String clause) {
    assertFalse(holdsOfAny(clause));
  }
}
