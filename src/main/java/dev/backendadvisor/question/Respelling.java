package dev.backendadvisor.question;

import dev.backendadvisor.corpus.Criterion;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts words right that are none and have one letter wrong, missing, too many or swapped, where
/// questions to this corpus would have that word: "machine lerning", "which languge".
final class Respelling {
  private static final List<String> SECTIONS =
      List.of("kind-of-choice", "subject words", "better", "worse", "best", "judged");

  /// Shorter words are nearly each other by chance.
  private static final int SHORTEST = 5;

  private final Spelling spelling;

  Respelling(English english, Collection<Criterion> criteria, Tokenizer tokenizer) {
    Map<String, String> words = new HashMap<>();
    for (Criterion criterion : criteria) {
      add(words, tokenizer, List.of(criterion.name()));
      add(words, tokenizer, criterion.words());
      add(words, tokenizer, criterion.hints());
    }
    SECTIONS.forEach(section -> add(words, tokenizer, english.words(section)));
    this.spelling = new Spelling(words);
  }

  private static void add(
      Map<String, String> words, Tokenizer tokenizer, Collection<String> phrases) {
    for (String phrase : phrases) {
      for (Token token : tokenizer.tokens(phrase)) {
        if (token.word().length() >= SHORTEST) {
          words.put(token.word(), token.word());
        }
      }
    }
  }

  /// The word that was meant.
  Optional<String> of(String word) {
    return word.length() < SHORTEST ? Optional.empty() : spelling.meaning(word, 1);
  }
}
