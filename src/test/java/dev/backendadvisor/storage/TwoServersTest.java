package dev.backendadvisor.storage;

import static dev.backendadvisor.conversation.StoreContract.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.ConversationStore.Keeping;
import dev.backendadvisor.conversation.Turn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two advisors on one PostgreSQL database.
class TwoServersTest {
  private static final int EACH = 100;

  @TempDir Path folder;

  private final List<Storage> both = new ArrayList<>();

  @BeforeEach
  void open() {
    String database = PostgresServer.shared().newDatabase();
    for (String name : List.of("one", "two")) {
      both.add(
          Storage.open(
              PostgresServer.at(database, folder.resolve(name)).patient(Duration.ofSeconds(20)),
              Clock.systemUTC()));
    }
  }

  @AfterEach
  void close() {
    both.forEach(Storage::close);
  }

  /// Does the same on both at once.
  private <T> List<List<T>> onBoth(java.util.function.BiFunction<Storage, Integer, T> work)
      throws Exception {
    List<Callable<List<T>>> tasks = new ArrayList<>();
    for (Storage storage : both) {
      tasks.add(
          () -> {
            List<T> results = new ArrayList<>();
            for (int at = 0; at < EACH; at++) {
              results.add(work.apply(storage, at));
            }
            return results;
          });
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(both.size())) {
      List<List<T>> results = new ArrayList<>();
      for (Future<List<T>> one : pool.invokeAll(tasks)) {
        results.add(one.get());
      }
      return results;
    }
  }

  @Test
  void an_event_is_taken_on_by_one_of_them() throws Exception {
    var taken = onBoth((storage, at) -> storage.events().take("slack:Ev" + at));
    for (int at = 0; at < EACH; at++) {
      assertTrue(taken.getFirst().get(at) ^ taken.getLast().get(at), "event " + at);
    }
  }

  @Test
  void a_request_makes_one_turn_and_is_claimed_by_one() throws Exception {
    var claimed =
        onBoth(
            (storage, at) -> storage.conversations().claim(new UUID(5, at), Duration.ofMinutes(1)));
    var kept =
        onBoth(
            (storage, at) -> {
              String name = both.indexOf(storage) + "_" + at;
              return storage
                  .conversations()
                  .begin(turn("c_" + name, "m_" + name, Optional.of(new UUID(6, at))));
            });
    for (int at = 0; at < EACH; at++) {
      assertTrue(claimed.getFirst().get(at) ^ claimed.getLast().get(at), "claim " + at);
      assertTrue(
          kept.getFirst().get(at) == Keeping.KEPT ^ kept.getLast().get(at) == Keeping.KEPT,
          "turn " + at);
      boolean first = kept.getFirst().get(at) == Keeping.KEPT;
      String there = "c_" + (first ? 0 : 1) + "_" + at;
      String left = "c_" + (first ? 1 : 0) + "_" + at;
      for (Storage storage : both) {
        ConversationStore store = storage.conversations();
        assertEquals(there, store.requested(new UUID(6, at)).orElseThrow().conversation());
        assertEquals(Optional.empty(), store.turns(left, 1));
      }
    }
  }

  @Test
  void a_conversation_goes_on_at_either_and_is_forgotten_at_both() throws Exception {
    ConversationStore one = both.getFirst().conversations();
    ConversationStore two = both.getLast().conversations();
    one.begin(turn("c_1", "m_1"));
    onBoth(
        (storage, at) ->
            storage.conversations().append(turn("c_1", "m_" + both.indexOf(storage) + "_" + at)));
    List<Turn> all = one.turns("c_1", 1_000).orElseThrow();
    assertEquals(1 + 2 * EACH, all.size());
    assertEquals(Optional.of(all), two.turns("c_1", 1_000));
    assertTrue(two.share("s_1", "c_1"));
    assertTrue(one.forget("c_1"));
    assertFalse(two.forget("c_1"));
    assertEquals(Keeping.FORGOTTEN, two.append(turn("c_1", "m_late")));
    assertEquals(Optional.empty(), two.shared("s_1", 1));
  }

  @Test
  void what_is_forgotten_while_others_go_on_with_it_leaves_nothing() throws Exception {
    for (int round = 0; round < 20; round++) {
      String conversation = "c_" + round;
      both.getFirst().conversations().begin(turn(conversation, "m_" + conversation));
      Thread forgetting =
          Thread.ofPlatform()
              .start(() -> assertTrue(both.getLast().conversations().forget(conversation)));
      int at = 0;
      while (both.getFirst()
              .conversations()
              .append(turn(conversation, "m_" + conversation + "_" + at++))
          == Keeping.KEPT) {
        assertTrue(at < 10_000);
      }
      forgetting.join();
      assertEquals(Optional.empty(), both.getFirst().conversations().turns(conversation, 1));
      assertEquals(
          Optional.empty(), both.getFirst().conversations().turn("m_" + conversation + "_0"));
    }
  }

  @Test
  void counts_add_up() throws Exception {
    onBoth(
        (storage, at) -> {
          storage.tally().count("questions");
          storage.tally().count(at % 2 == 0 ? "kind:answer" : "kind:abstention");
          return at;
        });
    Map<String, Long> first = Map.of();
    for (Storage storage : both) {
      first = storage.tally().since(LocalDate.EPOCH).values().iterator().next();
    }
    assertEquals(Map.of("questions", 200L, "kind:answer", 100L, "kind:abstention", 100L), first);
  }
}
