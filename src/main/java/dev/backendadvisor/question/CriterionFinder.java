package dev.backendadvisor.question;

import dev.backendadvisor.corpus.Criterion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the criteria that words mean. The longer phrase goes first, then the earlier; some phrases
/// mean none though a word of them does: a job that runs at night employs nobody.
final class CriterionFinder {
  private static final Set<String> WHO = Set.of("i", "we", "you", "they", "who", "people");

  private final Stem stem;
  private final Set<String> acronyms = new HashSet<>();
  private final Phrases<List<String>> phrases = new Phrases<>();
  private final Phrases<List<String>> scales = new Phrases<>();
  private final Set<List<String>> hints = new HashSet<>();

  CriterionFinder(Collection<Criterion> criteria, Tokenizer tokenizer, Stem stem, English english) {
    this.stem = stem;
    Set<String> everyday = english.words("acronyms like words");
    Map<List<String>, List<String>> byStem = new LinkedHashMap<>();
    Map<List<String>, List<String>> byScale = new LinkedHashMap<>();
    for (Criterion criterion : criteria) {
      List<String> words = new ArrayList<>(criterion.words());
      words.add(criterion.name());
      words.addAll(criterion.hints());
      for (String hint : criterion.hints()) {
        hints.add(tokenizer.tokens(hint).stream().map(token -> stem.of(token.word())).toList());
        hints.add(tokenizer.tokens(hint).stream().map(token -> stem.scale(token.word())).toList());
      }
      for (String phrase : words) {
        List<Token> tokens = tokenizer.tokens(phrase);
        if (tokens.size() == 1
            && phrase.length() > 2
            && phrase.chars().allMatch(Character::isUpperCase)
            && everyday.contains(tokens.getFirst().word())) {
          acronyms.add(tokens.getFirst().word());
        }
        put(byStem, tokens.stream().map(token -> stem.of(token.word())).toList(), criterion.id());
        put(
            byScale,
            tokens.stream().map(token -> stem.scale(token.word())).toList(),
            criterion.id());
      }
    }
    byStem.forEach(phrases::add);
    byScale.forEach(scales::add);
    for (String phrase : english.entries("no criteria", ",")) {
      phrases.add(
          tokenizer.tokens(phrase).stream().map(token -> stem.of(token.word())).toList(),
          List.of());
    }
  }

  /// Whether a word is only spelt like an acronym: "mean" like MEAN.
  private boolean isWordNotAcronym(Token token) {
    return !token.capital() && acronyms.contains(token.word());
  }

  private static void put(Map<List<String>, List<String>> map, List<String> words, String id) {
    List<String> ids = map.computeIfAbsent(words, key -> new ArrayList<>());
    if (!ids.contains(id)) {
      ids.add(id);
    }
  }

  /// Words that mean criteria.
  ///
  /// @param criteria the criteria's ids
  /// @param start the first token
  /// @param length how many tokens
  /// @param hint whether they only hint at them
  record Found(List<String> criteria, int start, int length, boolean hint) {}

  /// Where the words of criteria stand in a text.
  ///
  /// @param starts where their tokens start
  record Cover(Set<Integer> starts) {
    boolean covers(Token token) {
      return starts.contains(token.start());
    }
  }

  /// The tokens that mean criteria.
  Cover cover(List<Token> tokens) {
    Set<Integer> starts = new HashSet<>();
    for (Found found : find(tokens)) {
      for (Token token : tokens.subList(found.start(), found.start() + found.length())) {
        starts.add(token.start());
      }
    }
    return new Cover(starts);
  }

  /// What is found, the most important first; no token counts twice.
  List<Found> find(List<Token> tokens) {
    List<Found> all = findAll(tokens);
    List<Found> firm = all.stream().filter(found -> !found.hint()).toList();
    return firm.isEmpty() ? all : firm;
  }

  /// The same with what only hints at a criterion, even where firmer words are found.
  List<Found> findAll(List<Token> tokens) {
    List<Found> all = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at++) {
      Optional<Phrases.Found<List<String>>> exact =
          phrases.longest(tokens, at, token -> stem.of(token.word()));
      Optional<Phrases.Found<List<String>>> wide =
          scales.longest(tokens, at, token -> stem.scale(token.word()));
      Optional<Phrases.Found<List<String>>> best =
          exact.isEmpty() || (wide.isPresent() && wide.get().length() > exact.get().length())
              ? wide
              : exact;
      if (best.isPresent()
          && !(best.get().length() == 1
              && (isWordNotAcronym(tokens.get(at)) || isWhereSomebodyLives(tokens, at)))) {
        all.add(
            new Found(
                best.get().value(),
                at,
                best.get().length(),
                isHint(tokens, at, best.get().length())));
      }
    }
    all.sort(Comparator.comparingInt(Found::length).reversed().thenComparingInt(Found::start));
    boolean[] taken = new boolean[tokens.size()];
    List<Found> kept = new ArrayList<>();
    for (Found found : all) {
      boolean free = true;
      for (int at = found.start(); at < found.start() + found.length(); at++) {
        free &= !taken[at];
      }
      if (free) {
        kept.add(found);
        for (int at = found.start(); at < found.start() + found.length(); at++) {
          taken[at] = true;
        }
      }
    }
    kept.removeIf(found -> found.criteria().isEmpty());
    return kept;
  }

  /// Whether a word is the verb of "I live in Germany", or what somebody earns.
  private static boolean isWhereSomebodyLives(List<Token> tokens, int at) {
    boolean somebody = at > 0 && WHO.contains(tokens.get(at - 1).word());
    boolean somewhere =
        at + 2 < tokens.size()
            && tokens.get(at + 1).word().equals("in")
            && tokens.get(at + 2).capital();
    String word = tokens.get(at).word();
    return word.equals("living") || (word.equals("live") && (somebody || somewhere));
  }

  /// Whether words only hint at their criteria, so that any firmer words win over them.
  private boolean isHint(List<Token> tokens, int start, int length) {
    List<Token> words = tokens.subList(start, start + length);
    return hints.contains(words.stream().map(token -> stem.of(token.word())).toList())
        || hints.contains(words.stream().map(token -> stem.scale(token.word())).toList());
  }
}
