package dev.backendadvisor.storage;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Forgets what is older than it may be, a few at a time, so that nobody waits for it.
///
/// A clock that jumped forward would make everything old at once: when it went otherwise than time
/// does, nothing is forgotten until it has gone like time for an hour.
final class Retention {
  private static final System.Logger LOG = System.getLogger(Retention.class.getName());
  private static final Duration BETWEEN = Duration.ofHours(1);

  private static final Duration EVENTS = Deed.Took.KEPT;
  private static final Duration JUMP = Duration.ofMinutes(30);
  private static final int AT_ONCE = 20;

  private final Database database;
  private final Duration kept;
  private final Clock clock;
  private long nextAt = System.nanoTime();
  private long millis;
  private long nanos;

  /// @param kept how long after their last turn conversations are kept; zero for ever
  Retention(Database database, Duration kept, Clock clock) {
    this.database = database;
    this.kept = kept;
    this.clock = clock;
    this.millis = clock.millis();
    this.nanos = System.nanoTime();
  }

  /// Forgets a few when it is time to.
  ///
  /// @throws dev.backendadvisor.conversation.ConversationStore.Away when that cannot be done now
  void look() {
    long now = System.nanoTime();
    if (now - nextAt < 0) {
      return;
    }
    if (jumped(now)) {
      LOG.log(Level.WARNING, "The clock jumped, so nothing is forgotten for an hour");
      nextAt = now + BETWEEN.toNanos();
      return;
    }
    if (!forget()) {
      nextAt = now + BETWEEN.toNanos();
    }
  }

  private boolean jumped(long now) {
    long wall = clock.millis();
    long gone = wall - millis;
    long really = Duration.ofNanos(now - nanos).toMillis();
    millis = wall;
    nanos = now;
    return Math.abs(gone - really) > JUMP.toMillis();
  }

  /// Forgets a few.
  ///
  /// @return whether there may be more
  boolean forget() {
    long now = clock.millis();
    database.write(
        session -> {
          session.change("delete from claims where ends_at < ?", now - EVENTS.toMillis());
          session.change(
              "delete from journals where done_at < ?", now - Duration.ofDays(90).toMillis());
          return session.change("delete from events where taken_at < ?", now - EVENTS.toMillis());
        });
    if (kept.isZero()) {
      return false;
    }
    long before = now - kept.toMillis();
    List<String> old =
        database.read(
            session ->
                session.list(
                    row -> row.getString(1),
                    "select id from conversations where changed_at < ? order by changed_at limit ?",
                    before,
                    AT_ONCE));
    if (old.isEmpty()) {
      database.write(
          session -> {
            SqlSpending.forgetBefore(session, before);
            return true;
          });
    } else {
      database.erase(
          session -> {
            for (String conversation : old) {
              var unused = SqlConversations.forget(session, conversation, before);
            }
            return old.size();
          });
      LOG.log(Level.DEBUG, "{0} old conversations were forgotten", old.size());
    }
    return old.size() == AT_ONCE;
  }
}
