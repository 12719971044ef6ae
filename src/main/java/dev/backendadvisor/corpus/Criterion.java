package dev.backendadvisor.corpus;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Something technologies are compared on.
///
/// @param id lower case, as in `realtime`
/// @param name as it stands in running text: `real-time traffic`
/// @param ahead what the one ahead does more of, as it stands before "than": `starts up sooner`
/// @param explainedBy ids of the criteria whose evidence tells why one is ahead on this one
/// @param kind whether it is work to be done or a quality of doing it
/// @param words the words and phrases by which questions mean it
/// @param hints words that mean it only when a question names nothing more precise: `fast`
/// @param rubric what the ratings 1, 3 and 5 mean
/// @param halfLife years after which evidence on it weighs half
/// @param goals what it helps to decide even when nobody mentions it
/// @param ask the question by which to find out how much it matters
/// @param answers what may be said to that: not at all, somewhat, much; empty for those words
public record Criterion(
    String id,
    String name,
    Optional<String> ahead,
    List<String> explainedBy,
    Kind kind,
    List<String> words,
    List<String> hints,
    SortedMap<Integer, String> rubric,
    double halfLife,
    List<Goal> goals,
    Optional<String> ask,
    List<String> answers) {
  /// What somebody has to decide.
  public enum Goal {
    /// What to build a project with.
    BUILD,
    /// What to learn.
    LEARN
  }

  /// What sort of thing is compared.
  public enum Kind {
    /// Something a back end does: serve live traffic, train models.
    WORK,
    /// What it is like to live with: how it is learned, how long it is supported.
    QUALITY
  }

  /// Copies the lists.
  public Criterion {
    explainedBy = List.copyOf(explainedBy);
    words = List.copyOf(words);
    hints = List.copyOf(hints);
    goals = List.copyOf(goals);
    answers = List.copyOf(answers);
    rubric = Collections.unmodifiableSortedMap(new TreeMap<>(rubric));
  }
}
