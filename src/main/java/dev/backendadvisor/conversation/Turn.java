package dev.backendadvisor.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// One question and its answer, as sent. How the question was read is not kept: it is read anew
/// from its words, in those of the corpus of the moment.
///
/// @param answer the answer's id
/// @param conversation the conversation's id
/// @param request the id of the request that asked, when it had one
/// @param words the visitor's words
/// @param json the answer as sent; never rebuilt
/// @param at when it was answered, to the millisecond
public record Turn(
    String answer,
    String conversation,
    Optional<UUID> request,
    String words,
    String json,
    Instant at) {
  /// Cuts the time to the millisecond.
  public Turn {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /// The same with another form of the answer.
  public Turn as(String other) {
    return new Turn(answer, conversation, request, words, other, at);
  }
}
