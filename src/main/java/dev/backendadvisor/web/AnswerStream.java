package dev.backendadvisor.web;

import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.format.AnswerJson;
import dev.backendadvisor.format.StoredAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What happened while one answer was made: events are added at the end and never change, so any
/// number of readers, early or late, see the same ones. Ends with exactly one `done` or `error`.
final class AnswerStream {
  /// In no other place of an answer, since quotes in texts are escaped.
  private static final String NOT_SAVED = "\"code\":\"conversation-not-saved\"";

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Event> events = new ArrayList<>();
  private boolean over;
  private boolean left;
  private Runnable whenLeft = () -> {};
  private Optional<Refusal> refusal = Optional.empty();

  /// One event as it is sent.
  ///
  /// @param id its number, from 1
  /// @param told what it tells
  record Event(int id, AnswerJson.Event told) {
    /// The event's lines of a text/event-stream.
    String lines() {
      return "id: " + id + "\nevent: " + told.name() + "\ndata: " + told.data() + "\n\n";
    }

    boolean last() {
      return told.name().equals("done") || told.name().equals("error");
    }
  }

  /// Adds an event; ignored once the stream is over.
  void add(AnswerEvent event) {
    add(AnswerJson.write(event));
  }

  /// A stream that is over: an answer that was given before.
  ///
  /// @param json the answer as sent
  static AnswerStream of(String json) {
    var stream = new AnswerStream();
    stream.repeat(json);
    return stream;
  }

  /// Tells an answer that was given before; ignored once the stream is over.
  ///
  /// @param json the answer as sent
  void repeat(String json) {
    StoredAnswer.events(json).forEach(this::add);
  }

  /// Ends the stream with a problem; ignored once the stream is over.
  void fail(Refusal why) {
    lock.lock();
    try {
      if (!over) {
        refusal = Optional.of(why);
        add(AnswerJson.error(why.problem("/api/chat")));
      }
    } finally {
      lock.unlock();
    }
  }

  private void add(AnswerJson.Event told) {
    lock.lock();
    try {
      if (!over) {
        Event event = new Event(events.size() + 1, told);
        events.add(event);
        over = event.last();
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Does something once, when whoever asked has left or leaves; replaces what was to be done
  /// before.
  void whenLeft(Runnable work) {
    lock.lock();
    try {
      whenLeft = work;
      if (left) {
        work.run();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Whoever asked has left.
  void leave() {
    lock.lock();
    try {
      if (!left) {
        left = true;
        whenLeft.run();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Whether whoever asked has left.
  boolean isLeft() {
    lock.lock();
    try {
      return left;
    } finally {
      lock.unlock();
    }
  }

  /// The events after one, waiting for the first of them.
  ///
  /// @param id the last event known, 0 for none
  /// @param wait how long to wait
  /// @return none when none came in time, or when the stream is over
  List<Event> after(int id, Duration wait) throws InterruptedException {
    lock.lock();
    try {
      long left = wait.toNanos();
      while (events.size() <= id && !over && left > 0) {
        left = changed.awaitNanos(left);
      }
      return id < events.size() ? List.copyOf(events.subList(id, events.size())) : List.of();
    } finally {
      lock.unlock();
    }
  }

  /// The whole answer as JSON, waiting for it.
  ///
  /// @return empty when it did not come in time
  /// @throws Refusal when the stream ended with a problem
  Optional<String> answer(Duration wait) throws InterruptedException {
    lock.lock();
    try {
      long left = wait.toNanos();
      while (!over && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (refusal.isPresent()) {
        throw refusal.get();
      }
      return over ? Optional.of(events.getLast().told().data()) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for the first event.
  ///
  /// @throws Refusal when that is a problem, or none came in time
  void awaitStart(Duration wait) throws InterruptedException {
    List<Event> first = after(0, wait);
    lock.lock();
    try {
      if (refusal.isPresent() && events.size() == 1) {
        throw refusal.get();
      }
    } finally {
      lock.unlock();
    }
    if (first.isEmpty()) {
      throw Refusal.late(wait.toSeconds());
    }
  }

  /// Whether nothing comes after this event any more.
  boolean endsAt(int id) {
    lock.lock();
    try {
      return over && id >= events.size();
    } finally {
      lock.unlock();
    }
  }

  /// Whether it ended with an answer that the store has.
  boolean isKept() {
    lock.lock();
    try {
      return over && refusal.isEmpty() && !events.getLast().told().data().contains(NOT_SAVED);
    } finally {
      lock.unlock();
    }
  }

  /// How much memory it takes, about: the whole answer, and once more in its parts.
  long bytes() {
    lock.lock();
    try {
      return events.isEmpty() ? 0 : 2L * events.getLast().told().data().length();
    } finally {
      lock.unlock();
    }
  }
}
