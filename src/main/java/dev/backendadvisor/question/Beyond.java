package dev.backendadvisor.question;

import java.util.Optional;
import java.util.stream.IntStream;

/// Tells questions that no corpus can answer: what is so with the asker, and what will be.
final class Beyond {
  /// So many years ahead are planned for: versions have their end of support.
  private static final int PLANNED = 8;

  private final Cues own;
  private final Cues guards;
  private final Cues future;
  private final Cues years;
  private final Cues needs;
  private final int known;

  /// @param known the last year the corpus speaks of
  Beyond(English english, int known) {
    this.own = english.cues("private cues");
    this.guards = english.cues("private guards");
    this.future = english.cues("future cues");
    this.years = english.cues("future years");
    this.needs = english.cues("future guards");
    this.known = known;
  }

  /// Why no corpus can answer; none when one might.
  ///
  /// @param plans whether it asks about releases, whose plans are published
  Optional<Question.Unknowable.Kind> kind(Sentences text, boolean plans) {
    if (own.in(text) && !guards.in(text)) {
      return Optional.of(Question.Unknowable.Kind.PRIVATE);
    }
    boolean year = known > 0 && years.all(text).stream().anyMatch(match -> isLater(text, match));
    boolean ahead =
        year
            || !needs.in(text) && future.all(text).stream().anyMatch(match -> isAhead(text, match));
    return ahead && !plans ? Optional.of(Question.Unknowable.Kind.FUTURE) : Optional.empty();
  }

  /// Whether a cue that names a year names one the corpus has nothing of.
  private boolean isAhead(Sentences text, Cue.Match match) {
    return years(text, match).allMatch(year -> year > known);
  }

  private boolean isLater(Sentences text, Cue.Match match) {
    return years(text, match).anyMatch(year -> year > known + PLANNED);
  }

  private static IntStream years(Sentences text, Cue.Match match) {
    return text.tokens().subList(match.start(), match.end()).stream()
        .filter(token -> token.kind() == Token.Kind.NUMBER)
        .map(Token::word)
        .filter(number -> number.matches("(?:19|20|21)\\d\\d"))
        .mapToInt(Integer::parseInt);
  }
}
