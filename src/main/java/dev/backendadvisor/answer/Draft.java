package dev.backendadvisor.answer;

import java.util.List;

/// What stands beside the sentences of an answer.
///
/// @param kind what the answer is
/// @param choices answers to the question asked back
/// @param suggestions questions worth asking next
/// @param nearest where the corpus comes nearest, for an abstention
/// @param writer who worded it
public record Draft(
    Answer.Kind kind,
    List<Answer.Choice> choices,
    List<String> suggestions,
    List<Answer.Nearest> nearest,
    Answer.Writer writer) {
  /// Copies the lists.
  public Draft {
    choices = List.copyOf(choices);
    suggestions = List.copyOf(suggestions);
    nearest = List.copyOf(nearest);
  }

  /// What is left when no sentence of an answer may stand: says so.
  ///
  /// @param scribe takes the sentence down
  public static Draft abstaining(Scribe scribe) {
    scribe.say(
        new DraftSentence(
            "", "I have no evidence on that.", Part.VERDICT, new DraftSentence.Ground.Nothing()));
    return Drafts.abstained(List.of(), List.of());
  }
}
