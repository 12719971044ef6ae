package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.decision.Matrix;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Comparisons taken from the matrix as it stands, each put in several phrasings: whom an answer
/// puts ahead does not depend on how it was asked.
class PhrasingsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final int LEAST = 40;

  /// Every so many of all pairs with ratings: enough to meet most criteria.
  private static final int STEP = 41;

  /// What is asked of A and B, and whom a yes puts ahead.
  private enum Phrasing {
    BETTER("Is A better than B for C?", "A"),
    WORSE("Is B worse than A for C?", "A"),
    EITHER("A or B for C?", ""),
    NEGATED("Isn't A better than B for C?", "A"),
    SWAPPED("Is B better than A for C?", "B"),
    TYPED("b vs a for C", "");

    private final String words;
    private final String ifYes;

    Phrasing(String words, String ifYes) {
      this.words = words;
      this.ifYes = ifYes;
    }

    String of(Pair pair) {
      return words
          .replace("C", pair.criterion().name())
          .replaceAll("\\bA\\b", pair.one().name())
          .replaceAll("\\bB\\b", pair.other().name())
          .replaceAll("\\ba\\b", pair.one().name().toLowerCase(Locale.ROOT))
          .replaceAll("\\bb\\b", pair.other().name().toLowerCase(Locale.ROOT));
    }
  }

  private record Pair(Technology one, Technology other, Criterion criterion) {}

  private static List<Pair> pairs(Corpus corpus) {
    Matrix matrix = Matrix.of(corpus, DAY);
    List<Pair> pairs = new ArrayList<>();
    List<Technology> technologies = List.copyOf(corpus.technologies().values());
    for (Criterion criterion : corpus.criteria().values()) {
      // a criterion named after one of the two, as "Java security", is no common ground
      boolean plain = technologies.stream().noneMatch(one -> criterion.name().contains(one.name()));
      for (int i = 0; plain && i < technologies.size(); i++) {
        for (int j = i + 1; j < technologies.size(); j++) {
          Technology one = technologies.get(i);
          Technology other = technologies.get(j);
          if (matrix.cell(one.id(), criterion.id()).isPresent()
              && matrix.cell(other.id(), criterion.id()).isPresent()
              && !language(one).equals(language(other))) {
            pairs.add(new Pair(one, other, criterion));
          }
        }
      }
    }
    return pairs;
  }

  private static String language(Technology one) {
    return one.language().orElse(one.id());
  }

  private static String ahead(Answer answer, Phrasing phrasing, Pair pair) {
    String first = answer.sentences().getFirst().text();
    if (answer.citations().isEmpty()) {
      return "declined";
    }
    if (first.matches(".*(?:about level|too close|Too close|Not noticeably).*")) {
      return "level";
    }
    if (!phrasing.ifYes.isEmpty() && first.matches("(?:Yes|Probably yes)\\b.*")) {
      return phrasing.ifYes;
    }
    if (!phrasing.ifYes.isEmpty() && first.matches("(?:No|Rather not)\\b.*")) {
      return phrasing.ifYes.equals("A") ? "B" : "A";
    }
    int at = first.indexOf(pair.one().name());
    int other = first.indexOf(pair.other().name());
    return at < 0 && other < 0 ? "?" : other < 0 || (at >= 0 && at < other) ? "A" : "B";
  }

  @Test
  void forty_comparisons_in_six_phrasings_never_contradict_each_other() {
    List<String> contradictions = new ArrayList<>();
    Set<String> criteria = new TreeSet<>();
    int compared = 0;
    int decided = 0;
    try (RealAdvisor real = new RealAdvisor()) {
      List<Pair> pairs = pairs(real.corpus());
      for (int i = 0; i < pairs.size(); i += STEP) {
        Pair pair = pairs.get(i);
        Map<String, String> said = new LinkedHashMap<>();
        Map<String, String> ahead = new LinkedHashMap<>();
        for (Phrasing phrasing : Phrasing.values()) {
          Answer answer = real.ask(phrasing.of(pair));
          ahead.put(phrasing.of(pair), ahead(answer, phrasing, pair));
          said.put(
              phrasing.of(pair),
              answer.sentences().getFirst().text()
                  + " "
                  + answer.comparison().flatMap(one -> one.leader()));
        }
        compared++;
        criteria.add(pair.criterion().id());
        Set<String> verdicts = new TreeSet<>(ahead.values());
        decided += verdicts.contains("A") || verdicts.contains("B") ? 1 : 0;
        if (verdicts.size() > 1) {
          contradictions.add(ahead + "\n    " + String.join("\n    ", said.values()));
        }
      }
    }
    assertTrue(
        contradictions.isEmpty(),
        () -> contradictions.size() + "\n" + String.join("\n", contradictions));
    assertTrue(compared >= LEAST, compared + " comparisons");
    assertTrue(decided >= LEAST, decided + " of them with somebody ahead");
    assertTrue(criteria.size() >= 12, criteria::toString);
  }
}
