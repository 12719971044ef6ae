package dev.backendadvisor.answer;

import dev.backendadvisor.answer.GateWords.Power;
import dev.backendadvisor.answer.Parsed.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells whether a clause denies what a text denies, and nothing else.
final class Denials {
  private static final Set<String> ARTICLES = Set.of("a", "an", "the", "be", "been", "of", "to");

  private final Parsed said;
  private final Parsed text;

  Denials(Parsed said, Parsed text) {
    this.said = said;
    this.text = text;
  }

  /// What is denied otherwise; nothing when each negation denies what one of the text denies, and
  /// none of the text is left out whose words are kept.
  Optional<String> objection() {
    List<Integer> denials = text.places(Power.NEGATION);
    List<Integer> mine = said.places(Power.NEGATION);
    List<Integer> free = new ArrayList<>(denials);
    for (int place : mine) {
      Optional<Integer> same = free.stream().filter(other -> deniesSame(place, other)).findFirst();
      if (same.isEmpty()) {
        return Optional.of("brings a negation");
      }
      free.remove(same.get());
    }
    return free.stream()
            .anyMatch(
                place ->
                    said.tells(denied(place, 2))
                        || said.tells(text.decided(place))
                        || isKeptAsWord(place))
        ? Optional.of("drops a negation")
        : Optional.empty();
  }

  /// Whether the first word a negation stands before is kept, one that says little by itself.
  private boolean isKeptAsWord(int place) {
    return text.tokens().stream()
        .skip(place + 1L)
        .dropWhile(one -> ARTICLES.contains(one.word()))
        .limit(1)
        .anyMatch(one -> said.tokens().stream().anyMatch(mine -> mine.plain().equals(one.plain())));
  }

  private List<Token> denied(int place, int most) {
    int segment = text.tokens().get(place).segment();
    return text.after(place, most).stream().filter(one -> one.segment() == segment).toList();
  }

  private boolean deniesSame(int mine, int other) {
    List<Token> denied = new ArrayList<>(denied(other, 3));
    denied.addAll(text.decided(other));
    return Parsed.share(said.decided(mine), denied);
  }
}
