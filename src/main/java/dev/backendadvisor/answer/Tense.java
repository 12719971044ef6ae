package dev.backendadvisor.answer;

import dev.backendadvisor.answer.Parsed.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells whether a clause says of the present what a text says of the past.
final class Tense {
  private static final GateWords ENGLISH = GateWords.english();
  private static final Set<String> PAST_BE = Set.of("was", "were", "had", "did");
  private static final Set<String> PRESENT_BE = Set.of("is", "are", "has", "have", "does", "do");

  private static final Set<String> PASSIVE = Set.of("is", "are", "be", "been", "being");

  private final Parsed said;
  private final Parsed text;

  Tense(Parsed said, Parsed text) {
    this.said = said;
    this.text = text;
  }

  /// The word that shifts it; nothing when the times agree.
  Optional<String> shifted() {
    for (int i = 0; i < said.tokens().size(); i++) {
      Token one = said.tokens().get(i);
      boolean shifts = PRESENT_BE.contains(one.word()) ? wasSo(i) : !isNoun(i) && isShifted(one);
      if (shifts) {
        return Optional.of("shifts the time of " + one.word());
      }
    }
    return Optional.empty();
  }

  /// Whether a word is no verb, since one follows: "its tests covered".
  private boolean isNoun(int place) {
    if (place + 1 >= said.tokens().size()) {
      return false;
    }
    Token next = said.tokens().get(place + 1);
    return !next.breaks() && (isPast(next) || PRESENT_BE.contains(next.word()));
  }

  /// Whether what the clause says something is, the text says it was.
  private boolean wasSo(int place) {
    List<Token> next = said.after(place, 1);
    boolean was = false;
    for (int i = 0; !next.isEmpty() && i < text.tokens().size(); i++) {
      if (next.getFirst().matches(text.tokens().get(i))) {
        for (int j = i - 1; j >= Math.max(0, i - 4); j--) {
          String word = text.tokens().get(j).word();
          if (PRESENT_BE.contains(word)) {
            return false;
          }
          was |= PAST_BE.contains(word);
        }
      }
    }
    return was;
  }

  private static boolean isPast(Token one) {
    return PAST_BE.contains(one.word())
        || one.word().endsWith("ed") && !one.word().endsWith("eed")
        || isIrregularPast(one);
  }

  /// A verb in the present whose form in the text is past throughout.
  private boolean isShifted(Token one) {
    if (!isThirdPerson(one)) {
      return false;
    }
    boolean asPast = false;
    for (int i = 0; i < text.tokens().size(); i++) {
      Token other = text.tokens().get(i);
      if (other.plain().equals(one.plain())) {
        if (!isPast(other) || isPassive(i)) {
          return false;
        }
        asPast = true;
      }
    }
    return asPast;
  }

  /// Whether a past form is one of "is called".
  private boolean isPassive(int place) {
    for (int i = place - 1; i >= Math.max(0, place - 2); i--) {
      if (PASSIVE.contains(text.tokens().get(i).word())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isThirdPerson(Token one) {
    return one.word().endsWith("s")
        && !one.word().endsWith("ss")
        && !PAST_BE.contains(one.word())
        && !PRESENT_BE.contains(one.word());
  }

  private static boolean isIrregularPast(Token one) {
    return !one.word().equals(one.plain())
        && !one.word().endsWith("s")
        && !one.word().endsWith("ing")
        && ENGLISH.isVerb(one.plain());
  }
}
