package dev.backendadvisor.storage;

import dev.backendadvisor.conversation.ConversationStore.Away;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Threads that do nothing but read, or write, in the database. A disk or a server may be slow, or
/// hang for ever: on the threads that answer, that would hold up everything.
///
/// Once it was slow, nobody waits for it any more, until [#probe] finds it quick again.
final class Lane implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Lane.class.getName());

  private final String database;
  private final String deed;
  private final Duration patience;
  private final Clock clock;
  private final ExecutorService threads;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile boolean shut;

  /// Starts with no trouble.
  ///
  /// @param database its name
  /// @param deed what is done here, as in `written`
  /// @param count how many at once
  /// @param patience how long one may take
  Lane(String database, String deed, int count, Duration patience, Clock clock) {
    this.database = database;
    this.deed = deed;
    this.patience = patience;
    this.clock = clock;
    this.threads =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().daemon().name("storage-" + deed + "-", 1).factory());
  }

  /// Does something, when its turn comes.
  ///
  /// @throws Away when it cannot be done now, or took too long
  <T> T run(Supplier<T> work) {
    if (shut) {
      throw new Away("The database was too slow a moment ago");
    }
    return probe(work);
  }

  /// Does something although the last may have been too slow.
  ///
  /// @throws Away when it cannot be done now, or took too long
  <T> T probe(Supplier<T> work) {
    long start = System.nanoTime();
    Future<T> running = threads.submit(work::get);
    try {
      T result = running.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      shut = false;
      if (trouble.isPresent()) {
        trouble = Optional.empty();
        LOG.log(Level.INFO, "The database {0} can be {1} again", database, deed);
      }
      return result;
    } catch (TimeoutException late) {
      shut = true;
      note(late);
      throw new Away("The database hangs", late);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new Away("Nobody waits for it any more", hurried);
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case Away away -> {
          shut = System.nanoTime() - start > patience.dividedBy(4).toNanos();
          note(away);
          throw new Away("The database is away", away);
        }
        case RuntimeException fault -> throw fault;
        case null, default -> throw new IllegalStateException(failed);
      }
    } finally {
      running.cancel(true);
    }
  }

  /// Notes that it cannot be done now; the log is told when that begins.
  void note(Exception why) {
    Throwable reason = why.getCause() == null ? why : why.getCause();
    boolean isNew = trouble.isEmpty();
    String what =
        "The database %s could not be %s at %s, so turns are answered and wait to be kept (%s)"
            .formatted(
                database,
                deed,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                reason.getMessage() == null ? reason : reason.getMessage());
    trouble = Optional.of(what);
    if (isNew) {
      LOG.log(Level.WARNING, what);
    }
  }

  /// What went wrong last; nothing when the last went well.
  Optional<String> trouble() {
    return trouble;
  }

  /// Lets what is under way end.
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException hurried) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
