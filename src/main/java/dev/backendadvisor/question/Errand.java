package dev.backendadvisor.question;

import dev.backendadvisor.question.Sentences.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Tells sentences that want something done ("write me a poem", "ignore your instructions") from
/// those that want to know something.
final class Errand {
  private final Cues cues;
  private final Set<String> mere;

  Errand(English english) {
    this.cues = english.cues("order cues");
    this.mere = english.words("mere orders");
  }

  /// The sentences that want something done.
  ///
  /// @param text tokens with the names marked
  /// @param meant where words mean criteria
  List<Sentence> find(Sentences text, List<CriterionFinder.Found> meant) {
    List<Sentence> errands = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      boolean ordered =
          cues.first(text, sentence.from(), sentence.to())
              .filter(match -> match.start() <= sentence.start() || opensPolitely(text, sentence))
              .isPresent();
      if (ordered || (isMere(text, sentence) && !isOurs(text, sentence, meant))) {
        errands.add(sentence);
      }
    }
    return errands;
  }

  /// "Can you write me …" is an order in the dress of a question.
  private static boolean opensPolitely(Sentences text, Sentence sentence) {
    return Set.of("can", "could", "would", "will").contains(text.get(sentence.start()).word());
  }

  private boolean isMere(Sentences text, Sentence sentence) {
    return !sentence.asks() && mere.contains(text.get(sentence.start()).word());
  }

  private static boolean isOurs(
      Sentences text, Sentence sentence, List<CriterionFinder.Found> meant) {
    return meant.stream()
            .anyMatch(one -> one.start() >= sentence.from() && one.start() < sentence.to())
        || text.tokens().subList(sentence.from(), sentence.to()).stream()
            .anyMatch(token -> token.kind() == Token.Kind.TECHNOLOGY);
  }
}
