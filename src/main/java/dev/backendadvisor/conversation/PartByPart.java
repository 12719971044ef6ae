package dev.backendadvisor.conversation;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.Answerer;
import dev.backendadvisor.answer.Brief;
import dev.backendadvisor.answer.CitedRecommendation;
import dev.backendadvisor.answer.Draft;
import dev.backendadvisor.answer.DraftSentence;
import dev.backendadvisor.answer.Notice;
import dev.backendadvisor.answer.Part;
import dev.backendadvisor.answer.Scribe;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Manner;
import dev.backendadvisor.question.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Answers several questions of one turn one after the other, each with its verdict first, shortly,
/// and without saying anything twice.
final class PartByPart {
  /// How long the whole may get, in words.
  private static final int WORDS = 170;

  /// The same for the long form.
  private static final int MORE_WORDS = 400;

  private static final int SUGGESTIONS = 3;

  private final Answerer answerer;
  private final Function<Question, Brief> briefs;

  /// @param answerer words each part
  /// @param briefs what each part is answered from
  PartByPart(Answerer answerer, Function<Question, Brief> briefs) {
    this.answerer = answerer;
    this.briefs = briefs;
  }

  /// Answers.
  Draft answer(Question.Compound question, Scribe scribe) {
    List<Draft> drafts = new ArrayList<>();
    Set<String> said = new HashSet<>();
    Optional<DraftSentence> asked = Optional.empty();
    List<Answer.Choice> choices = List.of();
    boolean atLength = question.reading().manner() == Manner.LONG;
    int budget = (atLength ? MORE_WORDS : WORDS) / question.parts().size();
    for (Question part : question.parts()) {
      var own = new OnePart(scribe, said, budget, drafts.isEmpty());
      Draft draft = answerer.answer(briefs.apply(part), own);
      if (own.isEmpty()) {
        scribe.say(own.nothingNew());
      }
      drafts.add(draft);
      if (asked.isEmpty() && own.asked.isPresent()) {
        asked = own.asked;
        choices = draft.choices();
      }
    }
    asked.ifPresent(scribe::say);
    if (question.left() > 0) {
      scribe.say(
          new DraftSentence(
              "\n\n",
              "I answer four questions at once; please ask me the others again.",
              Part.CAVEAT,
              new DraftSentence.Ground.Nothing()));
    }
    return together(drafts, choices);
  }

  private static Draft together(List<Draft> drafts, List<Answer.Choice> choices) {
    Set<Answer.Kind> kinds = new LinkedHashSet<>();
    Set<String> suggestions = new LinkedHashSet<>();
    Set<Answer.Nearest> nearest = new LinkedHashSet<>();
    Set<Notice> notices = new LinkedHashSet<>();
    for (Draft draft : drafts) {
      kinds.add(draft.kind());
      draft.suggestions().stream().limit(1).forEach(suggestions::add);
      notices.addAll(draft.notices());
    }
    drafts.forEach(draft -> suggestions.addAll(draft.suggestions()));
    Answer.Kind kind = kinds.size() == 1 ? kinds.iterator().next() : Answer.Kind.ANSWER;
    if (kind == Answer.Kind.ABSTENTION) {
      drafts.forEach(draft -> nearest.addAll(draft.nearest()));
    }
    return new Draft(
        kind,
        choices,
        suggestions.stream().limit(SUGGESTIONS).toList(),
        nearest.stream().limit(SUGGESTIONS).toList(),
        drafts.stream().flatMap(draft -> draft.claims().stream()).toList(),
        List.copyOf(notices),
        drafts.stream()
            .map(Draft::writer)
            .filter(one -> one instanceof Answer.Writer.Model)
            .findFirst()
            .orElse(drafts.getFirst().writer()));
  }

  /// Takes one part down: what is new of it until it is long enough. What it asks back waits for
  /// the end of the answer.
  private static final class OnePart implements Scribe {
    private final Scribe scribe;
    private final Set<String> said;
    private final int budget;
    private final boolean first;
    private int words;
    private boolean empty = true;
    private Optional<DraftSentence> asked = Optional.empty();

    OnePart(Scribe scribe, Set<String> said, int budget, boolean first) {
      this.scribe = scribe;
      this.said = said;
      this.budget = budget;
      this.first = first;
    }

    boolean isEmpty() {
      return empty;
    }

    @Override
    public void compare(Comparison comparison) {
      if (first) {
        scribe.compare(comparison);
      }
    }

    @Override
    public void recommend(CitedRecommendation recommendation) {
      if (first) {
        scribe.recommend(recommendation);
      }
    }

    @Override
    public boolean say(DraftSentence sentence) {
      if (sentence.part() == Part.QUESTION) {
        asked = Optional.of(sentence);
        return true;
      }
      int length = sentence.text().split("\\s+").length;
      if (said.contains(sentence.text()) || !(empty || words + length <= budget)) {
        return true;
      }
      boolean stands =
          scribe.say(
              new DraftSentence(
                  empty ? "\n\n" : sentence.before(),
                  sentence.text(),
                  sentence.part(),
                  sentence.ground()));
      if (stands) {
        said.add(sentence.text());
        words += length;
        empty = false;
      }
      return stands;
    }

    DraftSentence nothingNew() {
      return new DraftSentence(
          "\n\n",
          "On the other part I have read nothing beyond that.",
          Part.VERDICT,
          new DraftSentence.Ground.Nothing());
    }
  }
}
