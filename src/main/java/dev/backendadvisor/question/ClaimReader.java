package dev.backendadvisor.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds what somebody says, or takes for granted, in a text: the stretches that are so or are not.
///
/// A claim is introduced ("is it true that", "my colleague says"), followed by a check ("…,
/// right?", "Is that true?"), or a plain sentence about something other than the asker's own case.
/// Beside a question of another kind the same sentences are premises, as are clauses such as "since
/// the GIL is gone" and the rest of "why is Node.js multithreaded?".
final class ClaimReader {
  /// More claims than this are not looked into.
  private static final int MOST = 12;

  /// Nothing is said.
  static final Found NOTHING = new Found(List.of(), false);

  /// Between two things they weigh them, and no verb follows: "A vs B for low memory use".
  private static final Set<String> WEIGHING = Set.of("vs", "versus");

  /// How long a tail may be, in words and marks.
  private static final int TAIL = 10;

  private static final Set<String> JOINING = Set.of("and", "but", "while", "whereas");

  private final Cues openers;
  private final Cues doubts;
  private final Cues tails;
  private final Cues checks;
  private final Cues premises;
  private final Cues premiseQuestions;
  private final Set<String> verbs;
  private final Set<String> own;
  private final Set<String> auxiliaries;
  private final Set<String> questionWords;
  private final Set<String> commands;
  private final Set<String> pronouns;
  private final Set<String> prepositions;

  ClaimReader(English english) {
    this.openers = english.cues("claim openers");
    this.doubts = english.cues("doubt openers");
    this.tails = english.cues("claim tails");
    this.checks = english.cues("claim checks");
    this.premises = english.cues("premise openers");
    this.premiseQuestions = english.cues("premise questions");
    this.verbs = new HashSet<>(english.words("claim verbs"));
    verbs.addAll(english.words("verbs"));
    verbs.removeAll(english.words("claim nouns"));
    this.own = english.words("own words");
    this.auxiliaries = english.words("auxiliaries");
    this.questionWords = english.words("question words");
    this.commands = english.words("commands");
    this.pronouns = english.words("pronouns");
    this.prepositions = english.words("asking prepositions");
  }

  /// What was found.
  ///
  /// @param stretches each a claim or a premise, in order
  /// @param claims whether they are what the words ask about, rather than what they take for
  ///   granted
  record Found(List<Stretch> stretches, boolean claims) {
    Found {
      stretches = List.copyOf(stretches);
    }
  }

  /// A stretch of tokens that says something.
  ///
  /// @param tokens its tokens; in a question turned round, in the order of a statement
  /// @param doubted whether it is asked to be false
  record Stretch(List<Token> tokens, boolean doubted) {
    Stretch {
      tokens = List.copyOf(tokens);
    }
  }

  /// Finds them.
  Found find(Sentences words) {
    Sentences text = withSubjects(words);
    List<Stretch> introduced = new ArrayList<>();
    List<Stretch> bare = new ArrayList<>();
    List<Stretch> presumed = new ArrayList<>();
    boolean next = false;
    boolean checked = false;
    boolean other = false;
    boolean asks = false;
    for (Sentences.Sentence sentence : text.sentences()) {
      if (isCheck(text, sentence)) {
        checked = true;
        continue;
      }
      Optional<Cue.Match> doubt = opening(doubts, text, sentence);
      Optional<Cue.Match> opening = opening(openers, text, sentence);
      boolean doubted =
          doubt.isPresent() && doubt.get().end() >= opening.map(Cue.Match::end).orElse(0);
      int from = doubted ? doubt.get().end() : opening.map(Cue.Match::end).orElse(-1);
      if (from >= sentence.to()) {
        next = true;
        continue;
      }
      int to = withoutTail(text, sentence);
      if (from >= 0 && to - from > 1) {
        add(introduced, text, from, to, doubted);
      } else if (next) {
        add(introduced, text, sentence.from(), to, false);
      } else if (isStatement(text, sentence, to)) {
        add(to < sentence.to() ? introduced : bare, text, sentence.start(), to, false);
      } else {
        boolean question = sentence.asks() || opensQuestion(text, sentence);
        asks |= question;
        other |= !question;
        presumed.addAll(presumed(text, sentence));
      }
      next = false;
    }
    List<Stretch> all = new ArrayList<>(introduced);
    all.addAll(bare);
    if (asks) {
      all.addAll(presumed);
      return new Found(all.stream().limit(MOST).toList(), false);
    }
    boolean claims = !introduced.isEmpty() || (!bare.isEmpty() && (checked || !other));
    return new Found(claims ? all.stream().limit(MOST).toList() : List.of(), claims);
  }

  /// The words with a pronoun that opens a sentence as the name that opened the one before:
  /// "Node.js is fast. It blocks."
  private Sentences withSubjects(Sentences text) {
    List<Token> tokens = new ArrayList<>(text.tokens());
    Optional<Token> subject = Optional.empty();
    for (Sentences.Sentence sentence : text.sentences()) {
      Token first = tokens.get(sentence.start());
      boolean stands = first.kind() == Token.Kind.WORD && pronouns.contains(first.word());
      if (stands && subject.isPresent() && !sentence.asks()) {
        tokens.set(sentence.start(), first.as(subject.get().kind(), subject.get().id()));
      } else {
        subject = Optional.of(first).filter(Token::named);
      }
    }
    return text.with(tokens);
  }

  private boolean isCheck(Sentences text, Sentences.Sentence sentence) {
    return whole(text, sentence.from(), sentence.to())
        || whole(text, sentence.start(), sentence.to());
  }

  private boolean whole(Sentences text, int from, int to) {
    return checks.longestAt(text, from).filter(match -> match.end() >= to).isPresent();
  }

  /// The longest cue at the sentence's start, or at that of its proper part.
  private static Optional<Cue.Match> opening(
      Cues cues, Sentences text, Sentences.Sentence sentence) {
    Optional<Cue.Match> best = Optional.empty();
    for (int at = sentence.from(); at <= sentence.start(); at++) {
      Optional<Cue.Match> match = cues.longestAt(text, at);
      if (match.isPresent() && (best.isEmpty() || match.get().end() > best.get().end())) {
        best = match;
      }
    }
    return best.filter(match -> match.end() <= sentence.to());
  }

  private int withoutTail(Sentences text, Sentences.Sentence sentence) {
    for (int at = Math.max(sentence.from() + 2, sentence.to() - TAIL); at < sentence.to(); at++) {
      Optional<Cue.Match> tail = tails.longestAt(text, at);
      if (tail.isPresent() && tail.get().end() >= sentence.to()) {
        return at;
      }
    }
    return sentence.to();
  }

  /// Whether a sentence states something about a thing named, and nothing of the asker. Behind
  /// "for" stands a purpose, whose words are verbs by their looks alone; a clause that opens before
  /// any verb came has the verb to itself.
  private boolean isStatement(Sentences text, Sentences.Sentence sentence, int to) {
    boolean tail = to < sentence.to();
    if (sentence.embedded() || opensQuestion(text, sentence) || (sentence.asks() && !tail)) {
      return false;
    }
    boolean named = false;
    boolean noun = false;
    boolean verb = false;
    boolean purpose = false;
    for (int at = sentence.from(); at < to; at++) {
      Token token = text.get(at);
      boolean turns = at > sentence.from() && text.get(at - 1).parts() && asks(token);
      boolean weighs = WEIGHING.contains(token.word());
      boolean clause = !verb && at > sentence.start() && questionWords.contains(token.word());
      if (own.contains(token.word()) || turns || weighs || clause) {
        return false;
      }
      purpose |= token.word().equals("for");
      verb |=
          noun && verbs.contains(token.word()) && (!purpose || auxiliaries.contains(token.word()));
      noun |= token.named() || (!verbs.contains(token.word()) && !token.parts());
      named |= token.named();
    }
    return verb && named;
  }

  private boolean hasVerb(Sentences text, int from, int to) {
    for (int at = from + 1; at < to; at++) {
      if (verbs.contains(text.get(at).word())) {
        return true;
      }
    }
    return false;
  }

  private boolean opensQuestion(Sentences text, Sentences.Sentence sentence) {
    return asks(text, sentence.from()) || asks(text, sentence.start());
  }

  /// Whether a question opens at a token, also behind a preposition: "until when".
  private boolean asks(Sentences text, int at) {
    return asks(text.get(at))
        || (prepositions.contains(text.get(at).word())
            && at + 1 < text.size()
            && questionWords.contains(text.get(at + 1).word()));
  }

  private boolean asks(Token first) {
    return first.kind() == Token.Kind.WORD
        && (auxiliaries.contains(first.word())
            || questionWords.contains(first.word())
            || commands.contains(first.word()));
  }

  /// What a question takes for granted.
  private List<Stretch> presumed(Sentences text, Sentences.Sentence sentence) {
    List<Stretch> presumed = new ArrayList<>();
    for (int at = sentence.from(); at < sentence.to(); at++) {
      boolean opens = at == sentence.from() || at == sentence.start() || text.get(at - 1).parts();
      Optional<Cue.Match> opener = premises.longestAt(text, at);
      if (opener.isPresent() && (opens || at > sentence.start() + 2)) {
        int from = opener.get().end();
        int to = from;
        while (to < sentence.to() && !text.get(to).parts()) {
          to++;
        }
        if (hasVerb(text, from, to)) {
          add(presumed, text, from, to, false);
        }
      }
    }
    Optional<Cue.Match> why = premiseQuestions.longestAt(text, sentence.start());
    if (why.isPresent() && why.get().end() < sentence.to()) {
      turned(text, sentence).ifPresent(presumed::add);
    }
    return presumed;
  }

  /// "why is A so" as "A is so".
  private Optional<Stretch> turned(Sentences text, Sentences.Sentence sentence) {
    int verb = sentence.start() + 1;
    int denied = text.get(verb + 1).word().equals("not") ? 1 : 0;
    int subject = verb + denied + 1;
    while (subject < sentence.to() && List.of("the", "a").contains(text.get(subject).word())) {
      subject++;
    }
    boolean plain =
        subject < sentence.to() - 1
            && (text.get(subject).named() || text.get(subject - 1).word().equals("the"));
    if (!auxiliaries.contains(text.get(verb).word()) || !plain) {
      return Optional.empty();
    }
    List<Token> tokens = new ArrayList<>();
    tokens.addAll(text.tokens().subList(verb + denied + 1, subject + 1));
    tokens.addAll(text.tokens().subList(verb, verb + denied + 1));
    tokens.addAll(text.tokens().subList(subject + 1, sentence.to()));
    return Optional.of(new Stretch(tokens, false));
  }

  /// Adds a stretch, each of its sentences of their own by itself: "A is fast, and B is not".
  private void add(List<Stretch> to, Sentences text, int from, int end, boolean doubted) {
    int start = from;
    for (int at = from + 2; at < end - 1; at++) {
      boolean joins = text.get(at).parts() || JOINING.contains(text.get(at).word());
      if (joins) {
        int next = at + 1;
        while (next < end && JOINING.contains(text.get(next).word())) {
          next++;
        }
        boolean sentence =
            next + 1 < end
                && text.get(next).named()
                && verbs.contains(text.get(next + 1).word())
                && hasVerb(text, start, at);
        if (sentence) {
          put(to, text.tokens().subList(start, at), doubted);
          start = next;
          at = next;
        }
      }
    }
    put(to, text.tokens().subList(start, end), doubted);
  }

  private static void put(List<Stretch> to, List<Token> tokens, boolean doubted) {
    List<Token> kept = new ArrayList<>(tokens);
    while (!kept.isEmpty() && kept.getLast().parts()) {
      kept.removeLast();
    }
    while (!kept.isEmpty() && kept.getFirst().parts()) {
      kept.removeFirst();
    }
    if (!kept.isEmpty()) {
      to.add(new Stretch(kept, doubted));
    }
  }
}
