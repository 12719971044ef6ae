package dev.backendadvisor.question;

import dev.backendadvisor.question.QuestionReader.Earlier;
import dev.backendadvisor.question.TopicPhrases.Phrase;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Carries over by words what no vocabulary names: "what is the event loop?", "does it block?".
///
/// A topic is the phrase an earlier question is about. It takes the place of a pronoun that nothing
/// in the turn itself explains, and stands behind a turn that asks for a part of something without
/// saying of what. English has no end of exceptions; the standalone question shows what was taken.
final class Topics {
  /// How far back a topic is looked for.
  private static final int TURNS = 6;

  private static final Set<String> POSSESSIVE = Set.of("its", "their", "his", "her");
  private static final Set<String> DEFINITE = Set.of("the", "this", "that");
  private static final Set<String> CLAUSE =
      Set.of("and", "or", "but", "if", "when", "because", "while", "so", ",");

  private final Function<String, Sentences> sentences;
  private final TopicPhrases phrases;
  private final Cues leans;
  private final Cues contrasts;
  private final Cues introductions;
  private final Cues expletives;
  private final Set<String> choices = new HashSet<>();
  private final Set<String> pronouns;
  private final Set<String> pointers;
  private final Set<String> verbs;

  /// @param sentences takes a text apart
  Topics(English english, Function<String, Sentences> sentences) {
    this.sentences = sentences;
    this.phrases = new TopicPhrases(english);
    this.leans = english.cues("topic leans");
    this.contrasts = english.cues("topic contrasts");
    this.introductions = english.cues("topic introductions");
    this.expletives = english.cues("expletives");
    choices.addAll(english.words("kind-of-choice"));
    choices.addAll(english.words("subject words"));
    choices.removeIf(phrases::isRelation);
    this.pronouns = english.words("topic pronouns");
    this.pointers = english.words("topic pointers");
    this.verbs = english.words("verbs");
  }

  /// Whether words that may be about the advisor are rather about what was spoken of: "how does it
  /// work?"
  static boolean isSpokenOf(Question.Smalltalk.Kind talk, List<Token> tokens) {
    return talk == Question.Smalltalk.Kind.ABOUT
        && tokens.stream().anyMatch(token -> token.word().equals("it"));
  }

  /// The turn with the topic put in; none when it leans on none, or there is none.
  ///
  /// @param names whether the turn names a technology, so that only a pronoun in it can lean
  /// @param foreign whether the turn is about nothing the corpus has words for
  Optional<Rewrite> of(String words, List<Earlier> earlier, boolean names, boolean foreign) {
    Sentences text = sentences.apply(words);
    int pronoun = pronoun(text);
    if (pronoun >= 0) {
      return nearest(earlier)
          .filter(topic -> !(names && topic.technology()))
          .map(topic -> rewrite(inPlace(words, text.get(pronoun), topic.words()), topic));
    }
    Optional<Rewrite> whole = names ? Optional.empty() : whole(words, text, earlier);
    if (names || whole.isPresent()) {
      return whole;
    }
    boolean against = contrasts.in(text);
    if (against || (!namesSomething(text) && leans.in(text))) {
      return nearest(earlier)
          .map(topic -> rewrite(behind(words, against ? "from" : "of", topic.words()), topic));
    }
    return !foreign || introduces(text) || asksForChoice(text)
        ? Optional.empty()
        : leading(earlier)
            .filter(topic -> !isTold(text, topic))
            .map(
                topic ->
                    new Rewrite(
                        behind(words, "in", topic.words()),
                        "talk",
                        topic.words(),
                        topic.from(),
                        Manner.USUAL));
  }

  /// A short name made whole: "the loop" after "the event loop".
  private Optional<Rewrite> whole(String words, Sentences text, List<Earlier> earlier) {
    for (Phrase phrase : phrases.in(text)) {
      boolean pointed = phrase.from() > 0 && DEFINITE.contains(text.get(phrase.from() - 1).word());
      if (pointed && phrase.to() - phrase.from() == 1) {
        String head = text.get(phrase.from()).word();
        Optional<Topic> meant =
            earlier.reversed().stream()
                .limit(TURNS)
                .takeWhile(turn -> !Context.startsAfresh(turn))
                .flatMap(turn -> topic(turn).stream())
                .filter(topic -> isHead(head, topic.words()))
                .findFirst();
        if (meant.isPresent()) {
          String topic = meant.get().words();
          String put =
              words.substring(0, text.get(phrase.from() - 1).start())
                  + (topic.matches("(?i)(?:the|a|an) .*") ? "" : "the ")
                  + topic
                  + words.substring(text.get(phrase.from()).end());
          return Optional.of(rewrite(put, meant.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isHead(String head, String topic) {
    String[] words = Tokenizer.normal(topic).split(" ");
    boolean article = words[0].matches("the|a|an");
    return words.length > (article ? 2 : 1) && words[words.length - 1].equals(head);
  }

  /// Whether a turn begins to speak of something, rather than of a part of what was spoken of.
  private boolean introduces(Sentences text) {
    return introductions.in(text)
        && text.tokens().stream().noneMatch(token -> phrases.isFrame(token.word()))
        && phrases.in(text).stream().noneMatch(phrase -> phrases.isRelation(text, phrase));
  }

  /// Whether a turn speaks of choosing software, so that it is ours to answer as it stands.
  private boolean asksForChoice(Sentences text) {
    return text.tokens().stream().anyMatch(token -> choices.contains(token.word()));
  }

  private static Rewrite rewrite(String words, Topic topic) {
    return new Rewrite(words, "topic", topic.words(), topic.from(), Manner.USUAL);
  }

  private record Topic(String words, String from, boolean foreign, boolean technology) {}

  /// What the last turns were about: the topic that the last one took, or what it names itself.
  private Optional<Topic> nearest(List<Earlier> earlier) {
    int back = 0;
    for (Earlier turn : earlier.reversed()) {
      if (++back > TURNS || Context.startsAfresh(turn)) {
        break;
      }
      Optional<Topic> topic = topic(turn);
      if (topic.isPresent()) {
        return topic;
      }
    }
    return Optional.empty();
  }

  /// What the talk as a whole is about, when that is nothing the corpus has words for: there a turn
  /// need not lean visibly.
  private Optional<Topic> leading(List<Earlier> earlier) {
    Optional<Topic> leading = Optional.empty();
    for (Earlier turn : earlier) {
      if (Context.startsAfresh(turn)) {
        leading = Optional.empty();
      } else if (leading.isEmpty()
          || introduces(sentences.apply(turn.question().reading().words()))) {
        Optional<Topic> own = topic(turn);
        leading = own.isPresent() ? own : leading;
      } else if (!turn.question().reading().technologies().isEmpty()) {
        return Optional.empty();
      }
    }
    return leading.filter(Topic::foreign);
  }

  private static boolean isForeign(Earlier turn) {
    Reading reading = turn.question().reading();
    return reading.technologies().isEmpty() && reading.confidence() < Context.SURE;
  }

  private Optional<Topic> topic(Earlier turn) {
    if (turn.question() instanceof Question.Smalltalk) {
      return Optional.empty();
    }
    Reading reading = turn.question().reading();
    Optional<String> talk = carried(reading, "talk");
    String words = reading.standalone();
    Sentences text = sentences.apply(talk.isPresent() ? reading.words() : words);
    return carried(reading, "topic")
        .or(() -> talk.filter(one -> !(namesSomething(text) || phrases.opensWithSubject(text))))
        .or(
            () ->
                phrases
                    .main(text)
                    .map(
                        phrase ->
                            TopicPhrases.words(
                                talk.isPresent() ? reading.words() : words,
                                text,
                                phrases.wide(text, phrase))))
        .or(() -> talk)
        .map(
            topic ->
                new Topic(
                    topic, turn.answer(), isForeign(turn), !reading.technologies().isEmpty()));
  }

  private static Optional<String> carried(Reading reading, String what) {
    return reading.carriedOver().stream()
        .filter(one -> one.what().equals(what))
        .map(Reading.CarriedOver::value)
        .findFirst();
  }

  /// Whether a turn names a topic itself.
  private boolean isTold(Sentences text, Topic topic) {
    Set<String> own = text.tokens().stream().map(Token::word).collect(Collectors.toSet());
    return sentences.apply(topic.words()).tokens().stream()
        .map(Token::word)
        .filter(word -> word.length() > 3)
        .anyMatch(
            word ->
                own.contains(word)
                    || own.contains(word + "s")
                    || (word.endsWith("s") && own.contains(word.substring(0, word.length() - 1))));
  }

  /// Whether a word is used of anything: `types`, `popular`.
  boolean isCommon(String word) {
    String plain = Tokenizer.normal(word);
    return phrases.isFrame(plain) || phrases.isRelation(plain);
  }

  /// Whether a text has a name in it, which capitals show.
  boolean namesSomething(Sentences text) {
    return phrases.in(text).stream()
        .anyMatch(
            phrase ->
                text.tokens().subList(phrase.from(), phrase.to()).stream()
                    .anyMatch(token -> token.capital() && !token.opens()));
  }

  /// The first pronoun that nothing before it explains, -1 for none. What the same clause names is
  /// no explanation: in "what foods cause it" the foods are not it.
  private int pronoun(Sentences text) {
    if (expletives.in(text)) {
      return -1;
    }
    List<Phrase> own = phrases.in(text);
    boolean clause = false;
    for (int at = 0; at < text.size(); at++) {
      Token token = text.get(at);
      clause |= CLAUSE.contains(token.word()) || token.endsSentence();
      boolean points = pointers.contains(token.word()) && isAlone(text, at);
      if (pronouns.contains(token.word()) || points) {
        int place = at;
        boolean explained = clause && own.stream().anyMatch(phrase -> phrase.to() <= place);
        return explained ? -1 : at;
      }
    }
    return -1;
  }

  /// Whether "this" stands for something by itself, rather than before the thing's name.
  private boolean isAlone(Sentences text, int at) {
    return text.ends(at + 1) || verbs.contains(text.get(at + 1).word());
  }

  private static String inPlace(String words, Token pronoun, String topic) {
    return words.substring(0, pronoun.start())
        + topic
        + (POSSESSIVE.contains(pronoun.word()) ? (topic.endsWith("s") ? "'" : "'s") : "")
        + words.substring(pronoun.end());
  }

  private static String behind(String words, String link, String topic) {
    String bare = words.replaceAll("[.?!\\s]+$", "");
    return bare + " " + link + " " + topic + words.substring(bare.length()).strip();
  }
}
