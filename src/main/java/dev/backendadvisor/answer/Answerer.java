package dev.backendadvisor.answer;

/// Words an answer, by rules or by a model. Whatever it says is checked before it leaves.
public interface Answerer {
  /// Words the answer.
  ///
  /// @param brief what it is made from
  /// @param scribe takes down the comparison, if there is one, and then each sentence
  /// @return what stands beside the sentences
  Draft answer(Brief brief, Scribe scribe);
}
