package dev.backendadvisor.storage;

import static dev.backendadvisor.conversation.StoreContract.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.ConversationStore.Away;
import dev.backendadvisor.conversation.ConversationStore.Keeping;
import dev.backendadvisor.conversation.Turn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens to the file, and what then happens to conversations.
class StorageTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T19:05:22Z"), ZoneOffset.UTC);
  private static final String ASIDE = "advisor.db.damaged-20261125T190522Z";

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void name_the_file() {
    file = folder.resolve("advisor.db");
  }

  private Storage open() {
    return Storage.open(StorageSettings.in(file), CLOCK);
  }

  private String refused() {
    return String.valueOf(assertThrows(StorageException.class, this::open).getMessage());
  }

  private Connection foreign() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = foreign()) {
      for (String statement : statements) {
        new Session(connection).run(statement);
      }
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static long count(Storage storage, String conversation) {
    return storage.conversations().turns(conversation, 1_000).map(List::size).orElse(0);
  }

  @Test
  void conversations_places_and_events_outlive_the_process() {
    Turn first = turn("c_1", "m_1");
    try (Storage storage = open()) {
      storage.conversations().begin(first);
      storage.conversations().settle("here", "c_1");
      assertTrue(storage.events().take("slack:Ev1"));
    }
    try (Storage storage = open()) {
      assertEquals(Optional.of(first), storage.conversations().turn("m_1"));
      assertEquals(Optional.of("c_1"), storage.conversations().at("here"));
      assertFalse(storage.events().take("slack:Ev1"));
      assertTrue(storage.events().take("slack:Ev2"));
      assertEquals(Optional.empty(), storage.trouble());
    }
  }

  @Test
  void an_event_is_remembered_for_a_day_at_least_and_then_pruned() throws Exception {
    try (Storage storage = open()) {
      assertTrue(storage.events().take("slack:Ev1"));
    }
    for (int hours : new int[] {24, 40, 49}) {
      Clock later = Clock.offset(CLOCK, Duration.ofHours(hours));
      try (Storage storage = Storage.open(StorageSettings.in(file), later)) {
        assertEquals(hours > 48, storage.events().take("slack:Ev1"), hours + " h");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "100%", "a?b=c", "a#b", "größe 🧵", "file:x", "a'b"})
  void the_file_may_have_any_name(String name) throws IOException {
    file = folder.resolve("deep").resolve(name).resolve(name);
    try (Storage storage = open()) {
      storage.conversations().begin(turn("c_1", "m_1"));
      assertTrue(Files.size(file) > 0);
    }
    try (Storage storage = open()) {
      assertEquals(1, count(storage, "c_1"));
    }
  }

  @Test
  void a_folder_in_the_files_place_is_refused() throws IOException {
    Files.createDirectory(file);
    assertEquals("The database " + file + " is a folder; name a file with --database.", refused());
  }

  @Test
  void a_folder_that_cannot_be_made_is_refused() throws IOException {
    Path blocking = Files.createFile(folder.resolve("blocking"));
    file = blocking.resolve("advisor.db");
    assertTrue(refused().contains("cannot be used"));
  }

  @Test
  void a_database_in_use_is_refused_and_left_as_it_is() {
    try (Storage storage = open()) {
      storage.conversations().begin(turn("c_1", "m_1"));
      assertEquals(
          "The database %s is in use by another advisor (process %d); stop that one or name another file with --database."
              .formatted(file, ProcessHandle.current().pid()),
          refused());
      assertEquals(1, count(storage, "c_1"));
    }
    open().close();
  }

  @Test
  void a_newer_schema_is_refused_and_left_as_it_is() throws Exception {
    try (Storage storage = open()) {
      storage.conversations().begin(turn("c_1", "m_1"));
    }
    execute("insert into advisor_schema values (7, 0)");
    byte[] before = Files.readAllBytes(file);
    String said = refused();
    assertEquals(
        "The database %s has schema 7, but this advisor knows schemas up to %d only; start a newer advisor, or name another file with --database."
            .formatted(file, Schema.current().newest()),
        said);
    assertEquals(
        new String(before, StandardCharsets.ISO_8859_1),
        Files.readString(file, StandardCharsets.ISO_8859_1));
    execute("delete from advisor_schema where version = 7");
    try (Storage storage = open()) {
      assertEquals(1, count(storage, "c_1"));
    }
  }

  @Test
  void an_older_schema_is_brought_up_to_date_with_what_it_holds() throws Exception {
    try (Storage storage = open()) {
      storage.conversations().begin(turn("c_1", "m_1"));
    }
    List<String> scripts = new ArrayList<>(Schema.current().scripts());
    scripts.add(
        "-- a comment;\n"
            + "alter table turns add column helpful integer;\n\n"
            + "update turns\n"
            + "  set helpful = 1;\n");
    for (int start = 0; start < 2; start++) {
      try (Storage storage = Storage.open(StorageSettings.in(file), new Schema(scripts), CLOCK)) {
        assertEquals(1, count(storage, "c_1"));
      }
    }
    try (Connection connection = foreign()) {
      var session = new Session(connection);
      assertEquals(List.of(1), session.list(row -> row.getInt(1), "select helpful from turns"));
      assertEquals(
          IntStream.rangeClosed(1, scripts.size()).boxed().toList(),
          session.list(row -> row.getInt(1), "select version from advisor_schema order by 1"));
    }
    assertThrows(StorageException.class, this::open);
  }

  @Test
  void a_database_of_schema_2_is_brought_up_to_date_with_all_it_holds() throws Exception {
    try (InputStream old = StorageTest.class.getResourceAsStream("schema-2.db")) {
      Files.copy(Objects.requireNonNull(old), file);
    }
    try (Storage storage = open()) {
      ConversationStore store = storage.conversations();
      assertEquals(Optional.empty(), storage.trouble());
      for (int talk = 0; talk < 3; talk++) {
        List<Turn> turns = store.turns("c_old_" + talk, 10).orElseThrow();
        assertEquals(talk + 1, turns.size());
        assertEquals("Which, äöü 🧵 " + talk + "?", turns.getLast().words());
        assertEquals("{\"id\":\"m_old_" + talk + "_" + talk + "\"}", turns.getLast().json());
      }
      assertEquals("m_old_0_0", store.requested(new UUID(1, 2)).orElseThrow().answer());
      assertEquals(Optional.of("c_old_1"), store.at("slack:T1:C1:1.2"));
      assertEquals("{\"goal\":\"learn\"}", store.profile("c_old_2").orElseThrow().json());
      assertEquals(Keeping.KEPT, store.append(turn("c_old_0", "m_new")));
      assertTrue(store.share("s_1", "c_old_2"));
    }
    try (Connection connection = foreign()) {
      // so that what was kept before is forgotten when its time has come, not at once
      assertEquals(
          List.of(Instant.parse("2026-11-30T08:02:00Z").toEpochMilli()),
          new Session(connection)
              .list(
                  row -> row.getLong(1),
                  "select changed_at from conversations where id = 'c_old_2'"));
    }
  }

  @Test
  void a_script_that_fails_changes_nothing() throws Exception {
    open().close();
    List<String> scripts = new ArrayList<>(Schema.current().scripts());
    scripts.add("create table half (id text);\ncreate table turns (id text);\n");
    try (Storage storage = Storage.open(StorageSettings.in(file), new Schema(scripts), CLOCK)) {
      assertTrue(storage.trouble().orElseThrow().contains("turns already exists"));
      assertThrows(Away.class, () -> storage.conversations().turn("m_1"));
    }
    try (Connection connection = foreign()) {
      assertEquals(
          List.of(),
          new Session(connection)
              .list(row -> row.getString(1), "select name from sqlite_master where name = 'half'"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "no database", "SQLite format 3\u0000 but torn"})
  void a_file_that_is_no_database_is_moved_aside_unless_it_is_empty(String content)
      throws IOException {
    Files.writeString(file, content);
    try (Storage storage = open()) {
      storage.conversations().begin(turn("c_1", "m_1"));
      assertEquals(1, count(storage, "c_1"));
      assertEquals(!content.isEmpty(), storage.trouble().isPresent());
      assertEquals(!content.isEmpty(), names().contains(ASIDE));
    }
    if (!content.isEmpty()) {
      assertEquals(content, Files.readString(folder.resolve(ASIDE)));
    }
  }

  @Test
  void the_database_of_another_program_is_moved_aside_as_it_was() throws Exception {
    execute(
        "create table bookmarks (url text)",
        "insert into bookmarks values ('https://example.org')");
    byte[] before = Files.readAllBytes(file);
    try (Storage storage = open()) {
      String trouble = storage.trouble().orElseThrow();
      assertTrue(trouble.contains(folder.resolve(ASIDE).toString()), trouble);
      assertTrue(trouble.contains("another program"), trouble);
    }
    assertEquals(
        new String(before, StandardCharsets.ISO_8859_1),
        Files.readString(folder.resolve(ASIDE), StandardCharsets.ISO_8859_1));
    try (Storage storage = open()) {
      assertEquals(Optional.empty(), storage.trouble());
    }
  }

  @Test
  void damage_anywhere_in_the_file_is_survived() throws Exception {
    try (Storage storage = open()) {
      for (int at = 0; at < 60; at++) {
        storage.conversations().begin(turn("c_" + at, "m_" + at));
      }
    }
    byte[] whole = Files.readAllBytes(file);
    var random = new Random(3);
    for (int round = 0; round < 40; round++) {
      byte[] damaged = whole.clone();
      if (round % 4 == 0) {
        damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
      } else {
        int from = random.nextInt(whole.length);
        for (int at = from; at < Math.min(whole.length, from + (1 << random.nextInt(13))); at++) {
          damaged[at] = (byte) random.nextInt();
        }
      }
      Files.write(file, damaged);
      try (Storage storage = open()) {
        ConversationStore store = storage.conversations();
        for (int at = 0; at < 60; at++) {
          readOrAway(store, "c_" + at);
        }
        keep(store, round);
        keep(store, round);
        assertEquals(1, count(storage, "c_new_" + round), "round " + round);
      }
      for (String end : List.of("-wal", "-shm")) {
        Files.deleteIfExists(folder.resolve("advisor.db" + end));
      }
    }
  }

  private static void readOrAway(ConversationStore store, String conversation) {
    try {
      store.turns(conversation, 10);
    } catch (Away moved) {
      // it has been moved aside
    }
  }

  private static void keep(ConversationStore store, int round) {
    try {
      store.begin(turn("c_new_" + round, "m_new_" + round));
    } catch (Away movedOrThere) {
      // the second time it works, or it is there already
    }
  }

  @Test
  void damage_that_shows_while_it_runs_is_survived() throws Exception {
    try (Storage storage = open()) {
      for (int at = 0; at < 60; at++) {
        storage.conversations().begin(turn("c_" + at, "m_" + at));
      }
      execute("pragma wal_checkpoint(truncate)");
      try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        for (long at = 4096; at < channel.size(); at += 4096) {
          channel.write(ByteBuffer.wrap(new byte[4096]), at);
        }
      }
      for (int at = 0; at < 60; at++) {
        readOrAway(storage.conversations(), "c_" + at);
      }
      keep(storage.conversations(), 0);
      keep(storage.conversations(), 0);
      assertEquals(1, count(storage, "c_new_0"));
      assertTrue(storage.trouble().orElseThrow().contains(ASIDE));
    }
  }

  @Test
  void while_another_holds_it_the_database_is_away_and_later_back() throws Exception {
    var settings = StorageSettings.in(file).patient(Duration.ofMillis(600));
    try (Storage storage = Storage.open(settings, CLOCK)) {
      storage.conversations().begin(turn("c_1", "m_1"));
      try (Connection connection = foreign()) {
        new Session(connection).run("begin exclusive");
        assertThrows(Away.class, () -> storage.conversations().append(turn("c_1", "m_2")));
        assertTrue(storage.trouble().orElseThrow().contains("could not be written"));
        assertEquals(1, count(storage, "c_1"), "reading goes on");
        assertTrue(storage.events().take("slack:Ev1"), "an event is taken on in memory");
        assertFalse(storage.events().take("slack:Ev1"));
      }
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (!appended(storage) && System.nanoTime() < end) {
        Thread.sleep(50);
      }
      assertEquals(2, count(storage, "c_1"));
      assertEquals(Optional.empty(), storage.trouble());
    }
  }

  private static boolean appended(Storage storage) {
    try {
      return storage.conversations().append(turn("c_1", "m_2")) == Keeping.KEPT;
    } catch (Away still) {
      return false;
    }
  }

  @Test
  void nothing_of_a_forgotten_conversation_can_be_read_in_any_file() throws Exception {
    var random = new Random(5);
    try (Storage storage = open()) {
      ConversationStore store = storage.conversations();
      for (int at = 0; at < 300; at++) {
        String conversation = "c_" + at % 30;
        Turn turn = secret(conversation, at, random.nextInt(12_000));
        if (at < 30) {
          store.begin(turn);
          store.settle("place:" + conversation + ":end", conversation);
        } else {
          assertEquals(Keeping.KEPT, store.append(turn));
        }
      }
      List<String> order = new ArrayList<>();
      for (int at = 0; at < 30; at += 3) {
        order.add("c_" + at);
      }
      Collections.shuffle(order, random);
      for (String conversation : order) {
        assertTrue(readable("secret of " + conversation + ";"));
        assertTrue(store.forget(conversation));
        for (String trace :
            List.of(
                "secret of " + conversation + ";",
                conversation + "_",
                "place:" + conversation + ":")) {
          assertFalse(readable(trace), trace);
        }
      }
      assertEquals(10, count(storage, "c_1"));
    }
  }

  private static Turn secret(String conversation, int at, int length) {
    String words = ("secret of " + conversation + "; ").repeat(1 + length / 200);
    return new Turn(
        "m_" + conversation + "_" + at,
        conversation,
        Optional.empty(),
        words,
        "{\"text\":\"" + ("secret of " + conversation + "; ").repeat(1 + length / 20) + "\"}",
        CLOCK.instant());
  }

  private boolean readable(String words) throws IOException {
    for (String name : names()) {
      if (Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1).contains(words)) {
        return true;
      }
    }
    return false;
  }
}
