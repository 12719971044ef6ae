package dev.backendadvisor.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Decides whether a clause tells what a text tells. It may shorten it, inflect its words and move
/// a part of it; it may not bring a word of its own, leave out what limits the words it keeps, or
/// give to one technology what the text gives to another.
final class Retelling {
  /// Words that limit what follows them.
  private static final Set<String> LIMITS =
      Set.of(
          ("about nearly almost roughly around up over under until since before after if unless"
               + " when can could may might would should usually often sometimes mostly mainly"
               + " largely partly rarely some many much any both each other another such same still"
               + " yet already even again")
              .split(" "));

  /// Words that say on which side of a change a figure stands.
  private static final Set<String> SIDES =
      Set.of("from", "to", "by", "into", "of", "per", "within");

  /// A text keeps its order but for one part that is moved, and one more for so many words.
  private static final int WORDS_A_MOVE = 10;

  /// How many telling words after a negation it may deny.
  private static final int WORDS_DENIED = 3;

  /// How many texts are kept taken apart.
  private static final int KEPT = 20_000;

  private final TechnologyNames names;
  private final Map<String, Text> given = new ConcurrentHashMap<>();

  Retelling(TechnologyNames names) {
    this.names = names;
  }

  /// A word of a text.
  ///
  /// @param word in lower case
  /// @param stem of the word
  /// @param before the word before it, or `""`
  /// @param owner the technology it is said of, or `""`
  private record Token(String word, String stem, String before, String owner) {
    boolean tells() {
      return !Words.EMPTY.contains(word) && !limits();
    }

    boolean limits() {
      return LIMITS.contains(word) || SpanSupport.DIRECTIONS.contains(word);
    }

    boolean isFigure() {
      return word.chars().anyMatch(Character::isDigit);
    }
  }

  /// A text taken apart.
  ///
  /// @param tokens its words in order
  /// @param names the ids of the technologies it names, in order, as often as it names them
  private record Text(List<Token> tokens, List<String> names) {}

  /// Whether the clause tells what the text tells.
  ///
  /// @param text a quote or a gist of the corpus; kept taken apart for the next clause
  /// @param also stems the clause may bring, because they name what the text is about
  boolean holds(String clause, String text, Set<String> also) {
    Text told = given(text);
    List<TechnologyNames.Place> places = names.places(clause);
    List<Token> said = tokens(clause, places, true);
    List<Token> given = told.tokens();
    return bringsNothing(said, given, also)
        && keepsLimits(said, given)
        && isWithin(technologies(places), told.names())
        && isWithin(figures(said), figures(given))
        && said.stream().filter(Token::isFigure).allMatch(one -> keepsSide(one, given))
        && keepsOwners(said, given)
        && moves(said, given) <= 1 + said.size() / WORDS_A_MOVE;
  }

  /// Whether the figures of some words stand in a text in the same order.
  static boolean keepsOrder(String said, String text) {
    return isWithin(figuresOf(said), figuresOf(text));
  }

  private static List<String> figuresOf(String text) {
    return Words.of(text).stream()
        .filter(word -> word.chars().anyMatch(Character::isDigit))
        .toList();
  }

  private static boolean bringsNothing(List<Token> said, List<Token> given, Set<String> also) {
    Set<String> stems = given.stream().map(Token::stem).collect(Collectors.toSet());
    Set<String> words = words(given);
    boolean something = said.stream().anyMatch(Token::tells);
    return something
        && said.stream()
            .allMatch(
                one ->
                    one.limits()
                        ? words.contains(one.word())
                        : !one.tells() || stems.contains(one.stem()) || also.contains(one.stem()));
  }

  /// The negations the text has, and each limit whose word is kept: the word after it, or the one
  /// before it where it ends the text.
  private static boolean keepsLimits(List<Token> said, List<Token> given) {
    Set<String> words = words(said);
    Set<String> stems =
        said.stream().filter(Token::tells).map(Token::stem).collect(Collectors.toSet());
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).limits() && !words.contains(given.get(i).word())) {
        List<Token> after =
            given.subList(i + 1, given.size()).stream().filter(Token::tells).toList();
        List<Token> before = given.subList(0, i).stream().filter(Token::tells).toList();
        List<Token> limited =
            after.isEmpty()
                ? before.subList(Math.max(0, before.size() - 1), before.size())
                : after.subList(0, 1);
        boolean isKept = limited.stream().anyMatch(one -> stems.contains(one.stem()));
        if (isKept) {
          return false;
        }
      }
    }
    return deniesTheSame(said, given);
  }

  private static boolean keepsSide(Token figure, List<Token> given) {
    return !SIDES.contains(figure.before())
        || given.stream()
            .anyMatch(
                one -> one.word().equals(figure.word()) && one.before().equals(figure.before()));
  }

  /// Where a text speaks of several technologies, a word stays with the one it is said of.
  private static boolean keepsOwners(List<Token> said, List<Token> given) {
    if (given.stream().map(Token::owner).filter(one -> !one.isEmpty()).distinct().count() < 2) {
      return true;
    }
    return said.stream()
        .filter(one -> one.tells() && !one.owner().isEmpty())
        .allMatch(
            one -> {
              List<Token> same =
                  given.stream().filter(other -> other.stem().equals(one.stem())).toList();
              return same.isEmpty()
                  || same.stream()
                      .anyMatch(
                          other -> other.owner().isEmpty() || other.owner().equals(one.owner()));
            });
  }

  /// How often the clause goes back to an earlier place of the text.
  private static int moves(List<Token> said, List<Token> given) {
    List<String> order = given.stream().map(Token::stem).toList();
    int moves = 0;
    int at = -1;
    for (Token one : said) {
      int first = order.indexOf(one.stem());
      if (!one.tells() || first < 0) {
        continue;
      }
      int next = order.subList(at + 1, order.size()).indexOf(one.stem());
      moves += next < 0 ? 1 : 0;
      at = next < 0 ? first : at + 1 + next;
    }
    return moves;
  }

  /// The words of a text, each with the technology named last before it. What stands before the
  /// first name is said of that one in a clause and of figures; else of all.
  private static List<Token> tokens(
      String text, List<TechnologyNames.Place> places, boolean isClause) {
    List<Token> tokens = new ArrayList<>();
    String before = "";
    for (Words.Placed word : Words.placed(text)) {
      String owner = "";
      for (TechnologyNames.Place place : places) {
        owner = place.start() <= word.start() ? place.technology() : owner;
      }
      boolean isFigure = word.word().chars().anyMatch(Character::isDigit);
      if (owner.isEmpty() && !places.isEmpty() && (isClause || isFigure)) {
        owner = places.getFirst().technology();
      }
      tokens.add(new Token(word.word(), Words.stem(word.word()), before, owner));
      before = word.word();
    }
    return tokens;
  }

  private Text given(String text) {
    Text known = given.get(text);
    if (known != null) {
      return known;
    }
    List<TechnologyNames.Place> places = names.places(text);
    var taken = new Text(tokens(text, places, false), technologies(places));
    if (given.size() < KEPT) {
      given.put(text, taken);
    }
    return taken;
  }

  private static List<String> technologies(List<TechnologyNames.Place> places) {
    return places.stream().map(TechnologyNames.Place::technology).toList();
  }

  private static List<String> figures(List<Token> tokens) {
    return tokens.stream().filter(Token::isFigure).map(Token::word).toList();
  }

  private static Set<String> words(List<Token> tokens) {
    return tokens.stream().map(Token::word).collect(Collectors.toCollection(HashSet::new));
  }

  /// Whether each negation of the clause, in its order, denies what one of the text denies.
  private static boolean deniesTheSame(List<Token> said, List<Token> given) {
    List<List<String>> denied = denied(said);
    List<List<String>> denials = denied(given);
    boolean same = denied.size() == denials.size();
    for (int i = 0; same && i < denied.size(); i++) {
      same = denied.get(i).isEmpty() || denials.get(i).contains(denied.get(i).getFirst());
    }
    return same;
  }

  /// What each negation of a text denies: the stems of the few telling words after it, which a
  /// clause may shorten; nothing where it ends the text.
  private static List<List<String>> denied(List<Token> tokens) {
    List<List<String>> denied = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (SpanSupport.NEGATIONS.contains(tokens.get(i).word())) {
        denied.add(
            tokens.subList(i + 1, tokens.size()).stream()
                .filter(Token::tells)
                .limit(WORDS_DENIED)
                .map(Token::stem)
                .toList());
      }
    }
    return denied;
  }

  /// Whether some things stand in the same order among others.
  private static boolean isWithin(List<String> some, List<String> others) {
    int at = 0;
    for (String one : some) {
      int next = others.subList(at, others.size()).indexOf(one);
      if (next < 0) {
        return false;
      }
      at += next + 1;
    }
    return true;
  }
}
