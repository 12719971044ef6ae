package dev.backendadvisor.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A question with what is expected of its answer, by somebody who knows.
///
/// @param file where it stands
/// @param line its line there, 1-based
/// @param question the visitor's words
/// @param before the questions asked before it in the same conversation, oldest first
/// @param kind the expected kind of answer, as in `abstention`
/// @param nuggets facts a good answer holds, each as alternative wordings without case
/// @param forbidden wordings that must not occur, without case
/// @param says what the first two sentences must match, when that is fixed
/// @param criteria ids of the criteria whose evidence a good answer cites
/// @param technologies ids of the technologies that should be understood
/// @param form the form the question should be read in, as in `comparison`
/// @param finding how its claim stands, as in `one-source`
public record GoldenQuestion(
    String file,
    int line,
    String question,
    List<String> before,
    String kind,
    List<List<String>> nuggets,
    List<String> forbidden,
    Optional<Pattern> says,
    List<String> criteria,
    List<String> technologies,
    Optional<String> form,
    Optional<String> finding) {
  /// Copies the lists.
  public GoldenQuestion {
    before = List.copyOf(before);
    nuggets = nuggets.stream().map(List::copyOf).toList();
    forbidden = List.copyOf(forbidden);
    criteria = List.copyOf(criteria);
    technologies = List.copyOf(technologies);
  }

  /// Whether there is something to answer: neither a question to be declined nor small talk.
  boolean answerable() {
    return !kind.equals("abstention") && !kind.equals("smalltalk");
  }
}
