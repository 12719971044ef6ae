package dev.backendadvisor.question;

import java.util.List;

/// What the advisor offered below its answers, so that "yes" and "the second one" can be read.
@FunctionalInterface
public interface Offers {
  /// Nothing was offered, or nobody remembers.
  Offers NONE = answer -> List.of();

  /// What was offered below an answer, in the order in which it was shown.
  ///
  /// @param answer the answer's id
  List<Offer> below(String answer);

  /// Something a visitor may take up.
  ///
  /// @param label what it was called; `""` when the message itself was shown
  /// @param message what is asked when it is taken up
  /// @param choice whether it answers a question that the advisor asked
  record Offer(String label, String message, boolean choice) {}
}
