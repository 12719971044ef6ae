package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.decision.Band;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import dev.backendadvisor.retrieval.Hit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// The evidence of a brief, chosen for what an answer needs to say.
final class Findings {
  /// A record rated this high speaks for a technology, one rated as far below the middle against
  /// it.
  private static final double SPEAKS_FOR = 3.5;

  private static final double SPEAKS_AGAINST = 2.75;

  /// The middle of the scale: a record no higher, and noticeably below its cell, speaks against
  /// what the cell says.
  private static final double MIDDLE = 3;

  /// Two voices this far apart on one cell disagree.
  private static final double DISAGREEMENT = 1.5;

  /// How close in meaning a sentence is whose criteria are asked about, where words only hint at
  /// others.
  private static final double MEANT = 0.5;

  /// The criterion on which companies' own accounts are recorded.
  static final String COMPANIES = "companies";

  private final Corpus corpus;
  private final Matrix matrix;
  private final Vocabulary vocabulary;
  private final Reading reading;
  private final List<String> criteria;

  Findings(Brief brief) {
    this.corpus = brief.corpus();
    this.matrix = brief.matrix();
    this.vocabulary = brief.vocabulary();
    this.reading = brief.question().reading();
    this.criteria = meant(brief);
  }

  /// The criteria asked about that the corpus declares: where words only hint at some, or at none,
  /// those of the sentence closest to the question. "How much bigger is the pool of JavaScript
  /// people?" asks about hiring, and not about anything big.
  List<String> criteria() {
    return criteria;
  }

  private List<String> worded() {
    return reading.criteria().stream()
        .map(Reading.CriterionMention::criterion)
        .filter(corpus.criteria()::containsKey)
        .distinct()
        .toList();
  }

  private List<String> meant(Brief brief) {
    List<String> worded = worded();
    boolean compares = brief.question() instanceof Question.Comparison;
    boolean sure = reading.criteria().stream().anyMatch(one -> !one.hinted());
    boolean bare = worded.isEmpty() && new Aspect(brief).isEmpty();
    if (!compares || sure || bare || reading.technologies().size() < 2) {
      return worded;
    }
    return brief.hits().stream()
        .flatMap(hit -> hit.sentences().stream())
        .filter(one -> one.meaning() >= MEANT)
        .sorted(Comparator.comparingDouble(Hit.Sentence::meaning).reversed())
        .map(one -> corpus.evidenceIn(one.span()))
        .filter(
            records ->
                records.stream()
                    .map(Evidence::technology)
                    .toList()
                    .containsAll(reading.technologies()))
        .findFirst()
        .map(records -> records.stream().map(Evidence::criterion).distinct().toList())
        .filter(closest -> closest.stream().noneMatch(worded::contains))
        .orElse(worded);
  }

  /// The technologies asked about, without those ruled out.
  List<String> technologies() {
    return reading.technologies().stream()
        .filter(one -> !reading.excluded().contains(one))
        .distinct()
        .toList();
  }

  /// The technologies the corpus knows most of: what an open choice is made from.
  List<String> main() {
    return corpus.technologies().values().stream()
        .filter(one -> one.kind() != Technology.Kind.FRAMEWORK)
        .map(Technology::id)
        .filter(one -> !matrix.cells(one).isEmpty() && !reading.excluded().contains(one))
        .sorted(Comparator.comparingInt((String one) -> matrix.cells(one).size()).reversed())
        .limit(3)
        .toList();
  }

  /// The criteria on which at least two of the technologies are rated.
  List<String> comparable(List<String> technologies) {
    return corpus.criteria().keySet().stream()
        .filter(
            criterion ->
                technologies.stream().filter(one -> matrix.cell(one, criterion).isPresent()).count()
                    > 1)
        .toList();
  }

  /// The organisations asked about, as written in the question: names by which questions mean the
  /// record at companies.
  List<String> organisations() {
    Criterion companies = corpus.criteria().get(COMPANIES);
    return companies == null
        ? List.of()
        : reading.criteria().stream()
            .filter(one -> one.criterion().equals(COMPANIES))
            .map(Reading.CriterionMention::from)
            .filter(
                from ->
                    companies.words().stream()
                        .anyMatch(
                            word ->
                                word.equalsIgnoreCase(from)
                                    && Character.isUpperCase(word.codePointAt(0))))
            .toList();
  }

  /// The records of a cell of a band, and of those that explain it, those first that say what it
  /// says, at first hand and without figures.
  List<Evidence> telling(String technology, String criterion, Band band) {
    return withExplaining(List.of(criterion)).stream()
        .flatMap(one -> matrix.cell(technology, one).stream())
        .filter(cell -> Band.of(cell.rating()) == band)
        .flatMap(
            cell ->
                cell.evidence().stream()
                    .filter(
                        one ->
                            one.criterion().equals(criterion)
                                || one.equals(cell.evidence().getFirst())))
        .sorted(
            Comparator.comparing((Evidence one) -> Band.of(one.rating().orElseThrow()) != band)
                .thenComparing(one -> one.basis() == Evidence.Basis.OPINION)
                .thenComparing(one -> !isFirstHand(one))
                .thenComparing(one -> Statement.hasFigures(one.gist().orElse("1"))))
        .toList();
  }

  /// Whether a record's sentence has some of the question's own words besides names.
  boolean isWorded(Evidence record) {
    Set<String> given = new HashSet<>(vocabulary.statement(record.sentence()).telling());
    return Words.stems(reading.standalone()).stream()
        .filter(stem -> vocabulary.isRare(stem))
        .anyMatch(given::contains);
  }

  /// Criteria as they stand after "for".
  String purpose(List<String> criteria) {
    List<String> names = criteria.stream().limit(3).map(this::criterionName).toList();
    return names.size() > 1 && names.stream().anyMatch(name -> name.contains(" and "))
        ? String.join(", ", names.subList(0, names.size() - 1)) + " as well as " + names.getLast()
        : Wording.list(names);
  }

  /// A criterion's name.
  String criterionName(String criterion) {
    Criterion declared = corpus.criteria().get(criterion);
    return declared == null ? criterion : declared.name();
  }

  /// Whether a criterion is work to be done or a quality of doing it.
  Criterion.Kind kind(String criterion) {
    Criterion declared = corpus.criteria().get(criterion);
    return declared == null ? Criterion.Kind.QUALITY : declared.kind();
  }

  /// What puts one ahead of others on some criteria: `starts up sooner than Java`.
  String claim(List<String> criteria, String others) {
    List<String> phrases =
        criteria.stream()
            .limit(3)
            .flatMap(one -> Optional.ofNullable(corpus.criteria().get(one)).stream())
            .flatMap(one -> one.ahead().stream())
            .toList();
    return phrases.size() < Math.min(criteria.size(), 3)
        ? "is ahead of " + others + " for " + purpose(criteria)
        : Wording.list(phrases) + " than " + others;
  }

  /// The criteria and those that explain them.
  List<String> withExplaining(List<String> criteria) {
    return Stream.concat(
            criteria.stream()
                .flatMap(one -> Optional.ofNullable(corpus.criteria().get(one)).stream())
                .flatMap(one -> one.explainedBy().stream()),
            criteria.stream())
        .distinct()
        .toList();
  }

  /// The records that show best why one technology is ahead of another. First choice is two gists
  /// without figures from sources that measure or document; then one sentence that compares both;
  /// then any two gists that may be joined; else what decides most, alone.
  List<Evidence> contrast(
      String leader, String behind, List<String> criteria, List<Evidence> deciding) {
    List<String> telling = withExplaining(criteria);
    Optional<List<Evidence>> plain =
        pair(
            ordered(leader, telling, deciding).stream()
                .sorted(Comparator.comparingDouble((Evidence one) -> middleOf(one)).reversed())
                .toList(),
            ordered(behind, telling, deciding),
            (one, other) ->
                Composition.joins(one, other)
                    && isFirstHand(one)
                    && isFirstHand(other)
                    && isWithoutFigures(one)
                    && isWithoutFigures(other));
    List<Evidence> ahead = ordered(leader, criteria, deciding);
    List<Evidence> trailing = ordered(behind, criteria, deciding);
    return plain
        .or(() -> pair(ahead, trailing, (one, other) -> one.span().equals(other.span())))
        .or(() -> pair(ahead, trailing, Composition::joins))
        .or(() -> oneSided(ahead, trailing, criteria))
        .orElseGet(
            () ->
                deciding.stream()
                    .filter(one -> one.basis() != Evidence.Basis.OPINION)
                    .limit(1)
                    .toList());
  }

  private static double middleOf(Evidence record) {
    return record.rating().orElseThrow().middle();
  }

  /// What alone shows why one is ahead: how well it does, else how badly the other does.
  private Optional<List<Evidence>> oneSided(
      List<Evidence> ahead, List<Evidence> trailing, List<String> criteria) {
    Stream<Evidence> good =
        ahead.stream()
            .filter(
                one -> one.rating().orElseThrow().middle() >= middle(trailing) + Matrix.NOTICEABLE);
    Stream<Evidence> bad =
        trailing.stream()
            .filter(
                one -> one.rating().orElseThrow().middle() <= middle(ahead) - Matrix.NOTICEABLE);
    return Stream.concat(good, bad)
        .filter(one -> one.basis() != Evidence.Basis.OPINION && criteria.contains(one.criterion()))
        .findFirst()
        .map(List::of);
  }

  /// The middle of the cell some records belong to.
  private double middle(List<Evidence> records) {
    return records.stream()
        .findFirst()
        .flatMap(one -> matrix.cell(one.technology(), one.criterion()))
        .map(cell -> cell.rating().middle())
        .orElse(3.0);
  }

  /// The best of those behind.
  String runnerUp(Comparison comparison, List<String> criteria) {
    String leader = comparison.leader().orElseThrow();
    return comparison.technologies().stream()
        .filter(one -> !one.equals(leader))
        .max(
            Comparator.comparingDouble(
                one ->
                    criteria.stream()
                        .flatMap(criterion -> matrix.cell(one, criterion).stream())
                        .mapToDouble(cell -> cell.rating().middle())
                        .sum()))
        .orElseThrow();
  }

  /// The language a technology belongs to; itself when it is one.
  String language(String technology) {
    return Optional.ofNullable(corpus.technologies().get(technology))
        .flatMap(Technology::language)
        .orElse(technology);
  }

  private static Optional<List<Evidence>> pair(
      List<Evidence> ahead, List<Evidence> trailing, BiPredicate<Evidence, Evidence> fit) {
    for (Evidence one : ahead) {
      for (Evidence other : trailing) {
        if (isAhead(one, other) && fit.test(one, other)) {
          return Optional.of(List.of(one, other));
        }
      }
    }
    return Optional.empty();
  }

  /// Whether a record's source measured, documents or asked itself.
  static boolean isFirstHand(Evidence record) {
    return record.basis() == Evidence.Basis.MEASURED
        || record.basis() == Evidence.Basis.DOCUMENTATION
        || record.basis() == Evidence.Basis.SURVEY;
  }

  /// Whether a rated record speaks against its technology.
  static boolean isAgainst(Evidence record) {
    return record.rating().filter(rating -> rating.middle() <= SPEAKS_AGAINST).isPresent();
  }

  /// Whether a rated record of no more than the middle lies noticeably below its cell.
  private boolean isFarBelow(Evidence record) {
    return matrix
        .cell(record.technology(), record.criterion())
        .filter(
            cell ->
                record.rating().orElseThrow().middle()
                    <= Math.min(MIDDLE, cell.rating().middle() - Matrix.NOTICEABLE))
        .isPresent();
  }

  private static boolean isWithoutFigures(Evidence record) {
    return !Statement.hasFigures(record.gist().orElse("1"));
  }

  /// Whether two records show by themselves what their cells show.
  private static boolean isAhead(Evidence one, Evidence other) {
    return one.criterion().equals(other.criterion())
        && one.basis() != Evidence.Basis.OPINION
        && one.rating().orElseThrow().middle()
            >= other.rating().orElseThrow().middle() + Matrix.NOTICEABLE;
  }

  /// The records of a technology, those that decide first, then the weightiest; none that holds it
  /// against something the question does not ask about.
  private List<Evidence> ordered(
      String technology, List<String> criteria, List<Evidence> deciding) {
    List<Evidence> own = evidence(technology, criteria);
    return Stream.concat(deciding.stream().filter(own::contains), own.stream())
        .distinct()
        .filter(one -> !isAgainstOthers(one, technology))
        .toList();
  }

  /// Whether a record compares technologies of which at most one was asked about.
  boolean comparesOthersAlone(Evidence record) {
    return technologies().stream()
        .filter(one -> isOf(record, one))
        .anyMatch(one -> isAgainstOthers(record, one));
  }

  /// Whether a sentence compares a technology with others of which none was asked about: "Node.js
  /// is faster than Python" tells nothing of Node.js and Deno.
  private boolean isAgainstOthers(Evidence record, String technology) {
    List<String> rivals =
        corpus.evidenceIn(record.span()).stream()
            .filter(other -> other.rating().isPresent())
            .map(Evidence::technology)
            .filter(other -> !language(other).equals(language(record.technology())))
            .distinct()
            .toList();
    List<String> asked = technologies();
    List<String> languages = asked.stream().map(this::language).toList();
    return asked.size() > 1
        && asked.contains(technology)
        && !rivals.isEmpty()
        && !isOfSharedRun(record, asked)
        && rivals.stream().noneMatch(one -> asked.contains(one) || languages.contains(one));
  }

  /// Whether another of the technologies asked about was measured by the same source on the same.
  private boolean isOfSharedRun(Evidence record, List<String> asked) {
    return record.basis() == Evidence.Basis.MEASURED
        && asked.stream()
            .filter(one -> !language(one).equals(language(record.technology())))
            .flatMap(one -> evidence(one, List.of(record.criterion())).stream())
            .anyMatch(one -> one.source().id().equals(record.source().id()));
  }

  /// The record that speaks best for what a technology's cell says: the first that decides, else
  /// the weightiest with a gist, else the weightiest.
  Optional<Evidence> backing(String technology, List<String> criteria, List<Evidence> deciding) {
    List<Evidence> all = evidence(technology, criteria);
    List<Evidence> fair = all.stream().filter(one -> !isAgainstOthers(one, technology)).toList();
    List<Evidence> own = fair.isEmpty() ? all : fair;
    return Stream.of(
            deciding.stream().filter(own::contains),
            own.stream().filter(one -> one.gist().isPresent()),
            own.stream())
        .flatMap(stream -> stream)
        .findFirst();
  }

  /// The rated records of a technology on some criteria, cell by cell, the weightiest first.
  List<Evidence> evidence(String technology, List<String> criteria) {
    return criteria.stream()
        .flatMap(criterion -> matrix.cell(technology, criterion).stream())
        .flatMap(cell -> cell.evidence().stream())
        .toList();
  }

  /// What speaks for a technology and not as much for its rival.
  Stream<Evidence> speaksFor(String technology, String rival, List<String> criteria) {
    return telling(technology, criteria)
        .filter(one -> !isAgainstOthers(one, technology))
        .filter(one -> one.rating().orElseThrow().middle() >= SPEAKS_FOR)
        .filter(
            one ->
                corpus.evidenceIn(one.span()).stream()
                    .filter(other -> isOf(other, rival))
                    .flatMap(other -> other.rating().stream())
                    .noneMatch(other -> other.middle() >= one.rating().orElseThrow().middle()));
  }

  /// Whether a record is of a technology, or of the language below it.
  private boolean isOf(Evidence record, String technology) {
    return record.technology().equals(technology)
        || record.technology().equals(language(technology));
  }

  /// Whether a record's sentence rates none of some others lower or as low: else it speaks for the
  /// record's technology among them.
  boolean isLowest(Evidence record, List<String> others) {
    return corpus.evidenceIn(record.span()).stream()
        .filter(other -> !other.technology().equals(record.technology()))
        .filter(other -> others.stream().anyMatch(one -> isOf(other, one)))
        .flatMap(other -> other.rating().stream())
        .noneMatch(other -> other.middle() <= record.rating().orElseThrow().middle());
  }

  /// What speaks for a technology.
  Stream<Evidence> speaksFor(String technology, List<String> criteria) {
    return speaksFor(technology, "", criteria);
  }

  /// What speaks against a technology.
  Stream<Evidence> speaksAgainst(String technology, List<String> criteria) {
    return telling(technology, criteria).filter(one -> isAgainst(one) || isFarBelow(one));
  }

  /// The rated records of a technology, mere opinions last.
  private Stream<Evidence> telling(String technology, List<String> criteria) {
    return evidence(technology, criteria).stream()
        .sorted(Comparator.comparing(one -> one.basis() == Evidence.Basis.OPINION));
  }

  private static final java.util.regex.Pattern LEAVING =
      java.util.regex.Pattern.compile("(?i)\\b(?:left|leaves|dropped|gave up)\\b");

  /// Whether a record tells of somebody who left what its sentence names first.
  static boolean tellsOfLeaving(Evidence record) {
    return LEAVING.matcher(record.sentence()).find();
  }

  /// What is recorded of teams and a technology.
  Stream<Evidence> ofTeams(String technology) {
    return corpus.evidence().stream()
        .filter(one -> one.criterion().equals(DecisionModel.TEAM_FIT))
        .filter(one -> one.technology().equals(technology));
  }

  /// What was measured of two of the technologies at once, on the criteria.
  Stream<Evidence> measuredTogether(List<String> technologies, List<String> criteria) {
    return measured(technologies, criteria)
        .filter(
            one ->
                corpus.evidenceIn(one.span()).stream()
                        .map(Evidence::technology)
                        .filter(technologies::contains)
                        .distinct()
                        .count()
                    > 1);
  }

  /// What was measured of the technologies on the criteria.
  Stream<Evidence> measured(List<String> technologies, List<String> criteria) {
    return technologies.stream()
        .flatMap(
            technology ->
                corpus.evidence().stream()
                    .filter(one -> one.technology().equals(technology))
                    .filter(one -> criteria.contains(one.criterion())))
        .filter(one -> one.basis() == Evidence.Basis.MEASURED && one.value().isPresent());
  }

  /// A record of another origin that contradicts the weightiest of its cell.
  ///
  /// @param above whether only a more favourable one is dissent, as for who is behind; only a less
  ///   favourable one otherwise, as for who leads; either when none leads
  Optional<Evidence> dissent(String technology, String criterion, Optional<Boolean> above) {
    List<Evidence> records =
        matrix.cell(technology, criterion).map(Cell::evidence).orElse(List.of());
    if (records.isEmpty()) {
      return Optional.empty();
    }
    Evidence weightiest = records.getFirst();
    return records.stream()
        .filter(one -> !one.source().origin().equals(weightiest.source().origin()))
        .filter(one -> !isAgainstOthers(one, technology))
        .filter(
            one -> {
              double higher =
                  one.rating().orElseThrow().middle() - weightiest.rating().orElseThrow().middle();
              return Math.abs(higher) >= DISAGREEMENT
                  && above.filter(wanted -> wanted != higher > 0).isEmpty();
            })
        .findFirst();
  }
}
