package dev.backendadvisor.storage;

import static dev.backendadvisor.conversation.StoreContract.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.StoreContract;
import dev.backendadvisor.conversation.Turn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Old conversations are forgotten, on either kind of database, and only old ones.
class RetentionTest {
  @TempDir Path folder;

  /// A clock that can be set.
  private static final class Setting extends Clock {
    private volatile Instant now = Instant.parse("2026-11-25T10:11:12Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static Turn at(Turn turn, Instant at) {
    return new Turn(
        turn.answer(), turn.conversation(), turn.request(), turn.words(), turn.json(), at);
  }

  private List<StorageSettings> everywhere() {
    return List.of(
        StorageSettings.in(folder.resolve("advisor.db")),
        PostgresServer.at(PostgresServer.shared().newDatabase(), folder));
  }

  @Test
  void conversations_unused_for_longer_than_they_are_kept_are_forgotten() throws Exception {
    var clock = new Setting();
    Instant now = clock.instant();
    for (StorageSettings settings : everywhere()) {
      try (Storage storage = Storage.open(settings.keeping(Duration.ZERO), clock)) {
        ConversationStore store = storage.conversations();
        for (int at = 0; at < 50; at++) {
          store.begin(at(turn("c_old_" + at, "m_old_" + at), now.minus(Duration.ofDays(31))));
          store.begin(at(turn("c_new_" + at, "m_new_" + at), now.minus(Duration.ofDays(29))));
        }
        store.append(at(turn("c_old_0", "m_fresh"), now));
      }
      try (Storage storage = Storage.open(settings.keeping(Duration.ofDays(30)), clock)) {
        ConversationStore store = storage.conversations();
        for (int at = 0; at < 50; at++) {
          awaitGone(store, at == 0 ? "c_none" : "c_old_" + at);
          assertTrue(store.turn("m_new_" + at).isPresent());
        }
        assertEquals(2, store.turns("c_old_0", 10).orElseThrow().size());
      }
    }
  }

  private static void awaitGone(ConversationStore store, String conversation)
      throws InterruptedException {
    for (int left = 400; left > 0 && store.turns(conversation, 1).isPresent(); left--) {
      Thread.sleep(50);
    }
    assertEquals(Optional.empty(), store.turns(conversation, 1), conversation);
  }

  @Test
  void a_clock_that_jumps_makes_nothing_old() throws Exception {
    var clock = new Setting();
    try (Storage storage =
        Storage.open(
            StorageSettings.in(folder.resolve("advisor.db")).keeping(Duration.ofDays(30)), clock)) {
      storage.conversations().begin(at(turn("c_1", "m_1"), clock.instant()));
      clock.now = clock.now.plus(Duration.ofDays(4_000));
      Thread.sleep(2_500);
      assertTrue(storage.conversations().turn("m_1").isPresent());
    }
  }

  @Test
  void nothing_is_forgotten_where_all_is_kept_for_ever() {
    var clock = new Setting();
    var settings = StorageSettings.in(folder.resolve("advisor.db")).keeping(Duration.ZERO);
    Engine engine = new Sqlite(folder.resolve("other.db"), Duration.ofSeconds(1));
    try (Storage storage = Storage.open(settings, clock);
        Database database = Database.open(engine, Duration.ofSeconds(9), Schema.current(), clock)) {
      storage.conversations().begin(StoreContract.turn("c_1", "m_1"));
      assertFalse(new Retention(database, Duration.ZERO, clock).forget());
      assertTrue(storage.conversations().turn("m_1").isPresent());
    }
  }
}
