package dev.backendadvisor.storage;

import dev.backendadvisor.conversation.Tally;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts in memory, and adds that to the database from time to time. Days are those of UTC.
final class SqlTally implements Tally {
  private final Database database;
  private final Clock clock;
  private final Map<Count, Long> counted = new HashMap<>();

  private record Count(String day, String what) {}

  SqlTally(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void count(String what) {
    String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    synchronized (counted) {
      counted.merge(new Count(day, what), 1L, Long::sum);
    }
  }

  /// Adds to the database what was counted since the last time.
  ///
  /// @throws dev.backendadvisor.conversation.ConversationStore.Away when that cannot be done now;
  ///   then the next time will
  void write() {
    Map<Count, Long> now = new HashMap<>();
    synchronized (counted) {
      now.putAll(counted);
      counted.clear();
    }
    if (now.isEmpty()) {
      return;
    }
    try {
      // in one order, so that two servers never wait for each other
      var ordered = new TreeMap<String, Map.Entry<Count, Long>>();
      now.entrySet().forEach(one -> ordered.put(one.getKey().toString(), one));
      database.write(
          session -> {
            for (Map.Entry<Count, Long> one : ordered.values()) {
              session.change(
                  "insert into counts (day, what, times) values (?, ?, ?) on conflict (day, what)"
                      + " do update set times = counts.times + excluded.times",
                  one.getKey().day(),
                  one.getKey().what(),
                  one.getValue());
            }
            return now.size();
          });
    } catch (RuntimeException later) {
      synchronized (counted) {
        now.forEach((count, times) -> counted.merge(count, times, Long::sum));
      }
      throw later;
    }
  }

  @Override
  public Map<LocalDate, Map<String, Long>> since(LocalDate first) {
    write();
    SortedMap<LocalDate, Map<String, Long>> days = new TreeMap<>();
    database
        .read(
            session ->
                session.list(
                    row -> Map.entry(new Count(row.getString(1), row.getString(2)), row.getLong(3)),
                    "select day, what, times from counts where day >= ?",
                    first.toString()))
        .forEach(
            one ->
                days.computeIfAbsent(LocalDate.parse(one.getKey().day()), none -> new TreeMap<>())
                    .put(one.getKey().what(), one.getValue()));
    return days;
  }
}
