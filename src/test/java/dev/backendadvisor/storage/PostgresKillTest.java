package dev.backendadvisor.storage;

import static dev.backendadvisor.conversation.StoreContract.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.ConversationStore.Away;
import dev.backendadvisor.conversation.Turn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A PostgreSQL server that is killed while advisors write.
@Tag("slow")
class PostgresKillTest {
  private static final int KILLS = 3;

  @TempDir Path folder;

  @Test
  void a_server_killed_in_the_middle_of_it_has_every_turn_once_when_it_is_back() throws Exception {
    try (PostgresServer server = PostgresServer.start(folder.resolve("server"));
        Storage storage =
            Storage.open(
                PostgresServer.at(server.newDatabase(), folder).patient(Duration.ofSeconds(2)),
                Clock.systemUTC())) {
      ConversationStore store = storage.conversations();
      var stop = new AtomicBoolean();
      List<List<String>> all = new ArrayList<>();
      List<Thread> writing = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        List<String> own = new ArrayList<>();
        all.add(own);
        String conversation = "c_" + writer;
        writing.add(Thread.ofPlatform().start(() -> write(store, conversation, own, stop)));
      }
      for (int kill = 0; kill < KILLS; kill++) {
        Thread.sleep(400);
        server.kill();
        Thread.sleep(1_000);
        server.startAgain();
        awaitRecovery(storage);
      }
      stop.set(true);
      for (Thread one : writing) {
        one.join();
      }
      awaitRecovery(storage);
      for (int writer = 0; writer < all.size(); writer++) {
        assertEquals(
            all.get(writer),
            store.turns("c_" + writer, 100_000).orElseThrow().stream().map(Turn::answer).toList());
      }
    }
  }

  /// Each turn is kept at once or waits, in its order.
  private static void write(
      ConversationStore store, String conversation, List<String> all, AtomicBoolean stop) {
    for (int at = 0; !stop.get(); at++) {
      Turn turn = turn(conversation, "m_" + conversation + "_" + at);
      all.add(turn.answer());
      try {
        var unused = at == 0 ? store.begin(turn) : store.append(turn);
        Thread.sleep(5);
      } catch (Away waits) {
        // and is written before the next
      } catch (InterruptedException never) {
        throw new IllegalStateException(never);
      }
    }
  }

  private static void awaitRecovery(Storage storage) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (storage.trouble().isPresent() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertEquals(Optional.empty(), storage.trouble());
    assertTrue(System.nanoTime() < end);
  }
}
