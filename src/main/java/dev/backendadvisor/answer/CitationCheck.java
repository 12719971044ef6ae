package dev.backendadvisor.answer;

import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Rating;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.decision.Band;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.decision.Matrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The only way to an [Answer]: lets a sentence pass when its ground supports it, and numbers the
/// spans it cites. One check serves one answer.
public final class CitationCheck implements Scribe {
  /// What no sentence may contain: line breaks and control signs, markers, links, markup.
  private static final Pattern UNFIT =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Cs}<>]|\\[\\d|\\]\\(|https?:|www\\.|javascript:|data:|@\\w");

  private final Brief brief;
  private final Corpus corpus;
  private final TechnologyNames names;
  private final SpanSupport support;
  private final Consumer<AnswerEvent> events;
  private final Map<Span, Citation> citations = new LinkedHashMap<>();
  private final List<CheckedSentence> sentences = new ArrayList<>();
  private final List<DraftSentence> refused = new ArrayList<>();
  private Optional<Comparison> compared = Optional.empty();

  /// A check for one answer.
  ///
  /// @param brief what the answer is made from
  /// @param events told each citation before the first sentence that uses it, and each sentence
  public CitationCheck(Brief brief, Consumer<AnswerEvent> events) {
    this.brief = brief;
    this.corpus = brief.corpus();
    this.names = brief.vocabulary().names();
    this.support = new SpanSupport(corpus, brief.vocabulary());
    this.events = events;
  }

  @Override
  public void compare(Comparison comparison) {
    compared = Optional.of(comparison);
    events.accept(new AnswerEvent.Compared(comparison));
  }

  /// Lets a sentence pass, or refuses it.
  @Override
  public boolean say(DraftSentence sentence) {
    if (!isFit(sentence) || !isGrounded(sentence)) {
      refused.add(sentence);
      return false;
    }
    List<Integer> numbers =
        sentence.ground().spans().stream().distinct().map(span -> cite(span).number()).toList();
    var checked =
        new CheckedSentence(
            sentences.isEmpty() ? "" : sentence.before(),
            sentence.text(),
            numbers,
            sentence.part(),
            basis(sentence.ground()));
    sentences.add(checked);
    events.accept(new AnswerEvent.Said(checked));
    return true;
  }

  /// The sentences that did not pass.
  public List<DraftSentence> refused() {
    return List.copyOf(refused);
  }

  /// Whether nothing has passed yet.
  public boolean isEmpty() {
    return sentences.isEmpty();
  }

  /// The publisher everything cited so far was read from, when it is one origin alone and not the
  /// makers' own documentation.
  public Optional<String> onlyOrigin() {
    List<Evidence> cited =
        citations.values().stream().flatMap(one -> one.shown().stream()).toList();
    boolean one = cited.stream().map(record -> record.source().origin()).distinct().count() == 1;
    boolean documented =
        cited.stream().anyMatch(record -> record.basis() == Evidence.Basis.DOCUMENTATION);
    return one && !documented
        ? Optional.of(cited.getFirst().source().publisher())
        : Optional.empty();
  }

  /// The answer made of the sentences that passed.
  ///
  /// @param id the answer's id
  /// @param conversation its conversation's id
  /// @param draft what stands beside the sentences
  /// @param notices what a reader should know about how it came about
  public Answer finish(String id, String conversation, Draft draft, List<Notice> notices) {
    return new Answer(
        id,
        conversation,
        draft.kind(),
        brief.question(),
        sentences,
        List.copyOf(citations.values()),
        compared,
        draft.choices(),
        draft.suggestions(),
        draft.nearest(),
        notices,
        draft.writer());
  }

  private static boolean isFit(DraftSentence sentence) {
    return !sentence.text().isBlank() && !UNFIT.matcher(sentence.text()).find();
  }

  private boolean isGrounded(DraftSentence sentence) {
    return switch (sentence.ground()) {
      case Ground.Sourced sourced ->
          !sourced.spans().isEmpty()
              && areThere(sourced.spans())
              && support.supports(sentence.text(), sourced.spans());
      case Ground.Computed computed ->
          areThere(computed.spans()) && follows(sentence.text(), computed.result());
      case Ground.Nothing nothing -> statesNothing(sentence.text());
    };
  }

  private boolean areThere(List<Span> spans) {
    return spans.stream().allMatch(span -> corpus.quote(span).isPresent());
  }

  /// Computes the result again and looks that the sentence names nothing beyond it.
  private boolean follows(String text, Calculation result) {
    Matrix matrix = brief.matrix();
    return switch (result) {
      case Calculation.Leads leads ->
          holds(leads) && namesInOrder(text, List.of(leads)) && hasNoFigures(text);
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
      case Calculation.SupportEnds ends -> saysWhenSupportEnds(text, ends.record());
    };
  }

  private List<List<String>> fronts(Calculation.Fronts fronts) {
    return fronts.criteria().stream()
        .map(criterion -> brief.matrix().front(fronts.technologies(), criterion))
        .toList();
  }

  private boolean holds(Calculation.Leads leads) {
    List<String> technologies = new ArrayList<>();
    technologies.add(leads.leader());
    technologies.addAll(leads.behind());
    Comparison comparison = brief.matrix().compare(technologies, leads.criteria());
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

  private boolean namesInOrder(String text, List<Calculation.Leads> leads) {
    List<String> named = names.in(text);
    Calculation.Leads only = leads.getFirst();
    return !named.isEmpty()
        && named.getFirst().equals(only.leader())
        && only.behind().containsAll(named.subList(1, named.size()));
  }

  private static Set<String> technologies(Calculation.Divided divided) {
    Set<String> technologies = new HashSet<>();
    for (Calculation.Leads leads : divided.leads()) {
      technologies.add(leads.leader());
      technologies.addAll(leads.behind());
    }
    return technologies;
  }

  private boolean namesOnly(String text, Set<String> technologies) {
    return technologies.containsAll(names.in(text));
  }

  private static boolean hasNoFigures(String text) {
    return !Statement.hasFigures(text);
  }

  private boolean saysWhenSupportEnds(String text, Evidence record) {
    return record
        .support()
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

  /// A sentence about nothing may name technologies and echo the visitor's figures, but neither
  /// bring a figure of its own nor put one thing above another.
  private boolean statesNothing(String text) {
    Set<String> asked = Statement.figures(brief.question().reading().words());
    return asked.containsAll(Statement.figures(text))
        && (names.in(text).isEmpty() || !SpanSupport.claimsDirection(text));
  }

  private static Basis basis(Ground ground) {
    return switch (ground) {
      case Ground.Sourced sourced -> Basis.SOURCE;
      case Ground.Computed computed -> Basis.CALCULATION;
      case Ground.Nothing nothing -> Basis.NONE;
    };
  }

  private Citation cite(Span span) {
    Citation known = citations.get(span);
    if (known != null) {
      return known;
    }
    Document document =
        Objects.requireNonNull(corpus.documents().get(span.document()), span::document);
    List<Evidence> records = corpus.evidenceIn(span);
    String heading =
        document.passages().stream()
            .filter(passage -> passage.span().contains(span) && !passage.headings().isEmpty())
            .map(passage -> passage.headings().getLast())
            .findFirst()
            .orElse("");
    var citation =
        new Citation(
            citations.size() + 1,
            span,
            document.quote(span),
            document.title(),
            heading,
            origins(records),
            records);
    citations.put(span, citation);
    events.accept(new AnswerEvent.Cited(citation));
    return citation;
  }

  /// How many independent origins say of the same technology and criterion what the first record
  /// says: those whose rating overlaps its own.
  private int origins(List<Evidence> records) {
    if (records.isEmpty()) {
      return 0;
    }
    Evidence first = records.getFirst();
    Set<String> origins = new HashSet<>();
    origins.add(first.source().origin());
    first
        .rating()
        .ifPresent(
            rating ->
                brief.matrix().cell(first.technology(), first.criterion()).stream()
                    .flatMap(cell -> cell.evidence().stream())
                    .filter(one -> one.rating().filter(other -> overlap(rating, other)).isPresent())
                    .forEach(one -> origins.add(one.source().origin())));
    return origins.size();
  }

  private static boolean overlap(Rating one, Rating other) {
    return one.low() <= other.high() && other.low() <= one.high();
  }
}
