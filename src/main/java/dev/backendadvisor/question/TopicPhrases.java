package dev.backendadvisor.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the phrases of a sentence that name things, without a grammar: what is left between verbs,
/// pronouns and words that mean nothing by themselves.
final class TopicPhrases {
  private static final Set<String> ARTICLES = Set.of("the", "a", "an");
  private static final Set<String> LINKS = Set.of("of", "in", "on", "after");
  private static final Set<String> ASKING = Set.of("what", "who", "which");
  private static final Set<String> BE = Set.of("is", "are", "was", "were");

  private final Set<String> breaks = new HashSet<>();
  private final Set<String> auxiliaries;
  private final Set<String> alsoVerbs;
  private final Set<String> frames;
  private final Set<String> relations = new HashSet<>();
  private final List<String> adjectiveEndings;

  TopicPhrases(English english) {
    for (String section :
        List.of("stop words", "question words", "auxiliaries", "commands", "topic verbs")) {
      breaks.addAll(english.words(section));
    }
    this.auxiliaries = english.words("auxiliaries");
    this.alsoVerbs = english.words("topic nouns or verbs");
    this.frames = english.words("topic frames");
    relations.addAll(english.words("aspect"));
    relations.addAll(english.words("topic relations"));
    this.adjectiveEndings = List.copyOf(english.words("adjective endings"));
  }

  /// A phrase as a stretch of tokens.
  ///
  /// @param from its first token, the article apart
  /// @param to one past its last token
  record Phrase(int from, int to) {}

  /// The phrases of a text in order.
  List<Phrase> in(Sentences text) {
    List<Phrase> phrases = new ArrayList<>();
    for (Sentences.Sentence sentence : text.sentences()) {
      int from = sentence.start();
      while (from < sentence.to()) {
        int to = from;
        while (to < sentence.to() && !breaks(text, sentence, from, to)) {
          to++;
        }
        trimmed(text, sentence, from, to).ifPresent(phrases::add);
        from = to + 1;
      }
    }
    return phrases;
  }

  /// What a text is about: its first phrase, or the one behind it when that only names a part or a
  /// property: `sharks` in "the different types of sharks".
  Optional<Phrase> main(Sentences text) {
    List<Phrase> phrases = in(text);
    for (int at = 0; at < phrases.size(); at++) {
      Phrase phrase = phrases.get(at);
      if (at + 1 < phrases.size() && owns(text, phrase, phrases.get(at + 1))) {
        Phrase owned = phrases.get(at + 1);
        return Optional.of(
            isRelation(text, owned) ? phrase : new Phrase(phrase.from(), owned.to()));
      }
      if (!isRelation(text, phrase)) {
        return Optional.of(phrase);
      }
    }
    return Optional.empty();
  }

  private static boolean owns(Sentences text, Phrase phrase, Phrase next) {
    return next.from() == phrase.to() + 1 && text.get(phrase.to()).word().equals("'s");
  }

  /// Whether a helping verb and then a phrase open a text: "does melatonin help", "how is it made"
  /// of a thing with a name.
  boolean opensWithSubject(Sentences text) {
    return main(text)
        .filter(
            phrase -> {
              int at = phrase.from() - 1;
              while (at > 0 && ARTICLES.contains(text.get(at).word())) {
                at--;
              }
              return at >= 0
                  && at <= 1
                  && auxiliaries.contains(text.get(at).word())
                  && phrase.to() < text.size()
                  && !text.get(phrase.to()).word().equals("and");
            })
        .isPresent();
  }

  /// A phrase with the circumstance behind it: `acid reflux in the morning`.
  Phrase wide(Sentences text, Phrase phrase) {
    int to = phrase.to();
    if (to + 2 < text.size()
        && LINKS.contains(text.get(to).word())
        && ARTICLES.contains(text.get(to + 1).word())) {
      int link = to;
      return in(text).stream()
          .filter(next -> next.from() == link + 2 && !isRelation(text, next))
          .map(next -> new Phrase(phrase.from(), next.to()))
          .findFirst()
          .orElse(phrase);
    }
    return phrase;
  }

  /// Whether a phrase names a part or a property of something else.
  boolean isRelation(Sentences text, Phrase phrase) {
    return isRelation(text.get(phrase.to() - 1).word())
        && text.tokens().subList(phrase.from(), phrase.to()).stream()
            .noneMatch(token -> token.capital() && !token.opens());
  }

  /// Whether a word names a part or a property of something else.
  boolean isRelation(String word) {
    return relations.contains(word)
        || (word.endsWith("s") && relations.contains(word.substring(0, word.length() - 1)));
  }

  /// Whether a word says nothing of what a phrase is about.
  boolean isFrame(String word) {
    return frames.contains(word);
  }

  /// The words of a phrase as they stand in the text, with the article in front.
  static String words(String text, Sentences tokens, Phrase phrase) {
    int from = phrase.from();
    if (from > 0 && ARTICLES.contains(tokens.get(from - 1).word())) {
      from--;
    }
    int start = tokens.get(from).start();
    String words = text.substring(start, tokens.get(phrase.to() - 1).end());
    return from < phrase.from() && Character.isUpperCase(words.charAt(0))
        ? Character.toLowerCase(words.charAt(0)) + words.substring(1)
        : words;
  }

  private boolean breaks(Sentences text, Sentences.Sentence sentence, int from, int at) {
    Token token = text.get(at);
    String word = token.word();
    if (token.kind() == Token.Kind.MARK || word.startsWith("'")) {
      return true;
    }
    if (token.capital() && at > sentence.start() && !word.equals("i")) {
      return false;
    }
    boolean joins =
        word.equals("and")
            && at > from
            && text.get(at - 1).capital()
            && at + 1 < sentence.to()
            && text.get(at + 1).capital();
    if (joins) {
      return false;
    }
    String before = at > sentence.start() ? text.get(at - 1).word() : "";
    boolean asked = (at > from && hasVerbBefore(text, sentence, from)) || ASKING.contains(before);
    boolean inside =
        word.endsWith("ing")
            && text.tokens().subList(from, at).stream()
                .anyMatch(one -> !frames.contains(one.word()));
    return (before.equals("how") && !word.equals("much"))
        || (breaks.contains(word) && !inside)
        || (word.endsWith("ly") && word.length() > 4)
        || (asked && alsoVerbs.contains(word));
  }

  /// Whether a helping verb stands before a phrase, so that a verb is still to come: "how does the
  /// system work".
  private boolean hasVerbBefore(Sentences text, Sentences.Sentence sentence, int from) {
    for (int at = sentence.start(); at < from; at++) {
      String word = text.get(at).word();
      if (auxiliaries.contains(word) && !BE.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Phrase> trimmed(Sentences text, Sentences.Sentence sentence, int from, int to) {
    int first = from;
    int last = to;
    boolean part = from > 0 && text.get(from - 1).word().equals("of");
    while (!part && first < last && frames.contains(text.get(first).word())) {
      first++;
    }
    int ahead = from;
    while (ahead > sentence.start() && ARTICLES.contains(text.get(ahead - 1).word())) {
      ahead--;
    }
    boolean predicate = ahead > sentence.start() && BE.contains(text.get(ahead - 1).word());
    while (last > first
        && (frames.contains(text.get(last - 1).word())
            || (last - first > 1 && predicate && isAdjective(text.get(last - 1))))) {
      last--;
    }
    return first < last ? Optional.of(new Phrase(first, last)) : Optional.empty();
  }

  private boolean isAdjective(Token token) {
    return !token.capital() && adjectiveEndings.stream().anyMatch(token.word()::endsWith);
  }
}
