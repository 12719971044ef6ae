package dev.backendadvisor.llm;

import dev.backendadvisor.answer.Brief;
import dev.backendadvisor.answer.DraftSentence;
import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import dev.backendadvisor.retrieval.Hit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an answer may rest on, numbered from 1: what the rules say, in their order, and after that
/// further sentences of the passages found, of each technology in turn.
final class Grounds {
  private static final int MOST_FURTHER = 12;
  private static final int SHORTEST = 40;
  private static final int LONGEST = 400;

  private final List<Numbered> all = new ArrayList<>();

  /// One of them.
  ///
  /// @param number from 1
  /// @param text what it says
  /// @param spans where that stands
  /// @param rules the rules' sentence; none for a further one
  record Numbered(int number, String text, List<Span> spans, Optional<DraftSentence> rules) {
    Numbered {
      spans = List.copyOf(spans);
    }
  }

  Grounds(Brief brief, List<DraftSentence> rules) {
    Set<Span> used = new HashSet<>();
    for (DraftSentence sentence : rules) {
      if (!(sentence.ground() instanceof Ground.Nothing)) {
        used.addAll(sentence.ground().spans());
        add(sentence.text(), sentence.ground().spans(), Optional.of(sentence));
      }
    }
    for (Span span : isOpen(brief.question()) ? List.<Span>of() : further(brief, used)) {
      add(text(brief.corpus(), span), List.of(span), Optional.empty());
    }
  }

  private void add(String text, List<Span> spans, Optional<DraftSentence> rules) {
    all.add(new Numbered(all.size() + 1, text, spans, rules));
  }

  /// All of them, in order.
  List<Numbered> all() {
    return List.copyOf(all);
  }

  /// Those with these numbers; other numbers stand for nothing.
  List<Numbered> numbered(List<Integer> numbers) {
    return numbers.stream()
        .filter(number -> 1 <= number && number <= all.size())
        .map(number -> all.get(number - 1))
        .toList();
  }

  /// Whether nothing tells what a choice is for, so that any sentence would bear on it.
  private static boolean isOpen(Question question) {
    return question instanceof Question.Recommendation && question.reading().criteria().isEmpty();
  }

  private static List<Span> further(Brief brief, Set<Span> used) {
    Map<String, Deque<Span>> waiting = new LinkedHashMap<>();
    for (Hit hit : brief.hits()) {
      for (Span sentence : hit.document().sentences(hit.passage())) {
        if (used.stream().noneMatch(sentence::overlaps) && isOne(text(brief.corpus(), sentence))) {
          subject(brief, sentence)
              .map(subject -> waiting.computeIfAbsent(subject, first -> new ArrayDeque<>()))
              .filter(queue -> !queue.contains(sentence))
              .ifPresent(queue -> queue.add(sentence));
        }
      }
    }
    List<Span> further = new ArrayList<>();
    while (further.size() < MOST_FURTHER && !waiting.isEmpty()) {
      for (Deque<Span> queue : waiting.values()) {
        further.add(queue.remove());
      }
      waiting.values().removeIf(Deque::isEmpty);
    }
    return further.stream().limit(MOST_FURTHER).toList();
  }

  /// The technology asked about that a sentence is recorded to speak of, on what is asked. Where
  /// records are kept, a sentence without one has no say; in a corpus without any, every sentence
  /// may serve, under the subject `""`.
  private static Optional<String> subject(Brief brief, Span sentence) {
    Reading reading = brief.question().reading();
    List<Evidence> records = brief.corpus().evidenceIn(sentence);
    List<String> criteria =
        reading.criteria().stream().map(Reading.CriterionMention::criterion).toList();
    if (records.isEmpty()) {
      return brief.corpus().evidence().isEmpty() ? Optional.of("") : Optional.empty();
    }
    return records.stream()
        .filter(one -> one.confidence() != Evidence.Confidence.LOW)
        .filter(one -> one.basis() != Evidence.Basis.OPINION)
        .filter(one -> criteria.isEmpty() || criteria.contains(one.criterion()))
        .map(Evidence::technology)
        .filter(one -> reading.technologies().isEmpty() || reading.technologies().contains(one))
        .filter(one -> !reading.excluded().contains(one))
        .findFirst();
  }

  private static boolean isOne(String text) {
    return SHORTEST <= text.length() && text.length() <= LONGEST && text.endsWith(".");
  }

  private static String text(Corpus corpus, Span span) {
    return corpus.quote(span).orElse("").replaceAll("\\s+", " ").strip();
  }
}
