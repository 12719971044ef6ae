package dev.backendadvisor.question;

import dev.backendadvisor.question.Sentences.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells sentences that want something done ("write me a poem", "ignore your instructions") from
/// those that want to know something.
final class Errand {
  private static final Pattern QUOTED = Pattern.compile("[\"\u201C][^\"\u201C\u201D]+[\"\u201D]");

  private static final Pattern ENDS = Pattern.compile("[.!?].$");
  private static final Pattern OPENS = Pattern.compile("^\\s+\\p{Lu}");

  private final Cues cues;
  private final Set<String> mere;
  private final Set<String> verbs = new HashSet<>();

  Errand(English english) {
    this.cues = english.cues("order cues");
    this.mere = english.words("mere orders");
    verbs.addAll(english.words("order-verbs"));
    verbs.removeAll(english.words("commands"));
    verbs.removeAll(english.words("use"));
    verbs.removeAll(english.words("frame words"));
  }

  /// The words with what they quote made one word of the same length: what is to be repeated or put
  /// in neither ends the sentence that wants it done nor says what that is about.
  static String withoutQuotes(String words) {
    return QUOTED
        .matcher(words)
        .replaceAll(
            quoted -> {
              String rest = words.substring(quoted.end());
              String last =
                  ENDS.matcher(quoted.group()).find() && OPENS.matcher(rest).find() ? "." : "x";
              return "x".repeat(quoted.group().length() - 1) + last;
            });
  }

  /// The sentences that want something done.
  ///
  /// @param text tokens with the names marked
  /// @param meant where words mean criteria
  List<Sentence> find(Sentences text, List<CriterionFinder.Found> meant) {
    List<Sentence> errands = new ArrayList<>();
    boolean asks = text.sentences().stream().anyMatch(Sentence::asks);
    for (Sentence sentence : text.sentences()) {
      boolean ordered =
          cues.first(text, sentence.from(), sentence.to())
              .filter(match -> match.start() <= sentence.start() || opensPolitely(text, sentence))
              .isPresent();
      boolean wanted = isMere(text, sentence) || (asks && opensWithOrder(text, sentence));
      if (ordered || (wanted && !isOurs(text, sentence, meant))) {
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

  /// Beside a question more verbs order than by themselves: "…? Break down the plot of Hamlet."
  private boolean opensWithOrder(Sentences text, Sentence sentence) {
    return !sentence.asks() && verbs.contains(text.get(sentence.start()).word());
  }

  private static boolean isOurs(
      Sentences text, Sentence sentence, List<CriterionFinder.Found> meant) {
    return meant.stream()
            .anyMatch(one -> one.start() >= sentence.from() && one.start() < sentence.to())
        || text.tokens().subList(sentence.from(), sentence.to()).stream()
            .anyMatch(token -> token.kind() == Token.Kind.TECHNOLOGY);
  }
}
