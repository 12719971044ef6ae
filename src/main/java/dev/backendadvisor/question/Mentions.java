package dev.backendadvisor.question;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a turn names itself, before anything is taken from earlier turns.
///
/// @param all its tokens with the names marked
/// @param text the same, those ruled out no longer names
/// @param technologies ids of the technologies, in the order named
/// @param excluded ids of those ruled out
/// @param unknown names of things the corpus does not know, as written
/// @param criteria ids of the criteria with the words that meant them, the most important first
/// @param meant where those words stand
/// @param corrections how many names were misspelt
record Mentions(
    List<Token> all,
    Sentences text,
    Set<String> technologies,
    Set<String> excluded,
    Set<String> unknown,
    Map<String, String> criteria,
    List<CriterionFinder.Found> meant,
    int corrections) {
  /// How many things it names, ruled out or not.
  int named() {
    return technologies.size() + excluded.size() + unknown.size();
  }
}
