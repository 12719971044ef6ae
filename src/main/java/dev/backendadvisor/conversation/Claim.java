package dev.backendadvisor.conversation;

import dev.backendadvisor.conversation.Advisor.AnsweredBefore;
import dev.backendadvisor.conversation.ConversationStore.Away;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// A request, while this server answers it and no other that shares the store does. Where the store
/// is away, every server answers.
final class Claim implements AutoCloseable {
  /// Longer than an answer takes, short enough for a retry after a server died.
  private static final Duration LEASE = Duration.ofSeconds(60);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Optional<UUID> request;
  private final ConversationStore store;
  private boolean kept;

  private Claim(Optional<UUID> request, ConversationStore store) {
    this.request = request;
    this.store = store;
  }

  /// Takes a request on, if there is one, and waits while another server answers it.
  ///
  /// @throws AnsweredBefore when it was answered, before or meanwhile
  static Claim of(Optional<UUID> request, ConversationStore store) {
    try {
      if (request.isPresent()) {
        take(request.get(), store);
      }
      return new Claim(request, store);
    } catch (Away away) {
      return new Claim(Optional.empty(), store);
    }
  }

  private static void take(UUID request, ConversationStore store) {
    do {
      store
          .requested(request)
          .ifPresent(
              before -> {
                throw new AnsweredBefore(before);
              });
    } while (!store.claim(request, LEASE) && await());
  }

  private static boolean await() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
      return true;
    } catch (InterruptedException late) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Nobody waits for the answer any more", late);
    }
  }

  /// The turn was kept, which ends the claim.
  void kept() {
    kept = true;
  }

  @Override
  public void close() {
    if (!kept && request.isPresent()) {
      try {
        store.release(request.get());
      } catch (Away later) {
        // it ends by itself
      }
    }
  }
}
