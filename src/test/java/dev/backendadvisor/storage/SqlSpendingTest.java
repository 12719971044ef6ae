package dev.backendadvisor.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backendadvisor.answer.Purse.Bill;
import dev.backendadvisor.conversation.SpendingContract;
import dev.backendadvisor.conversation.SpendingLedger;
import dev.backendadvisor.conversation.SpendingLedger.Caps;
import dev.backendadvisor.conversation.SpendingLedger.Claim;
import dev.backendadvisor.conversation.StoreContract;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract, held by both kinds of database as they are.
class SqlSpendingTest {
  /// A conversation that is kept, and two hundred at once, take their time on a busy machine.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Nested
  class InAFile extends Kept {
    @Override
    StorageSettings settings(Path folder) {
      return StorageSettings.in(folder.resolve("advisor.db"));
    }
  }

  @Nested
  class OnAServer extends Kept {
    @Override
    StorageSettings settings(Path folder) {
      return PostgresServer.at(PostgresServer.shared().newDatabase(), folder);
    }
  }

  abstract static class Kept extends SpendingContract {
    @TempDir Path folder;

    private Storage storage;

    abstract StorageSettings settings(Path folder);

    @BeforeEach
    void open() {
      storage = Storage.open(settings(folder).patient(PATIENCE), Clock.systemUTC());
    }

    @AfterEach
    void close() {
      storage.close();
    }

    @Override
    protected SpendingLedger ledger() {
      return storage.spending();
    }

    @Test
    void a_forgotten_conversation_leaves_the_account_of_the_day_alone() {
      LocalDate day = LocalDate.of(2026, 11, 24);
      storage.conversations().begin(StoreContract.turn("c_1", "m_1"));
      var claim = new Claim("1", day, "c_1", "m_1", 100);
      ledger().reserve(claim, Caps.NONE);
      ledger().settle(claim, new Bill("openai:x", 1, 1, 70, true), Instant.EPOCH);
      storage.conversations().forget("c_1");
      assertEquals(List.of(), ledger().latest(10));
      assertEquals(List.of(new SpendingLedger.Day(day, 1, 1, 1, 70)), ledger().days(10));
    }
  }

  @Test
  void two_servers_share_a_cap(@TempDir Path folder) throws Exception {
    String database = PostgresServer.shared().newDatabase();
    List<Storage> both = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      both.add(
          Storage.open(
              PostgresServer.at(database, folder.resolve(name)).patient(PATIENCE),
              Clock.systemUTC()));
    }
    LocalDate day = LocalDate.of(2026, 11, 24);
    var cap = new Caps(OptionalLong.of(7_000), OptionalLong.empty());
    List<Callable<Integer>> spenders = new ArrayList<>();
    for (int spender = 0; spender < 8; spender++) {
      int own = spender;
      spenders.add(() -> spend(both.get(own % 2).spending(), own, day, cap));
    }
    int granted = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(spenders.size())) {
      for (Future<Integer> one : pool.invokeAll(spenders)) {
        granted += one.get();
      }
    }
    assertEquals(70, granted);
    assertEquals(7_000, both.getFirst().spending().days(1).getFirst().cost());
    both.forEach(Storage::close);
  }

  private static int spend(SpendingLedger ledger, int spender, LocalDate day, Caps cap) {
    int granted = 0;
    for (int at = 0; at < 20; at++) {
      var claim = new Claim(spender + "-" + at, day, "c_" + spender, "m", 100);
      if (ledger.reserve(claim, cap).isEmpty()) {
        granted++;
        ledger.settle(claim, new Bill("openai:x", 1, 1, 100, true), Instant.EPOCH);
      }
    }
    return granted;
  }
}
