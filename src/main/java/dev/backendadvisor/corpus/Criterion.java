package dev.backendadvisor.corpus;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Something technologies are compared on.
///
/// @param id lower case, as in `realtime`
/// @param name as it stands in running text: `real-time traffic`
/// @param words the words and phrases by which questions mean it
/// @param rubric what the ratings 1, 3 and 5 mean
/// @param halfLife years after which evidence on it weighs half
public record Criterion(
    String id,
    String name,
    List<String> words,
    SortedMap<Integer, String> rubric,
    double halfLife) {
  /// Copies the lists.
  public Criterion {
    words = List.copyOf(words);
    rubric = Collections.unmodifiableSortedMap(new TreeMap<>(rubric));
  }
}
