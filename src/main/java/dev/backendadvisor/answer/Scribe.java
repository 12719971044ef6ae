package dev.backendadvisor.answer;

import dev.backendadvisor.decision.Comparison;

/// Takes an answer down while it is worded. [CitationCheck] is the one that visitors' answers go
/// through.
public interface Scribe {
  /// Notes the technologies side by side; before the first sentence, and at most once.
  void compare(Comparison comparison);

  /// Notes a recommendation; before the first sentence, and at most once.
  void recommend(CitedRecommendation recommendation);

  /// Takes a sentence down, if it may stand.
  ///
  /// @return whether it stands
  boolean say(DraftSentence sentence);
}
