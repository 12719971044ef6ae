package dev.backendadvisor.question;

import java.util.Set;
import java.util.function.Predicate;

/// Says how sure a reading is: a × (½ + ½ s) × f × 0.9ᶜ, where a says how surely the words are
/// about what the corpus compares, s is the share of the words of substance that were understood, f
/// how clear the form is, and c how many names were misspelt.
final class Confidence {
  private static final double NAMED = 1;
  private static final double CRITERION = 0.9;
  private static final double SUBJECT = 0.7;
  private static final double UNKNOWN = 0.5;
  private static final double EVERYDAY = 0.4;
  private static final double CORRECTION = 0.9;

  private final English english;
  private final Predicate<String> ofCorpus;
  private final Set<String> subjectWords;
  private final Set<String> emptyWords;

  /// @param ofCorpus tells the words that only the corpus has, such as names of products
  Confidence(English english, Predicate<String> ofCorpus) {
    this.english = english;
    this.ofCorpus = ofCorpus;
    this.subjectWords = english.words("subject words");
    this.emptyWords = english.words("stop words");
    emptyWords.addAll(english.words("question words"));
  }

  /// The confidence of a reading, 0 to 1.
  ///
  /// @param own what the turn names
  /// @param named whether it names a technology, or takes it from an earlier turn
  /// @param form how clear the form is
  double of(Mentions own, boolean named, double form) {
    return anchor(own, named)
        * (0.5 + 0.5 * share(own))
        * form
        * Math.pow(CORRECTION, own.corrections());
  }

  /// 1 when a technology is named; less for a criterion among words about software or in words of
  /// its own, for words about software, for unknown names, for a criterion in everyday words; 0 for
  /// none of it.
  private double anchor(Mentions own, boolean named) {
    if (named) {
      return NAMED;
    }
    boolean subject = own.text().tokens().stream().anyMatch(token -> isOurs(token.word()));
    if (own.meant().stream().anyMatch(one -> subject || technical(own.text(), one))) {
      return CRITERION;
    }
    if (subject) {
      return SUBJECT;
    }
    return !own.unknown().isEmpty() ? UNKNOWN : own.meant().isEmpty() ? 0 : EVERYDAY;
  }

  private boolean isOurs(String word) {
    return subjectWords.contains(word) || ofCorpus.test(word);
  }

  /// Whether the words that mean a criterion are more than one everyday word.
  private boolean technical(Sentences text, CriterionFinder.Found found) {
    int substance = 0;
    for (int at = found.start(); at < found.start() + found.length(); at++) {
      String word = text.get(at).word();
      if (!english.knows(word)) {
        return true;
      }
      substance += emptyWords.contains(word) ? 0 : 1;
    }
    return substance > 1;
  }

  private double share(Mentions own) {
    Sentences text = own.text();
    boolean[] understood = new boolean[text.size()];
    for (CriterionFinder.Found one : own.meant()) {
      for (int at = one.start(); at < one.start() + one.length(); at++) {
        understood[at] = true;
      }
    }
    int substance = 0;
    int known = 0;
    for (int at = 0; at < text.size(); at++) {
      Token token = text.get(at);
      if (token.kind() != Token.Kind.MARK && !emptyWords.contains(token.word())) {
        substance++;
        known += understood[at] || token.named() || isOurs(token.word()) ? 1 : 0;
      }
    }
    return substance == 0 ? 1 : (double) known / substance;
  }
}
