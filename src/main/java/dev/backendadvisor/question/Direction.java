package dev.backendadvisor.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells which of two the words put ahead: "is A slower than B" puts B ahead.
///
/// A comparison has a subject, a standard ("than B") and a sign: faster puts the subject ahead,
/// slower the standard, more memory the standard, more memory efficient the subject. A negation in
/// a statement turns it round ("A is not faster than B"); in a question of yes or no the first one
/// asks for assent and turns nothing ("isn't A faster than B?").
final class Direction {
  private static final int REACH = 12;

  private final Stem stem;
  private final Set<String> auxiliaries;
  private final Set<String> embedding;
  private final Set<String> good;
  private final Set<String> bad;
  private final Set<String> better;
  private final Set<String> worse;
  private final Set<String> amountUp;
  private final Set<String> amountDown;
  private final Set<String> burdens;
  private final Set<String> lifted;
  private final Set<String> burdenVerbs;
  private final Set<String> turning;
  private final Set<String> idle;
  private final Cues first;
  private final Cues second;
  private final Cues standards;

  Direction(English english, Stem stem) {
    this.stem = stem;
    this.auxiliaries = english.words("auxiliaries");
    this.embedding = english.words("embedding words");
    this.good = english.words("good");
    this.bad = english.words("bad");
    this.better = english.words("better");
    this.worse = english.words("worse");
    this.amountUp = english.words("amount up");
    this.amountDown = english.words("amount down");
    this.burdens = new HashSet<>(english.words("burdens"));
    this.burdens.addAll(bad);
    this.lifted = english.words("burdens lifted");
    this.burdenVerbs = english.words("burden verbs");
    this.turning = english.words("turning words");
    this.idle = english.words("idle negation");
    this.first = english.cues("relations first");
    this.second = english.cues("relations second");
    this.standards = english.cues("standard markers");
  }

  /// A comparison of two sides.
  ///
  /// @param ahead the side put ahead; none when the words leave it open
  /// @param strict whether it is said to be ahead, rather than not behind: "A is not slower than B"
  ///   holds for two that are level
  record Found(Optional<Token> ahead, boolean strict) {
    static final Found OPEN = new Found(Optional.empty(), true);
  }

  /// The first comparison of two sides, in questions rather than in other sentences.
  Optional<Found> find(Sentences text) {
    for (boolean asking : new boolean[] {true, false}) {
      for (Sentences.Sentence sentence : text.sentences()) {
        if (sentence.asks() == asking) {
          Optional<Found> found = find(text, sentence);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Whether a comparative stands anywhere.
  boolean comparesIn(Sentences text) {
    return text.tokens().stream()
        .anyMatch(token -> token.kind() == Token.Kind.WORD && compares(token.word()));
  }

  /// Whether the words hold something earlier against a name: "compared to Go?".
  boolean holdsAgainst(Sentences text) {
    return standards.in(text);
  }

  /// Whether a word compares by its form alone.
  boolean compares(String word) {
    return better.contains(word)
        || worse.contains(word)
        || amountUp.contains(word)
        || amountDown.contains(word);
  }

  private Optional<Found> find(Sentences text, Sentences.Sentence sentence) {
    return equals(text, sentence)
        .or(() -> relation(text, sentence))
        .or(() -> standard(text, sentence))
        .or(() -> alone(text, sentence));
  }

  /// "as fast as": puts nobody ahead, unless a statement denies it.
  private Optional<Found> equals(Sentences text, Sentences.Sentence sentence) {
    for (int at = sentence.start(); at + 2 < sentence.to(); at++) {
      if (!isWord(text, at, "as") && !isWord(text, at, "so")) {
        continue;
      }
      int limit = Math.min(sentence.to(), at + 6);
      for (int next = at + 2; next < limit; next++) {
        int sign = isWord(text, next, "as") ? sign(text, at + 1, next) : 0;
        int subject = named(text, sentence.from(), at, false);
        int other = sign == 0 ? -1 : named(text, next + 1, sentence.to(), true);
        if (other >= 0) {
          boolean denied = turns(text, sentence, at) % 2 == 1;
          if (!denied || subject < 0) {
            return Optional.of(Found.OPEN);
          }
          return Optional.of(side(text, sentence, subject, other, -sign, true));
        }
      }
    }
    return Optional.empty();
  }

  /// "A beats B", "A is behind B", "from A to B".
  private Optional<Found> relation(Sentences text, Sentences.Sentence sentence) {
    for (int at = sentence.from(); at < sentence.to(); at++) {
      int sign = -1;
      Optional<Cue.Match> match = second.longestAt(text, at);
      if (match.isEmpty()) {
        sign = 1;
        match = first.longestAt(text, at);
      }
      if (match.isPresent() && match.get().first() >= 0 && match.get().second() >= 0) {
        Cue.Match found = match.get();
        if (same(text.get(found.first()), text.get(found.second()))
            || between(text, found, "than") && !between(text, found, "rather")) {
          continue;
        }
        boolean upright = turns(text, sentence, found.end()) % 2 == 0;
        int turned = upright ? sign : -sign;
        return Optional.of(side(text, sentence, found.first(), found.second(), turned, upright));
      }
    }
    return Optional.empty();
  }

  /// "faster than B", "slow compared to B".
  private Optional<Found> standard(Sentences text, Sentences.Sentence sentence) {
    for (int at = sentence.from(); at < sentence.to(); at++) {
      Optional<Cue.Match> match = standards.longestAt(text, at);
      if (match.isEmpty() || match.get().second() < 0) {
        continue;
      }
      int other = match.get().second();
      boolean than = isWord(text, at, "than") || isWord(text, at, "then");
      int head = headBefore(text, sentence, at, true);
      head = head < 0 && !than ? headBefore(text, sentence, at, false) : head;
      for (int next = other + 1; next < sentence.to() && head < 0 && !than; next++) {
        head = isHead(text, next, false) ? next : -1;
      }
      if (head < 0) {
        continue;
      }
      int stop = head < at ? at : sentence.to();
      int sign = sign(text, head, stop);
      int subject = head < at ? named(text, head, at, false) : -1;
      subject = subject < 0 && head < at ? named(text, sentence.from(), head, false) : subject;
      subject = subject < 0 && head > other ? named(text, other + 1, sentence.to(), true) : subject;
      if (sign == 0 || opposed(text, sentence, head)) {
        return Optional.of(Found.OPEN);
      }
      if (subject < 0 || same(text.get(subject), text.get(other))) {
        continue;
      }
      boolean upright = turns(text, sentence, head) % 2 == 0;
      int turned = upright ? sign : -sign;
      return Optional.of(side(text, sentence, subject, other, turned, upright));
    }
    return Optional.empty();
  }

  /// "Python or Node: is Python faster?", where the others stand elsewhere.
  private Optional<Found> alone(Sentences text, Sentences.Sentence sentence) {
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (!isHead(text, at, true)) {
        continue;
      }
      int from = at;
      while (from > sentence.from() && !text.get(from - 1).parts()) {
        from--;
      }
      int to = at;
      while (to < sentence.to() && !text.get(to).parts()) {
        to++;
      }
      int subject = named(text, from, to, true);
      boolean only = subject >= 0 && named(text, subject + 1, to, true) < 0;
      boolean others =
          subject >= 0
              && text.tokens().stream()
                  .anyMatch(token -> token.named() && !same(token, text.get(subject)));
      boolean stated =
          from < to && (subject == from || opensPolar(text, Math.max(from, sentence.start())));
      int sign = sign(text, at, to);
      if (only && others && stated && sign != 0 && !opposed(text, sentence, at)) {
        boolean upright = turns(text, sentence, at) % 2 == 0;
        int turned = upright ? sign : -sign;
        return Optional.of(
            turned > 0 ? new Found(Optional.of(text.get(subject)), upright) : Found.OPEN);
      }
    }
    return Optional.empty();
  }

  private Found side(
      Sentences text,
      Sentences.Sentence sentence,
      int subject,
      int other,
      int sign,
      boolean strict) {
    int ahead = sign > 0 ? subject : other;
    int behind = sign > 0 ? other : subject;
    boolean group = joined(text, sentence, ahead, behind);
    return group ? Found.OPEN : new Found(Optional.of(text.get(ahead)), strict);
  }

  /// Whether a name is one of several on its side: "A and B are faster than C".
  private static boolean joined(
      Sentences text, Sentences.Sentence sentence, int name, int otherSide) {
    for (int step : new int[] {-1, 1}) {
      int at = name + step;
      boolean link = false;
      while (at >= sentence.from() && at < sentence.to() && at != otherSide) {
        Token token = text.get(at);
        if (token.named()) {
          if (link && !same(token, text.get(name)) && !same(token, text.get(otherSide))) {
            return true;
          }
          break;
        }
        if (!List.of("and", "or", ",", "/").contains(token.word())) {
          break;
        }
        link = true;
        at += step;
      }
    }
    return false;
  }

  /// Whether the words offer both directions: "faster or slower".
  private boolean opposed(Sentences text, Sentences.Sentence sentence, int head) {
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (at != head && isHead(text, at, true)) {
        boolean joined =
            isWord(text, Math.min(at, head) + 1, "or")
                || (Math.max(at, head) > 1 && isWord(text, Math.max(at, head) - 1, "or"));
        if (joined && plainSign(text.get(at).word()) != plainSign(text.get(head).word())) {
          return true;
        }
      }
    }
    return false;
  }

  private int plainSign(String word) {
    return better.contains(word) || amountUp.contains(word) ? 1 : -1;
  }

  private boolean isHead(Sentences text, int at, boolean comparative) {
    Token token = text.get(at);
    if (token.kind() != Token.Kind.WORD) {
      return false;
    }
    String positive = stem.positive(token.word());
    return compares(token.word())
        || (!comparative && (good.contains(positive) || bad.contains(positive)));
  }

  private int headBefore(
      Sentences text, Sentences.Sentence sentence, int end, boolean comparative) {
    for (int at = end - 1; at >= Math.max(sentence.from(), end - REACH); at--) {
      if (isHead(text, at, comparative)) {
        return at;
      }
    }
    return -1;
  }

  /// 1 when the words from a head on put their subject ahead, -1 when they put it behind.
  private int sign(Sentences text, int head, int stop) {
    String word = text.get(head).word();
    boolean up = amountUp.contains(word);
    if (up || amountDown.contains(word)) {
      int limit = Math.min(stop, head + 5);
      boolean burden = head > 0 && burdenVerbs.contains(text.get(head - 1).word());
      boolean strength = false;
      for (int at = head + 1; at < limit && !text.get(at).named(); at++) {
        String next = text.get(at).word();
        burden |= burdens.contains(next);
        strength |= lifted.contains(next);
      }
      return up == (!burden || strength) ? 1 : -1;
    }
    String positive = stem.positive(word);
    if (better.contains(word) || good.contains(positive)) {
      return 1;
    }
    return worse.contains(word) || bad.contains(positive) ? -1 : 0;
  }

  /// How often negations before a token turn the comparison round.
  private int turns(Sentences text, Sentences.Sentence sentence, int end) {
    int turns = 0;
    boolean polar = !sentence.embedded() && opensPolar(text, sentence.start());
    boolean suggests =
        isWord(text, sentence.start(), "why") && isWord(text, sentence.start() + 1, "not");
    for (int at = sentence.from(); at < Math.min(end, sentence.to()); at++) {
      String word = text.get(at).word();
      if (text.get(at).named()) {
        continue;
      }
      if (polar && embedding.contains(word)) {
        polar = false;
      }
      if (turning.contains(word) || (word.equals("no") && at + 1 == end)) {
        turns++;
      } else if (word.equals("no") && at + 1 < text.size() && compares(text.get(at + 1).word())) {
        turns++;
      } else if (word.equals("not") && !isIdle(text, at)) {
        if (polar || suggests) {
          polar = false;
          suggests = false;
        } else {
          turns++;
        }
      }
    }
    return turns;
  }

  private boolean isIdle(Sentences text, int not) {
    return not + 1 < text.size() && idle.contains(text.get(not + 1).word());
  }

  private boolean opensPolar(Sentences text, int at) {
    return at < text.size()
        && text.get(at).kind() == Token.Kind.WORD
        && auxiliaries.contains(text.get(at).word());
  }

  private static boolean between(Sentences text, Cue.Match match, String word) {
    for (int at = match.start(); at < match.end(); at++) {
      if (isWord(text, at, word)) {
        return true;
      }
    }
    return false;
  }

  private static int named(Sentences text, int from, int to, boolean forward) {
    List<Integer> places = new ArrayList<>();
    for (int at = Math.max(0, from); at < Math.min(to, text.size()); at++) {
      if (text.get(at).named()) {
        places.add(at);
      }
    }
    return places.isEmpty() ? -1 : forward ? places.getFirst() : places.getLast();
  }

  private static boolean same(Token left, Token right) {
    return left.kind() == right.kind()
        && (left.kind() == Token.Kind.TECHNOLOGY
            ? left.id().equals(right.id())
            : left.word().equals(right.word()));
  }

  private static boolean isWord(Sentences text, int at, String word) {
    return at >= 0 && at < text.size() && !text.get(at).named() && text.get(at).word().equals(word);
  }
}
