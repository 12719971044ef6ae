package dev.backendadvisor.answer;

import java.util.List;

/// What stands beside the sentences of an answer.
///
/// @param kind what the answer is
/// @param choices answers to the question asked back
/// @param suggestions questions worth asking next
/// @param nearest where the corpus comes nearest, for an abstention
/// @param notices what a reader should know about how it was worded
/// @param writer who worded it
public record Draft(
    Answer.Kind kind,
    List<Answer.Choice> choices,
    List<String> suggestions,
    List<Answer.Nearest> nearest,
    List<Notice> notices,
    Answer.Writer writer) {
  /// Copies the lists.
  public Draft {
    choices = List.copyOf(choices);
    suggestions = List.copyOf(suggestions);
    nearest = List.copyOf(nearest);
    notices = List.copyOf(notices);
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
