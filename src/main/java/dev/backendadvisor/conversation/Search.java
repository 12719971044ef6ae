package dev.backendadvisor.conversation;

import dev.backendadvisor.corpus.Passage;
import dev.backendadvisor.retrieval.Generation;
import dev.backendadvisor.retrieval.Hit;
import dev.backendadvisor.retrieval.SearchRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds the passages that bear on a question: by all its words, and where a story goes before it,
/// by the sentence that asks alone too, since the story draws the meaning away from what is asked.
final class Search {
  /// How many passages an answer may draw on.
  private static final int PASSAGES = 24;

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+");

  private final Generation generation;

  Search(Generation generation) {
    this.generation = generation;
  }

  /// The passages, best first.
  List<Hit> hits(String question) {
    List<Hit> hits = generation.search(new SearchRequest(question, PASSAGES));
    List<String> sentences = List.of(SENTENCE_END.split(question.strip()));
    String asking = sentences.getLast();
    if (sentences.size() == 1 || !asking.endsWith("?")) {
      return hits;
    }
    Map<Passage, Hit> all = new LinkedHashMap<>();
    hits.forEach(hit -> all.put(hit.passage(), hit));
    for (Hit hit : generation.search(new SearchRequest(asking, PASSAGES))) {
      all.merge(hit.passage(), hit, Hit::nearer);
    }
    List<Hit> merged = new ArrayList<>(all.values());
    merged.sort(Comparator.comparingDouble(Hit::score).reversed());
    return merged.subList(0, Math.min(PASSAGES, merged.size()));
  }
}
