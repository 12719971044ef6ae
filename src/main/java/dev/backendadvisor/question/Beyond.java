package dev.backendadvisor.question;

import java.util.Optional;

/// Tells questions that no corpus can answer: what is so with the asker, and what will be.
final class Beyond {
  private final Cues own;
  private final Cues guards;
  private final Cues future;
  private final Cues needs;
  private final int known;

  /// @param known the last year the corpus speaks of
  Beyond(English english, int known) {
    this.own = english.cues("private cues");
    this.guards = english.cues("private guards");
    this.future = english.cues("future cues");
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
    boolean ahead =
        !needs.in(text) && future.all(text).stream().anyMatch(match -> isAhead(text, match));
    return ahead && !plans ? Optional.of(Question.Unknowable.Kind.FUTURE) : Optional.empty();
  }

  /// Whether a cue that names a year names one the corpus has nothing of.
  private boolean isAhead(Sentences text, Cue.Match match) {
    return text.tokens().subList(match.start(), match.end()).stream()
        .filter(token -> token.kind() == Token.Kind.NUMBER)
        .map(Token::word)
        .filter(number -> number.matches("(?:19|20|21)\\d\\d"))
        .allMatch(number -> Integer.parseInt(number) > known);
  }
}
