package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Gap;
import dev.backendadvisor.corpus.PartialDate;
import dev.backendadvisor.corpus.Policy;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.question.Question;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What no answer may pass over in silence, whatever form it has: a company's own rule on what is
/// named, a cell that is known to be open, and that one voice is all there is.
final class Provisos {
  /// Rules told in one answer.
  private static final int MOST_RULES = 2;

  /// "May we use PHP?", "is Java approved here?": asks for the rule itself.
  private static final Pattern ASKS_FOR_THE_RULE =
      Pattern.compile(
          "(?i)\\b(?:allowed|forbidden|permitted|approved|banned|on hold|polic(?:y|ies)"
              + "|(?:company|house)(?:'s)? (?:rules?|standards?)|may (?:we|i) use)\\b");

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Wording wording;

  Provisos(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.wording = new Wording(brief.question().reading().standalone());
  }

  /// How many words the rules of a company need that bear on what the question names.
  int words() {
    return rules(findings.technologies()).stream()
        .mapToInt(one -> text(composition.name(one.technology()), one).split("\\s+").length)
        .sum();
  }

  /// The rule itself, to who asks for it.
  Optional<Draft> rule() {
    List<Policy> asked =
        ASKS_FOR_THE_RULE.matcher(brief.question().reading().standalone()).find()
            ? inForce().stream()
                .filter(one -> findings.technologies().contains(one.technology()))
                .toList()
            : List.of();
    asked.forEach(
        one ->
            composition.verdict(
                text(composition.name(one.technology()), one),
                Composition.computed(new Calculation.Ruled(one), List.of())));
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(Drafts.answer(new Suggestions(brief, findings).afterFacts()));
  }

  /// Adds what was not said yet below an answer.
  Draft below(Draft draft) {
    if (draft.kind() == Answer.Kind.SMALLTALK || draft.kind() == Answer.Kind.CLARIFICATION) {
      return draft;
    }
    boolean ruled = composition.isSaid(one -> one instanceof Calculation.Ruled);
    if (ruled) {
      return draft;
    }
    if (brief.question() instanceof Question.Fact
        || brief.question() instanceof Question.Comparison) {
      open();
      oneVoice();
    }
    Set<String> named = new LinkedHashSet<>(findings.technologies());
    named.addAll(composition.namedFirst());
    boolean learns = brief.question() instanceof Question.Recommendation choice && choice.learn();
    if (!learns) {
      rules(List.copyOf(named)).forEach(this::tell);
    }
    return draft;
  }

  private void tell(Policy policy) {
    composition.item(
        Part.CAVEAT,
        text(composition.name(policy.technology()), policy),
        Composition.computed(new Calculation.Ruled(policy), List.of()));
  }

  /// The first cell asked about that is declared to be open, with what was looked for.
  private void open() {
    for (String criterion : findings.criteria().stream().limit(1).toList()) {
      for (String technology : findings.technologies()) {
        if (brief.matrix().cell(technology, criterion).isEmpty()) {
          brief.corpus().gaps().stream()
              .filter(one -> one.technology().equals(technology))
              .filter(one -> one.criterion().equals(criterion))
              .limit(1)
              .forEach(
                  gap ->
                      composition.point(
                          Part.CAVEAT,
                          text(
                              composition.name(technology), findings.criterionName(criterion), gap),
                          Composition.computed(new Calculation.KnownGap(gap), List.of())));
        }
      }
    }
  }

  /// That one voice is all there is on what a question about one technology asks, when the answer
  /// rests on that voice.
  private void oneVoice() {
    if (findings.technologies().size() != 1 || findings.criteria().isEmpty()) {
      return;
    }
    String technology = findings.technologies().getFirst();
    String criterion = findings.criteria().getFirst();
    Optional<Cell> cell =
        brief
            .matrix()
            .cell(technology, criterion)
            .filter(one -> one.origins() == 1)
            .filter(one -> one.evidence().stream().anyMatch(composition::isSaid))
            // who sets the dates of support is the one voice that counts
            .filter(
                one -> one.evidence().stream().noneMatch(record -> record.support().isPresent()));
    boolean told =
        composition.isSaid(
            one ->
                one instanceof Calculation.OneVoice voice && voice.technology().equals(technology));
    if (cell.isPresent() && !told) {
      composition.point(
          Part.CAVEAT,
          wording.oneVoice(composition.name(technology), findings.criterionName(criterion)),
          Composition.computed(
              new Calculation.OneVoice(technology, criterion),
              cell.get().evidence().stream().filter(composition::isSaid).limit(1).toList()));
    }
  }

  /// The rules in force that keep some technologies, or the languages below them, from new work,
  /// unless the answer left them out for that.
  private List<Policy> rules(List<String> technologies) {
    return inForce().stream()
        .filter(one -> one.standing() != Policy.Standing.APPROVED)
        .filter(
            one ->
                technologies.stream()
                    .anyMatch(
                        named ->
                            named.equals(one.technology()) || isBelow(named, one.technology())))
        .filter(
            one ->
                !composition.isSaid(
                    said ->
                        said instanceof Calculation.RuledOut out
                            && out.exclusion().technology().equals(one.technology())))
        .filter(
            one ->
                !composition.isSaid(
                    said -> said instanceof Calculation.Ruled ruled && ruled.policy().equals(one)))
        .limit(MOST_RULES)
        .toList();
  }

  /// Whether a technology is made for a language that a rule is about.
  private boolean isBelow(String technology, String language) {
    return Optional.ofNullable(brief.corpus().technologies().get(technology))
        .filter(one -> one.kind() != Technology.Kind.LANGUAGE)
        .flatMap(Technology::language)
        .filter(language::equals)
        .isPresent();
  }

  private List<Policy> inForce() {
    return brief.corpus().policies().stream().filter(one -> isInForce(one, brief.today())).toList();
  }

  /// Whether a rule holds on a day.
  static boolean isInForce(Policy policy, LocalDate today) {
    return policy.expires().filter(date -> date.latest().isBefore(today)).isEmpty();
  }

  /// A company's rule in a sentence.
  ///
  /// @param name the technology's name
  static String text(String name, Policy policy) {
    return name
        + switch (policy.standing()) {
          case APPROVED -> " is approved";
          case HOLD -> " is on hold for new work";
          case FORBIDDEN -> " is forbidden";
        }
        + " by your company's own rules"
        + policy.expires().map(date -> " until " + words(date)).orElse("")
        + " (ask "
        // an address is spelt out, since a bare one would call somebody in a chat
        + policy.owner().replace("@", " at ")
        + "): “"
        + policy.reason()
        + "”";
  }

  /// A cell that is known to be open, in a sentence.
  ///
  /// @param name the technology's name
  /// @param topic the criterion's name
  static String text(String name, String topic, Gap gap) {
    return name + " for " + topic + " is a known gap: “" + gap.reason() + "”";
  }

  private static String words(PartialDate date) {
    if (date.day() > 0) {
      return Wording.day(date.latest());
    }
    return date.month() == 0
        ? "the end of " + date.year()
        : Month.of(date.month()).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + date.year();
  }
}
