package dev.backendadvisor.llm;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One request to a model. It runs on a thread of its own, a platform thread because looking up a
/// name holds it; what comes back is handed over piece by piece to whoever asked.
final class Call implements AutoCloseable {
  /// Pieces that may wait to be taken; then the model has to.
  private static final int WAITING = 256;

  private final ModelSettings settings;
  private final Resolver resolver;
  private final LongSupplier nanoTime;
  private final Wire wire;
  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread;
  private final long deadline;
  private final ChatRequest request;
  private volatile Optional<Usage> reported = Optional.empty();
  private boolean found;

  /// What a model sends, and how it ends.
  sealed interface Piece {
    /// The server's address is known.
    record Found() implements Piece {}

    /// Some text.
    ///
    /// @param text as it came, whole words or not
    record Text(String text) implements Piece {}

    /// The model has said all it wanted to.
    record Finished() implements Piece {}

    /// It has not, and nothing more will come.
    ///
    /// @param failure why
    record Failed(Failure failure) implements Piece {}
  }

  /// Looks up a server's name.
  interface Resolver {
    /// Returns when the name is known.
    ///
    /// @throws UnknownHostException when it is not
    void resolve(String host) throws UnknownHostException;
  }

  /// Asks a model.
  ///
  /// @param ended run when the call's thread has ended
  Call(
      ModelSettings settings,
      Resolver resolver,
      LongSupplier nanoTime,
      ChatRequest request,
      Runnable ended) {
    this.settings = settings;
    this.resolver = resolver;
    this.nanoTime = nanoTime;
    this.request = request;
    this.wire = new Wire(settings.limits());
    this.deadline = nanoTime.getAsLong() + settings.limits().total().toNanos();
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("model")
            .start(
                () -> {
                  try {
                    run();
                  } finally {
                    wire.close();
                    ended.run();
                  }
                });
  }

  private void run() {
    try {
      resolver.resolve(settings.baseUrl().getHost());
      hand(new Piece.Found());
      var listener = new Listener();
      settings.provider().model(settings, wire).chat(request, listener);
      listener.end(new Piece.Failed(Failure.CUT));
    } catch (UnknownHostException | RuntimeException failure) {
      hand(new Piece.Failed(Failure.of(failure)));
    }
  }

  /// Waits for a place among the pieces; when nobody takes them any more, stops the model.
  private void hand(Piece piece) {
    try {
      pieces.put(piece);
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      wire.close();
    }
  }

  /// The next piece; a failure when it does not come in time.
  Piece next() throws InterruptedException {
    ModelSettings.Limits limits = settings.limits();
    long left = deadline - nanoTime.getAsLong();
    long patience = (found ? limits.idle() : limits.name()).toNanos();
    Piece piece = pieces.poll(Math.max(0, Math.min(left, patience)), TimeUnit.NANOSECONDS);
    if (piece == null) {
      return new Piece.Failed(
          left <= patience ? Failure.LATE : found ? Failure.SILENT : Failure.NO_ADDRESS);
    }
    found = true;
    return piece;
  }

  /// What the request took so far: as the provider says, else as counted here.
  ///
  /// @param written bytes that came
  Usage usage(long written) {
    return reported.orElseGet(
        () -> wire.mayCost() ? Usage.counted(request.messages(), written) : Usage.NOTHING);
  }

  /// Hangs up.
  @Override
  public void close() {
    thread.interrupt();
    wire.close();
  }

  /// Takes what LangChain4j makes of the response. It throws nothing, which would be logged with
  /// what was said; after a failure it takes nothing more.
  private final class Listener implements StreamingChatResponseHandler {
    private boolean ended;

    @Override
    public void onPartialResponse(String text) {
      if (!ended) {
        hand(new Piece.Text(text));
      }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      FinishReason reason = response.metadata().finishReason();
      reported = Usage.of(response.metadata().tokenUsage());
      if (wire.refuses()) {
        end(new Piece.Failed(Failure.REFUSED));
      } else if (reason == FinishReason.STOP) {
        end(new Piece.Finished());
      } else {
        end(new Piece.Failed(Failure.finished(reason)));
      }
    }

    @Override
    public void onError(@Nullable Throwable failure) {
      end(new Piece.Failed(failure == null ? Failure.GARBLED : Failure.of(failure)));
    }

    /// The end, unless there was one: of a stream that just stops, LangChain4j tells nothing with
    /// some protocols.
    private void end(Piece piece) {
      if (!ended) {
        ended = true;
        hand(piece);
        wire.close();
      }
    }
  }
}
