package dev.backendadvisor.question;

import dev.backendadvisor.question.Assertion.Sense;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells whether an assertion speaks well or ill of its subject: "is slow" and "uses much memory"
/// speak ill, "is not slow" and "handles thousands of users" well.
///
/// The first word that values decides; negations before it turn it round. An adjective that merely
/// sizes what is spoken of values nothing: "heavy tasks", "large systems".
final class SenseReader {
  private static final int REACH = 4;

  private final Stem stem;
  private final Set<String> well;
  private final Set<String> ill;
  private final Set<String> quantities;
  private final Set<String> less;
  private final Set<String> burdens;
  private final Set<String> lifted;
  private final Set<String> extremes;
  private final Set<String> turning;

  SenseReader(English english, Stem stem) {
    this.stem = stem;
    this.well = union(english, "good", "better", "capable");
    this.ill = union(english, "bad", "worse", "incapable");
    this.quantities = union(english, "quantities", "amount up");
    this.less = union(english, "amount down");
    less.addAll(Set.of("little", "few", "low", "small"));
    this.burdens = english.words("burdens");
    this.lifted = english.words("burdens lifted");
    this.extremes = english.words("extremes");
    this.turning = english.words("turning words");
    turning.addAll(Set.of("not", "no", "cannot", "nobody", "hardly", "without", "nothing"));
  }

  private static Set<String> union(English english, String... sections) {
    Set<String> words = new HashSet<>();
    for (String section : sections) {
      words.addAll(english.words(section));
    }
    return words;
  }

  /// How the tokens speak of their subject.
  Sense sense(List<Token> tokens) {
    int turns = 0;
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (token.kind() != Token.Kind.WORD) {
        continue;
      }
      int value = value(tokens, at);
      if (value != 0) {
        return value > 0 == (turns % 2 == 0) ? Sense.WELL : Sense.ILL;
      }
      turns += turning.contains(token.word()) ? 1 : 0;
    }
    return turns % 2 == 1 ? unable(tokens) : madeFor(tokens);
  }

  /// "can not do X" speaks ill, though no word of it values.
  private static Sense unable(List<Token> tokens) {
    return tokens.stream().anyMatch(token -> token.word().equals("can")) ? Sense.ILL : Sense.PLAIN;
  }

  /// "is for X" speaks well of it.
  private static Sense madeFor(List<Token> tokens) {
    for (int at = 1; at < tokens.size(); at++) {
      String before = tokens.get(at - 1).word();
      if (tokens.get(at).word().equals("for")
          && List.of("is", "are", "used", "meant", "good", "made", "built").contains(before)) {
        return Sense.WELL;
      }
    }
    return Sense.PLAIN;
  }

  /// Whether they go to the end.
  boolean extreme(List<Token> tokens) {
    return tokens.stream().anyMatch(token -> extremes.contains(token.word()));
  }

  /// Whether they deny.
  boolean denies(List<Token> tokens) {
    return tokens.stream().filter(token -> turning.contains(token.word())).count() % 2 == 1;
  }

  private int value(List<Token> tokens, int at) {
    String word = tokens.get(at).word();
    boolean much = quantities.contains(word);
    if (much || less.contains(word)) {
      int weight = weight(tokens, at);
      if (weight != 0) {
        return much ? weight : -weight;
      }
    }
    if (sizes(tokens, at)) {
      return 0;
    }
    String positive = stem.positive(word);
    if (well.contains(word) || well.contains(positive)) {
      return 1;
    }
    return ill.contains(word) || ill.contains(positive) ? -1 : 0;
  }

  /// 1 when having much of what follows is good, -1 when it is a burden, 0 when that is unknown.
  private int weight(List<Token> tokens, int at) {
    boolean burden = false;
    for (int next = at + 1; next < Math.min(tokens.size(), at + 1 + REACH); next++) {
      Token token = tokens.get(next);
      if (token.parts() || token.named()) {
        break;
      }
      burden |= burdens.contains(token.word());
      if (lifted.contains(token.word())) {
        return 1;
      }
    }
    return burden ? -1 : 0;
  }

  /// Whether an adjective stands before what it sizes, rather than is said of the subject: "heavy
  /// tasks block" but "is heavy", "is a slow language".
  private boolean sizes(List<Token> tokens, int at) {
    String word = tokens.get(at).word();
    if (!SIZES.contains(word) || at + 1 >= tokens.size()) {
      return false;
    }
    Token next = tokens.get(at + 1);
    boolean noun = next.kind() == Token.Kind.WORD && !FUNCTION.contains(next.word());
    boolean said =
        at > 0
            && Set.of("a", "an", "is", "are", "too", "very", "so")
                .contains(tokens.get(at - 1).word());
    return noun && !said;
  }

  private static final Set<String> SIZES =
      Set.of(
          ("heavy complex large big high hard long small short light complicated simple difficult"
                  + " large-scale great strong modern native low")
              .split(" "));

  private static final Set<String> FUNCTION =
      Set.of(
          ("for to at in with on of than and but or as by from when if because the a an it enough"
                  + " compared")
              .split(" "));
}
