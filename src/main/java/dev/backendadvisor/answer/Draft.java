package dev.backendadvisor.answer;

import java.util.List;

/// What stands beside the sentences of an answer.
///
/// @param kind what the answer is
/// @param choices answers to the question asked back
/// @param suggestions questions worth asking next
/// @param nearest where the corpus comes nearest, for an abstention
/// @param claims what was claimed, with how it stands; none when nothing was
/// @param notices what a reader should know about how it was worded
/// @param writer who worded it
public record Draft(
    Answer.Kind kind,
    List<Answer.Choice> choices,
    List<String> suggestions,
    List<Answer.Nearest> nearest,
    List<JudgedClaim> claims,
    List<Notice> notices,
    Answer.Writer writer) {
  /// Copies the lists.
  public Draft {
    choices = List.copyOf(choices);
    suggestions = List.copyOf(suggestions);
    nearest = List.copyOf(nearest);
    claims = List.copyOf(claims);
    notices = List.copyOf(notices);
  }

  /// The same with what was claimed.
  Draft judging(List<JudgedClaim> judged) {
    return new Draft(kind, choices, suggestions, nearest, judged, notices, writer);
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
