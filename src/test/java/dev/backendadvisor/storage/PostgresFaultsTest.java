package dev.backendadvisor.storage;

import static dev.backendadvisor.conversation.StoreContract.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.ConversationStore.Away;
import dev.backendadvisor.conversation.ConversationStore.Keeping;
import dev.backendadvisor.conversation.Feedback;
import dev.backendadvisor.conversation.Turn;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A PostgreSQL server that is away, cut off, slow, or not ours to use.
class PostgresFaultsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @TempDir Path folder;

  private final PostgresServer server = PostgresServer.shared();
  private final FaultyLine line = new FaultyLine(server.port());
  private String database;

  @BeforeEach
  void make_a_database() {
    database = server.newDatabase();
  }

  @AfterEach
  void end() throws Exception {
    line.close();
  }

  private Storage open() {
    String url = database.replace(":" + server.port(), ":" + line.port());
    return Storage.open(PostgresServer.at(url, folder).patient(PATIENCE), Clock.systemUTC());
  }

  private static void awaitRecovery(Storage storage) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (storage.trouble().isPresent() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertEquals(Optional.empty(), storage.trouble());
  }

  private static void awaitThat(BooleanSupplier it) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!it.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it took too long");
      Thread.sleep(20);
    }
  }

  private static boolean isThere(ConversationStore store, String answer) {
    try {
      return store.turn(answer).isPresent();
    } catch (Away still) {
      return false;
    }
  }

  private static void assertAway(ConversationStore store, String conversation) {
    var feedback = new Feedback("m_1", Optional.empty(), true, Optional.empty(), Instant.EPOCH);
    assertThrows(Away.class, () -> store.judge(feedback));
    assertThrows(Away.class, () -> store.forget(conversation));
    assertThrows(Away.class, () -> store.share("s_1", conversation));
  }

  private static List<String> answers(ConversationStore store, String conversation) {
    return store.turns(conversation, 1_000).orElseThrow().stream().map(Turn::answer).toList();
  }

  @Test
  void a_server_that_is_away_at_the_start_gets_all_that_waited_once_it_is_there() throws Exception {
    line.cut();
    List<String> all = new ArrayList<>(List.of("m_0"));
    try (Storage storage = open()) {
      ConversationStore store = storage.conversations();
      assertThrows(Away.class, () -> store.begin(turn("c_1", "m_0")));
      for (int at = 1; at < 150; at++) {
        Turn turn = turn("c_1", "m_" + at);
        all.add(turn.answer());
        assertThrows(Away.class, () -> store.append(turn));
      }
      assertTrue(storage.events().take("slack:Ev1"));
      assertFalse(storage.events().take("slack:Ev1"));
      assertAway(store, "c_1");
      assertTrue(storage.trouble().orElseThrow().contains("151 writes wait"));
      line.mend(Duration.ZERO);
      awaitRecovery(storage);
      assertEquals(all, answers(store, "c_1"));
      assertEquals(Keeping.KEPT, store.append(turn("c_1", "m_last")));
    }
    try (Storage storage = open()) {
      assertEquals(151, answers(storage.conversations(), "c_1").size());
      assertFalse(storage.events().take("slack:Ev1"), "an event that waited is remembered");
    }
  }

  @Test
  void what_waits_outlives_the_process() throws Exception {
    try (Storage storage = open()) {
      storage.conversations().begin(turn("c_1", "m_0"));
      line.cut();
      assertThrows(Away.class, () -> storage.conversations().append(turn("c_1", "m_1")));
      assertTrue(storage.events().take("slack:Ev1"));
    }
    try (Storage storage = open()) {
      assertFalse(storage.events().take("slack:Ev1"), "although the server is away");
      assertThrows(Away.class, () -> storage.conversations().append(turn("c_1", "m_2")));
      line.mend(Duration.ZERO);
      awaitThat(() -> isThere(storage.conversations(), "m_2"));
      assertEquals(List.of("m_0", "m_1", "m_2"), answers(storage.conversations(), "c_1"));
    }
  }

  @Test
  void a_slow_server_is_waited_for_once_and_then_no_more_until_it_is_quick() throws Exception {
    try (Storage storage = open()) {
      ConversationStore store = storage.conversations();
      store.begin(turn("c_1", "m_0"));
      line.mend(Duration.ofSeconds(20));
      long start = System.nanoTime();
      for (int at = 1; at <= 100; at++) {
        Turn turn = turn("c_1", "m_" + at);
        assertThrows(Away.class, () -> store.append(turn));
        assertThrows(Away.class, () -> store.turns("c_1", 1));
      }
      // a hundred would have waited 200 s, each for itself
      assertTrue(System.nanoTime() - start < Duration.ofSeconds(20).toNanos());
      assertAway(store, "c_1");
      line.cut();
      line.mend(Duration.ZERO);
      awaitRecovery(storage);
      List<String> all = answers(store, "c_1");
      assertEquals(101, all.size());
      assertEquals(101, new HashSet<>(all).size());
      assertEquals("m_100", all.getLast());
    }
  }

  @Test
  void connections_that_break_in_the_middle_of_it_lose_and_double_nothing() throws Exception {
    try (Storage storage = open();
        Connection other = PostgresServer.connect(database)) {
      ConversationStore store = storage.conversations();
      store.begin(turn("c_1", "m_0"));
      Thread breaking =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int round = 0; round < 40; round++) {
                      terminate(other);
                    }
                  });
      List<String> all = new ArrayList<>(List.of("m_0"));
      for (int at = 1; breaking.isAlive() || at < 200; at++) {
        Turn turn = turn("c_1", "m_" + at);
        all.add(turn.answer());
        try {
          assertEquals(Keeping.KEPT, store.append(turn));
        } catch (Away waits) {
          // and is written before the next
        }
      }
      breaking.join();
      awaitRecovery(storage);
      assertEquals(all, answers(store, "c_1"));
    }
  }

  private static void terminate(Connection other) {
    try {
      Thread.sleep(10);
      new Session(other)
          .list(
              row -> true,
              "select pg_terminate_backend(pid) from pg_stat_activity"
                  + " where datname = current_database() and pid <> pg_backend_pid()");
    } catch (java.sql.SQLException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void a_newer_schema_is_refused_with_a_sentence() throws Exception {
    open().close();
    try (Connection other = PostgresServer.connect(database)) {
      new Session(other).run("insert into advisor_schema values (99, 0)");
    }
    String said = String.valueOf(assertThrows(StorageException.class, this::open).getMessage());
    assertTrue(said.endsWith("start a newer advisor, or name another database with --database."));
    assertTrue(said.contains("has schema 99"), said);
    assertFalse(said.contains("postgres@"), said);
  }

  @Test
  void a_database_that_is_not_there_is_refused_with_a_sentence() {
    database = database + "_not";
    String said = String.valueOf(assertThrows(StorageException.class, this::open).getMessage());
    assertTrue(said.contains("lets nobody in"), said);
  }

  @Test
  void servers_that_start_at_once_make_one_schema() throws Exception {
    List<Thread> starting = new ArrayList<>();
    var failures = new ArrayList<Throwable>();
    for (int at = 0; at < 4; at++) {
      Path own = folder.resolve("server" + at);
      starting.add(
          Thread.ofPlatform()
              .uncaughtExceptionHandler((thread, failed) -> failures.add(failed))
              .start(
                  () -> {
                    try (Storage storage =
                        Storage.open(PostgresServer.at(database, own), Clock.systemUTC())) {
                      assertEquals(Optional.empty(), storage.trouble());
                    }
                  }));
    }
    for (Thread one : starting) {
      one.join();
    }
    assertEquals(List.of(), failures);
  }
}
