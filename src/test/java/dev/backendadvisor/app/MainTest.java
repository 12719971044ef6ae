package dev.backendadvisor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator reads when something is to be put right, and what the commands print.
class MainTest {
  @TempDir private Path home;

  @BeforeEach
  void write_a_corpus() throws IOException {
    Files.createDirectories(home.resolve("corpus"));
    Files.writeString(
        home.resolve("corpus/concurrency.md"),
        """
        # Concurrency

        ## Event loop

        Node.js runs JavaScript on one event loop per process.

        ## Threads

        Java runs each request on a virtual thread.
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          serve --port 99999         | --port (or ADVISOR_PORT) must be a whole number from 0 to 65535, not '99999'.
          --port eighty              | --port (or ADVISOR_PORT) must be a whole number from 0 to 65535, not 'eighty'.
          serve --watch -1           | --watch (or ADVISOR_WATCH) must be a whole number from 0 to 86400, not '-1'.
          ask --embeddings maybe x   | --embeddings (or ADVISOR_EMBEDDINGS) must be on or off, not 'maybe'.
          serve --allowed-origins x  | --allowed-origins (or ADVISOR_ALLOWED_ORIGINS) must be an origin such as https://example.org, not 'x'.
          serve --questions-per-minute -1 | --questions-per-minute (or ADVISOR_QUESTIONS_PER_MINUTE) must be a whole number from 0 to 1000000, not '-1'.
          serve --trusted-proxies 10.0.0.0/33 | --trusted-proxies (or ADVISOR_TRUSTED_PROXIES) must be addresses or networks such as 10.0.0.0/8, not '10.0.0.0/33'.
          serve --trusted-proxies proxy.example | --trusted-proxies (or ADVISOR_TRUSTED_PROXIES) must be addresses or networks such as 10.0.0.0/8, not 'proxy.example'.
          serve --database jdbc:sqlite:         | --database (or ADVISOR_DATABASE_URL) must be a file, jdbc:sqlite:FILE or postgresql://USER@HOST/DATABASE, not 'jdbc:sqlite:'.
          serve --database jdbc:sqlite::memory: | --database (or ADVISOR_DATABASE_URL) must be a file, jdbc:sqlite:FILE or postgresql://USER@HOST/DATABASE, not 'jdbc:sqlite::memory:'.
          serve --database jdbc:sqlite:a?b=c    | --database (or ADVISOR_DATABASE_URL) must be a file, jdbc:sqlite:FILE or postgresql://USER@HOST/DATABASE, not 'jdbc:sqlite:a?b=c'.
          serve --database postgres://me:pw@db/ | --database (or ADVISOR_DATABASE_URL) must be a file, jdbc:sqlite:FILE or postgresql://USER@HOST/DATABASE.
          serve --database postgresql://db?x=y  | --database (or ADVISOR_DATABASE_URL) must be a file, jdbc:sqlite:FILE or postgresql://USER@HOST/DATABASE.
          serve --database jdbc:mysql://db/     | --database (or ADVISOR_DATABASE_URL) must be a file, jdbc:sqlite:FILE or postgresql://USER@HOST/DATABASE.
          serve --prot 1             | Unknown options: '--prot', '1'. ./advisor serve --help lists what there is.
          dance                      | Unmatched argument at index 0: 'dance'. ./advisor --help lists what there is.
          search --limit 0 x         | --limit must be a whole number from 1 to 200, not 0.
          search --limit x y         | Invalid value for option '--limit': 'x' is not an int. ./advisor search --help lists what there is.
          """)
  void a_wrong_value_gets_one_sentence_and_exit_code_2(String words, String sentence) {
    Worlds worlds = new Worlds(home, Map.of());
    assertEquals(2, Main.run(worlds.world(), words.split(" ")));
    assertEquals("advisor: " + sentence + "\n", worlds.err());
    assertEquals("", worlds.out());
  }

  @Test
  void a_wrong_variable_is_answered_like_a_wrong_flag() {
    Worlds worlds = new Worlds(home, Map.of("ADVISOR_PORT", "eighty"));
    assertEquals(2, Main.run(worlds.world()));
    assertEquals(
        "advisor: --port (or ADVISOR_PORT) must be a whole number from 0 to 65535, not 'eighty'.\n",
        worlds.err());
  }

  @Test
  void a_flag_wins_over_its_variable() {
    Worlds worlds = new Worlds(home, Map.of("ADVISOR_PORT", "eighty"));
    assertEquals(2, Main.run(worlds.world(), "--port", "ninety"));
    assertTrue(worlds.err().contains("not 'ninety'"), worlds.err());
  }

  @Test
  void a_missing_corpus_folder_gets_one_sentence() {
    Worlds worlds = new Worlds(home, Map.of("ADVISOR_CORPUS", home + "/nowhere"));
    assertEquals(2, Main.run(worlds.world()));
    assertTrue(worlds.err().contains("there is no folder '" + home + "/nowhere'"), worlds.err());
    assertEquals(1, worlds.err().lines().count());
  }

  @Test
  void a_taken_port_gets_one_sentence() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Worlds worlds = new Worlds(home, Map.of("ADVISOR_EMBEDDINGS", "off"));
      String port = Integer.toString(taken.getLocalPort());
      assertEquals(2, Main.run(worlds.world(), "serve", "--port", port));
      assertTrue(worlds.err().contains("Cannot listen on 127.0.0.1 port " + port), worlds.err());
      assertFalse(worlds.out().contains("listening"));
    }
  }

  @Test
  void a_folder_in_place_of_the_database_gets_one_sentence() {
    Worlds worlds = new Worlds(home, Map.of("ADVISOR_EMBEDDINGS", "off"));
    assertEquals(2, Main.run(worlds.world(), "serve", "--database", home.toString()));
    assertEquals(
        "advisor: The database " + home + " is a folder; name a file with --database.\n",
        worlds.err());
  }

  @Test
  void check_lists_problems_with_their_line_and_ends_with_2() throws IOException {
    Files.write(home.resolve("corpus/torn.md"), new byte[] {'#', ' ', (byte) 0xff});
    Worlds worlds = new Worlds(home, Map.of());
    assertEquals(2, Main.run(worlds.world(), "check"));
    String first = worlds.out().lines().findFirst().orElseThrow();
    assertTrue(first.startsWith(home.resolve("corpus/torn.md") + ":1: "), first);
    assertTrue(
        worlds.out().endsWith("Documents: 1; records of evidence: 0; errors: 1; warnings: 0.\n"),
        worlds.out());
  }

  @Test
  void check_ends_with_0_when_nothing_is_wrong() {
    Worlds worlds = new Worlds(home, Map.of());
    assertEquals(0, Main.run(worlds.world(), "check", home.resolve("corpus").toString()));
    assertEquals("Documents: 1; records of evidence: 0; errors: 0; warnings: 0.\n", worlds.out());
  }

  @Test
  void search_prints_passages_with_the_reason() {
    Worlds worlds = new Worlds(home, Map.of("ADVISOR_EMBEDDINGS", "off"));
    assertEquals(0, Main.run(worlds.world(), "search", "event", "loop"), worlds.err());
    assertTrue(worlds.out().startsWith("1. Concurrency › Event loop  [concurrency "), worlds.out());
    assertTrue(worlds.out().contains("Node.js runs JavaScript on one event loop"), worlds.out());
  }

  @Test
  void json_stands_alone_on_standard_output() {
    Worlds worlds = new Worlds(home, Map.of("ADVISOR_EMBEDDINGS", "off"));
    assertEquals(0, Main.run(worlds.world(), "ask", "--json", "What runs on one event loop?"));
    assertTrue(worlds.out().startsWith("{\"id\":\"m_"), worlds.out());
    assertEquals(1, worlds.out().lines().count());
  }

  @Test
  void a_conversation_file_keeps_the_context() throws IOException {
    Path file = home.resolve("talk");
    for (int turn = 1; turn <= 2; turn++) {
      Worlds worlds = new Worlds(home, Map.of("ADVISOR_EMBEDDINGS", "off"));
      assertEquals(
          0, Main.run(worlds.world(), "ask", "--conversation", file.toString(), "And Java?\nYes"));
      var lines = Files.readAllLines(file);
      assertEquals(1 + turn, lines.size());
      assertTrue(lines.get(0).startsWith("c_"));
      assertTrue(lines.get(turn).matches("m_\\S+ And Java\\? Yes"), lines.get(turn));
    }
  }

  @Test
  void a_file_that_is_no_conversation_is_left_alone() throws IOException {
    Path file = home.resolve("notes");
    Files.writeString(file, "my notes\n");
    Worlds worlds = new Worlds(home, Map.of("ADVISOR_EMBEDDINGS", "off"));
    assertEquals(
        2, Main.run(worlds.world(), "ask", "--conversation", file.toString(), "And Java?"));
    assertEquals(
        "advisor: " + file + ":1: this is no conversation kept by ask; name another file.\n",
        worlds.err());
    assertEquals("my notes\n", Files.readString(file, StandardCharsets.UTF_8));
  }

  @Test
  void help_lists_every_setting_of_serve() {
    Worlds worlds = new Worlds(home, Map.of());
    assertEquals(0, Main.run(worlds.world(), "serve", "--help"));
    for (String flag : new String[] {"--host", "--port", "--corpus", "--data", "--embeddings"}) {
      assertTrue(worlds.out().contains(flag), flag);
    }
  }
}
