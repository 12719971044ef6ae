package dev.backendadvisor.conversation;

import dev.backendadvisor.decision.Profile;
import java.util.Optional;
import java.util.UUID;

/// A question on its way to the [Advisor].
///
/// @param message the visitor's words, at most 4,000 characters
/// @param conversation the id of the conversation it goes on with; none starts a new one
/// @param request a retry with the same id makes no second turn
/// @param profile what is known of whoever asks, instead of what was known before
public record Inquiry(
    String message,
    Optional<String> conversation,
    Optional<UUID> request,
    Optional<Profile> profile) {
  /// A question that leaves what is known as it is.
  public Inquiry(String message, Optional<String> conversation, Optional<UUID> request) {
    this(message, conversation, request, Optional.empty());
  }

  /// A question that starts a conversation.
  public static Inquiry of(String message) {
    return new Inquiry(message, Optional.empty(), Optional.empty());
  }
}
