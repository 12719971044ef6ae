package dev.backendadvisor.question;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells names from the everyday words they are spelt like, by the company a word keeps.
///
/// Some names are the technology unless words of another sense stand near ("python", "snake").
/// Others are the everyday word unless something shows the technology: capitals within a sentence,
/// a place where only a technology stands ("go vs node"), or, for nouns, other words about building
/// software.
final class NameSense {
  private final English english;
  private final Set<String> everydayFirst;
  private final Set<String> everydayVerbs;
  private final Set<String> capitalisedProducts;
  private final Set<String> subjectWords;
  private final Set<String> verbPlaces;
  private final Cues places;
  private final Map<String, Set<String>> everyday = new HashMap<>();
  private final Map<String, Set<String>> before = new HashMap<>();
  private final Map<String, Set<String>> after = new HashMap<>();

  /// @param names the names of one word there are
  NameSense(English english, Set<String> names) {
    this.english = english;
    this.everydayFirst = english.words("everyday first");
    this.everydayVerbs = english.words("everyday verbs");
    this.capitalisedProducts = english.words("capitalised products");
    this.subjectWords = english.words("subject words");
    this.verbPlaces = english.words("verb places");
    this.places = english.cues("technology places");
    for (String name : names) {
      put(everyday, name, "everyday " + name);
      put(before, name, "everyday before " + name);
      put(after, name, "everyday after " + name);
    }
  }

  private void put(Map<String, Set<String>> map, String name, String section) {
    if (english.has(section)) {
      map.put(name, english.words(section));
    }
  }

  /// Whether a word is a name only when something shows it.
  ///
  /// @param technology whether the corpus knows a technology of that name
  boolean isDoubtful(String word, boolean technology) {
    return technology
        ? everydayFirst.contains(word) || everydayVerbs.contains(word)
        : capitalisedProducts.contains(word);
  }

  /// Whether words of the everyday sense stand near a name, and none about software.
  boolean isEveryday(String name, List<Token> tokens) {
    Set<String> sense = everyday.getOrDefault(name, Set.of());
    if (sense.isEmpty()) {
      return false;
    }
    Set<String> words = new HashSet<>();
    tokens.forEach(token -> words.add(token.word()));
    return words.stream().anyMatch(sense::contains)
        && words.stream().noneMatch(subjectWords::contains);
  }

  /// Whether something shows that a doubtful word is a name.
  ///
  /// @param technology whether the corpus knows a technology of that name
  /// @param capitalsTell whether capitals mean anything in this text
  boolean isShown(Sentences text, int at, boolean technology, boolean capitalsTell) {
    Token token = text.get(at);
    String word = token.word();
    Token previous = at > 0 ? text.get(at - 1) : token;
    Token next = at + 1 < text.size() ? text.get(at + 1) : token;
    boolean named = text.tokens().stream().anyMatch(Token::named);
    if (isEveryday(word, text.tokens())) {
      return false;
    }
    if (token.capital() && !token.opens() && capitalsTell && word.length() > 1) {
      return named || !before.getOrDefault(word, Set.of()).contains(previous.word());
    }
    boolean everydayPlace =
        after.getOrDefault(word, Set.of()).contains(next.word())
            || (!named && before.getOrDefault(word, Set.of()).contains(previous.word()));
    if (everydayPlace || standsAsName(text, at)) {
      return !everydayPlace;
    }
    return technology
        && everydayFirst.contains(word)
        && (at == 0 || !verbPlaces.contains(previous.word()))
        && (named || text.tokens().stream().anyMatch(other -> isSubject(other.word(), word)));
  }

  private boolean isSubject(String word, String besides) {
    return !word.equals(besides) && subjectWords.contains(word);
  }

  /// Whether a word stands where only a technology does.
  boolean standsAsName(Sentences text, int at) {
    return places.judge(text, at);
  }
}
