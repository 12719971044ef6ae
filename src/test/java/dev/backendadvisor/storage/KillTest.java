package dev.backendadvisor.storage;

import static dev.backendadvisor.conversation.StoreContract.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.ConversationStore.Away;
import dev.backendadvisor.conversation.Feedback;
import dev.backendadvisor.conversation.Turn;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes of their own that write, and are killed or run out of room.
@Tag("slow")
class KillTest {
  private static final int THREADS = 4;
  private static final int MOST = 1_000_000;
  private static final int LATE = 7;

  @TempDir Path folder;

  /// Begins conversations, goes on with them and forgets some, and says so each time it is
  /// acknowledged, until it is killed.
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      Storage storage = Storage.open(StorageSettings.in(Path.of(arguments[0])), Clock.systemUTC());
      for (int thread = 0; thread < THREADS; thread++) {
        String name = arguments[1] + "-" + thread;
        Thread.ofPlatform().start(() -> write(storage, name, out));
      }
    }

    private static void write(Storage storage, String name, PrintStream out) {
      ConversationStore store = storage.conversations();
      for (int talk = 0; ; talk++) {
        String conversation = "c_" + name + "-" + talk;
        for (int at = 0; at < 5; at++) {
          Turn turn =
              turn(conversation, "m_" + conversation + "_" + at, Optional.of(UUID.randomUUID()));
          if (at == 0) {
            store.begin(turn);
          } else {
            store.append(turn);
          }
          out.println("kept " + conversation + " " + turn.answer());
          store.judge(
              new Feedback(
                  turn.answer(), Optional.empty(), at % 2 == 0, Optional.empty(), turn.at()));
          out.println("judged " + conversation + " " + turn.answer());
        }
        store.share("s_" + conversation, conversation);
        out.println("shared " + conversation + " s_" + conversation);
        storage.events().take("Ev" + conversation);
        out.println("took " + conversation + " Ev" + conversation);
        if (talk % 3 == 0) {
          out.println("forgetting " + conversation);
          store.forget(conversation);
          out.println("forgotten " + conversation);
        }
      }
    }
  }

  /// Writes long turns until there is no room, says what was acknowledged, and makes room.
  static final class Filler {
    private Filler() {}

    public static void main(String[] arguments) throws InterruptedException {
      var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      try (var storage =
          Storage.open(StorageSettings.in(Path.of(arguments[0])), Clock.systemUTC())) {
        ConversationStore store = storage.conversations();
        int at = 0;
        try {
          for (; at < MOST; at++) {
            store.begin(longTurn(at));
            out.println("kept c_" + at + " m_" + at);
          }
        } catch (Away full) {
          out.println("full " + at);
        }
        boolean readable = isReadable(store);
        out.println(readable && storage.trouble().isPresent() ? "readable" : "unreadable");
        for (int late = at + 1; late <= at + LATE; late++) {
          out.println(isAway(store, longTurn(late)) ? "waits" : "kept although full");
        }
        out.println(refuses(store) ? "refused" : "not refused");
        while (storage.trouble().isPresent()) {
          Thread.sleep(20);
        }
        out.println("back");
      }
    }

    /// What is read can be read in vain while what waits is tried.
    private static boolean isReadable(ConversationStore store) {
      return store.turns("c_0", 1).equals(Optional.of(List.of(longTurn(0))));
    }

    private static boolean isAway(ConversationStore store, Turn turn) {
      try {
        store.begin(turn);
        return false;
      } catch (Away full) {
        return true;
      }
    }

    /// Nothing is promised that is not on the disk.
    private static boolean refuses(ConversationStore store) {
      int refused = 0;
      try {
        store.judge(new Feedback("m_0", Optional.empty(), true, Optional.empty(), Instant.EPOCH));
      } catch (Away full) {
        refused++;
      }
      try {
        store.forget("c_0");
      } catch (Away full) {
        refused++;
      }
      return refused == 2;
    }

    static Turn longTurn(int at) {
      Turn turn = turn("c_" + at, "m_" + at);
      return new Turn(
          turn.answer(),
          turn.conversation(),
          turn.request(),
          turn.words(),
          "x".repeat(20_000),
          turn.at());
    }
  }

  private Process start(Class<?> program, Path said, String before, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", "-c", before + " exec \"$@\"", "-"));
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("temporary")));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(said.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> wholeLines(Path said) throws IOException {
    String text = Files.readString(said);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  @Test
  void killed_at_any_moment_every_acknowledged_turn_is_there_once() throws Exception {
    Path file = folder.resolve("advisor.db");
    var random = new Random(11);
    List<String> said = new ArrayList<>();
    for (int kill = 0; kill < 8; kill++) {
      Path output = folder.resolve("said-" + kill);
      Process writer = start(Writer.class, output, "", file.toString(), "" + kill);
      // counted in lines, so that a slow disk is killed as deep in its work as a fast one
      int lines = 64 + random.nextInt(100);
      while (wholeLines(output).size() < lines) {
        assertTrue(writer.isAlive(), "the writer ended by itself");
        Thread.sleep(5);
      }
      Thread.sleep(random.nextInt(20));
      writer.destroyForcibly();
      assertTrue(writer.waitFor(30, TimeUnit.SECONDS));
      said.addAll(wholeLines(output));

      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
        assertEquals(
            List.of("ok"),
            new Session(connection).list(row -> row.getString(1), "pragma integrity_check"));
      }
      try (Storage storage = Storage.open(StorageSettings.in(file), Clock.systemUTC())) {
        assertEquals(Optional.empty(), storage.trouble());
        check(storage, said);
      }
    }
    assertTrue(said.size() > 500, () -> "only " + said.size() + " lines were said");
    try (Stream<Path> left = Files.list(folder.resolve("temporary"))) {
      assertEquals(0, left.count(), "nothing is left in the temporary folder");
    }
  }

  private static void check(Storage storage, List<String> said) {
    ConversationStore store = storage.conversations();
    var forgetting = new HashSet<String>();
    var forgotten = new HashSet<String>();
    for (String line : said) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "forgetting" -> forgetting.add(words[1]);
        case "forgotten" -> forgotten.add(words[1]);
        default -> {}
      }
    }
    for (String line : said) {
      String[] words = line.split(" ");
      if (words[0].equals("kept") && !forgetting.contains(words[1])) {
        assertTrue(store.turn(words[2]).isPresent(), line);
        List<String> answers =
            store.turns(words[1], MOST).orElseThrow().stream().map(Turn::answer).toList();
        assertEquals(answers.indexOf(words[2]), answers.lastIndexOf(words[2]), line);
        assertTrue(words[2].endsWith("_" + answers.indexOf(words[2])), line);
      }
    }
    for (String line : said) {
      String[] words = line.split(" ");
      if (!forgetting.contains(words[1])) {
        switch (words[0]) {
          case "judged" -> assertEquals(1, store.feedback(words[2]).size(), line);
          case "shared" -> assertEquals(5, store.shared(words[2], MOST).orElseThrow().size(), line);
          case "took" -> assertFalse(storage.events().take(words[2]), line);
          default -> {}
        }
      }
    }
    for (String conversation : forgotten) {
      assertFalse(store.shared("s_" + conversation, 1).isPresent(), conversation);
      assertFalse(store.turns(conversation, 1).isPresent(), conversation);
    }
  }

  /// A process whose files may have 9 MB finds the disk full then, until it may have more: 8 MB are
  /// those of the journal.
  @Test
  void a_full_disk_loses_nothing_that_was_acknowledged_and_what_waited_is_written_later()
      throws Exception {
    Path file = folder.resolve("advisor.db");
    Path output = folder.resolve("said");
    Process filler = start(Filler.class, output, "ulimit -S -f 9216;", file.toString());
    long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (!wholeLines(output).contains("refused")) {
      assertTrue(filler.isAlive() && System.nanoTime() < end, () -> "it said " + tail(output));
      Thread.sleep(20);
    }
    Process more =
        new ProcessBuilder("prlimit", "--pid", "" + filler.pid(), "--fsize=unlimited").start();
    assertEquals(0, more.waitFor());
    assertTrue(filler.waitFor(60, TimeUnit.SECONDS));
    List<String> said = wholeLines(output);
    int kept = (int) said.stream().filter(line -> line.startsWith("kept c_")).count();
    assertTrue(kept > 50, () -> "only " + kept + " turns found room");
    List<String> rest = new ArrayList<>(List.of("full " + kept, "readable"));
    rest.addAll(Collections.nCopies(LATE, "waits"));
    rest.addAll(List.of("refused", "back"));
    assertEquals(rest, said.subList(kept, said.size()));
    try (Storage storage = Storage.open(StorageSettings.in(file), Clock.systemUTC())) {
      for (int at = 0; at <= kept + LATE; at++) {
        Turn turn = Filler.longTurn(at);
        assertEquals(
            Optional.of(List.of(turn)), storage.conversations().turns(turn.conversation(), 9));
      }
      assertEquals(List.of(), storage.conversations().feedback("m_0"));
    }
  }

  private static List<String> tail(Path said) {
    try {
      List<String> lines = wholeLines(said);
      return lines.subList(Math.max(0, lines.size() - 12), lines.size());
    } catch (IOException unreadable) {
      return List.of(unreadable.toString());
    }
  }
}
