package dev.backendadvisor.answer;

import java.util.List;

/// Openings that introduce a sentence and state nothing themselves.
final class LeadIns {
  static final String AGAINST = "On the other side: ";
  static final String FIGURE = "In figures: ";
  static final String PRACTICE = "In practice: ";
  static final String DISAGREE = "Not every source agrees: ";
  static final String CONDITION = "It hinges on this: ";

  private static final List<String> ALL = List.of(AGAINST, FIGURE, PRACTICE, DISAGREE, CONDITION);

  private LeadIns() {}

  /// The sentence without its opening.
  static String without(String sentence) {
    return ALL.stream()
        .filter(sentence::startsWith)
        .findFirst()
        .map(opening -> sentence.substring(opening.length()))
        .orElse(sentence);
  }
}
