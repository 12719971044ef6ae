package dev.backendadvisor.question;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Technology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Finds the names in a question: technologies of the corpus, also misspelt, and names of things
/// the corpus does not know. The longest name wins.
final class NameFinder {
  /// One doubtful name can show the next ("go or play"), so doubts are looked at more than once.
  private static final int PASSES = 3;

  private final Phrases<String> technologies = new Phrases<>();
  private final Phrases<Boolean> products = new Phrases<>();
  private final Spelling spelling;
  private final Respelling respelling;
  private final NameSense sense;
  private final UnknownNames unknown;

  NameFinder(Corpus corpus, English english, Tokenizer tokenizer) {
    Map<String, String> singles = new HashMap<>();
    for (Technology technology : corpus.technologies().values()) {
      List<String> names = new ArrayList<>(technology.aliases());
      names.add(technology.name());
      names.add(technology.id());
      for (String name : names) {
        List<String> words = tokenizer.tokens(name).stream().map(Token::word).toList();
        technologies.add(words, technology.id());
        if (words.size() == 1) {
          singles.putIfAbsent(words.getFirst(), technology.id());
        }
      }
    }
    this.spelling = new Spelling(singles);
    this.respelling = new Respelling(english, corpus.criteria().values(), tokenizer);
    for (String product : english.entries("products", ",")) {
      products.add(tokenizer.tokens(product).stream().map(Token::word).toList(), true);
    }
    this.sense = new NameSense(english, singles.keySet());
    this.unknown = new UnknownNames(corpus, english, sense);
  }

  /// Whether a word is the corpus's own, such as the name of a product.
  boolean isOfCorpus(String word) {
    return unknown.isOfCorpus(word);
  }

  /// Names found in a text.
  ///
  /// @param tokens the tokens, with those of a name made one
  /// @param corrections how many names were misspelt
  record Found(List<Token> tokens, int corrections) {}

  /// Marks the names among tokens.
  ///
  /// @param words the tokens
  /// @param text what they were cut from
  /// @param sentences makes sentences of tokens
  /// @param criteria words that mean criteria
  Found find(
      List<Token> words,
      String text,
      Function<List<Token>, Sentences> sentences,
      CriterionFinder.Cover criteria) {
    boolean capitalsTell = capitalsTell(words, text);
    List<Token> tokens = certain(words, criteria);
    boolean changed = true;
    for (int pass = 0; pass < PASSES && changed; pass++) {
      List<Token> next = settled(sentences.apply(tokens), capitalsTell, criteria);
      changed = !next.equals(tokens);
      tokens = next;
    }
    int corrections = 0;
    List<Token> corrected = new ArrayList<>();
    for (Token token : tokens) {
      Optional<String> id = criteria.covers(token) ? Optional.empty() : misspelt(token);
      corrections += id.isPresent() ? 1 : 0;
      corrected.add(
          id.map(known -> token.as(Token.Kind.TECHNOLOGY, known)).orElseGet(() -> respelt(token)));
    }
    return new Found(
        withStrangers(sentences.apply(corrected), text, capitalsTell, criteria), corrections);
  }

  /// Capitals tell nothing in a shouted text or a title, whose ordinary words have them too.
  private boolean capitalsTell(List<Token> words, String text) {
    int ordinary = 0;
    int capitals = 0;
    for (Token token : words) {
      boolean name =
          technologies.get(List.of(token.word())).isPresent()
              || products.get(List.of(token.word())).isPresent();
      if (token.kind() == Token.Kind.WORD
          && !token.opens()
          && !name
          && token.word().length() > 1
          && unknown.isOrdinary(token.word())) {
        ordinary++;
        capitals += token.capital() ? 1 : 0;
      }
    }
    boolean shouted = text.chars().noneMatch(Character::isLowerCase);
    return !shouted && (ordinary < 2 || capitals * 5 < ordinary * 4);
  }

  /// The names about which the words alone leave no doubt.
  private List<Token> certain(List<Token> words, CriterionFinder.Cover criteria) {
    List<Token> tokens = new ArrayList<>();
    for (int at = 0; at < words.size(); ) {
      Token token = words.get(at);
      Optional<Phrases.Found<String>> technology = longest(technologies, words, at);
      int known = technology.map(Phrases.Found::length).orElse(0);
      int strange = longest(products, words, at).map(Phrases.Found::length).orElse(0);
      List<Token> numbered = numbered(token);
      if (known <= 1 && strange == 0 && numbered.size() > 1) {
        tokens.addAll(numbered);
        at++;
      } else if (known < strange && !criteria.covers(token)) {
        tokens.add(token.through(words.get(at + strange - 1), Token.Kind.NAME, ""));
        at += strange;
      } else if (known == 0 || (known == 1 && isOpen(token, words))) {
        tokens.add(token);
        at++;
      } else {
        int length = words.get(at + known - 1).kind() == Token.Kind.NUMBER ? known - 1 : known;
        boolean shorter = length > 0 && technologies.get(wordsOf(words, at, length)).isPresent();
        int taken = shorter ? length : known;
        String id = technology.map(Phrases.Found::value).orElse("");
        tokens.add(token.through(words.get(at + taken - 1), Token.Kind.TECHNOLOGY, id));
        at += taken;
      }
    }
    return tokens;
  }

  private boolean isOpen(Token token, List<Token> words) {
    return sense.isDoubtful(token.word(), true) || sense.isEveryday(token.word(), words);
  }

  private static List<String> wordsOf(List<Token> tokens, int at, int length) {
    return tokens.subList(at, at + length).stream().map(Token::word).toList();
  }

  private static <V> Optional<Phrases.Found<V>> longest(
      Phrases<V> phrases, List<Token> words, int at) {
    return phrases.longest(words, at, Token::word);
  }

  /// `python3` as a name and a number.
  private List<Token> numbered(Token token) {
    String word = token.word();
    int digits = word.length();
    while (digits > 0
        && (Character.isDigit(word.charAt(digits - 1)) || word.charAt(digits - 1) == '.')) {
      digits--;
    }
    if (token.kind() != Token.Kind.WORD || digits == word.length() || digits < 1) {
      return List.of(token);
    }
    String name = word.substring(0, digits);
    Optional<String> id = technologies.get(List.of(name));
    if (id.isEmpty()) {
      return List.of(token);
    }
    int middle = Math.min(token.start() + digits, token.end());
    return List.of(
        new Token(
            Token.Kind.TECHNOLOGY,
            name,
            token.start(),
            middle,
            token.capital(),
            token.opens(),
            id.get()),
        new Token(
            Token.Kind.NUMBER, word.substring(digits), middle, token.end(), false, false, ""));
  }

  /// The tokens with those doubtful names marked that something shows to be names.
  private List<Token> settled(
      Sentences text, boolean capitalsTell, CriterionFinder.Cover criteria) {
    List<Token> settled = new ArrayList<>();
    for (int at = 0; at < text.size(); at++) {
      Token token = text.get(at);
      Optional<String> id = technologies.get(List.of(token.word()));
      boolean product =
          id.isEmpty()
              && criteria.covers(token)
              && products.get(List.of(token.word())).isPresent()
              && sense.standsAsName(text, at);
      boolean shown =
          token.kind() == Token.Kind.WORD
              && sense.isDoubtful(token.word(), id.isPresent())
              && sense.isShown(text, at, id.isPresent(), capitalsTell);
      boolean word = token.kind() == Token.Kind.WORD;
      settled.add(
          word && (product || shown)
              ? token.as(id.isPresent() ? Token.Kind.TECHNOLOGY : Token.Kind.NAME, id.orElse(""))
              : token);
    }
    return settled;
  }

  private Optional<String> misspelt(Token token) {
    String word = token.word();
    boolean open =
        token.kind() == Token.Kind.WORD
            && !unknown.isOrdinary(word)
            && technologies.get(List.of(word)).isEmpty();
    int mistakes = token.capital() && !token.opens() ? 1 : 2;
    return open ? spelling.meaning(word, mistakes) : Optional.empty();
  }

  private Token respelt(Token token) {
    boolean none =
        token.kind() == Token.Kind.WORD
            && (token.opens() || !token.capital())
            && !unknown.isOrdinary(token.word())
            && technologies.get(List.of(token.word())).isEmpty();
    return none ? respelling.of(token.word()).map(token::spelt).orElse(token) : token;
  }

  private List<Token> withStrangers(
      Sentences text, String words, boolean capitalsTell, CriterionFinder.Cover criteria) {
    List<Token> tokens = new ArrayList<>();
    for (int at = 0; at < text.size(); at++) {
      Token token = text.get(at);
      boolean name =
          token.kind() == Token.Kind.WORD
              && !criteria.covers(token)
              && technologies.get(List.of(token.word())).isEmpty()
              && unknown.isName(
                  text, at, words.substring(token.start(), token.end()), capitalsTell);
      if (name && UnknownNames.isOneName(tokens, token)) {
        Token first = tokens.removeLast();
        tokens.add(first.through(token, Token.Kind.NAME, ""));
      } else {
        tokens.add(name ? token.as(Token.Kind.NAME, "") : token);
      }
    }
    return tokens;
  }
}
