package dev.backendadvisor.question;

import dev.backendadvisor.question.Question.ProsAndCons.Side;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Tells the form of a question by its cues, the telling ones first.
final class FormReader {
  private static final double CLEAR = 1;
  private static final double LIKELY = 0.85;
  private static final double GUESSED = 0.6;

  private static final Set<String> AMOUNTS = Set.of("often", "many", "much", "long", "old", "big");
  private static final Set<String> FACTS = Set.of("when", "why", "who", "until", "since");

  private final Direction direction;
  private final Map<String, String> families;
  private final Cues bothSides;
  private final Cues avoid;
  private final Cues whenToUse;
  private final Cues pros;
  private final Cues cons;
  private final Cues learn;
  private final Cues noLearn;
  private final Cues learnBackground;
  private final Cues comparison;
  private final Cues noComparison;
  private final Cues choice;
  private final Cues list;
  private final Cues recommendation;
  private final Cues recommendationHints;
  private final Cues otherChoice;
  private final Set<String> otherThings;
  private final Cues listing;
  private final Cues factOpeners;
  private final Cues tags;
  private final Set<String> auxiliaries;
  private final Set<String> questionWords;
  private final Set<String> commands;
  private final Set<String> verbs;
  private final Set<String> superlatives;
  private final Set<String> kindsOfChoice;
  private final Set<String> judged;

  /// @param families the language of each framework and runtime, by id
  /// @param compares whether there are technologies to choose from
  FormReader(English english, Direction direction, Map<String, String> families, boolean compares) {
    this.direction = direction;
    this.families = Map.copyOf(families);
    this.bothSides = english.cues("both sides cues");
    this.avoid = english.cues("avoid cues");
    this.whenToUse = english.cues("when to use cues");
    this.pros = english.cues("pros cues");
    this.cons = english.cues("cons cues");
    this.learn = english.cues("learn cues");
    this.noLearn = english.cues("no learn cues");
    this.learnBackground = english.cues("learn background");
    this.comparison = english.cues("comparison cues");
    this.noComparison = english.cues("no comparison cues");
    this.choice = english.cues("choice cues");
    this.list = english.cues("list cues");
    this.recommendation = english.cues("recommendation cues");
    this.recommendationHints = english.cues("recommendation hints");
    this.otherChoice = english.cues("other choice cues");
    this.otherThings = compares ? english.words("other-things") : Set.of();
    this.listing = english.cues("listing cues");
    this.factOpeners = english.cues("fact openers");
    this.tags = english.cues("statement tags");
    this.auxiliaries = english.words("auxiliaries");
    this.questionWords = english.words("question words");
    this.commands = english.words("commands");
    this.verbs = english.words("verbs");
    this.superlatives = english.words("best");
    this.kindsOfChoice = english.words("kind-of-choice");
    this.judged = english.words("judged");
  }

  /// A form, ready to take its reading.
  ///
  /// @param of makes the question
  /// @param certainty how sure the form is, 0 to 1
  record Form(Function<Reading, Question> of, double certainty) {}

  /// The form of another question, for a reading of its own.
  ///
  /// @param same whether it asks about nothing new, so that what was proposed still is
  static Question like(Question question, Reading reading, boolean same) {
    return switch (question) {
      case Question.Fact fact -> new Question.Fact(reading, fact.polar());
      case Question.Listing listing -> new Question.Listing(reading);
      case Question.OtherChoice other -> new Question.OtherChoice(reading, other.things());
      case Question.Comparison comparison ->
          new Question.Comparison(
              reading,
              comparison.proposed().filter(id -> same && reading.technologies().contains(id)));
      case Question.Claim claim when same -> new Question.Claim(reading, claim.assertions());
      case Question.Claim claim ->
          reading.technologies().size() > 1
              ? new Question.Comparison(reading, Optional.empty())
              : new Question.Fact(reading, true);
      case Question.ProsAndCons sides -> new Question.ProsAndCons(reading, sides.side());
      case Question.WhenToUse use -> new Question.WhenToUse(reading, use.avoid());
      case Question.Recommendation choice -> new Question.Recommendation(reading, choice.learn());
      case Question.Reconsideration choice -> new Question.Reconsideration(reading, choice.about());
      case Question.Compound compound ->
          new Question.Compound(reading, compound.parts(), compound.left());
      case Question.Unknowable beyond -> new Question.Unknowable(reading, beyond.kind());
      case Question.Smalltalk talk -> new Question.Smalltalk(reading, talk.kind());
    };
  }

  /// Reads the form.
  ///
  /// @param text the tokens; pronouns that stand for technologies are theirs already
  /// @param own what the turn itself names
  Form read(Sentences text, Mentions own) {
    long sides =
        text.tokens().stream().filter(Token::named).map(FormReader::side).distinct().count();
    Optional<Direction.Found> directed = sides > 1 ? direction.find(text) : Optional.empty();
    if (sides > 0 && bothSides.in(text)) {
      return new Form(reading -> new Question.ProsAndCons(reading, Side.BOTH), CLEAR);
    }
    Optional<String> other = otherThings(text);
    if (other.isPresent()) {
      return new Form(reading -> new Question.OtherChoice(reading, other.get()), CLEAR);
    }
    boolean ofReleases = own.criteria().containsKey("releases");
    if (sides > 0 && !ofReleases && avoid.in(text)) {
      return new Form(reading -> new Question.WhenToUse(reading, true), CLEAR);
    }
    if (sides > 0 && !ofReleases && whenToUse.in(text)) {
      return new Form(reading -> new Question.WhenToUse(reading, false), CLEAR);
    }
    if (learn.in(text) && !noLearn.in(text) && directed.flatMap(Direction.Found::ahead).isEmpty()) {
      return new Form(reading -> new Question.Recommendation(reading, true), CLEAR);
    }
    if (directed.isPresent()) {
      Optional<String> ahead = directed.get().ahead().map(Token::id).filter(id -> !id.isEmpty());
      return new Form(reading -> new Question.Comparison(reading, ahead), CLEAR);
    }
    if (sides > 0) {
      Optional<Cue.Match> strength = pros.first(text, 0, text.size());
      if (strength.isPresent()) {
        Side side = denied(text, strength.get()) ? Side.CONS : Side.PROS;
        return new Form(reading -> new Question.ProsAndCons(reading, side), CLEAR);
      }
      if (cons.in(text)) {
        return new Form(reading -> new Question.ProsAndCons(reading, Side.CONS), CLEAR);
      }
    }
    Form compared = new Form(reading -> new Question.Comparison(reading, Optional.empty()), CLEAR);
    if (sides > 1 && !noComparison.in(text) && (comparison.in(text) || compares(text))) {
      return compared;
    }
    boolean learner = learnBackground.in(text);
    Form chosen = new Form(reading -> new Question.Recommendation(reading, learner), CLEAR);
    boolean recommends = recommendation.in(text);
    if (!recommends && listing.in(text)) {
      return new Form(Question.Listing::new, LIKELY);
    }
    if (sides > 1 && choice.in(text)) {
      return compared;
    }
    if (recommends) {
      return chosen;
    }
    boolean polar = polar(text);
    if (sides > 1 && list.in(text) && !stated(text) && families(text) > 1) {
      return new Form(compared.of(), GUESSED);
    }
    boolean hinted = recommendationHints.in(text) && !asksForFact(text);
    if (!polar && (hinted || (!own.excluded().isEmpty() && sides == 0))) {
      return new Form(chosen.of(), LIKELY);
    }
    if (sides == 0 && !stated(text) && !own.criteria().isEmpty() && names(text, kindsOfChoice)) {
      return new Form(chosen.of(), GUESSED);
    }
    boolean clear = polar || asks(text);
    return new Form(reading -> new Question.Fact(reading, polar), clear ? LIKELY : GUESSED);
  }

  /// What is to be chosen, where that is nothing we compare: databases, editors.
  private Optional<String> otherThings(Sentences text) {
    return otherChoice.all(text).stream()
        .flatMap(match -> text.tokens().subList(match.start(), match.end()).stream())
        .map(Token::word)
        .filter(otherThings::contains)
        .map(thing -> otherThings.contains(thing + "s") ? thing + "s" : thing)
        .findFirst();
  }

  private static String side(Token token) {
    return token.kind() == Token.Kind.TECHNOLOGY ? token.id() : "name " + token.word();
  }

  /// How many languages the names belong to: "Python and Django" are of one.
  private long families(Sentences text) {
    return text.tokens().stream()
        .filter(Token::named)
        .map(token -> families.getOrDefault(token.id(), side(token)))
        .distinct()
        .count();
  }

  private boolean compares(Sentences text) {
    return text.tokens().stream()
        .anyMatch(
            token ->
                token.kind() == Token.Kind.WORD
                    && (direction.compares(token.word()) || superlatives.contains(token.word())));
  }

  private static boolean names(Sentences text, Set<String> words) {
    return text.tokens().stream().anyMatch(token -> words.contains(token.word()));
  }

  private static boolean denied(Sentences text, Cue.Match match) {
    return text.tokens().subList(match.start(), match.end()).stream()
        .anyMatch(token -> token.word().equals("not"));
  }

  private boolean stated(Sentences text) {
    return text.tokens().stream()
        .anyMatch(token -> verbs.contains(token.word()) || questionWords.contains(token.word()));
  }

  /// Whether a clause opens with "how often", "when" or the like: what is told before it is no wish
  /// for a choice.
  private static boolean asksForFact(Sentences text) {
    for (int at = 1; at < text.size(); at++) {
      if (text.get(at - 1).parts() || text.get(at - 1).endsSentence()) {
        boolean amount =
            text.get(at).word().equals("how")
                && at + 1 < text.size()
                && AMOUNTS.contains(text.get(at + 1).word());
        if (amount || FACTS.contains(text.get(at).word())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean asks(Sentences text) {
    return text.tokens().stream()
        .anyMatch(token -> token.word().equals("?") || questionWords.contains(token.word()));
  }

  /// "Java dead?": a name and a word that judges it.
  private boolean isJudged(Sentences text, Sentences.Sentence sentence) {
    for (int at = sentence.start() + 1; at < sentence.to(); at++) {
      Token token = text.get(at);
      if (token.kind() == Token.Kind.WORD
          && !judged.contains(token.word())
          && !token.word().equals("?")) {
        return false;
      }
    }
    return sentence.to() > sentence.start() + 1;
  }

  /// Whether the last question, or else the last sentence, can be answered by yes or no.
  private boolean polar(Sentences text) {
    Optional<Sentences.Sentence> asked =
        text.sentences().stream().filter(Sentences.Sentence::asks).reduce((one, next) -> next);
    Optional<Sentences.Sentence> said =
        asked.isPresent() ? asked : text.sentences().stream().reduce((one, next) -> next);
    if (said.isEmpty()) {
      return false;
    }
    Sentences.Sentence sentence = said.get();
    Token first = text.get(sentence.start());
    for (int at = sentence.start(); at < sentence.to(); at++) {
      boolean leads = at < sentence.start() + 3 || text.get(at - 1).parts();
      if (leads && questionWords.contains(text.get(at).word())) {
        boolean polarAfter = at > sentence.start() && auxiliaries.contains(first.word());
        return polarAfter;
      }
    }
    if (first.kind() == Token.Kind.WORD && commands.contains(first.word())) {
      return false;
    }
    if (auxiliaries.contains(first.word()) || factOpeners.in(text)) {
      return true;
    }
    boolean verb = false;
    for (int at = sentence.start(); at < sentence.to(); at++) {
      verb |= verbs.contains(text.get(at).word());
    }
    if (!verb && first.named() && sentence.asks() && isJudged(text, sentence)) {
      return true;
    }
    return verb && (sentence.embedded() || sentence.asks() || first.named() || tags.in(text));
  }
}
