package dev.backendadvisor.question;

import dev.backendadvisor.question.QuestionReader.Earlier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides what a turn takes from the one before: "and Python?", "what about memory?", "is it
/// faster than Java?", "why?". A question that is whole takes nothing.
final class Context {
  private static final int FRAGMENT = 5;

  /// A turn of so many words may lean on the one before without showing it.
  private static final int SHORT = 10;

  /// Below this, words that brush against a criterion were hardly meant for it.
  static final double SURE = 0.32;

  private final Cues leaning;
  private final Cues changing;
  private final Set<String> askingPrepositions;
  private final Set<String> commands;
  private final Set<String> leaningWords;
  private final Cues continuers;
  private final Cues mereContinuers;
  private final Cues freshStarts;
  private final Cues aspects;
  private final Cues references;
  private final Cues expletives;
  private final Set<String> pronouns;
  private final Set<String> pluralPronouns;
  private final Set<String> auxiliaries;
  private final Set<String> verbs;
  private final Set<String> questionWords;
  private final Direction direction;

  Context(English english, Direction direction) {
    this.askingPrepositions = english.words("asking prepositions");
    this.commands = english.words("commands");
    this.changing = english.cues("changing cues");
    this.leaning = english.cues("leaning cues");
    this.leaningWords = english.words("leaning words");
    this.continuers = english.cues("continuers");
    this.mereContinuers = english.cues("mere continuers");
    this.freshStarts = english.cues("fresh starts");
    this.aspects = english.cues("aspects");
    this.references = english.cues("reference cues");
    this.expletives = english.cues("expletives");
    this.pronouns = english.words("pronouns");
    this.pluralPronouns = english.words("plural pronouns");
    this.auxiliaries = english.words("auxiliaries");
    this.verbs = english.words("verbs");
    this.questionWords = english.words("question words");
    this.direction = direction;
  }

  /// All of the last question, to be answered in another manner.
  Carry again(Manner manner, Mentions own, List<Earlier> earlier) {
    // grounds there are only of what was about something
    boolean asksForGrounds = manner == Manner.WHY || manner == Manner.SURE;
    return (asksForGrounds ? last(earlier) : lastTold(earlier))
        .map(last -> take(last, own, true, true, true, manner, -1))
        .orElse(Carry.NOTHING);
  }

  /// Decides what a turn takes.
  ///
  /// @param own what it names itself
  /// @param earlier the turns before it, oldest first
  Carry carry(Mentions own, List<Earlier> earlier) {
    Optional<Earlier> last = last(earlier);
    if (last.isEmpty() || own.text().sentences().isEmpty() || freshStarts.in(own.text())) {
      return Carry.NOTHING;
    }
    if (own.named() == 0 && mereContinuers.in(own.text())) {
      return take(last.get(), own, true, true, true, Manner.USUAL, -1);
    }
    boolean continues = continuers.in(own.text());
    boolean fragment = own.text().tokens().stream().noneMatch(this::isVerb);
    return fragment && own.named() < 2 && leans(own, continues)
        ? fragment(own, last.get())
        : sentence(own, last.get(), continues);
  }

  /// Whether a turn may lean on the one before by more than its words show: it goes on, points at
  /// something, or is short.
  boolean mayLean(Sentences text) {
    return text.size() <= SHORT
        || continuers.in(text)
        || leaning.in(text)
        || text.tokens().stream().anyMatch(token -> leaningWords.contains(token.word()));
  }

  /// The question a turn may lean on: the last one about something, unless something else was asked
  /// since. Turns that only wanted an answer in another manner are passed over: they said nothing.
  static Optional<Earlier> last(List<Earlier> earlier) {
    return lastTold(earlier).filter(one -> saysSomething(one.question()));
  }

  /// The same, whatever it was about.
  private static Optional<Earlier> lastTold(List<Earlier> earlier) {
    for (Earlier turn : earlier.reversed()) {
      if (startsAfresh(turn)) {
        return Optional.empty();
      }
      if (!(turn.question() instanceof Question.Smalltalk)
          && !(turn.question() instanceof Question.Unknowable)
          && !asksForMannerAlone(turn.question().reading())) {
        return Optional.of(turn);
      }
    }
    return Optional.empty();
  }

  /// "Simpler, please" stands for the question before it; "… Is that right?" behind words of its
  /// own stands for itself.
  private static boolean asksForMannerAlone(Reading reading) {
    return reading.manner() != Manner.USUAL && !reading.standalone().equals(reading.words());
  }

  /// Whether a turn put aside what was said before it.
  static boolean startsAfresh(Earlier turn) {
    return turn.question() instanceof Question.Smalltalk talk
        && talk.kind() == Question.Smalltalk.Kind.FRESH_START;
  }

  private static boolean saysSomething(Question question) {
    Reading reading = question.reading();
    return question instanceof Question.Recommendation
        || !(reading.technologies().isEmpty()
            && reading.unknownNames().isEmpty()
            && (reading.criteria().isEmpty() || reading.confidence() < SURE));
  }

  /// Whether a turn asks which of those spoken of before.
  boolean asksWhich(Sentences text) {
    return references.in(text) && has(text, "which");
  }

  private boolean isVerb(Token token) {
    return verbs.contains(token.word());
  }

  /// Whether words without a verb lean on the turn before: "for chat?" does, "node memory" does
  /// not.
  private boolean leans(Mentions own, boolean continues) {
    boolean asks =
        own.text().tokens().stream().anyMatch(token -> questionWords.contains(token.word()));
    boolean one = (own.named() > 0) != !own.criteria().isEmpty();
    return continues || (!asks && one && own.text().size() <= FRAGMENT);
  }

  private Carry fragment(Mentions own, Earlier last) {
    boolean compared = last.question() instanceof Question.Comparison;
    boolean choice = last.question() instanceof Question.Recommendation;
    boolean open = choice && last.question().reading().technologies().isEmpty();
    if (open && own.named() == own.unknown().size() && own.criteria().isEmpty()) {
      return Carry.NOTHING;
    }
    boolean held = direction.holdsAgainst(own.text());
    return take(
        last,
        own,
        own.named() == own.excluded().size() || compared || held,
        own.criteria().isEmpty() || choice,
        !held,
        Manner.USUAL,
        -1);
  }

  private Carry sentence(Mentions own, Earlier last, boolean continues) {
    Reading before = last.question().reading();
    int known = before.technologies().size() + before.unknownNames().size();
    if (known == 0 || own.named() > 1) {
      return Carry.NOTHING;
    }
    Sentences text = own.text();
    boolean compares = direction.comparesIn(text);
    int pronoun = pronoun(text);
    if (pronoun >= 0 && (own.named() == 0 || compares) && !expletives.in(text)) {
      return take(last, own, true, false, false, Manner.USUAL, pronoun);
    }
    boolean refers = known > 1 && references.in(text);
    boolean goesOn = continues && !has(text, "should");
    if (own.named() == 0 && (refers || goesOn || aspects.in(text))) {
      boolean choosesAgain = refers && own.criteria().isEmpty() && has(text, "which");
      return take(last, own, true, choosesAgain, false, Manner.USUAL, -1);
    }
    boolean open = own.named() == 1 && compares && !has(text, "than") && !has(text, "most");
    return open && opensPolar(text) && !own.technologies().containsAll(before.technologies())
        ? take(last, own, true, own.criteria().isEmpty(), false, Manner.USUAL, -1)
        : Carry.NOTHING;
  }

  /// Takes from a turn what the other does not have itself.
  private Carry take(
      Earlier last,
      Mentions own,
      boolean technologies,
      boolean criteria,
      boolean form,
      Manner manner,
      int pronoun) {
    Reading before = last.question().reading();
    List<String> ids =
        before.technologies().stream()
            .filter(id -> !own.technologies().contains(id) && !own.excluded().contains(id))
            .toList();
    boolean one = pronoun >= 0 && !pluralPronouns.contains(own.text().get(pronoun).word());
    return new Carry(
        Optional.of(last),
        technologies ? ids.stream().limit(one ? 1 : ids.size()).toList() : List.of(),
        technologies && (ids.isEmpty() || !one) ? before.unknownNames() : List.of(),
        criteria
            ? before.criteria().stream()
                .filter(
                    mention ->
                        manner != Manner.USUAL || !own.criteria().containsKey(mention.criterion()))
                .toList()
            : List.of(),
        form,
        manner,
        pronoun);
  }

  /// Whether a text ends with a question that is more than "does that change it?".
  boolean asks(Sentences text) {
    if (text.sentences().isEmpty()) {
      return false;
    }
    Sentences.Sentence last = text.sentences().getLast();
    boolean supposes =
        text.tokens().subList(last.from(), last.start()).stream()
            .anyMatch(token -> token.word().equals("if"));
    return changing.longestAt(text, last.start()).isEmpty()
        && (supposes || opensQuestion(text, last));
  }

  /// Whether a sentence asks, by its mark or by the words it opens with.
  private boolean opensQuestion(Sentences text, Sentences.Sentence sentence) {
    Token first = text.get(sentence.start());
    boolean after =
        askingPrepositions.contains(first.word())
            && sentence.start() + 1 < sentence.to()
            && questionWords.contains(text.get(sentence.start() + 1).word());
    return sentence.asks()
        || after
        || (first.kind() == Token.Kind.WORD
            && (questionWords.contains(first.word())
                || auxiliaries.contains(first.word())
                || commands.contains(first.word())));
  }

  private boolean opensPolar(Sentences text) {
    return text.sentences().stream()
        .anyMatch(sentence -> auxiliaries.contains(text.get(sentence.start()).word()));
  }

  private static boolean has(Sentences text, String word) {
    return text.tokens().stream().anyMatch(token -> token.word().equals(word));
  }

  /// The first pronoun that no name of the turn itself explains.
  private int pronoun(Sentences text) {
    for (int at = 0; at < text.size(); at++) {
      Token token = text.get(at);
      if (token.named()) {
        return -1;
      }
      if (pronouns.contains(token.word())) {
        return at;
      }
    }
    return -1;
  }
}
