package dev.backendadvisor.corpus;

import java.util.Optional;

/// A company's own rule on a technology.
///
/// @param technology the technology's id
/// @param standing what the rule says
/// @param owner who to ask about it
/// @param expires the last day it holds
/// @param reason why it exists, in a sentence
public record Policy(
    String technology,
    Standing standing,
    String owner,
    Optional<PartialDate> expires,
    String reason) {
  /// What a policy says of a technology.
  public enum Standing {
    /// May be used.
    APPROVED,
    /// Not for new work.
    HOLD,
    /// Must not be used.
    FORBIDDEN
  }
}
