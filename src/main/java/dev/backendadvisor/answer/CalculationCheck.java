package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Gap;
import dev.backendadvisor.decision.Band;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.decision.Firmness;
import dev.backendadvisor.decision.Matrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Decides whether a sentence follows from a calculation: computes it again, and looks that the
/// sentence says no more.
final class CalculationCheck {
  /// Words of a lead that nothing undoes.
  private static final Pattern FIRMLY =
      Pattern.compile("(?i)(?<!fairly )\\b(?:clearly|firmly|by far)\\b");

  private final Brief brief;
  private final TechnologyNames names;
  private final Leadership leadership;

  CalculationCheck(Brief brief) {
    this.brief = brief;
    this.names = brief.vocabulary().names();
    this.leadership = new Leadership(brief.corpus().criteria().values());
  }

  /// Tells who a sentence puts ahead.
  Leadership leadership() {
    return leadership;
  }

  /// Computes the result again and looks that the sentence names nothing beyond it.
  boolean follows(String text, Calculation result) {
    Matrix matrix = brief.matrix();
    return switch (result) {
      case Calculation.Leads leads ->
          holds(leads)
              && namesInOrder(text, leads)
              && leadership.putsAhead(text, leads.criteria())
              && saysNoFirmer(text, leads)
              && hasNoFigures(text);
      case Calculation.Hinges hinges -> holds(hinges.leads()) && hinge(text, hinges);
      case Calculation.Measured measured ->
          Measurement.better(
                      brief.corpus().evidenceIn(measured.span()),
                      measured.leader(),
                      measured.other())
                  .filter(measured.leader()::equals)
                  .isPresent()
              && names.in(text).equals(List.of(measured.leader(), measured.other()))
              && leadership.putsAhead(text, List.of())
              && hasNoFigures(text);
      case Calculation.Divided divided ->
          divided.leads().stream().allMatch(this::holds)
              && namesOnly(text, technologies(divided))
              && hasNoFigures(text);
      case Calculation.Fronts fronts ->
          fronts.leaders().equals(fronts(fronts))
              && namesOnly(text, Set.copyOf(fronts.technologies()))
              && hasNoFigures(text);
      case Calculation.Level level ->
          matrix.compare(level.technologies(), level.criteria()).leader().isEmpty()
              && namesOnly(text, Set.copyOf(level.technologies()))
              && hasNoFigures(text);
      case Calculation.Stands stands ->
          stands.criteria().stream()
                  .allMatch(criterion -> isIn(stands.band(), stands.technology(), criterion))
              && namesOnly(text, Set.of(stands.technology()))
              && hasNoFigures(text);
      case Calculation.Unrated unrated ->
          unrated.technologies().stream()
                  .allMatch(one -> matrix.cell(one, unrated.criterion()).isEmpty())
              && namesOnly(text, Set.copyOf(unrated.technologies()))
              && hasNoFigures(text);
      case Calculation.OneVoice one ->
          matrix
                  .cell(one.technology(), one.criterion())
                  .filter(cell -> cell.origins() == 1)
                  .isPresent()
              && namesOnly(text, Set.of(one.technology()))
              && hasNoFigures(text);
      case Calculation.Voices voices -> countsVoices(text, voices);
      case Calculation.Ruled ruled ->
          brief.corpus().policies().contains(ruled.policy())
              && Provisos.isInForce(ruled.policy(), brief.today())
              && text.equals(Provisos.text(names.of(ruled.policy().technology()), ruled.policy()));
      case Calculation.KnownGap known ->
          brief.corpus().gaps().contains(known.gap())
              && matrix.cell(known.gap().technology(), known.gap().criterion()).isEmpty()
              && text.equals(says(known.gap()));
      case Calculation.OfChoice choice -> new ChoiceCheck(brief, leadership).follows(text, choice);
      case Calculation.Judged judged -> says(text, judged);
      case Calculation.Tallied tallied ->
          tallied.assertions().stream()
                  .map(one -> new ClaimJudge(brief).judge(one).finding())
                  .toList()
                  .equals(tallied.findings())
              && text.equals(Verdicts.tally(tallied.findings()));
      case Calculation.SupportEnds ends -> saysWhenSupportEnds(text, ends.record());
      case Calculation.CameOut cameOut -> saysWhenItCameOut(text, cameOut.record());
      case Calculation.Outlasts longer ->
          new VersionDates(brief).outlasts(longer)
              && text.equals(Wording.outlasts(names.of(longer.technology()), longer));
      case Calculation.Reached reached ->
          Amount.in(reached.record().sentence()).contains(reached.amount())
              && reached.record().technology().equals(reached.technology())
              && !Findings.isAgainst(reached.record())
              && Words.of(reached.record().sentence()).stream()
                  .noneMatch(SpanSupport.NEGATIONS::contains)
              && namesOnly(text, Set.of(reached.technology()))
              && hasNoFigures(text);
      case Calculation.NoLongTerm none ->
          hasNoLongTerm(none.technology())
              && namesOnly(text, Set.of(none.technology()))
              && hasNoFigures(text);
    };
  }

  /// Whether a claim stands as told, in the words for it and for what is shown besides.
  private boolean says(String text, Calculation.Judged judged) {
    Judgement again = new ClaimJudge(brief).judge(judged.assertion());
    return again.finding() == judged.finding()
        && Verdicts.rest(text, judged.assertion(), again)
            .filter(
                rest -> judged.shown().map(shown -> follows(rest, shown)).orElseGet(rest::isEmpty))
            .isPresent();
  }

  private String says(Gap gap) {
    String topic =
        Optional.ofNullable(brief.corpus().criteria().get(gap.criterion()))
            .map(Criterion::name)
            .orElse(gap.criterion());
    return Provisos.text(names.of(gap.technology()), topic, gap);
  }

  /// A lead that one source can undo is not clear.
  private static boolean saysNoFirmer(String text, Calculation.Leads leads) {
    return leads.firmness() == Firmness.FIRM || !FIRMLY.matcher(text).find();
  }

  private boolean hinge(String text, Calculation.Hinges hinges) {
    Calculation.Leads leads = hinges.leads();
    String publisher = hinges.source().publisher();
    String rest = text.replace(publisher, "");
    return text.contains(publisher)
        && brief.matrix().hinges(technologies(leads), leads.criteria()).stream()
            .anyMatch(one -> one.origin().equals(hinges.source().origin()))
        && namesOnly(rest, Set.copyOf(technologies(leads)))
        && hasNoFigures(rest);
  }

  private List<List<String>> fronts(Calculation.Fronts fronts) {
    return fronts.criteria().stream()
        .map(criterion -> brief.matrix().front(fronts.technologies(), criterion))
        .toList();
  }

  private boolean holds(Calculation.Leads leads) {
    Comparison comparison = brief.matrix().compare(technologies(leads), leads.criteria());
    return comparison.leader().filter(leads.leader()::equals).isPresent()
        && comparison.firmness() == leads.firmness();
  }

  private boolean isIn(Band band, String technology, String criterion) {
    return brief
        .matrix()
        .cell(technology, criterion)
        .map(cell -> Band.of(cell.rating()))
        .filter(band::equals)
        .isPresent();
  }

  private boolean namesInOrder(String text, Calculation.Leads leads) {
    List<String> named = names.in(text);
    return !named.isEmpty()
        && named.getFirst().equals(leads.leader())
        && leads.behind().containsAll(named.subList(1, named.size()));
  }

  private static List<String> technologies(Calculation.Leads leads) {
    List<String> technologies = new ArrayList<>();
    technologies.add(leads.leader());
    technologies.addAll(leads.behind());
    return technologies;
  }

  private static Set<String> technologies(Calculation.Divided divided) {
    Set<String> technologies = new HashSet<>();
    divided.leads().forEach(leads -> technologies.addAll(technologies(leads)));
    return technologies;
  }

  private boolean namesOnly(String text, Set<String> technologies) {
    return technologies.containsAll(names.in(text));
  }

  private boolean hasNoFigures(String text) {
    return !leadership.hasFigures(text);
  }

  /// Whether a text gives each technology its own count, in their order, and no other figure.
  private boolean countsVoices(String text, Calculation.Voices voices) {
    List<String> counts =
        voices.technologies().stream()
            .map(one -> brief.matrix().cell(one, voices.criterion()))
            .map(cell -> cell.map(one -> String.valueOf(one.origins())).orElse("none"))
            .toList();
    List<String> figures =
        Words.of(leadership.withoutTopics(text)).stream().filter(Statement::hasFigures).toList();
    return figures.equals(counts)
        && names.in(text).equals(voices.technologies())
        && !SpanSupport.claimsDirection(text);
  }

  private boolean hasNoLongTerm(String technology) {
    List<Evidence> dated = new VersionDates(brief).of(technology);
    return !dated.isEmpty()
        && dated.stream().noneMatch(one -> VersionDates.support(one).longTerm().isPresent());
  }

  /// Whether a text says that a version came out on the day its record names, and no more.
  private boolean saysWhenItCameOut(String text, Evidence record) {
    Evidence.Support support = VersionDates.support(record);
    String day = Wording.day(support.from());
    Set<String> rest = new HashSet<>(Statement.figures(text));
    rest.removeAll(Statement.figures(day));
    rest.removeAll(Statement.figures(support.version()));
    return record.sentence().contains(day)
        && !brief.today().isBefore(support.from())
        && text.contains(" came out on " + day)
        && text.contains(support.version())
        && namesOnly(text, Set.of(record.technology()))
        && rest.isEmpty();
  }

  private boolean saysWhenSupportEnds(String text, Evidence record) {
    return record
        .support()
        .filter(
            support ->
                !text.contains("LTS")
                    || support.longTerm().filter(one -> !brief.today().isBefore(one)).isPresent())
        .filter(
            support ->
                brief.today().isAfter(support.until()) == Wording.saysEnded(text)
                    && text.contains(Wording.day(support.until()))
                    && namesOnly(text, Set.of(record.technology())))
        .filter(
            support -> {
              Set<String> rest = new HashSet<>(Statement.figures(text));
              rest.removeAll(Statement.figures(Wording.day(support.until())));
              rest.removeAll(Statement.figures(support.version()));
              return rest.isEmpty();
            })
        .isPresent();
  }
}
