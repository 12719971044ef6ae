package dev.backendadvisor.conversation;

import java.util.Optional;
import java.util.UUID;

/// A question on its way to the [Advisor].
///
/// @param message the visitor's words, at most 4,000 characters
/// @param conversation the id of the conversation it goes on with; none starts a new one
/// @param request a retry with the same id makes no second turn
public record Inquiry(String message, Optional<String> conversation, Optional<UUID> request) {
  /// A question that starts a conversation.
  public static Inquiry of(String message) {
    return new Inquiry(message, Optional.empty(), Optional.empty());
  }
}
