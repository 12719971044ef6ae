package dev.backendadvisor.question;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words of a question that say what it is about beyond the technologies and criteria read in
/// it. What is asked about them needs evidence on them.
final class OpenWords {
  private static final List<String> FRAMES =
      List.of(
          "stop words",
          "question words",
          "verbs",
          "use",
          "learn",
          "fitting",
          "judged",
          "best",
          "better",
          "worse",
          "kind-of-choice",
          "pros-and-cons-words",
          "commands",
          "politeness",
          "frame words");

  /// Shorter words are not taken for misspelt ones.
  private static final int SHORTEST = 7;

  private final English english;
  private final Spelling spelling;
  private final Set<String> frame = new HashSet<>();

  OpenWords(English english, Corpus corpus) {
    this.english = english;
    FRAMES.forEach(section -> frame.addAll(english.words(section)));
    Map<String, String> known = new HashMap<>();
    frame.forEach(word -> known.put(word, word));
    for (Criterion criterion : corpus.criteria().values()) {
      criterion.words().forEach(word -> known.put(word.toLowerCase(Locale.ROOT), word));
      criterion.hints().forEach(word -> known.put(word.toLowerCase(Locale.ROOT), word));
    }
    known.keySet().removeIf(word -> word.length() < SHORTEST);
    this.spelling = new Spelling(known);
  }

  /// Those of the sentences that ask; of all sentences when none does.
  List<String> in(Mentions own) {
    Sentences text = own.text();
    boolean asks = text.sentences().stream().anyMatch(Sentences.Sentence::asks);
    Set<Integer> understood = new HashSet<>();
    for (CriterionFinder.Found one : own.meant()) {
      for (int at = one.start(); at < one.start() + one.length(); at++) {
        understood.add(at);
      }
    }
    List<String> open = new ArrayList<>();
    for (Sentences.Sentence sentence : text.sentences()) {
      for (int at = sentence.start(); at < sentence.to() && asks == sentence.asks(); at++) {
        Token token = text.get(at);
        if (token.kind() == Token.Kind.WORD
            && token.word().length() > 1
            && !understood.contains(at)
            && !frame.contains(token.word())
            && VersionFinder.number(token.word()).isEmpty()
            && !isMisspelt(token.word())
            && !open.contains(token.word())) {
          open.add(token.word());
        }
      }
    }
    return open;
  }

  /// Whether a word is none, and nearly one that leaves nothing open.
  private boolean isMisspelt(String word) {
    return !english.knows(word) && spelling.meaning(word, 2).isPresent();
  }
}
