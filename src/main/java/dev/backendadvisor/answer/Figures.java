package dev.backendadvisor.answer;

import dev.backendadvisor.answer.Parsed.Kind;
import dev.backendadvisor.answer.Parsed.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells whether each figure of a clause is one of a text, with its limit, its unit, what it counts
/// and the side it stands on.
final class Figures {
  private static final Set<String> PLUS = Set.of("over", "atleast");
  private static final Set<String> STRICT_SIDES = Set.of("since", "until", "before", "after");
  private static final Set<String> SIDES =
      Set.of("since", "until", "before", "after", "from", "to");

  private final Parsed said;
  private final Parsed text;

  Figures(Parsed said, Parsed text) {
    this.said = said;
    this.text = text;
  }

  /// What is wrong with a figure; nothing when each is the text's own.
  Optional<String> objection() {
    return changed().or(this::repeated);
  }

  /// A figure keeps its limit, its unit and what it counts.
  private Optional<String> changed() {
    for (int i = 0; i < said.tokens().size(); i++) {
      Token one = said.tokens().get(i);
      if (one.isNumber() && !isAsGiven(i, one)) {
        return Optional.of("changes what " + one.word() + " is");
      }
      if (!one.limit().isEmpty()
          && !one.isNumber()
          && text.tokens().stream()
              .noneMatch(other -> one.matches(other) && other.limit().equals(one.limit()))) {
        return Optional.of("brings the limit " + one.limit());
      }
    }
    for (Token one : text.tokens()) {
      if (!one.limit().isEmpty()
          && !one.isNumber()
          && said.tokens().stream()
              .anyMatch(other -> other.word().equals(one.word()) && other.limit().isEmpty())) {
        return Optional.of("drops the limit " + one.limit());
      }
    }
    return Optional.empty();
  }

  /// No figure is told more often than in the text, and none stands behind a month as no year does.
  private Optional<String> repeated() {
    for (int i = 0; i < said.tokens().size(); i++) {
      Token one = said.tokens().get(i);
      boolean torn =
          i > 0
              && one.kind() == Kind.DATE
              && !one.breaks()
              && said.tokens().get(i - 1).kind() == Kind.DATE;
      boolean afterMonth =
          i > 0
              && one.kind() == Kind.FIGURE
              && !one.breaks()
              && said.tokens().get(i - 1).word().matches("-\\d\\d(?:-\\d\\d)?");
      long mine = said.tokens().stream().filter(other -> other.word().equals(one.word())).count();
      long given = text.tokens().stream().filter(other -> other.word().equals(one.word())).count();
      if (torn || afterMonth || one.kind() == Kind.FIGURE && given > 0 && mine > given) {
        return Optional.of("repeats " + one.word());
      }
    }
    return Optional.empty();
  }

  private boolean isAsGiven(int place, Token figure) {
    boolean found = false;
    for (int i = 0; i < text.tokens().size(); i++) {
      Token other = text.tokens().get(i);
      if (figure.matches(other)) {
        found = true;
        if (hasLimit(figure, other)
            && hasUnit(place, i)
            && countsTheSame(place, i)
            && hasSide(place, i)) {
          return true;
        }
      }
    }
    return !found;
  }

  /// The same limit; "20+" and "more than 20" are one.
  private static boolean hasLimit(Token figure, Token other) {
    return figure.limit().equals(other.limit())
        || PLUS.contains(figure.limit()) && PLUS.contains(other.limit());
  }

  /// The unit after both is the same; a list may give it once.
  private boolean hasUnit(int place, int other) {
    Optional<Token> mine = unit(said, place);
    Optional<Token> theirs = unit(text, other);
    return mine.isEmpty() || theirs.isEmpty()
        ? mine.isEmpty() || text.has(mine.get())
        : mine.get().matches(theirs.get());
  }

  /// What a figure counts, the noun directly after it, is what it counts in the text.
  private boolean countsTheSame(int mine, int other) {
    Optional<Token> noun = noun(said, mine);
    Optional<Token> given = noun(text, other);
    return noun.isEmpty()
        || given.isEmpty()
        || noun.get().matches(given.get())
        || Parsed.share(List.of(noun.get()), text.after(other, 3));
  }

  private static Optional<Token> noun(Parsed parsed, int place) {
    return parsed.tokens().stream()
        .skip(place + 1)
        .dropWhile(one -> one.kind() == Kind.UNIT)
        .limit(1)
        .filter(one -> one.kind() == Kind.CONTENT && !one.breaks())
        .findFirst();
  }

  private static Optional<Token> unit(Parsed parsed, int place) {
    return parsed.tokens().stream()
        .skip(place + 1)
        .limit(1)
        .filter(one -> one.kind() == Kind.UNIT)
        .findFirst();
  }

  /// A word such as "since" or "until" before a date or figure is the text's own.
  private boolean hasSide(int mine, int other) {
    String side = side(said, mine);
    String given = side(text, other);
    boolean strict = STRICT_SIDES.contains(side) || STRICT_SIDES.contains(given);
    return side.equals(given)
        || side.isEmpty() && given.equals("since")
        || side.equals("since") && given.isEmpty()
        || !strict && (side.isEmpty() || given.isEmpty());
  }

  /// The word before a figure that says on which side of it something holds; none is "".
  private static String side(Parsed parsed, int place) {
    for (int i = place - 1; i >= Math.max(0, place - 3); i--) {
      Token one = parsed.tokens().get(i);
      if (SIDES.contains(one.word())) {
        return one.word();
      }
      if (one.kind() == Kind.CONTENT || one.isNumber()) {
        return "";
      }
    }
    return "";
  }
}
