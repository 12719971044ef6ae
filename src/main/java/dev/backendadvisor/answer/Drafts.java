package dev.backendadvisor.answer;

import java.util.List;

/// The ends of drafts that rules write.
final class Drafts {
  private static final Answer.Writer RULES = new Answer.Writer.Rules();

  private Drafts() {}

  static Draft answer(List<String> suggestions) {
    return of(Answer.Kind.ANSWER, List.of(), suggestions, List.of());
  }

  /// An answer with something to choose from below it.
  static Draft answer(List<Answer.Choice> choices, List<String> suggestions) {
    return of(Answer.Kind.ANSWER, choices, suggestions, List.of());
  }

  static Draft recommended(List<Answer.Choice> choices, List<String> suggestions) {
    return of(Answer.Kind.RECOMMENDATION, choices, suggestions, List.of());
  }

  static Draft abstained(List<Answer.Nearest> nearest, List<String> suggestions) {
    return of(Answer.Kind.ABSTENTION, List.of(), suggestions, nearest);
  }

  static Draft clarification(List<Answer.Choice> choices) {
    return of(Answer.Kind.CLARIFICATION, choices, List.of(), List.of());
  }

  static Draft smalltalk(List<String> suggestions) {
    return of(Answer.Kind.SMALLTALK, List.of(), suggestions, List.of());
  }

  private static Draft of(
      Answer.Kind kind,
      List<Answer.Choice> choices,
      List<String> suggestions,
      List<Answer.Nearest> nearest) {
    return new Draft(kind, choices, suggestions, nearest, List.of(), List.of(), RULES);
  }
}
