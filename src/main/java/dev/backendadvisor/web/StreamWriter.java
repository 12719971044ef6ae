package dev.backendadvisor.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/// Sends an [AnswerStream] to one reader. Events and heartbeats go through one loop, so they never
/// mingle; a reader who takes nothing for too long is cut off.
final class StreamWriter {
  private static final String HEARTBEAT = ": still here\n\n";

  /// Bytes written under one deadline: a reader who keeps taking some is not cut off for a long
  /// answer.
  private static final int PIECE = 1 << 16;

  private final WebSettings.Limits limits;
  private final Deadlines deadlines;
  private final int each;
  private final Semaphore room;
  private final Map<String, Integer> byVisitor = new ConcurrentHashMap<>();

  /// Nobody reads yet.
  ///
  /// @param each streams one visitor may have open; 0 for any number
  StreamWriter(WebSettings.Limits limits, int each, Deadlines deadlines) {
    this.limits = limits;
    this.each = each;
    this.deadlines = deadlines;
    this.room = new Semaphore(limits.streams());
  }

  /// Room for one more stream; to be closed when it is over.
  ///
  /// @throws Refusal when too many are open, with 429 when they are this visitor's
  Place place(String visitor) {
    if (byVisitor.merge(visitor, 1, Integer::sum) > each && each > 0) {
      leave(visitor);
      throw Refusal.tooManyStreams(each);
    }
    if (!room.tryAcquire()) {
      leave(visitor);
      throw Refusal.busy();
    }
    return new Place(visitor);
  }

  private void leave(String visitor) {
    byVisitor.computeIfPresent(visitor, (unused, open) -> open == 1 ? null : open - 1);
  }

  /// One reader's room.
  final class Place implements AutoCloseable {
    private final String visitor;

    private Place(String visitor) {
      this.visitor = visitor;
    }

    /// Sends the events after one until the stream is over or the reader is gone.
    ///
    /// @param reader looked after while there is nothing to send; none is left to the heartbeats
    /// @throws Presence.Gone when the reader looked after has left
    void send(Context context, AnswerStream stream, int after, Optional<Presence> reader)
        throws IOException, InterruptedException {
      context.res().setContentType(Media.EVENTS);
      context.res().setCharacterEncoding("utf-8");
      context.header("X-Accel-Buffering", "no");
      OutputStream out = context.res().getOutputStream();
      int last = after;
      while (!stream.endsAt(last)) {
        List<AnswerStream.Event> events = next(stream, last, reader);
        if (events.isEmpty() && stream.endsAt(last)) {
          return;
        }
        String lines =
            events.isEmpty()
                ? HEARTBEAT
                : events.stream().map(AnswerStream.Event::lines).collect(Collectors.joining());
        write(context, out, lines);
        if (!events.isEmpty()) {
          last = events.get(events.size() - 1).id();
        }
      }
    }

    @Override
    public void close() {
      room.release();
      leave(visitor);
    }
  }

  private List<AnswerStream.Event> next(AnswerStream stream, int last, Optional<Presence> reader)
      throws IOException, InterruptedException {
    Duration left = limits.heartbeat();
    while (reader.isPresent() && left.compareTo(Presence.LOOK) > 0) {
      List<AnswerStream.Event> events = stream.after(last, Presence.LOOK);
      if (!events.isEmpty() || stream.endsAt(last)) {
        return events;
      }
      reader.get().check();
      left = left.minus(Presence.LOOK);
    }
    return stream.after(last, left);
  }

  /// How many streams are open.
  int open() {
    return limits.streams() - room.availablePermits();
  }

  private void write(Context context, OutputStream out, String lines) throws IOException {
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < bytes.length; from += PIECE) {
      try (var deadline = deadlines.in(limits.write(), () -> cut(context))) {
        out.write(bytes, from, Math.min(PIECE, bytes.length - from));
        out.flush();
      }
    }
  }

  /// Closes the connection under a request, which ends whatever waits for it.
  static void cut(Context context) {
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
