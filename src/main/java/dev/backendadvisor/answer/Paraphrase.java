package dev.backendadvisor.answer;

import dev.backendadvisor.answer.GateWords.Power;
import dev.backendadvisor.answer.Parsed.Kind;
import dev.backendadvisor.answer.Parsed.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides whether a clause says what one text says, in other words.
///
/// Words that mean the same may stand for each other and function words may come and go. What makes
/// a statement true or false is held to strictly: every figure with its unit and limit, every name,
/// every negation, quantifier, modal verb, condition, direction and cause has to be found in the
/// text, with the words it decides about; none of the text may be left out that limits what the
/// clause keeps; and whatever could be exchanged keeps the company it has in the text.
final class Paraphrase {
  private static final GateWords ENGLISH = GateWords.english();
  private static final Set<String> WEAKENING =
      Set.of("if", "when", "whenever", "once", "aslongas", "where", "while");

  private static final Set<String> POSSIBLE = Set.of("can", "could", "may", "might", "possibly");
  private static final Set<String> HEDGING =
      Set.of("usually", "often", "mostly", "mainly", "partly", "sometimes", "generally", "largely");
  private static final Set<String> SAYS =
      Set.of(
          "say",
          "says",
          "said",
          "claims",
          "claim",
          "wrote",
          "recalled",
          "by",
          "sayby",
          "reports",
          "reported",
          "states",
          "writes",
          "calls",
          "called");
  private static final Set<String> STRONG =
      Set.of("all", "every", "always", "any", "only", "entirely");
  private static final Set<String> CONTRASTING = Set.of("where", "while");
  private static final Set<String> WHOLE = Set.of("bydefault", "atthesametime");
  private static final Set<String> ARTICLES = Set.of("a", "an", "the", "be", "been", "of", "to");
  private static final Set<String> PLUS = Set.of("over", "atleast");
  private static final Set<String> ALL = Set.of("each", "every", "all");
  private static final Set<String> SAYING =
      Set.of("say", "says", "said", "claims", "claim", "wrote", "recalled");
  private static final Set<String> STRICT_SIDES = Set.of("since", "until", "before", "after");
  private static final Set<String> SIDES =
      Set.of("since", "until", "before", "after", "from", "to");

  private final Parsed said;
  private final Parsed text;
  private final Parsed more;
  private final Set<String> technologies;
  private final boolean isOpinion;

  /// @param said the clause
  /// @param text what it has to say: a quote or a gist
  /// @param more further words that belong to it: conditions, criteria, publishers
  /// @param technologies what the records of the span speak of
  /// @param isOpinion whether it is no more than what somebody says
  Paraphrase(Parsed said, Parsed text, Parsed more, Set<String> technologies, boolean isOpinion) {
    this.said = said;
    this.text = text;
    this.more = more;
    this.technologies = technologies;
    this.isOpinion = isOpinion;
  }

  /// Why not; nothing when it says the same.
  Optional<String> objection() {
    boolean something =
        said.tokens().stream().anyMatch(one -> one.kind() == Kind.CONTENT || one.isNumber());
    if (!something) {
      return Optional.of("says nothing");
    }
    return bringsNothing()
        .or(this::turnsNothing)
        .or(this::deniesTheSame)
        .or(this::powersAreThere)
        .or(this::limitsAreKept)
        .or(this::figuresAreKept)
        .or(this::figuresAreCounted)
        .or(this::namesAreCounted)
        .or(this::attributionIsKept)
        .or(() -> new Tense(said, text).shifted())
        .or(() -> new Company(said, text).exchanged());
  }

  private Optional<String> bringsNothing() {
    for (Token one : said.tokens()) {
      boolean known =
          switch (one.kind()) {
            case EMPTY, POWER -> true;
            case UNIT -> text.has(one) || more.has(one) || one.word().equals("times");
            case TECHNOLOGY -> text.has(one) || technologies.contains(one.word());
            case NAME, CONTENT, FIGURE, DATE -> text.has(one) || more.has(one);
          };
      if (!known) {
        return Optional.of("brings " + one.word());
      }
    }
    return Optional.empty();
  }

  /// No word of the clause stands against one of the text, unless the text has it too, with the
  /// same word beside it.
  private Optional<String> turnsNothing() {
    for (int i = 0; i < said.tokens().size(); i++) {
      Token one = said.tokens().get(i);
      if (one.kind() == Kind.TECHNOLOGY) {
        continue;
      }
      boolean opposed =
          text.tokens().stream().anyMatch(other -> ENGLISH.areOpposite(one.plain(), other.plain()));
      boolean turned =
          text.tokens().stream().anyMatch(other -> ENGLISH.areAntonyms(one.plain(), other.plain()));
      if (turned && text.tokens().stream().noneMatch(other -> other.plain().equals(one.plain()))) {
        return Optional.of("turns " + one.word());
      }
      long mine = said.tokens().stream().filter(other -> other.plain().equals(one.plain())).count();
      long given = text.tokens().stream().filter(one::matches).count();
      if (opposed && (mine > given || !standsSo(i, one))) {
        return Optional.of("turns " + one.word());
      }
    }
    return Optional.empty();
  }

  private boolean standsSo(int place, Token one) {
    List<Token> beside = new ArrayList<>(said.after(place, 1));
    beside.addAll(said.before(place, 1));
    for (int i = 0; i < text.tokens().size(); i++) {
      Token other = text.tokens().get(i);
      if (one.matches(other) && !ENGLISH.areOpposite(one.plain(), other.plain())) {
        List<Token> near = new ArrayList<>(text.after(i, 2));
        near.addAll(text.before(i, 2));
        if (shares(beside, near)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Each negation denies what one of the text denies, and none of the text is left out whose words
  /// are kept.
  private Optional<String> deniesTheSame() {
    List<Integer> denials = places(text, Power.NEGATION);
    List<Integer> mine = places(said, Power.NEGATION);
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
                    isKept(denied(place)) || isKept(text.decided(place)) || isKeptAsWord(place))
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

  private List<Token> denied(int place) {
    int segment = text.tokens().get(place).segment();
    return text.after(place, 2).stream().filter(one -> one.segment() == segment).toList();
  }

  private boolean deniesSame(int mine, int other) {
    List<Token> denied = new ArrayList<>(text.after(other, 3));
    denied.addAll(text.decided(other));
    return shares(said.decided(mine), denied);
  }

  private static List<Integer> places(Parsed parsed, Power power) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < parsed.tokens().size(); i++) {
      if (parsed.tokens().get(i).has(power)) {
        places.add(i);
      }
    }
    return places;
  }

  /// Each word with power has one of the same power in the text that decides about the same words.
  private Optional<String> powersAreThere() {
    if (causes(said) > causes(text)) {
      return Optional.of("brings a cause");
    }
    if (places(said, Power.TIME).size() > places(text, Power.TIME).size()) {
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
    return places(parsed, Power.CAUSE).stream()
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
        if (power == Power.TIME || shares(about, near)) {
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
    List<Token> near = new ArrayList<>(text.after(place, 3));
    near.addAll(text.before(place, 2));
    return near;
  }

  private static boolean isSame(Token one, Token other, Power power) {
    return switch (power) {
      case NEGATION, CONDITION, CAUSE -> true;
      case QUANTIFIER, MODAL -> one.row(power) == other.row(power);
      case TIME, DIRECTION -> one.matches(other);
    };
  }

  private static boolean shares(List<Token> some, List<Token> others) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(one::matches));
  }

  /// What limits words of the text that the clause keeps is kept with them.
  private Optional<String> limitsAreKept() {
    for (int i = 0; i < text.tokens().size(); i++) {
      Token one = text.tokens().get(i);
      for (Power power : one.powers().keySet()) {
        boolean kept =
            switch (power) {
              case NEGATION -> true;
              case QUANTIFIER, MODAL, DIRECTION ->
                  isWeaker(i, one) || !isKept(decided(i)) || hasSaid(i, one, power);
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

  private boolean isKept(List<Token> words) {
    return words.stream()
        .anyMatch(
            one -> said.tokens().stream().anyMatch(other -> other.means() && other.matches(one)));
  }

  private boolean hasSaid(int place, Token one, Power power) {
    if (power == Power.QUANTIFIER
        && quantity(said, one) > 0
        && quantity(text, one) > quantity(said, one)) {
      return false;
    }
    List<Token> near = new ArrayList<>(text.after(place, 3));
    near.addAll(text.before(place, 2));
    for (int i = 0; i < said.tokens().size(); i++) {
      Token other = said.tokens().get(i);
      boolean same =
          power == Power.DIRECTION
              ? other.matches(one)
              : other.has(power) && isSame(other, one, power);
      if (same) {
        List<Token> about = new ArrayList<>(said.after(i, 3));
        about.addAll(said.before(i, 2));
        if (shares(about, near)) {
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
    long kept = clause.stream().filter(one -> isKept(List.of(one))).count();
    return 2 * kept > clause.size();
  }

  /// A figure keeps its limit, its unit and what it counts.
  private Optional<String> figuresAreKept() {
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
  private Optional<String> figuresAreCounted() {
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
      boolean turned =
          text.tokens().stream().anyMatch(other -> ENGLISH.areAntonyms(one.plain(), other.plain()));
      if (turned && text.tokens().stream().noneMatch(other -> other.plain().equals(one.plain()))) {
        return Optional.of("turns " + one.word());
      }
      long mine = said.tokens().stream().filter(other -> other.word().equals(one.word())).count();
      long given = text.tokens().stream().filter(other -> other.word().equals(one.word())).count();
      if (torn || afterMonth || one.kind() == Kind.FIGURE && given > 0 && mine > given) {
        return Optional.of("repeats " + one.word());
      }
    }
    return Optional.empty();
  }

  /// No name is told more often than in the text, and a technology only when none is left out for
  /// it.
  private Optional<String> namesAreCounted() {
    boolean lacking =
        text.tokens().stream()
            .filter(one -> one.kind() == Kind.TECHNOLOGY)
            .anyMatch(one -> count(said, one) == 0);
    for (Token one : said.tokens()) {
      long given = count(text, one);
      boolean more = given > 0 && count(said, one) > given;
      if (more && (one.kind() == Kind.NAME || one.kind() == Kind.TECHNOLOGY && lacking)) {
        return Optional.of("repeats " + one.word());
      }
    }
    return Optional.empty();
  }

  private static long count(Parsed parsed, Token name) {
    return parsed.tokens().stream()
        .filter(one -> one.kind() == name.kind() && one.word().equals(name.word()))
        .count();
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
        || shares(List.of(noun.get()), text.after(other, 3));
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

  /// What is no more than somebody's word stays it.
  private Optional<String> attributionIsKept() {
    if (!isOpinion) {
      return Optional.empty();
    }
    List<Token> speakers = speakers();
    boolean named = speakers.stream().anyMatch(Token::isEntity);
    boolean kept =
        speakers.isEmpty()
            || speakers.stream().anyMatch(one -> said.tokens().stream().anyMatch(one::matches));
    boolean told = text.tokens().stream().anyMatch(one -> ENGLISH.isAttribution(one.word()));
    boolean tells =
        said.tokens().stream()
            .anyMatch(one -> named ? SAYS.contains(one.word()) : ENGLISH.isAttribution(one.word()));
    return kept && (tells || !told) ? Optional.empty() : Optional.of("drops whose word it is");
  }

  /// Whose word the text says it is: authors and articles, else names beside a word such as "says".
  private List<Token> speakers() {
    List<Token> tokens = text.tokens();
    List<Token> speakers =
        new ArrayList<>(tokens.stream().filter(one -> ENGLISH.isSpeaker(one.plain())).toList());
    for (int i = 0; speakers.isEmpty() && i < tokens.size(); i++) {
      if (SAYING.contains(tokens.get(i).word())) {
        tokens.subList(Math.max(0, i - 1), Math.min(tokens.size(), i + 2)).stream()
            .filter(Token::isEntity)
            .forEach(speakers::add);
      }
    }
    return speakers;
  }
}
