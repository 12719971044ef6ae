package dev.backendadvisor.conversation;

import dev.backendadvisor.corpus.Passage;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.question.Assertion;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.retrieval.Generation;
import dev.backendadvisor.retrieval.Hit;
import dev.backendadvisor.retrieval.SearchRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the passages that bear on a question: by all its words, and where a story goes before it,
/// by the sentence that asks alone too, since the story draws the meaning away from what is asked;
/// what is claimed is looked for by itself likewise.
final class Search {
  /// How many passages an answer may draw on.
  private static final int PASSAGES = 24;

  /// The cosine of a question and a sentence that was not found for it, about.
  private static final double UNKNOWN = 0.4;

  private static final int MOST_PARTS = 3;

  private static final double MOST_GAIN = 0.15;

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+");

  private final Generation generation;

  Search(Generation generation) {
    this.generation = generation;
  }

  /// The passages, best first.
  List<Hit> hits(Question question) {
    String words = question.reading().standalone();
    List<Hit> hits = generation.search(new SearchRequest(words, PASSAGES));
    Set<String> parts = parts(question);
    if (parts.isEmpty()) {
      return hits;
    }
    Map<Passage, Hit> all = new LinkedHashMap<>();
    hits.forEach(hit -> all.put(hit.passage(), hit));
    for (String part : parts) {
      for (Hit hit : generation.search(new SearchRequest(part, PASSAGES))) {
        all.merge(hit.passage(), hit, Hit::nearer);
      }
    }
    List<Hit> merged = new ArrayList<>(all.values());
    merged.sort(Comparator.comparingDouble(Hit::score).reversed());
    return merged.subList(0, Math.min(PASSAGES, merged.size()));
  }

  /// What to look for besides the whole: the sentence that asks, and what is claimed or taken for
  /// granted.
  private static Set<String> parts(Question question) {
    String words = question.reading().standalone().strip();
    List<String> sentences = List.of(SENTENCE_END.split(words));
    Set<String> parts = new LinkedHashSet<>();
    List<Assertion> said =
        question instanceof Question.Claim claim
            ? claim.assertions()
            : question.reading().premises();
    said.stream().limit(MOST_PARTS).map(Assertion::text).forEach(parts::add);
    if (sentences.size() > 1
        && sentences.getLast().endsWith("?")
        && !(question instanceof Question.Claim)) {
      parts.add(sentences.getLast());
    }
    parts.remove(words);
    return parts;
  }

  /// The passages that bear on a turn and the one before it together. The more the turn brings the
  /// talk to a sentence, the closer that sentence is; what the turn before was near to already is
  /// not closer for it.
  ///
  /// @param before the question the turn leans on
  /// @param words the turn's own words
  List<Hit> talk(String before, String words) {
    Map<Span, Double> already = new HashMap<>();
    generation
        .search(new SearchRequest(before, 2 * PASSAGES))
        .forEach(hit -> hit.sentences().forEach(one -> already.put(one.span(), one.meaning())));
    return generation.search(new SearchRequest(before + " " + words, PASSAGES)).stream()
        .map(hit -> hit.with(one -> one.meaning() + gain(one, already)))
        .toList();
  }

  private static double gain(Hit.Sentence one, Map<Span, Double> already) {
    double gain = one.meaning() - already.getOrDefault(one.span(), UNKNOWN);
    return Math.max(-MOST_GAIN, Math.min(MOST_GAIN, gain));
  }
}
