package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Criterion;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells whether a sentence puts the technology it names first ahead of the others, rather than
/// behind them or nowhere.
final class Leadership {
  /// Words by which a technology is put ahead, or chosen.
  private static final Set<String> AHEAD =
      Set.of(
          "ahead",
          "edge",
          "stronger",
          "better",
          "leads",
          "choose",
          "take",
          "pick",
          "look",
          "looks",
          "over");

  /// Words by which it is put behind.
  private static final Set<String> BEHIND =
      Set.of(
          ("behind weaker weakest worse worst slower slowest lower lowest below inferior less least"
                  + " fewer trails lags loses lost lagging trailing losing beaten outperformed"
                  + " surpassed overtaken avoid skip drop leave poor poorer last")
              .split(" "));

  private static final Pattern CLAUSE = Pattern.compile("[,;:.!?]+(?:\\s|$)");

  private final List<String> topics;
  private final Map<String, String> phrases = new HashMap<>();

  /// @param criteria whose names say on what, and nothing of who is ahead: "less code"
  Leadership(Collection<Criterion> criteria) {
    this.topics =
        criteria.stream()
            .map(criterion -> criterion.name().toLowerCase(Locale.ROOT))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    for (Criterion criterion : criteria) {
      criterion
          .ahead()
          .ifPresent(phrase -> phrases.put(criterion.id(), phrase.toLowerCase(Locale.ROOT)));
    }
  }

  /// Whether a sentence puts ahead on some criteria. What the one ahead on another criterion does
  /// more of, it must not say.
  boolean putsAhead(String sentence, Collection<String> criteria) {
    String said = sentence.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> phrase : phrases.entrySet()) {
      if (said.contains(phrase.getValue()) && !criteria.contains(phrase.getKey())) {
        return false;
      }
      said = said.replace(phrase.getValue(), "is ahead");
    }
    return putsAhead(said);
  }

  /// Whether some clause puts ahead and denies nothing, and none puts behind.
  private boolean putsAhead(String sentence) {
    boolean ahead = false;
    for (String clause : CLAUSE.split(withoutTopics(sentence))) {
      List<String> words = Words.of(clause);
      if (words.stream().anyMatch(BEHIND::contains)) {
        return false;
      }
      ahead |=
          words.stream().anyMatch(AHEAD::contains)
              && words.stream().noneMatch(SpanSupport.NEGATIONS::contains);
    }
    return ahead;
  }

  /// Whether a sentence has figures beside those in a criterion's name: "games and 3D graphics".
  boolean hasFigures(String sentence) {
    return Statement.hasFigures(withoutTopics(sentence));
  }

  /// A sentence in lower case with a plain word for each criterion's name, which may hold a word
  /// that would weigh elsewhere: "low energy use".
  String withoutTopics(String sentence) {
    String said = sentence.toLowerCase(Locale.ROOT);
    for (String topic : topics) {
      said = said.replace(topic, "that");
    }
    return said;
  }
}
