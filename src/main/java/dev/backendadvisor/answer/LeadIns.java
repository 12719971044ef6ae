package dev.backendadvisor.answer;

import java.util.List;

/// Openings that introduce a sentence and state nothing themselves. Each kind has several, so that
/// answers do not read alike.
final class LeadIns {
  static final List<String> AGAINST =
      List.of("On the other side: ", "Against it: ", "What speaks against it: ", "To be weighed: ");

  static final List<String> DISAGREE =
      List.of("Not every source agrees: ", "One source disagrees: ", "Another voice differs: ");

  static final List<String> CLAIMED =
      List.of("It is said all the same: ", "Others say so: ", "For it one hears: ");

  static final List<String> FOR = List.of("For it: ", "What speaks for it: ");

  static final List<String> CHANGING =
      List.of("On changing: ", "Should you change: ", "What a change is like: ");

  static final List<String> EXAMPLE = List.of("It is done: ");

  /// Of the first year with a technology.
  static final List<String> FIRST_YEAR =
      List.of("People: ", "Machines: ", "The risk of a rewrite: ");

  static final List<String> FIRST_PROJECT = List.of("A first project: ");

  private static final List<List<String>> ALL =
      List.of(AGAINST, DISAGREE, CLAIMED, FOR, CHANGING, EXAMPLE, FIRST_YEAR, FIRST_PROJECT);

  private LeadIns() {}

  /// The sentence without its opening.
  static String without(String sentence) {
    return ALL.stream()
        .flatMap(List::stream)
        .filter(sentence::startsWith)
        .findFirst()
        .map(opening -> sentence.substring(opening.length()))
        .orElse(sentence);
  }
}
