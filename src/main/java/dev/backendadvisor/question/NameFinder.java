package dev.backendadvisor.question;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.corpus.Technology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Finds the names in a question: technologies of the corpus, also misspelt, and names of things
/// the corpus does not know.
///
/// A name that is also an everyday word counts by the company it keeps: capitals within a sentence,
/// a place where only a technology stands ("go vs node"), or other words about building software.
final class NameFinder {
  private final Phrases<String> technologies = new Phrases<>();
  private final Phrases<Boolean> products = new Phrases<>();
  private final Spelling spelling;
  private final English english;
  private final Set<String> corpusWords = new HashSet<>();
  private final Set<String> everydayFirst;
  private final Set<String> everydayVerbs;
  private final Set<String> capitalisedProducts;
  private final Set<String> subjectWords;
  private final Set<String> subjectNames;
  private final Set<String> seasonWords;
  private final Map<String, Set<String>> everyday = new HashMap<>();
  private final Cues places;

  NameFinder(Corpus corpus, English english, Tokenizer tokenizer) {
    this.english = english;
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
    for (String product : english.entries("products", ",")) {
      products.add(tokenizer.tokens(product).stream().map(Token::word).toList(), true);
    }
    this.everydayFirst = english.words("everyday first");
    this.everydayVerbs = english.words("everyday verbs");
    this.capitalisedProducts = english.words("capitalised products");
    this.subjectWords = english.words("subject words");
    this.subjectNames = english.words("subject names");
    this.seasonWords = english.words("season words");
    this.places = english.cues("technology places");
    for (String name : singles.keySet()) {
      if (english.has("everyday " + name)) {
        everyday.put(name, english.words("everyday " + name));
      }
    }
    corpus.documents().values().forEach(this::learnWords);
    corpus.sources().values().forEach(source -> learnWords(source.publisher()));
  }

  private void learnWords(Document document) {
    learnWords(document.text());
  }

  private void learnWords(String text) {
    int start = -1;
    for (int at = 0; at <= text.length(); at++) {
      if (at < text.length() && Character.isLetter(text.charAt(at))) {
        start = start < 0 ? at : start;
      } else if (start >= 0) {
        if (at - start > 2 && at - start < 30) {
          String word = Tokenizer.normal(text.substring(start, at));
          if (!english.knows(word)) {
            corpusWords.add(word);
          }
        }
        start = -1;
      }
    }
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
  /// @param criterionStarts where the words of criteria start in the text
  Found find(
      List<Token> words,
      String text,
      Function<List<Token>, Sentences> sentences,
      Set<Integer> criterionStarts) {
    boolean capitalsTell = capitalsTell(words);
    List<Token> tokens = certain(words);
    for (boolean changed = true; changed; ) {
      Sentences read = sentences.apply(tokens);
      List<Token> next = new ArrayList<>(tokens);
      for (int at = 0; at < next.size(); at++) {
        Token token = next.get(at);
        if (token.kind() == Token.Kind.WORD && doubtful(token) && shown(read, at, capitalsTell)) {
          Optional<String> id = technologies.get(List.of(token.word()));
          next.set(
              at,
              token.through(
                  token,
                  id.isPresent() ? Token.Kind.TECHNOLOGY : Token.Kind.NAME,
                  id.orElse(""),
                  token.word()));
        }
      }
      changed = !next.equals(tokens);
      tokens = next;
    }
    int corrections = 0;
    List<Token> corrected = new ArrayList<>();
    for (Token token : tokens) {
      Optional<String> id =
          criterionStarts.contains(token.start()) ? Optional.empty() : misspelt(token);
      corrections += id.isPresent() ? 1 : 0;
      corrected.add(
          id.map(known -> token.through(token, Token.Kind.TECHNOLOGY, known, token.word()))
              .orElse(token));
    }
    Sentences read = sentences.apply(corrected);
    List<Token> named = new ArrayList<>();
    for (int at = 0; at < read.size(); at++) {
      Token token = read.get(at);
      boolean name =
          token.kind() == Token.Kind.WORD
              && !criterionStarts.contains(token.start())
              && strange(read, at, text, capitalsTell);
      Token last = named.isEmpty() ? token : named.getLast();
      if (name
          && !named.isEmpty()
          && last.kind() == Token.Kind.NAME
          && last.capital()
          && token.capital()
          && last.end() + 1 == token.start()) {
        named.set(
            named.size() - 1,
            last.through(token, Token.Kind.NAME, "", last.word() + " " + token.word()));
      } else {
        named.add(name ? token.through(token, Token.Kind.NAME, "", token.word()) : token);
      }
    }
    return new Found(named, corrections);
  }

  private static boolean capitalsTell(List<Token> words) {
    long capitals =
        words.stream().filter(token -> token.kind() == Token.Kind.WORD && token.capital()).count();
    long all = words.stream().filter(token -> token.kind() == Token.Kind.WORD).count();
    return all < 4 || capitals * 10 < all * 6;
  }

  /// The names about which the words alone leave no doubt.
  private List<Token> certain(List<Token> words) {
    List<Token> tokens = new ArrayList<>();
    for (int at = 0; at < words.size(); ) {
      Token token = words.get(at);
      Optional<Phrases.Found<String>> technology = longest(technologies, words, at);
      Optional<Phrases.Found<Boolean>> product = longest(products, words, at);
      int known = technology.map(Phrases.Found::length).orElse(0);
      int unknown = product.map(Phrases.Found::length).orElse(0);
      if (known == 0 && unknown == 0) {
        tokens.addAll(withoutNumber(token));
        at++;
      } else if (known < unknown) {
        tokens.add(token.through(words.get(at + unknown - 1), Token.Kind.NAME, "", token.word()));
        at += unknown;
      } else if (known == 1 && (doubtful(token) || means(token.word(), words))) {
        tokens.add(token);
        at++;
      } else {
        tokens.add(
            token.through(
                words.get(at + known - 1),
                Token.Kind.TECHNOLOGY,
                technology.map(Phrases.Found::value).orElse(""),
                token.word()));
        at += known;
      }
    }
    return tokens;
  }

  private static <V> Optional<Phrases.Found<V>> longest(
      Phrases<V> phrases, List<Token> words, int at) {
    return phrases.longest(words, at, UnaryOperator.identity());
  }

  /// `python3` as a name and a number.
  private List<Token> withoutNumber(Token token) {
    String word = token.word();
    int digits = word.length();
    while (digits > 0
        && (Character.isDigit(word.charAt(digits - 1)) || word.charAt(digits - 1) == '.')) {
      digits--;
    }
    if (token.kind() != Token.Kind.WORD || digits == word.length() || digits < 1) {
      return List.of(token);
    }
    Optional<String> id = technologies.get(List.of(word.substring(0, digits)));
    if (id.isEmpty()) {
      return List.of(token);
    }
    int middle = Math.min(token.start() + digits, token.end());
    return List.of(
        new Token(
            Token.Kind.TECHNOLOGY,
            word.substring(0, digits),
            token.start(),
            middle,
            token.capital(),
            token.opens(),
            id.get()),
        new Token(
            Token.Kind.NUMBER, word.substring(digits), middle, token.end(), false, false, ""));
  }

  private boolean doubtful(Token token) {
    String word = token.word();
    boolean technology = technologies.get(List.of(word)).isPresent();
    return (technology && (everydayFirst.contains(word) || everydayVerbs.contains(word)))
        || (!technology && capitalisedProducts.contains(word));
  }

  /// Whether the everyday sense of a name is meant.
  private boolean means(String name, List<Token> words) {
    Set<String> sense = everyday.getOrDefault(name, Set.of());
    return !sense.isEmpty()
        && words.stream().anyMatch(token -> sense.contains(token.word()))
        && words.stream()
            .noneMatch(token -> !token.word().equals(name) && subjectWords.contains(token.word()));
  }

  private boolean shown(Sentences read, int at, boolean capitalsTell) {
    Token token = read.get(at);
    String word = token.word();
    if (means(word, read.tokens())) {
      return false;
    }
    boolean season =
        word.equals("spring")
            && at > 0
            && seasonWords.contains(read.get(at - 1).word())
            && !read.tokens().stream().anyMatch(Token::named);
    if (season) {
      return false;
    }
    if ((token.capital() && !token.opens() && capitalsTell) || places.judge(read, at)) {
      return true;
    }
    return !everydayVerbs.contains(word)
        && everydayFirst.contains(word)
        && technologies.get(List.of(word)).isPresent()
        && read.tokens().stream()
            .anyMatch(
                other ->
                    other.kind() == Token.Kind.TECHNOLOGY
                        || (!other.word().equals(word) && subjectWords.contains(other.word())));
  }

  private Optional<String> misspelt(Token token) {
    String word = token.word();
    if (token.kind() != Token.Kind.WORD
        || english.knows(word)
        || corpusWords.contains(word)
        || subjectNames.contains(word)
        || technologies.get(List.of(word)).isPresent()) {
      return Optional.empty();
    }
    return spelling.meaning(word, token.capital() && !token.opens() ? 1 : 2);
  }

  /// Whether a word looks like the name of something nobody here knows.
  private boolean strange(Sentences read, int at, String text, boolean capitalsTell) {
    Token token = read.get(at);
    String word = token.word();
    if (word.length() < 3
        || !Character.isLetter(word.codePointAt(0))
        || english.knows(word)
        || english.knows(word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
        || subjectNames.contains(word)
        || corpusWords.contains(word)
        || technologies.get(List.of(word)).isPresent()) {
      return false;
    }
    String written = text.substring(token.start(), token.end());
    boolean shouted = written.chars().noneMatch(Character::isLowerCase);
    boolean camel =
        !shouted
            && written.chars().skip(1).anyMatch(Character::isUpperCase)
            && written.chars().anyMatch(Character::isLowerCase);
    if (camel || (token.capital() && !shouted && !token.opens() && capitalsTell)) {
      return true;
    }
    return places.judge(read, at) && word.chars().allMatch(symbol -> symbol < 128);
  }
}
