package dev.backendadvisor.conversation;

import dev.backendadvisor.answer.Purse.Bill;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Remembers what was spent in memory, until the process ends: on the latest days, and on the
/// conversations that went on last.
public final class PassingSpending implements SpendingLedger {
  private static final int MOST_DAYS = 400;

  private final int most;
  private final TreeMap<LocalDate, Day> days = new TreeMap<>();
  private final LinkedHashMap<String, Long> conversations;
  private final Map<String, Claim> open = new HashMap<>();
  private final Deque<Entry> latest = new ArrayDeque<>();

  /// Remembers so many conversations and requests; those that lie back longest go first.
  public PassingSpending(int most) {
    this.most = most;
    this.conversations = new LinkedHashMap<>(16, 0.75f, true);
  }

  @Override
  public synchronized Optional<Cap> reserve(Claim claim, Caps caps) {
    if (isOver(caps.day(), day(claim.day()).cost(), claim)) {
      return Optional.of(Cap.DAY);
    }
    long before = conversations.getOrDefault(claim.conversation(), 0L);
    if (isOver(caps.conversation(), before, claim)) {
      return Optional.of(Cap.CONVERSATION);
    }
    open.put(claim.id(), claim);
    spend(claim, claim.amount());
    return Optional.empty();
  }

  private static boolean isOver(OptionalLong cap, long spent, Claim claim) {
    return cap.isPresent() && spent > cap.getAsLong() - claim.amount();
  }

  @Override
  public synchronized void settle(Claim claim, Bill bill, Instant at) {
    if (open.remove(claim.id()) == null) {
      return;
    }
    spend(claim, bill.cost() - claim.amount());
    Day day = day(claim.day());
    days.put(
        day.day(),
        new Day(
            day.day(),
            day.requests() + 1,
            day.input() + bill.input(),
            day.output() + bill.output(),
            day.cost()));
    latest.addFirst(new Entry(at, claim.answer(), bill));
    if (latest.size() > most) {
      latest.removeLast();
    }
  }

  private void spend(Claim claim, long amount) {
    Day day = day(claim.day());
    days.put(
        day.day(),
        new Day(day.day(), day.requests(), day.input(), day.output(), day.cost() + amount));
    if (days.size() > MOST_DAYS) {
      days.pollFirstEntry();
    }
    conversations.merge(claim.conversation(), amount, Long::sum);
    if (conversations.size() > most) {
      conversations.pollFirstEntry();
    }
  }

  private Day day(LocalDate day) {
    return days.getOrDefault(day, new Day(day, 0, 0, 0, 0));
  }

  @Override
  public synchronized List<Day> days(int most) {
    return days.descendingMap().values().stream().limit(most).toList();
  }

  @Override
  public synchronized List<Entry> latest(int most) {
    return latest.stream().limit(most).toList();
  }
}
