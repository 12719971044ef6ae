package dev.backendadvisor.question;

import dev.backendadvisor.question.Question.Reconsideration.About;
import java.util.Optional;

/// Tells by its cues that a question is about a choice made before it.
final class Reconsiderations {
  private final Cues whyNot;
  private final Cues change;
  private final Cues firstYear;

  Reconsiderations(English english) {
    this.whyNot = english.cues("why not cues");
    this.change = english.cues("change cues");
    this.firstYear = english.cues("first year cues");
  }

  /// What of the choice is asked about; none when the words ask something else.
  Optional<About> in(Sentences text, int named) {
    if (named == 1 && whyNot.in(text)) {
      return Optional.of(About.WHY_NOT);
    }
    if (firstYear.in(text)) {
      return Optional.of(About.FIRST_YEAR);
    }
    return named == 0 && change.in(text) ? Optional.of(About.CHANGE) : Optional.empty();
  }
}
