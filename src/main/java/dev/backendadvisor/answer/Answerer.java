package dev.backendadvisor.answer;

import java.util.List;
import java.util.Optional;

/// Words an answer, by rules or by a model. Whatever it says is checked before it leaves.
public interface Answerer {
  /// Words the answer.
  ///
  /// @param brief what it is made from
  /// @param scribe takes down the comparison, if there is one, and then each sentence
  /// @return what stands beside the sentences
  Draft answer(Brief brief, Scribe scribe);

  /// Proposes what a turn asks, free of its context, for a turn that rules are not sure of. A
  /// proposal may be odd or false: whoever asks judges it.
  ///
  /// @param words the turn
  /// @param past the turns before it, oldest first
  /// @param purse pays for it
  /// @return nothing when there is no proposal
  default Optional<String> standalone(String words, List<PastTurn> past, Purse purse) {
    return Optional.empty();
  }
}
