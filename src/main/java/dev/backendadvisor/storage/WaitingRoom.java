package dev.backendadvisor.storage;

import dev.backendadvisor.conversation.ConversationStore.Away;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Writes deeds into the database, or, while it is away, into the journal, from where they go into
/// the database before anything else does. Each is done once, whatever dies when: the database
/// notes, together with the deeds, how far in the journal it is.
final class WaitingRoom implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WaitingRoom.class.getName());
  private static final int AT_ONCE = 64;

  private final Database database;
  private final Journal journal;
  private final Lane lane;
  private final Duration patience;
  private final Clock clock;
  private final ReentrantLock replaying = new ReentrantLock();
  private volatile boolean full;

  /// @param database where deeds go
  /// @param journal where they wait
  /// @param patience how long to wait for the disk
  WaitingRoom(Database database, Journal journal, Duration patience, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.patience = patience;
    this.clock = clock;
    this.lane = new Lane("journal of " + database.name(), "written", 1, patience, clock);
  }

  /// Does a deed.
  ///
  /// @throws Away when it could not be done now; then it waits, if there is room
  <T> T write(Deed<T> deed) {
    try {
      settle();
      return database.write(deed::in);
    } catch (Away away) {
      if (!Thread.currentThread().isInterrupted()) {
        keep(DeedBytes.write(deed));
      }
      throw away;
    }
  }

  private void keep(byte[] deed) {
    try {
      boolean fits = lane.run(() -> add(deed));
      if (!fits && !full) {
        LOG.log(
            Level.WARNING,
            "The journal of {0} is full: turns are answered and not kept until the database is"
                + " back",
            database.name());
      }
      full = !fits;
    } catch (Away slow) {
      LOG.log(Level.DEBUG, "A turn is not kept", slow);
    }
  }

  private boolean add(byte[] deed) {
    try {
      return journal.add(deed);
    } catch (IOException unwritable) {
      throw new Away("The journal cannot be written", unwritable);
    }
  }

  /// Does what waits.
  ///
  /// @throws Away when that cannot be done now
  void settle() {
    if (journal.isEmpty()) {
      return;
    }
    try {
      if (!replaying.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new Away("What waits is still being written");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new Away("Nobody waits for it any more", hurried);
    }
    try {
      int count = journal.size();
      List<Journal.Waiting> next = journal.oldest(AT_ONCE);
      while (!next.isEmpty()) {
        replay(next);
        long number = next.getLast().number();
        lane.run(() -> done(number));
        next = journal.oldest(AT_ONCE);
      }
      full = false;
      if (count > 0) {
        LOG.log(Level.INFO, "{0} that had waited were written into {1}", count, database.name());
      }
    } finally {
      replaying.unlock();
    }
  }

  /// Tries whether the journal is back, where it was too slow.
  void probe() {
    if (lane.trouble().isPresent()) {
      lane.probe(() -> true);
    }
  }

  private boolean done(long number) {
    try {
      journal.done(number);
      return true;
    } catch (IOException unwritable) {
      throw new Away("The journal cannot be written", unwritable);
    }
  }

  private void replay(List<Journal.Waiting> next) {
    try {
      database.write(session -> replay(session, next));
    } catch (Away away) {
      if (!database.isRefusal(away)) {
        throw away;
      }
      if (next.size() == 1) {
        LOG.log(Level.ERROR, "One that waited is dropped, since the database refuses it", away);
        database.write(session -> note(session, next.getFirst().number()));
        return;
      }
      next.forEach(one -> replay(List.of(one)));
    }
  }

  private int replay(Session session, List<Journal.Waiting> next) throws SQLException {
    long before =
        session
            .first(
                row -> row.getLong(1),
                "select done from journals where journal = ?",
                journal.name())
            .orElse(0L);
    for (Journal.Waiting one : next) {
      if (one.number() > before) {
        var unused = read(one).in(session);
      }
    }
    return note(session, next.getLast().number());
  }

  private int note(Session session, long number) throws SQLException {
    return session.change(
        "insert into journals (journal, done, done_at) values (?, ?, ?)"
            + " on conflict (journal) do update"
            + " set done = excluded.done, done_at = excluded.done_at",
        journal.name(),
        number,
        clock.millis());
  }

  private static Deed<?> read(Journal.Waiting one) {
    try {
      return DeedBytes.read(one.bytes());
    } catch (IOException torn) {
      throw new UncheckedIOException("A record with a good checksum is no deed", torn);
    }
  }

  /// The deeds that wait, oldest first.
  List<? extends Deed<?>> waiting() {
    return journal.oldest(Integer.MAX_VALUE).stream().map(WaitingRoom::read).toList();
  }

  /// What somebody should know.
  Optional<String> trouble() {
    int count = journal.size();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            "%d writes wait in the journal for the database%s"
                .formatted(count, full ? ", which is full, so that others are lost" : ""));
  }

  @Override
  public void close() throws IOException {
    lane.close();
    journal.close();
  }
}
