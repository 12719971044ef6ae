package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Purse.Bill;
import dev.backendadvisor.conversation.SpendingLedger.Cap;
import dev.backendadvisor.conversation.SpendingLedger.Caps;
import dev.backendadvisor.conversation.SpendingLedger.Claim;
import dev.backendadvisor.conversation.SpendingLedger.Day;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every ledger keeps to, wherever it keeps its account.
public abstract class SpendingContract {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  /// The ledger, with nothing spent.
  protected abstract SpendingLedger ledger();

  private static Claim claim(String id, long amount) {
    return new Claim(id, TODAY, "c_1", "m_" + id, amount);
  }

  private static Bill bill(long cost) {
    return new Bill("openai:x", 3 * cost, cost, cost, true);
  }

  private static Caps daily(long most) {
    return new Caps(OptionalLong.of(most), OptionalLong.empty());
  }

  private static Caps perConversation(long most) {
    return new Caps(OptionalLong.empty(), OptionalLong.of(most));
  }

  private long spent() {
    return ledger().days(10).stream().mapToLong(Day::cost).sum();
  }

  @Test
  void an_amount_is_set_aside_up_to_the_cap_and_not_beyond_it() {
    assertEquals(Optional.empty(), ledger().reserve(claim("1", 60), daily(100)));
    assertEquals(Optional.of(Cap.DAY), ledger().reserve(claim("2", 41), daily(100)));
    assertEquals(Optional.empty(), ledger().reserve(claim("3", 40), daily(100)));
    assertEquals(Optional.of(Cap.DAY), ledger().reserve(claim("4", 1), daily(100)));
    assertEquals(100, spent());
  }

  @Test
  void what_is_refused_leaves_no_trace() {
    assertEquals(Optional.of(Cap.DAY), ledger().reserve(claim("1", 101), daily(100)));
    assertEquals(
        Optional.of(Cap.CONVERSATION), ledger().reserve(claim("2", 101), perConversation(100)));
    ledger().settle(claim("1", 101), bill(50), NOON);
    assertEquals(0, spent());
    assertEquals(List.of(), ledger().latest(10));
  }

  @Test
  void what_was_set_aside_and_not_spent_is_free_again() {
    ledger().reserve(claim("1", 100), daily(100));
    ledger().settle(claim("1", 100), bill(30), NOON);
    assertEquals(Optional.of(Cap.DAY), ledger().reserve(claim("2", 71), daily(100)));
    assertEquals(Optional.empty(), ledger().reserve(claim("3", 70), daily(100)));
  }

  @Test
  void a_claim_is_settled_once() {
    ledger().reserve(claim("1", 100), Caps.NONE);
    ledger().settle(claim("1", 100), bill(30), NOON);
    ledger().settle(claim("1", 100), bill(30), NOON);
    assertEquals(List.of(new Day(TODAY, 1, 90, 30, 30)), ledger().days(10));
    assertEquals(1, ledger().latest(10).size());
  }

  @Test
  void what_is_never_settled_stays_spent() {
    ledger().reserve(claim("1", 100), Caps.NONE);
    assertEquals(List.of(new Day(TODAY, 0, 0, 0, 100)), ledger().days(10));
  }

  @Test
  void more_than_was_set_aside_counts_too() {
    ledger().reserve(claim("1", 10), daily(100));
    ledger().settle(claim("1", 10), bill(100), NOON);
    assertEquals(Optional.of(Cap.DAY), ledger().reserve(claim("2", 1), daily(100)));
  }

  @Test
  void each_conversation_and_each_day_has_its_own() {
    ledger().reserve(claim("1", 100), perConversation(100));
    assertEquals(
        Optional.of(Cap.CONVERSATION), ledger().reserve(claim("2", 1), perConversation(100)));
    var other = new Claim("3", TODAY, "c_2", "m_3", 100);
    assertEquals(Optional.empty(), ledger().reserve(other, perConversation(100)));
    var tomorrow = new Claim("4", TODAY.plusDays(1), "c_1", "m_4", 100);
    assertEquals(Optional.of(Cap.CONVERSATION), ledger().reserve(tomorrow, perConversation(100)));
    assertEquals(Optional.empty(), ledger().reserve(tomorrow, daily(100)));
    assertEquals(
        List.of(TODAY.plusDays(1), TODAY), ledger().days(2).stream().map(Day::day).toList());
    assertEquals(1, ledger().days(1).size());
  }

  @Test
  void the_last_requests_are_told_with_their_answers() {
    for (String id : List.of("1", "2", "3")) {
      ledger().reserve(claim(id, 10), Caps.NONE);
      ledger().settle(claim(id, 10), bill(Long.parseLong(id)), NOON);
    }
    List<SpendingLedger.Entry> latest = ledger().latest(2);
    assertEquals(List.of("m_3", "m_2"), latest.stream().map(SpendingLedger.Entry::answer).toList());
    assertEquals(new SpendingLedger.Entry(NOON, "m_3", bill(3)), latest.getFirst());
  }

  @Test
  void no_cap_is_passed_however_many_ask_at_once() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> asked =
          IntStream.range(0, 200)
              .mapToObj(
                  number ->
                      threads.submit(
                          () -> {
                            var claim =
                                new Claim("n" + number, TODAY, "c_" + number % 10, "m", 100);
                            var caps = new Caps(OptionalLong.of(1_000), OptionalLong.of(150));
                            boolean free = ledger().reserve(claim, caps).isEmpty();
                            assertTrue(spent() <= 1_000);
                            if (free) {
                              ledger().settle(claim, bill(100), NOON);
                            }
                            return free;
                          }))
              .toList();
      assertEquals(10, asked.stream().filter(SpendingContract::done).count());
    }
    assertEquals(1_000, spent());
  }

  private static boolean done(Future<Boolean> one) {
    try {
      return one.get();
    } catch (ExecutionException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
