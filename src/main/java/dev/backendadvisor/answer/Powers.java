package dev.backendadvisor.answer;

import dev.backendadvisor.answer.GateWords.Power;
import dev.backendadvisor.answer.Parsed.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells whether the words that decide what a clause claims, its quantifiers, modal verbs,
/// directions, causes, times and conditions, are those of a text and decide about the same words
/// there, and whether none is left out that limits what the clause keeps.
final class Powers {
  private static final GateWords ENGLISH = GateWords.english();
  private static final Set<String> WEAKENING =
      Set.of("if", "when", "whenever", "once", "aslongas", "where", "while");
  private static final Set<String> POSSIBLE = Set.of("can", "could", "may", "might", "possibly");
  private static final Set<String> HEDGING =
      Set.of("usually", "often", "mostly", "mainly", "partly", "sometimes", "generally", "largely");
  private static final Set<String> STRONG =
      Set.of("all", "every", "always", "any", "only", "entirely");
  private static final Set<String> CONTRASTING = Set.of("where", "while");
  private static final Set<String> WHOLE = Set.of("bydefault", "atthesametime");
  private static final Set<String> ALL = Set.of("each", "every", "all");

  private final Parsed said;
  private final Parsed text;

  Powers(Parsed said, Parsed text) {
    this.said = said;
    this.text = text;
  }

  /// What is said more strongly, or more widely, than the text has it; nothing when all is kept.
  Optional<String> objection() {
    return brought().or(this::dropped);
  }

  /// Each word with power has one of the same power in the text that decides about the same words.
  private Optional<String> brought() {
    if (causes(said) > causes(text)) {
      return Optional.of("brings a cause");
    }
    if (said.places(Power.TIME).size() > text.places(Power.TIME).size()) {
      return Optional.of("brings a time");
    }
    for (int i = 0; i < said.tokens().size(); i++) {
      Token one = said.tokens().get(i);
      if (STRONG.contains(one.word()) && quantity(said, one) > quantity(text, one)) {
        return Optional.of("brings " + one.word());
      }
      for (Power power : one.powers().keySet()) {
        if (!isTime(said, i, power) && !isHarmless(i, one, power) && !isThere(i, one, power)) {
          return Optional.of("brings " + power + " " + one.word());
        }
      }
    }
    return Optional.empty();
  }

  private boolean isHedged(Token one) {
    return text.tokens().stream()
        .anyMatch(other -> other.has(Power.QUANTIFIER) && isSame(one, other, Power.QUANTIFIER));
  }

  private static long causes(Parsed parsed) {
    return parsed.places(Power.CAUSE).stream()
        .filter(place -> !isTime(parsed, place, Power.CAUSE))
        .count();
  }

  /// A condition brought makes a sentence weaker, not false; and to need a figure is to take it.
  private boolean isHarmless(int place, Token one, Power power) {
    return power == Power.NEGATION
        || POSSIBLE.contains(one.word())
        || power == Power.QUANTIFIER && HEDGING.contains(one.word()) && isHedged(one)
        || power == Power.CONDITION && WEAKENING.contains(one.word())
        || power == Power.MODAL && said.after(place, 1).stream().anyMatch(Token::isNumber);
  }

  /// Whether "since" and "until" stand before a date: sides of a figure, not causes and conditions.
  private static boolean isTime(Parsed parsed, int place, Power power) {
    return (power == Power.CAUSE || power == Power.CONDITION)
        && place + 1 < parsed.tokens().size()
        && ENGLISH.isSide(parsed.tokens().get(place).word())
        && parsed.after(place, 2).stream().anyMatch(Token::isNumber);
  }

  private boolean isThere(int place, Token one, Power power) {
    List<Token> about = new ArrayList<>(said.decided(place));
    if (power == Power.CAUSE || power == Power.CONDITION) {
      about.addAll(said.after(place, 2));
    } else if (power == Power.QUANTIFIER) {
      about.addAll(said.after(place, 2));
    } else if (power == Power.DIRECTION || power == Power.MODAL) {
      about.addAll(said.before(place, 1));
    }
    for (int i = 0; i < text.tokens().size(); i++) {
      Token other = text.tokens().get(i);
      if (other.has(power) && isSame(one, other, power)) {
        List<Token> near = near(i, power, one.row(power) == other.row(power));
        if (power == Power.TIME || Parsed.share(about, near)) {
          return true;
        }
      }
    }
    return false;
  }

  /// The words of the text a word of it decides about. A cause named after "because" stands before
  /// "so".
  private List<Token> near(int place, Power power, boolean sameWay) {
    if (power == Power.CAUSE) {
      return sameWay ? text.after(place, 6) : text.before(place, 8);
    }
    List<Token> near = text.around(place, 2, 3);
    return near;
  }

  private static boolean isSame(Token one, Token other, Power power) {
    return switch (power) {
      case NEGATION, CONDITION, CAUSE -> true;
      case QUANTIFIER, MODAL -> one.row(power) == other.row(power);
      case TIME, DIRECTION -> one.matches(other);
    };
  }

  /// What limits words of the text that the clause keeps is kept with them.
  private Optional<String> dropped() {
    for (int i = 0; i < text.tokens().size(); i++) {
      Token one = text.tokens().get(i);
      for (Power power : one.powers().keySet()) {
        boolean kept =
            switch (power) {
              case NEGATION -> true;
              case QUANTIFIER, MODAL, DIRECTION ->
                  isWeaker(i, one) || !said.tells(decided(i)) || hasSaid(i, one, power);
              case CONDITION -> isTime(text, i, power) || conditionIsKept(i);
              case TIME, CAUSE -> true;
            };
        if (!kept) {
          return Optional.of("drops " + power + " " + one.word());
        }
      }
    }
    return Optional.empty();
  }

  /// The word of the text that a word of it decides about: the next of its stretch, else the last.
  private List<Token> decided(int place) {
    Token one = text.tokens().get(place);
    List<Token> next = text.after(place, 1);
    boolean figure =
        one.has(Power.MODAL)
            && next.stream().anyMatch(other -> other.isNumber() || !other.limit().isEmpty());
    if (figure) {
      return List.of();
    }
    return text.decided(place);
  }

  /// To leave out "each" makes a sentence weaker, unless it is denied.
  private boolean isWeaker(int place, Token one) {
    return ALL.contains(one.word())
        && (place == 0 || !text.tokens().get(place - 1).has(Power.NEGATION));
  }

  private boolean hasSaid(int place, Token one, Power power) {
    if (power == Power.QUANTIFIER
        && quantity(said, one) > 0
        && quantity(text, one) > quantity(said, one)) {
      return false;
    }
    List<Token> near = text.around(place, 2, 3);
    for (int i = 0; i < said.tokens().size(); i++) {
      Token other = said.tokens().get(i);
      boolean same =
          power == Power.DIRECTION
              ? other.matches(one)
              : other.has(power) && isSame(other, one, power);
      if (same) {
        List<Token> about = said.around(i, 2, 3);
        if (Parsed.share(about, near)) {
          return true;
        }
      }
    }
    return false;
  }

  private long quantity(Parsed parsed, Token power) {
    return parsed.tokens().stream()
        .filter(one -> one.has(Power.QUANTIFIER) && isSame(one, power, Power.QUANTIFIER))
        .count();
  }

  /// Whether a condition is kept, or nothing of what it is a condition of.
  private boolean conditionIsKept(int place) {
    int segment = text.tokens().get(place).segment();
    List<Token> clause =
        text.tokens().subList(place, text.tokens().size()).stream()
            .filter(one -> one.segment() == segment && one.means())
            .toList();
    Token condition = text.tokens().get(place);
    if (WHOLE.contains(condition.word())) {
      return said.tokens().stream().anyMatch(condition::matches);
    }
    boolean contrast =
        CONTRASTING.contains(condition.word())
            && clause.stream().anyMatch(one -> one.isNumber() || one.isEntity());
    if (contrast) {
      return true;
    }
    if (clause.isEmpty()) {
      return said.tokens().stream()
          .anyMatch(one -> one.has(Power.CONDITION) || one.has(Power.TIME));
    }
    long kept = clause.stream().filter(one -> said.tells(List.of(one))).count();
    return 2 * kept > clause.size();
  }
}
