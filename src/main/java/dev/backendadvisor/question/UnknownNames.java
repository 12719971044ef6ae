package dev.backendadvisor.question;

import dev.backendadvisor.corpus.Corpus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells words that look like the name of something neither English nor the corpus knows. Names
/// that the corpus mentions anywhere, such as those of companies, are known.
final class UnknownNames {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 30;

  private final English english;
  private final NameSense sense;
  private final Set<String> ordinary = new HashSet<>();
  private final Set<String> corpusWords = new HashSet<>();

  UnknownNames(Corpus corpus, English english, NameSense sense) {
    this.english = english;
    this.sense = sense;
    ordinary.addAll(english.words("subject names"));
    ordinary.addAll(english.words("geography"));
    corpus.documents().values().forEach(document -> learn(document.text()));
    corpus.sources().values().forEach(source -> learn(source.publisher()));
  }

  private void learn(String text) {
    int start = -1;
    for (int at = 0; at <= text.length(); at++) {
      if (at < text.length() && Character.isLetter(text.charAt(at))) {
        start = start < 0 ? at : start;
      } else if (start >= 0) {
        if (at - start >= SHORTEST && at - start <= LONGEST) {
          String word = Tokenizer.normal(text.substring(start, at));
          if (!english.knows(word)) {
            corpusWords.add(word);
          }
        }
        start = -1;
      }
    }
  }

  /// Whether a word, or what it is the plural of, belongs to English, to talk about software, or to
  /// the corpus.
  boolean isOrdinary(String word) {
    return isKnown(word) || (word.endsWith("s") && isKnown(word.substring(0, word.length() - 1)));
  }

  /// Whether a word is the corpus's own: it stands there, and English does not have it.
  boolean isOfCorpus(String word) {
    return corpusWords.contains(word);
  }

  private boolean isKnown(String word) {
    return english.knows(word) || ordinary.contains(word) || corpusWords.contains(word);
  }

  /// Whether a word looks like a name.
  ///
  /// @param written as the visitor wrote it
  /// @param capitalsTell whether capitals mean anything in this text
  boolean isName(Sentences text, int at, String written, boolean capitalsTell) {
    Token token = text.get(at);
    String word = token.word();
    if (word.length() < SHORTEST
        || word.length() > LONGEST
        || !Character.isLetter(word.codePointAt(0))
        || !VersionFinder.number(word).isEmpty()
        || isOrdinary(word)) {
      return false;
    }
    boolean small = written.chars().anyMatch(Character::isLowerCase);
    boolean capitalInside = written.chars().skip(1).anyMatch(Character::isUpperCase);
    boolean capital = token.capital() && !token.opens() && capitalsTell;
    boolean looksNamed = small && (capitalInside || capital);
    return looksNamed
        || (word.chars().allMatch(symbol -> symbol < 128) && sense.standsAsName(text, at));
  }

  /// Whether two tokens are words of one name: `Apache Pulsar`.
  static boolean isOneName(List<Token> tokens, Token next) {
    if (tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.getLast();
    return last.kind() == Token.Kind.NAME
        && last.capital()
        && next.capital()
        && last.end() + 1 == next.start();
  }
}
