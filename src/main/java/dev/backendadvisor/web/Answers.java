package dev.backendadvisor.web;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.answer.Notice;
import dev.backendadvisor.conversation.Advisor;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.Inquiry;
import dev.backendadvisor.conversation.Turn;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The answers being made, each on its own thread, and those made lately.
///
/// An answer goes on when its reader leaves, so that a reader who comes back finds it whole; but
/// nobody waits for a language model then, and rules finish it. Those made longer ago are in the
/// store.
final class Answers implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Answers.class.getName());

  private static final Notice CUT_SHORT =
      new Notice(Notice.Code.DEGRADED, "The server is being stopped: this answer is not whole.");

  private final Advisor advisor;
  private final ConversationStore conversations;
  private final WebSettings.Limits limits;
  private final Deadlines deadlines;
  private final LongSupplier nanoTime;
  private final Semaphore room;
  private final Semaphore queue;
  private final Set<AnswerStream> running = ConcurrentHashMap.newKeySet();
  private final Map<String, Made> byId = new HashMap<>();
  private final Deque<Kept> kept = new ArrayDeque<>();
  private long keptBytes;
  private volatile boolean closed;

  private record Made(String conversation, AnswerStream stream) {}

  private record Kept(String id, long bytes, long since) {}

  /// Nothing is being answered yet.
  ///
  /// @param nanoTime a clock that never jumps, as [System#nanoTime]
  Answers(
      Advisor advisor,
      ConversationStore conversations,
      WebSettings.Limits limits,
      Deadlines deadlines,
      LongSupplier nanoTime) {
    this.advisor = advisor;
    this.conversations = conversations;
    this.limits = limits;
    this.deadlines = deadlines;
    this.nanoTime = nanoTime;
    this.room = new Semaphore(limits.answers(), true);
    this.queue = new Semaphore(limits.queue());
  }

  /// Starts to answer, as soon as there is room.
  ///
  /// @param request the request's id, for the log
  /// @throws Refusal when too much is being answered already
  AnswerStream ask(Inquiry inquiry, String request) throws InterruptedException {
    if (!room.tryAcquire(0, TimeUnit.NANOSECONDS)) {
      awaitRoom();
    }
    if (closed) {
      room.release();
      throw Refusal.stopping();
    }
    var stream = new AnswerStream();
    running.add(stream);
    Thread.ofVirtual().name("answer").start(() -> answer(inquiry, request, stream));
    return stream;
  }

  private void awaitRoom() throws InterruptedException {
    if (!queue.tryAcquire()) {
      throw Refusal.busy();
    }
    try {
      if (!room.tryAcquire(limits.queueWait().toNanos(), TimeUnit.NANOSECONDS)) {
        throw Refusal.busy();
      }
    } finally {
      queue.release();
    }
  }

  /// How many answers are being made.
  int running() {
    return running.size();
  }

  /// The stream of an answer that is being made, or was made.
  ///
  /// @throws ConversationStore.Away when it is not one of the latest, and the store is away
  Optional<AnswerStream> find(String id) {
    return latest(id)
        .filter(stream -> !isForgottenElsewhere(id, stream))
        .or(() -> conversations.turn(id).map(Turn::json).map(AnswerStream::of));
  }

  /// Whether an answer that was kept is no more, since another server was told to forget it.
  private boolean isForgottenElsewhere(String id, AnswerStream stream) {
    if (!conversations.isShared() || !stream.isKept()) {
      return false;
    }
    try {
      return conversations.turn(id).isEmpty();
    } catch (ConversationStore.Away away) {
      return false;
    }
  }

  private Optional<AnswerStream> latest(String id) {
    synchronized (byId) {
      forgetOld();
      return Optional.ofNullable(byId.get(id)).map(Made::stream);
    }
  }

  /// Forgets the answers of a conversation; not what the store has of it.
  ///
  /// @return whether there were any
  boolean forget(String conversation) {
    synchronized (byId) {
      return byId.values().removeIf(made -> made.conversation().equals(conversation));
    }
  }

  /// Takes no more questions and waits for the running ones; what is not done in time ends with a
  /// problem.
  void finish(Duration grace) throws InterruptedException {
    closed = true;
    long end = nanoTime.getAsLong() + grace.toNanos();
    for (AnswerStream stream : running) {
      try {
        var unused = stream.answer(Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong())));
      } catch (Refusal ended) {
        // it is over, which is all that is wanted
      }
    }
    close();
  }

  @Override
  public void close() {
    closed = true;
    for (AnswerStream stream : running) {
      stream.add(new AnswerEvent.Noticed(CUT_SHORT));
      stream.fail(Refusal.stopping());
    }
  }

  private void answer(Inquiry inquiry, String request, AnswerStream stream) {
    Thread self = Thread.currentThread();
    Runnable late =
        () -> {
          stream.fail(Refusal.late(limits.deadline().toSeconds()));
          self.interrupt();
        };
    var listed = new AtomicReference<AnswerEvent.@Nullable Understood>();
    stream.whenLeft(self::interrupt);
    try (var deadline = deadlines.in(limits.deadline(), late)) {
      Answer answer =
          advisor.ask(
              inquiry,
              event -> {
                if (event instanceof AnswerEvent.Noticed && stream.isLeft()) {
                  // all is said, and what is left is to keep it
                  var unused = Thread.interrupted();
                }
                stream.add(event);
                if (event instanceof AnswerEvent.Understood understood
                    && putIfAbsent(understood, stream)) {
                  listed.set(understood);
                }
              });
      stream.add(new AnswerEvent.Done(answer));
    } catch (Advisor.AnsweredBefore before) {
      stream.repeat(before.turn().json());
    } catch (Advisor.UnknownConversation unknown) {
      stream.fail(Refusal.nothingHere());
    } catch (RuntimeException | Error fault) {
      LOG.log(Level.ERROR, "The answer to request " + request + " failed", fault);
      stream.fail(Refusal.fault());
    } finally {
      stream.whenLeft(() -> {});
      running.remove(stream);
      room.release();
      AnswerEvent.Understood made = listed.get();
      if (made != null && !keep(made.answer(), stream.bytes())) {
        forgetAgain(made.conversation());
      }
    }
  }

  private boolean putIfAbsent(AnswerEvent.Understood understood, AnswerStream stream) {
    var made = new Made(understood.conversation(), stream);
    synchronized (byId) {
      return byId.putIfAbsent(understood.answer(), made) == null;
    }
  }

  /// Whether it could be kept: its conversation was not forgotten while it was made.
  private boolean keep(String id, long bytes) {
    synchronized (byId) {
      if (!byId.containsKey(id)) {
        return false;
      }
      kept.add(new Kept(id, bytes, nanoTime.getAsLong()));
      keptBytes += bytes;
      forgetOld();
      return true;
    }
  }

  /// A conversation that was forgotten before its first turn was kept.
  private void forgetAgain(String conversation) {
    try {
      var unused = conversations.forget(conversation);
    } catch (ConversationStore.Away away) {
      LOG.log(Level.WARNING, "A conversation deleted by its reader is still stored", away);
    }
  }

  private void forgetOld() {
    long now = nanoTime.getAsLong();
    while (!kept.isEmpty()
        && (keptBytes > limits.keptBytes()
            || now - kept.getFirst().since() > limits.kept().toNanos())) {
      Kept oldest = kept.removeFirst();
      byId.remove(oldest.id());
      keptBytes -= oldest.bytes();
    }
  }
}
