package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.decision.Recommendation;
import dev.backendadvisor.question.Manner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Tells an answer in the manner the visitor asked for: longer, shorter, in plain words, its
/// reasons alone, or how sure it is. What is told was composed as always; here it is chosen and
/// added to.
final class Telling {
  private static final int MORE = 6;
  private static final int REASONS = 4;

  /// A sentence longer than this, in words, or with more figures, is not plain.
  private static final int PLAIN_WORDS = 24;

  private static final int PLAIN_FIGURES = 1;
  private static final int PLAIN_SENTENCES = 3;

  /// How many of a ranking, and of what decides it, more is told of.
  private static final int RANKED = 3;

  private final Brief brief;
  private final Findings findings;

  Telling(Brief brief) {
    this.brief = brief;
    this.findings = new Findings(brief);
  }

  /// The manner of an answer: the one asked for.
  private Manner manner() {
    return brief.question().reading().manner();
  }

  /// Tells what is composed.
  ///
  /// @param usual composes the answer as always
  Draft tell(Scribe scribe, Function<Scribe, Draft> usual) {
    Manner manner = manner();
    if (manner == Manner.USUAL) {
      return usual.apply(scribe);
    }
    var notes = new Notes();
    Draft draft = usual.apply(notes);
    if (notes.sentences.isEmpty()
        || draft.kind() == Answer.Kind.ABSTENTION
        || draft.kind() == Answer.Kind.SMALLTALK) {
      notes.sentences.forEach(scribe::say);
      return draft;
    }
    notes.comparison.ifPresent(scribe::compare);
    notes.recommendation.ifPresent(scribe::recommend);
    switch (manner) {
      case USUAL -> throw new IllegalStateException("told already");
      case LONG -> atLength(scribe, notes);
      case SHORT -> shortly(scribe, notes);
      case PLAIN -> plainly(scribe, notes);
      case WHY -> reasons(scribe, notes);
      case SURE -> howSure(scribe, notes);
    }
    return draft;
  }

  /// Sentences as they were composed.
  private static final class Notes implements Scribe {
    private final List<DraftSentence> sentences = new ArrayList<>();
    private Optional<Comparison> comparison = Optional.empty();
    private Optional<CitedRecommendation> recommendation = Optional.empty();

    @Override
    public void compare(Comparison compared) {
      comparison = Optional.of(compared);
    }

    @Override
    public void recommend(CitedRecommendation recommended) {
      recommendation = Optional.of(recommended);
    }

    @Override
    public boolean say(DraftSentence sentence) {
      sentences.add(sentence);
      return true;
    }

    List<DraftSentence> of(Part... parts) {
      return sentences.stream().filter(one -> List.of(parts).contains(one.part())).toList();
    }

    /// What ends an answer in every manner: what a company rules, and what is asked back.
    List<DraftSentence> ending() {
      return sentences.stream().filter(one -> one.part() == Part.QUESTION || isRule(one)).toList();
    }

    private static boolean isRule(DraftSentence sentence) {
      return sentence.ground() instanceof DraftSentence.Ground.Computed computed
          && computed.result() instanceof Calculation.Ruled;
    }

    Set<Span> cited() {
      Set<Span> cited = new HashSet<>();
      sentences.forEach(one -> cited.addAll(one.ground().spans()));
      return cited;
    }
  }

  /// All that was composed, and what else is on record.
  private void atLength(Scribe scribe, Notes notes) {
    List<DraftSentence> ending = notes.ending();
    notes.sentences.stream().filter(one -> !ending.contains(one)).forEach(scribe::say);
    unsaid(notes, cells(notes))
        .limit(MORE)
        .forEach(record -> scribe.say(quoted("\n- ", Part.FACT, record)));
    ending.forEach(scribe::say);
  }

  private static void shortly(Scribe scribe, Notes notes) {
    DraftSentence verdict = notes.sentences.getFirst();
    scribe.say(verdict);
    notes.ending().stream().filter(one -> !one.equals(verdict)).forEach(scribe::say);
  }

  /// The verdict, and what backs it in short sentences without many figures.
  private void plainly(Scribe scribe, Notes notes) {
    List<DraftSentence> ending =
        notes.ending().stream().filter(one -> !one.equals(notes.sentences.getFirst())).toList();
    scribe.say(notes.sentences.getFirst());
    Optional<String> leader = notes.comparison.flatMap(Comparison::leader);
    List<DraftSentence> plain = new ArrayList<>();
    Set<String> ahead = leader.isPresent() ? Set.of() : named(notes.sentences.getFirst());
    boolean rates = notes.comparison.isPresent() || notes.recommendation.isPresent();
    (rates ? cells(notes) : List.<Cell>of())
        .stream()
            .filter(cell -> ahead.isEmpty() || ahead.contains(cell.technology()))
            .sorted(
                Comparator.comparing(cell -> !leader.filter(cell.technology()::equals).isPresent()))
            .flatMap(
                cell ->
                    cell.evidence().stream()
                        .filter(Findings::isFirstHand)
                        .filter(one -> one.rating().isPresent())
                        .filter(one -> leader.isEmpty() || !speaksAgainst(one, leader.get()))
                        .filter(one -> one.gist().filter(Telling::isPlain).isPresent())
                        .limit(1))
            .map(this::gist)
            .forEach(plain::add);
    notes.sentences.stream()
        .skip(1)
        .filter(one -> !ending.contains(one) && isPlain(one.text()))
        .forEach(plain::add);
    List<String> told = new ArrayList<>();
    for (DraftSentence one : plain) {
      String core = one.text().replaceAll("[.!]$", "");
      boolean repeats = told.stream().anyMatch(said -> core.contains(said));
      if (told.size() < PLAIN_SENTENCES && !repeats) {
        told.add(core);
        scribe.say(new DraftSentence(" ", one.text(), one.part(), one.ground()));
      }
    }
    if (told.isEmpty()) {
      notes.sentences.stream()
          .skip(1)
          .filter(one -> !ending.contains(one))
          .min(
              Comparator.comparingInt((DraftSentence one) -> Statement.figures(one.text()).size())
                  .thenComparingInt(one -> one.text().length()))
          .ifPresent(scribe::say);
    }
    ending.forEach(scribe::say);
  }

  /// Whom a verdict names: those at the top, where nobody leads alone.
  private Set<String> named(DraftSentence verdict) {
    return new HashSet<>(brief.vocabulary().names().in(verdict.text()));
  }

  /// The reasons that were not told yet; those told, when there are no others.
  private void reasons(Scribe scribe, Notes notes) {
    Optional<String> leader = notes.comparison.flatMap(Comparison::leader);
    List<Evidence> others =
        unsaid(notes, cells(notes))
            .filter(Findings::isFirstHand)
            .filter(one -> one.rating().isPresent())
            .filter(one -> leader.isEmpty() || speaksFor(one, leader.get()))
            .limit(REASONS)
            .toList();
    List<DraftSentence> told =
        others.isEmpty()
            ? notes.of(Part.REASON, Part.FACT)
            : others.stream().map(one -> quoted("\n- ", Part.REASON, one)).toList();
    if (told.isEmpty()) {
      notes.sentences.forEach(scribe::say);
      return;
    }
    scribe.say(
        new DraftSentence(
            "",
            others.isEmpty()
                ? "I have no reasons beyond these."
                : "Beyond what I said, this speaks for it.",
            Part.VERDICT,
            new DraftSentence.Ground.Nothing()));
    told.forEach(
        one -> scribe.say(new DraftSentence("\n- ", one.text(), one.part(), one.ground())));
  }

  private static boolean speaksFor(Evidence record, String leader) {
    double middle = record.rating().orElseThrow().middle();
    return record.technology().equals(leader) ? middle >= 3.5 : middle <= 2.75;
  }

  /// The verdict again, on how many voices it rests, and what speaks against it.
  private void howSure(Scribe scribe, Notes notes) {
    DraftSentence verdict = notes.sentences.getFirst();
    scribe.say(verdict);
    if (!(verdict.ground() instanceof DraftSentence.Ground.Computed && voices(scribe, notes))) {
      scribe.say(
          new DraftSentence(
              " ",
              "I say no more than the source does, and have not tried it myself.",
              Part.CAVEAT,
              new DraftSentence.Ground.Nothing()));
      return;
    }
    List<DraftSentence> against = new ArrayList<>(notes.of(Part.CONDITION, Part.CAVEAT));
    if (against.isEmpty()) {
      contrary(notes)
          .limit(2)
          .map(one -> quoted("\n- ", Part.CONDITION, one))
          .forEach(against::add);
    }
    against.forEach(scribe::say);
    if (against.isEmpty()) {
      scribe.say(
          new DraftSentence(
              " ",
              "I have read nothing that says the contrary.",
              Part.CAVEAT,
              new DraftSentence.Ground.Nothing()));
    }
  }

  private static boolean speaksAgainst(Evidence record, String leader) {
    double middle = record.rating().orElseThrow().middle();
    return record.technology().equals(leader) ? middle <= 2.75 : middle >= 3.5;
  }

  /// What is on record against the leader, or for the others; against the only one, without leader.
  private Stream<Evidence> contrary(Notes notes) {
    Optional<String> leader = notes.comparison.flatMap(Comparison::leader);
    return cells(notes).stream()
        .flatMap(cell -> cell.evidence().stream())
        .filter(one -> one.rating().isPresent() && !one.basis().equals(Evidence.Basis.OPINION))
        .filter(
            one ->
                leader.isEmpty()
                    ? one.rating().get().middle() < 2.75
                    : speaksAgainst(one, leader.get()));
  }

  /// `On low memory use, 6 independent sources speak of Python and 5 of Node.js.`
  private boolean voices(Scribe scribe, Notes notes) {
    List<Cell> cells = cells(notes);
    if (cells.isEmpty()) {
      return false;
    }
    String criterion = cells.getFirst().criterion();
    List<Cell> counted =
        cells.stream().filter(cell -> cell.criterion().equals(criterion)).limit(3).toList();
    List<String> counts = new ArrayList<>();
    for (Cell cell : counted) {
      String noun =
          cell.origins() == 1 ? " independent source speaks of " : " independent sources speak of ";
      counts.add(
          cell.origins()
              + (counts.isEmpty() ? noun : " of ")
              + brief.vocabulary().names().of(cell.technology()));
    }
    String text = "On " + findings.criterionName(criterion) + ", " + Wording.list(counts) + ".";
    return scribe.say(
        new DraftSentence(
            " ",
            text,
            Part.CAVEAT,
            Composition.computed(
                new Calculation.Voices(counted.stream().map(Cell::technology).toList(), criterion),
                counted.stream().map(cell -> cell.evidence().getFirst()).toList())));
  }

  /// What is rated of the technologies compared, or asked about, on the criteria that decide.
  private List<Cell> cells(Notes notes) {
    List<String> technologies =
        notes
            .comparison
            .map(Comparison::technologies)
            .or(() -> notes.recommendation.map(Telling::ranked))
            .orElseGet(findings::technologies);
    List<String> criteria =
        notes
            .comparison
            .map(one -> one.rows().stream().map(Comparison.Row::criterion).toList())
            .orElseGet(findings::criteria);
    List<String> decisive =
        criteria.isEmpty()
            ? notes.recommendation.map(Telling::decisive).orElse(criteria)
            : criteria;
    List<String> asked = findings.criteria().isEmpty() ? decisive : findings.criteria();
    List<Cell> cells = new ArrayList<>();
    for (String criterion : asked) {
      for (String technology : technologies) {
        brief.matrix().cell(technology, criterion).ifPresent(cells::add);
      }
    }
    return cells;
  }

  private static List<String> ranked(CitedRecommendation made) {
    return made.recommendation().ranking().stream()
        .map(Recommendation.Rank::technology)
        .limit(RANKED)
        .toList();
  }

  /// On what the winner's score rests most.
  private static List<String> decisive(CitedRecommendation made) {
    String winner = made.recommendation().winner().technology();
    return made.recommendation().contributions(winner).stream()
        .map(Recommendation.Contribution::criterion)
        .limit(RANKED)
        .toList();
  }

  /// The records of cells that no sentence rests on yet, a voice of each cell in turn.
  private Stream<Evidence> unsaid(Notes notes, List<Cell> cells) {
    Set<Span> cited = notes.cited();
    List<Evidence> records = new ArrayList<>();
    int most = cells.stream().mapToInt(cell -> cell.evidence().size()).max().orElse(0);
    for (int place = 0; place < most; place++) {
      for (Cell cell : cells) {
        if (place < cell.evidence().size() && cited.add(cell.evidence().get(place).span())) {
          records.add(cell.evidence().get(place));
        }
      }
    }
    return records.stream().filter(one -> one.confidence() != Evidence.Confidence.LOW);
  }

  private static DraftSentence quoted(String before, Part part, Evidence record) {
    return new DraftSentence(before, Composition.plain(record), part, Composition.sourced(record));
  }

  private DraftSentence gist(Evidence record) {
    return new DraftSentence(
        " ",
        brief.vocabulary().names().of(record.technology()) + " " + record.gist().orElse("") + ".",
        Part.REASON,
        Composition.sourced(record));
  }

  private static boolean isPlain(String text) {
    return text.split("\\s+").length <= PLAIN_WORDS
        && Statement.figures(text).size() <= PLAIN_FIGURES
        && !text.contains("(");
  }
}
