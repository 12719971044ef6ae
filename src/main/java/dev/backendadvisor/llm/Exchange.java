package dev.backendadvisor.llm;

import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// Puts requests through to a model: so many at once, each within bounds. One that was turned away
/// at once, for a reason that may pass, is put through a second time.
final class Exchange {
  /// How long a server is left alone that does not say how long it wants to be.
  private static final Duration SHORT = Duration.ofMillis(200);

  private final ModelSettings settings;
  private final Call.Resolver resolver;
  private final LongSupplier nanoTime;
  private final Semaphore calls;

  Exchange(ModelSettings settings, Call.Resolver resolver, LongSupplier nanoTime) {
    this.settings = settings;
    this.resolver = resolver;
    this.nanoTime = nanoTime;
    this.calls = new Semaphore(settings.limits().calls());
  }

  /// What came of a request.
  ///
  /// @param failure why the model did not finish; none when it did, or was not to
  /// @param usage what it took
  record Outcome(Optional<Failure> failure, Usage usage) {}

  /// Asks the model, and hangs up as soon as it need not be listened to any longer.
  ///
  /// @param more takes some text and says whether more is wanted
  Outcome ask(ChatRequest request, Predicate<String> more) {
    ModelSettings.Limits limits = settings.limits();
    long start = nanoTime.getAsLong();
    try {
      Outcome first = ask(request, limits, more);
      Optional<Duration> pause = first.failure().map(Failure::again).flatMap(Exchange::pause);
      Duration left = limits.turnedAway().minusNanos(nanoTime.getAsLong() - start);
      if (pause.isEmpty() || left.compareTo(pause.get()) <= 0) {
        return first;
      }
      TimeUnit.NANOSECONDS.sleep(pause.get().toNanos());
      return ask(request, limits.hurried(left.minus(pause.get())), more);
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return new Outcome(Optional.of(Failure.UNWANTED), Usage.NOTHING);
    }
  }

  private static Optional<Duration> pause(Failure.Again again) {
    return again.worth() ? Optional.of(again.pause().orElse(SHORT)) : Optional.empty();
  }

  /// Asks the model once, within other bounds.
  Outcome ask(ChatRequest request, ModelSettings.Limits limits, Predicate<String> more) {
    if (!calls.tryAcquire()) {
      return new Outcome(Optional.of(Failure.FULL), Usage.NOTHING);
    }
    long written = 0;
    try (var call =
        new Call(settings.with(limits), resolver, nanoTime, request, () -> calls.release())) {
      while (true) {
        switch (next(call)) {
          case Call.Piece.Found found -> {
            // now the model is waited for
          }
          case Call.Piece.Text text -> {
            written += Usage.bytes(text.text());
            if (!more.test(text.text())) {
              return new Outcome(Optional.empty(), call.usage(written));
            }
          }
          case Call.Piece.Finished finished -> {
            return new Outcome(Optional.empty(), call.usage(written));
          }
          case Call.Piece.Failed failed -> {
            return new Outcome(Optional.of(failed.failure()), call.usage(written));
          }
        }
      }
    }
  }

  private static Call.Piece next(Call call) {
    try {
      return call.next();
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return new Call.Piece.Failed(Failure.UNWANTED);
    }
  }
}
