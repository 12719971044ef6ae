package dev.backendadvisor.answer;

import dev.backendadvisor.answer.GateWords.Power;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// A sentence or gist taken apart, for [Paraphrase] to compare with another.
///
/// @param tokens its words in order
record Parsed(List<Token> tokens) {
  /// A text without words.
  static final Parsed NOTHING = new Parsed(List.of());

  private static final GateWords ENGLISH = GateWords.english();

  Parsed {
    tokens = List.copyOf(tokens);
  }

  /// What a word is.
  enum Kind {
    TECHNOLOGY,
    NAME,
    FIGURE,
    DATE,
    UNIT,
    POWER,
    EMPTY,
    CONTENT
  }

  /// A word of the text.
  ///
  /// @param word in lower case; the id of a technology; a figure without commas; a date as
  ///   2026-04-30, as far as it is given
  /// @param plain the form it is compared under
  /// @param kind what it is
  /// @param powers what it decides, with the row of words of the same power it stands in
  /// @param limit the limit of a figure, or ""
  /// @param segment which stretch between commas, brackets and conjunctions it stands in
  /// @param before the word before it, or ""
  /// @param breaks whether a comma, bracket or conjunction stands before it
  /// @param alias whether it is another name of a technology
  record Token(
      String word,
      String plain,
      Kind kind,
      Map<Power, Integer> powers,
      String limit,
      int segment,
      String before,
      boolean breaks,
      boolean alias) {
    boolean means() {
      return kind != Kind.EMPTY && kind != Kind.POWER;
    }

    boolean isEntity() {
      return kind == Kind.TECHNOLOGY || kind == Kind.NAME;
    }

    boolean isNumber() {
      return kind == Kind.FIGURE || kind == Kind.DATE;
    }

    /// The row of words of the same power it stands in; -1 when it has not got that power.
    int row(Power power) {
      return powers.getOrDefault(power, -1);
    }

    boolean has(Power power) {
      return powers.containsKey(power);
    }

    /// Whether two words may stand for each other.
    boolean matches(Token other) {
      if (isNumber() || other.isNumber()) {
        return isNumber()
            && other.isNumber()
            && (kind == Kind.DATE || other.kind == Kind.DATE
                ? isWithin(other)
                : word.equals(other.word));
      }
      if (kind == Kind.TECHNOLOGY || other.kind == Kind.TECHNOLOGY) {
        return kind == other.kind && word.equals(other.word);
      }
      if (plain.equals(other.plain)) {
        return true;
      }
      if (kind == Kind.UNIT && other.kind == Kind.UNIT) {
        return ENGLISH.unit(word) == ENGLISH.unit(other.word);
      }
      if (kind == Kind.NAME && other.kind == Kind.NAME) {
        return false;
      }
      Set<Integer> mine = ENGLISH.groups(plain);
      return ENGLISH.groups(other.plain).stream().anyMatch(mine::contains);
    }

    /// Whether a date is the other, or gives less of it.
    private boolean isWithin(Token other) {
      return word.equals(other.word)
          || other.word.startsWith(word + "-")
          || word.startsWith("-") && (other.word + "-").contains(word + "-");
    }
  }

  /// Takes a text apart.
  ///
  /// @param names where technologies are named
  /// @param proper tells a name that begins the sentence
  static Parsed of(String text, TechnologyNames names, Predicate<String> proper) {
    return ParsedReader.read(text, names, proper);
  }

  /// The places of its words that mean something.
  List<Integer> meaning() {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).means()) {
        places.add(i);
      }
    }
    return places;
  }

  /// The places of its words with a power.
  List<Integer> places(Power power) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).has(power)) {
        places.add(i);
      }
    }
    return places;
  }

  /// What a word decides about: the next meaning word of its stretch, else the last of it.
  List<Token> decided(int place) {
    int segment = tokens.get(place).segment();
    List<Token> next = after(place, 1).stream().filter(one -> one.segment() == segment).toList();
    return next.isEmpty()
        ? before(place, 1).stream().filter(one -> one.segment() == segment).toList()
        : next;
  }

  /// The next meaning words after a place, at most so many.
  List<Token> after(int place, int most) {
    return tokens.subList(place + 1, tokens.size()).stream()
        .filter(Token::means)
        .limit(most)
        .toList();
  }

  /// The last meaning words before a place, at most so many.
  List<Token> before(int place, int most) {
    List<Token> before = tokens.subList(0, place).stream().filter(Token::means).toList();
    return before.subList(Math.max(0, before.size() - most), before.size());
  }

  /// The meaning words around a place: the next ones, then the last ones before.
  List<Token> around(int place, int before, int after) {
    List<Token> around = new ArrayList<>(after(place, after));
    around.addAll(before(place, before));
    return around;
  }

  /// Whether it has one of these words, as one that means something.
  boolean tells(List<Token> words) {
    return share(words, tokens.stream().filter(Token::means).toList());
  }

  /// Whether one of some words matches one of others.
  static boolean share(List<Token> some, List<Token> others) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(one::matches));
  }

  /// Whether a word of it matches.
  boolean has(Token wanted) {
    return tokens.stream().anyMatch(one -> one.kind() != Kind.EMPTY && wanted.matches(one))
        || wanted.kind() == Kind.CONTENT && tokens.stream().anyMatch(wanted::matches);
  }
}
