package dev.backendadvisor.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Something that is being opened while its opener does something else.
final class Opening<T extends AutoCloseable> implements AutoCloseable {
  private final CompletableFuture<T> opening;

  /// Opens it on a thread of its own.
  Opening(Supplier<T> open) {
    opening =
        CompletableFuture.supplyAsync(
            open, work -> Thread.ofPlatform().daemon().name("opening").start(work));
  }

  /// It, once it is open; throws what kept it from being opened.
  T opened() {
    try {
      return opening.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException refused ? refused : failed;
    }
  }

  /// Closes it when it was opened, since nobody uses it.
  @Override
  public void close() {
    try {
      opening.join().close();
    } catch (CompletionException neverOpened) {
      // so there is nothing to close
    } catch (Exception unclosable) {
      throw new IllegalStateException(unclosable);
    }
  }
}
