package dev.backendadvisor.answer;

import dev.backendadvisor.answer.Parsed.Kind;
import dev.backendadvisor.answer.Parsed.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells whether two names or two figures of a text have changed places in a clause: each keeps the
/// company it has there, the words of its stretch between commas and conjunctions, its neighbours,
/// and the figure or name it goes with.
final class Company {
  private static final GateWords ENGLISH = GateWords.english();

  private final Parsed said;
  private final Parsed text;
  private final List<Owned> saidOwners;
  private final List<Owned> textOwners;

  Company(Parsed said, Parsed text) {
    this.said = said;
    this.text = text;
    this.saidOwners = Owned.in(said);
    this.textOwners = Owned.in(text);
  }

  /// A name or figure that stands in both.
  private record Pair(int said, int text) {}

  /// What was exchanged; nothing when all is in its place.
  Optional<String> exchanged() {
    return refilled()
        .or(this::wrongOwner)
        .or(this::wrongVersion)
        .or(this::replaced)
        .or(() -> exchanged(true))
        .or(() -> exchanged(false));
  }

  /// The very words of the text with its names, or its figures, in other places.
  Optional<String> refilled() {
    List<String> names = said.tokens().stream().filter(Token::isEntity).map(Token::word).toList();
    List<String> figures = said.tokens().stream().filter(Token::isNumber).map(Token::word).toList();
    boolean sameNames =
        names.equals(text.tokens().stream().filter(Token::isEntity).map(Token::word).toList());
    boolean sameFigures =
        figures.equals(text.tokens().stream().filter(Token::isNumber).map(Token::word).toList());
    return sameNames != sameFigures && frame(said).equals(frame(text))
        ? Optional.of("fills the sentence otherwise")
        : Optional.empty();
  }

  private static List<String> frame(Parsed parsed) {
    return parsed.tokens().stream()
        .map(one -> one.isEntity() ? "_" : one.isNumber() ? "#" : one.word())
        .toList();
  }

  /// A technology that stands where the text has another which the clause does not name.
  private Optional<String> replaced() {
    for (int i = 0; i < said.tokens().size(); i++) {
      Token one = said.tokens().get(i);
      if (one.kind() != Kind.TECHNOLOGY) {
        continue;
      }
      int own = 0;
      int others = 0;
      for (int j = 0; j < text.tokens().size(); j++) {
        Token other = text.tokens().get(j);
        if (other.kind() == Kind.TECHNOLOGY) {
          int likeness = likeness(i, j);
          if (one.matches(other)) {
            own = Math.max(own, likeness);
          } else if (said.tokens().stream().noneMatch(other::matches)) {
            others = Math.max(others, likeness);
          }
        }
      }
      if (others > own + 2) {
        return Optional.of("puts " + one.word() + " in another's place");
      }
    }
    return Optional.empty();
  }

  private Optional<String> exchanged(boolean entities) {
    List<Pair> pairs = pairs(entities);
    for (int i = 0; i < pairs.size(); i++) {
      for (int j = i + 1; j < pairs.size(); j++) {
        Pair one = pairs.get(i);
        Pair other = pairs.get(j);
        Token first = said.tokens().get(one.said());
        Token second = said.tokens().get(other.said());
        if (first.matches(second)
            || second.matches(first)
            || isSpeaker(one)
            || isSpeaker(other)
            || !isOrdered(first, second) && isList(one.text(), other.text())) {
          continue;
        }
        boolean inverted = one.text() > other.text();
        int straight =
            likeness(one.said(), one.text(), first, second)
                + likeness(other.said(), other.text(), first, second);
        int crossed =
            likeness(one.said(), other.text(), first, second)
                + likeness(other.said(), one.text(), first, second);
        boolean alike = entities || first.kind() == second.kind();
        boolean free = entities && (first.kind() == Kind.NAME || second.kind() == Kind.NAME);
        int margin = free ? 3 : 0;
        if (inverted && alike && !free ? straight <= crossed : straight + margin < crossed) {
          return Optional.of("exchanges " + first.word() + " and " + second.word());
        }
      }
    }
    return Optional.empty();
  }

  /// The names, or the figures, of the clause with where they stand in the text: of several places
  /// the one they are most like.
  private List<Pair> pairs(boolean entities) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < said.tokens().size(); i++) {
      Token one = said.tokens().get(i);
      if (entities ? !one.isEntity() : !one.isNumber()) {
        continue;
      }
      int best = -1;
      for (int j = 0; j < text.tokens().size(); j++) {
        boolean better = best < 0 || likeness(i, j) > likeness(i, best);
        boolean alike = text.tokens().get(j).isEntity() == one.isEntity();
        if (alike && one.matches(text.tokens().get(j)) && better) {
          best = j;
        }
      }
      if (best >= 0) {
        pairs.add(new Pair(i, best));
      }
    }
    return pairs;
  }

  /// Whether a name says something, in the clause as in the text.
  private boolean isSpeaker(Pair pair) {
    return isSpeaker(said, pair.said()) && isSpeaker(text, pair.text());
  }

  private static boolean isSpeaker(Parsed parsed, int place) {
    List<Token> tokens = parsed.tokens();
    if (!tokens.get(place).isEntity()) {
      return false;
    }
    boolean says = place + 1 < tokens.size() && ENGLISH.isSaying(tokens.get(place + 1).word());
    boolean said =
        place > 0
            && (ENGLISH.isSaying(tokens.get(place - 1).word())
                || tokens.get(place - 1).word().equals("by"));
    return says || said;
  }

  /// Whether the order of two in a list counts: it does for technologies, of which the first is
  /// what a sentence is about.
  private static boolean isOrdered(Token one, Token other) {
    return one.kind() == Kind.TECHNOLOGY && other.kind() == Kind.TECHNOLOGY;
  }

  /// Whether nothing but list members stand between two places of the text.
  private boolean isList(int one, int other) {
    for (int i = Math.min(one, other) + 1; i < Math.max(one, other); i++) {
      Token between = text.tokens().get(i);
      boolean member =
          between.isEntity() || between.isNumber() && text.tokens().get(one).isNumber();
      if (!member && !Set.of("and", "or").contains(between.word())) {
        return false;
      }
    }
    return Math.abs(one - other) > 1 || text.tokens().get(Math.max(one, other)).breaks();
  }

  /// How alike the surroundings of a word of the clause and of one of the text are: the nearer a
  /// word they share, the more.
  private int likeness(int mine, int theirs, Token... without) {
    int likeness = 0;
    List<Near> other = near(text, theirs);
    for (Near one : near(said, mine)) {
      if (List.of(without).stream().anyMatch(one.token()::matches)) {
        continue;
      }
      likeness +=
          other.stream()
              .filter(its -> one.token().matches(its.token()))
              .mapToInt(
                  its -> Math.min(its.weight(), one.weight()) + (its.side() == one.side() ? 1 : 0))
              .max()
              .orElse(0);
    }
    Token me = said.tokens().get(mine);
    Token it = text.tokens().get(theirs);
    if (me.before().equals(it.before())) {
      likeness += ENGLISH.isSide(me.before()) ? 3 : ENGLISH.isEmpty(me.before()) ? 1 : 0;
    }
    for (Owned one : saidOwners) {
      for (Owned its : textOwners) {
        boolean figures = one.figurePlace() == mine && its.figurePlace() == theirs;
        boolean names = one.ownerPlace() == mine && its.ownerPlace() == theirs;
        if (figures && one.owner().matches(its.owner())
            || names && one.figure().matches(its.figure())) {
          likeness += 4;
        }
      }
    }
    return likeness;
  }

  /// A word near another.
  private record Near(Token token, int weight, int side) {}

  private static List<Near> near(Parsed parsed, int place) {
    List<Near> near = new ArrayList<>();
    int segment = parsed.tokens().get(place).segment();
    for (int step : new int[] {-1, 1}) {
      int distance = 0;
      for (int i = place + step; i >= 0 && i < parsed.tokens().size(); i += step) {
        Token one = parsed.tokens().get(i);
        if (one.segment() != segment) {
          break;
        }
        if (one.means() || !one.powers().isEmpty()) {
          distance++;
          near.add(new Near(one, distance == 1 ? 3 : distance <= 3 ? 2 : 1, step));
        }
      }
    }
    return near;
  }

  /// A figure told of one name in the text and of another in the clause, which has another figure
  /// of that unit there.
  private Optional<String> wrongOwner() {
    for (Owned mine : saidOwners) {
      List<Owned> same =
          textOwners.stream().filter(one -> mine.figure().matches(one.figure())).toList();
      boolean own = same.stream().anyMatch(one -> one.owner().matches(mine.owner()));
      boolean has =
          textOwners.stream()
              .anyMatch(
                  one ->
                      one.owner().matches(mine.owner())
                          && unit(text, one.figurePlace()) == unit(said, mine.figurePlace()));
      if (!same.isEmpty() && !own && has) {
        return Optional.of("gives " + mine.figure().word() + " to " + mine.owner().word());
      }
    }
    return Optional.empty();
  }

  private static int unit(Parsed parsed, int place) {
    return place + 1 < parsed.tokens().size()
        ? ENGLISH.unit(parsed.tokens().get(place + 1).word())
        : -1;
  }

  /// A figure directly after a name that has another one there in the text, or that stands there
  /// directly after another name.
  private Optional<String> wrongVersion() {
    for (int i = 1; i < said.tokens().size(); i++) {
      Token name = said.tokens().get(i - 1);
      Token figure = said.tokens().get(i);
      if (!figure.isNumber() || !name.isEntity() || figure.breaks() || unit(said, i) >= 0) {
        continue;
      }
      boolean sameThere = false;
      boolean otherThere = false;
      boolean elsewhere = false;
      for (int j = 1; j < text.tokens().size(); j++) {
        Token number = text.tokens().get(j);
        Token before = text.tokens().get(j - 1);
        if (number.isNumber() && before.isEntity() && !number.breaks()) {
          boolean same = figure.matches(number);
          boolean mine = name.matches(before);
          sameThere |= same && mine;
          otherThere |= !same && mine;
          elsewhere |= same && !mine;
        }
      }
      if (!sameThere && (otherThere || elsewhere && figure.kind() == Kind.FIGURE)) {
        return Optional.of("gives " + name.word() + " the version " + figure.word());
      }
    }
    return Optional.empty();
  }
}
