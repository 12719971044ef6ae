package dev.backendadvisor.answer;

import dev.backendadvisor.answer.GateWords.Power;
import dev.backendadvisor.answer.Parsed.Kind;
import dev.backendadvisor.answer.Parsed.Token;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes sentences apart into a [Parsed]: finds the words, reads phrases as the words they stand
/// for, joins dates, and gives limits to their figures.
final class ParsedReader {
  private static final GateWords ENGLISH = GateWords.english();

  private static final Pattern TOKEN =
      Pattern.compile(
          "%|[$€]|[,;:()–—]|\\.?[\\p{L}\\p{N}](?:[\\p{L}\\p{N}]|[.,'’/+_@-](?=[\\p{L}\\p{N}]))*+(?:\\+\\+|#)?");
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)*");
  private static final Pattern SPAN = Pattern.compile("(\\d+(?:\\.\\d+)?)-(\\d+(?:\\.\\d+)?)");

  /// Two words joined by a hyphen, unless the first only turns the second.
  private static final Pattern COMPOUND =
      Pattern.compile(
          "(?!non-|un-|anti-|de-|re-|pre-|semi-|half-|self-|ex-|sub-|multi-)\\p{L}\\p{Ll}+(?:-\\p{Ll}+)+");

  private static final Set<String> BREAKS =
      Set.of(
          "while",
          "whereas",
          "but",
          "though",
          "where",
          "because",
          "when",
          "if",
          "unless",
          "and",
          "aslongas",
          "so");
  private static final Set<String> SPOKEN =
      Set.of(
          "half", "one", "third", "a", "an", "hundreds", "thousands", "tens", "dozens", "millions");

  private ParsedReader() {}

  /// Takes a text apart.
  ///
  /// @param names where technologies are named
  /// @param proper tells a name that begins the sentence
  static Parsed read(String text, TechnologyNames names, Predicate<String> proper) {
    return new Parsed(typed(limited(Dates.joined(phrased(raw(text, names, proper)))), names));
  }

  /// A word before it is known what it is.
  record Raw(String word, Kind kind, int segment, boolean breaks, String limit) {
    Raw as(String other, Kind otherKind) {
      return new Raw(other, otherKind, segment, breaks, limit);
    }
  }

  private static List<Raw> raw(String text, TechnologyNames names, Predicate<String> proper) {
    List<Raw> all = new ArrayList<>();
    List<TechnologyNames.Place> places = names.places(text);
    Matcher token = TOKEN.matcher(text);
    int segment = 0;
    boolean breaks = false;
    int from = 0;
    int place = 0;
    while (token.find(from)) {
      while (place < places.size() && places.get(place).end() <= token.start()) {
        place++;
      }
      String found = token.group();
      from = token.end();
      if (place < places.size() && places.get(place).start() <= token.start()) {
        all.add(new Raw(places.get(place).technology(), Kind.TECHNOLOGY, segment, breaks, ""));
        from = Math.max(places.get(place).end(), token.start() + 1);
        place++;
        breaks = false;
        continue;
      }
      if (",;:()–—".contains(found)) {
        segment++;
        breaks = true;
        continue;
      }
      String word = found.toLowerCase(Locale.ROOT).replace('’', '\'');
      if (word.equals("'s")
          || word.equals("s")
              && token.start() > 0
              && "'’".indexOf(text.charAt(token.start() - 1)) >= 0) {
        continue;
      }
      word = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
      if (BREAKS.contains(word)) {
        segment++;
        breaks = true;
      }
      Matcher span = SPAN.matcher(word);
      boolean joined = COMPOUND.matcher(found).matches();
      if (word.endsWith("n't")) {
        String root =
            word.equals("can't")
                ? "can"
                : word.equals("won't") ? "will" : word.substring(0, word.length() - 3);
        all.add(new Raw(root, Kind.EMPTY, segment, breaks, ""));
        all.add(new Raw("not", Kind.EMPTY, segment, false, ""));
      } else if (span.matches()) {
        all.add(new Raw(span.group(1), Kind.FIGURE, segment, breaks, ""));
        all.add(new Raw("to", Kind.EMPTY, segment, false, ""));
        all.add(new Raw(span.group(2), Kind.FIGURE, segment, false, ""));
      } else if (joined) {
        for (String part : word.split("-")) {
          all.add(new Raw(part, Kind.EMPTY, segment, breaks, ""));
          breaks = false;
        }
      } else {
        boolean upper = found.chars().anyMatch(Character::isUpperCase);
        boolean first = all.isEmpty();
        boolean name =
            upper
                && (!first
                    || proper.test(word)
                    || found.chars().skip(1).anyMatch(Character::isUpperCase));
        boolean plus =
            from < text.length() && text.charAt(from) == '+' && NUMBER.matcher(word).matches();
        all.add(
            new Raw(word, name ? Kind.NAME : Kind.EMPTY, segment, breaks, plus ? "atleast" : ""));
      }
      breaks = false;
    }
    return all;
  }

  private static List<Raw> phrased(List<Raw> raw) {
    List<Raw> all = new ArrayList<>();
    int i = 0;
    while (i < raw.size()) {
      Raw one = raw.get(i);
      GateWords.Phrase found = null;
      if (one.kind() != Kind.TECHNOLOGY) {
        for (GateWords.Phrase phrase : ENGLISH.phrases(one.word())) {
          if (stands(phrase, raw, i)) {
            found = phrase;
            break;
          }
        }
      }
      if (found == null) {
        String number = ENGLISH.number(one.word());
        all.add(
            one.kind() == Kind.EMPTY && NUMBER.matcher(number).matches()
                ? one.as(number, Kind.FIGURE)
                : one);
        i++;
      } else {
        for (String word : found.instead()) {
          all.add(one.as(word, Kind.EMPTY));
        }
        i += found.words().size();
      }
    }
    return all;
  }

  private static boolean stands(GateWords.Phrase phrase, List<Raw> raw, int at) {
    int end = at + phrase.words().size();
    if (end > raw.size()) {
      return false;
    }
    for (int i = at; i < end; i++) {
      Raw one = raw.get(i);
      if (one.kind() == Kind.TECHNOLOGY
          || !one.word().equals(phrase.words().get(i - at))
          || i > at && one.breaks()) {
        return false;
      }
    }
    boolean rate =
        phrase.instead().getFirst().startsWith("/") && !phrase.words().getFirst().endsWith("ly");
    if (rate && (at == 0 || raw.get(at).breaks() || ENGLISH.isEmpty(raw.get(at - 1).word()))) {
      return false;
    }
    if (!ENGLISH.isLimit(phrase.instead().getFirst())) {
      return true;
    }
    boolean after = end < raw.size() && isAmount(raw.get(end));
    boolean before =
        phrase.words().getFirst().equals("or")
            || phrase.words().getFirst().equals("and")
            || phrase.words().getFirst().equals("at");
    return after || before && at > 0 && isAmount(raw.get(at - 1));
  }

  private static boolean isAmount(Raw one) {
    return one.word().chars().anyMatch(Character::isDigit)
        || SPOKEN.contains(one.word())
        || Dates.isMonth(one.word())
        || !ENGLISH.number(one.word()).equals(one.word());
  }

  /// A limit becomes part of its figure.
  private static List<Raw> limited(List<Raw> raw) {
    List<Raw> all = new ArrayList<>();
    String limit = "";
    for (int i = 0; i < raw.size(); i++) {
      Raw one = raw.get(i);
      Raw next = i + 1 < raw.size() ? raw.get(i + 1) : one;
      boolean amount = i + 1 < raw.size() && isAmount(next) && next.kind() != Kind.TECHNOLOGY;
      if (one.kind() == Kind.EMPTY && ENGLISH.isLimit(one.word()) && amount) {
        limit = one.word();
      } else if (one.kind() == Kind.EMPTY && one.word().equals("atleast") && !all.isEmpty()) {
        Raw last = all.removeLast();
        all.add(new Raw(last.word(), last.kind(), last.segment(), last.breaks(), "atleast"));
      } else if (one.kind() != Kind.TECHNOLOGY
          && NUMBER.matcher(one.word()).matches()
          && one.kind() != Kind.DATE) {
        all.add(
            new Raw(one.word().replace(",", ""), Kind.FIGURE, one.segment(), one.breaks(), limit));
        limit = "";
      } else {
        boolean plain = one.word().equals("a") || one.word().equals("an") || one.word().equals("$");
        all.add(plain ? one : new Raw(one.word(), one.kind(), one.segment(), one.breaks(), limit));
        limit = plain ? limit : "";
      }
    }
    return all;
  }

  private static List<Token> typed(List<Raw> raw, TechnologyNames names) {
    List<Token> all = new ArrayList<>();
    String before = "";
    for (Raw one : raw) {
      String word = one.word();
      Map<Power, Integer> powers = new EnumMap<>(Power.class);
      Kind kind = one.kind();
      if (kind == Kind.EMPTY) {
        for (Power power : Power.values()) {
          int row = ENGLISH.row(power, word);
          if (row >= 0) {
            powers.put(power, row);
          }
        }
        if (!powers.isEmpty()) {
          kind = Kind.POWER;
        } else if (ENGLISH.unit(word) >= 0) {
          kind = Kind.UNIT;
        } else if (!ENGLISH.isEmpty(word) && !ENGLISH.isAttribution(word) && !word.isBlank()) {

          kind = word.chars().anyMatch(Character::isDigit) ? Kind.NAME : Kind.CONTENT;
        }
      }
      boolean counted = !all.isEmpty() && all.getLast().isNumber();
      kind = kind == Kind.NAME && counted && ENGLISH.unit(word) >= 0 ? Kind.UNIT : kind;
      String plain = kind == Kind.TECHNOLOGY ? word : ENGLISH.plain(word);
      all.add(
          new Token(
              word,
              plain,
              kind,
              powers,
              one.limit(),
              one.segment(),
              before,
              one.breaks(),
              kind == Kind.NAME && names.isName(word)));
      before = kind == Kind.TECHNOLOGY ? "" : word;
    }
    return all;
  }
}
