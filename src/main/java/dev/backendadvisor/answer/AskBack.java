package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.question.Manner;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Asks back, below what holds anyway, for the one fact that would change the answer. Each choice
/// is a question of its own, so that it can be pressed, typed or asked later.
final class AskBack {
  private static final int MOST = 5;

  /// What a question leans on a turn before it with: "and for beginners?", "is it faster?", "why?".
  private static final Pattern LEANS =
      Pattern.compile("(?i)^\\W*(?:and|but|so|then)\\b|\\b(?:it|they|them|the other|why)\\b");

  /// What leans on nothing: "is it worth learning to program?".
  private static final Pattern EXPLETIVE =
      Pattern.compile(
          "(?i)\\b(?:it|that)\\b.*\\b(?:to|that|worth|when|if)\\b|\\b(?:time|day|date)\\b.*\\bit\\b");

  private final Brief brief;
  private final Findings findings;

  AskBack(Brief brief, Findings findings) {
    this.brief = brief;
    this.findings = findings;
  }

  /// A question of ours and the answers to choose from.
  ///
  /// @param text the question
  /// @param choices the answers, two at least
  record Asked(String text, List<Answer.Choice> choices) {
    Asked {
      choices = List.copyOf(choices);
    }
  }

  /// Asks what is meant where a question leans on a turn before it and there was none: nothing can
  /// be said before that is known.
  Optional<Draft> whatIsMeant(Composition composition) {
    if (!leansOnNothing()) {
      return Optional.empty();
    }
    Optional<String> criterion = findings.criteria().stream().findFirst();
    composition.verdict(
        criterion
            .map(one -> "Which one do you mean? I can say how each does for %s.")
            .map(text -> text.formatted(findings.criterionName(criterion.get())))
            .orElse("What do you mean? I see no question before this one."),
        new DraftSentence.Ground.Nothing());
    List<Answer.Choice> choices =
        findings.main().stream().map(one -> ofTechnology(one, criterion)).toList();
    return Optional.of(Drafts.clarification(choices));
  }

  private boolean leansOnNothing() {
    Reading reading = brief.question().reading();
    String words = reading.words();
    boolean bare =
        reading.technologies().isEmpty()
            && reading.unknownNames().isEmpty()
            && reading.versions().isEmpty()
            && reading.excluded().isEmpty()
            && reading.open().isEmpty()
            && reading.carriedOver().isEmpty()
            && new AskedNames(brief).stems().isEmpty();
    boolean chooses =
        brief.question() instanceof Question.Recommendation
            || brief.question() instanceof Question.Reconsideration;
    return bare && !chooses && LEANS.matcher(words).find() && !EXPLETIVE.matcher(words).find();
  }

  private Answer.Choice ofTechnology(String technology, Optional<String> criterion) {
    String name = brief.vocabulary().names().of(technology);
    return new Answer.Choice(
        name,
        criterion
            .map(one -> "Is " + name + " good for " + findings.criterionName(one) + "?")
            .orElse("What are the strengths and weaknesses of " + name + "?"));
  }

  /// The answer with the question below it; as it was when it asks already, or nothing it could ask
  /// would change it.
  Draft below(Draft draft, Scribe scribe) {
    boolean open = draft.kind() == Answer.Kind.ANSWER || draft.kind() == Answer.Kind.RECOMMENDATION;
    Optional<Asked> asked = open && draft.choices().isEmpty() ? asked() : Optional.empty();
    if (asked.isEmpty()) {
      return draft;
    }
    boolean stands =
        scribe.say(
            new DraftSentence(
                "\n\n", asked.get().text(), Part.QUESTION, new DraftSentence.Ground.Nothing()));
    return stands
        ? new Draft(
            draft.kind(),
            asked.get().choices(),
            draft.suggestions(),
            draft.nearest(),
            draft.claims(),
            draft.notices(),
            draft.writer())
        : draft;
  }

  /// What the answer hinges on: the work, when none was named; which of several wishes weighs most,
  /// when they point to different technologies.
  private Optional<Asked> asked() {
    boolean compares =
        brief.question() instanceof Question.Comparison
            || brief.question() instanceof Question.Recommendation;
    List<String> technologies = findings.technologies();
    if (!compares
        || technologies.size() < 2
        || brief.question().reading().manner() != Manner.USUAL) {
      return Optional.empty();
    }
    List<String> criteria = findings.criteria();
    if (criteria.isEmpty()) {
      List<String> work =
          brief.corpus().criteria().values().stream()
              .filter(criterion -> criterion.kind() == Criterion.Kind.WORK)
              .map(Criterion::id)
              .toList();
      return among(technologies, work, "What does it mostly have to do?");
    }
    return criteria.size() == 1
        ? Optional.empty()
        : among(technologies, criteria, "Which of these weighs most?");
  }

  /// The criteria that tell the technologies apart, those first whose leader is another one's than
  /// the first's; none when they all point to the same.
  private Optional<Asked> among(List<String> technologies, List<String> criteria, String text) {
    List<Answer.Choice> choices = new ArrayList<>();
    Set<String> leaders = new HashSet<>();
    for (String criterion : criteria) {
      Optional<String> leader = brief.matrix().compare(technologies, List.of(criterion)).leader();
      if (leader.isPresent() && choices.size() < MOST) {
        leaders.add(leader.get());
        choices.add(choice(technologies, criterion));
      }
    }
    return leaders.size() < 2 ? Optional.empty() : Optional.of(new Asked(text, choices));
  }

  private Answer.Choice choice(List<String> technologies, String criterion) {
    List<String> names =
        technologies.stream().map(one -> brief.vocabulary().names().of(one)).toList();
    String purpose = findings.criterionName(criterion);
    String all = String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    return new Answer.Choice(purpose, all + " for " + purpose + "?");
  }
}
