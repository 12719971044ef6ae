package dev.backendadvisor.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What a reader says of an answer, or of one of its citations.
///
/// @param answer the answer's id
/// @param citation the number of the citation; none for the whole answer
/// @param helpful whether it helped
/// @param reason the reader's words, if any
/// @param at when it was given, to the millisecond
public record Feedback(
    String answer,
    Optional<Integer> citation,
    boolean helpful,
    Optional<String> reason,
    Instant at) {
  /// Cuts the time to the millisecond.
  public Feedback {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
