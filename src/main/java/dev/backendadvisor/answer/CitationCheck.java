package dev.backendadvisor.answer;

import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Reading;
import java.util.ArrayList;
import java.util.List;
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

  /// Words by which something is advised.
  private static final Set<String> ADVISING =
      Set.of(
          ("use choose pick take prefer recommend recommends suggest advise avoid learn adopt go"
                  + " should must")
              .split(" "));

  /// Words by which the advisor speaks of itself.
  private static final Set<String> OWN = Set.of("i", "i'm", "my", "me");

  private final Brief brief;
  private final Corpus corpus;
  private final TechnologyNames names;
  private final SpanSupport support;
  private final CalculationCheck calculations;
  private final Consumer<AnswerEvent> events;
  private final Citations citations;
  private final List<CheckedSentence> sentences = new ArrayList<>();
  private final List<DraftSentence> refused = new ArrayList<>();
  private Optional<Comparison> compared = Optional.empty();
  private Optional<CitedRecommendation> recommended = Optional.empty();

  /// A check for one answer.
  ///
  /// @param brief what the answer is made from
  /// @param events told each citation before the first sentence that uses it, and each sentence
  public CitationCheck(Brief brief, Consumer<AnswerEvent> events) {
    this.brief = brief;
    this.corpus = brief.corpus();
    this.names = brief.vocabulary().names();
    this.support = new SpanSupport(corpus, brief.vocabulary());
    this.calculations = new CalculationCheck(brief);
    this.events = events;
    this.citations = new Citations(corpus, brief.matrix());
  }

  @Override
  public void compare(Comparison comparison) {
    compared = Optional.of(comparison);
    events.accept(new AnswerEvent.Compared(comparison));
  }

  @Override
  public void recommend(CitedRecommendation recommendation) {
    recommended = Optional.of(recommendation);
    events.accept(new AnswerEvent.Recommended(recommendation));
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
    List<Evidence> cited = citations.all().stream().flatMap(one -> one.shown().stream()).toList();
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
  /// @param confidence how sure it is that it answers the question, 0 to 1
  /// @param draft what stands beside the sentences
  /// @param notices what a reader should know about how it came about
  public Answer finish(
      String id, String conversation, double confidence, Draft draft, List<Notice> notices) {
    return new Answer(
        id,
        conversation,
        draft.kind(),
        brief.question(),
        confidence,
        sentences,
        citations.all(),
        compared,
        recommended,
        draft.claims().stream().map(this::claim).toList(),
        draft.choices(),
        draft.suggestions(),
        draft.nearest(),
        notices,
        draft.writer());
  }

  /// A claim with the numbers of those of its spans that were cited.
  private Answer.Claim claim(JudgedClaim judged) {
    List<Integer> numbers =
        judged.spans().stream()
            .distinct()
            .flatMap(span -> citations.known(span).stream())
            .map(Citation::number)
            .sorted()
            .toList();
    return new Answer.Claim(judged.text(), judged.finding(), numbers);
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
          areThere(computed.spans()) && calculations.follows(sentence.text(), computed.result());
      case Ground.Nothing nothing -> statesNothing(sentence.text());
    };
  }

  private boolean areThere(List<Span> spans) {
    return spans.stream().allMatch(span -> corpus.quote(span).isPresent());
  }

  /// A sentence about nothing may name technologies and echo the visitor's figures, but neither
  /// bring a figure of its own, nor put one thing above another, nor advise. Where it names
  /// technologies it speaks of the advisor itself, or asks.
  private boolean statesNothing(String text) {
    Reading reading = brief.question().reading();
    Set<String> asked = Statement.figures(reading.words() + " " + reading.standalone());
    List<String> words = Words.of(calculations.leadership().withoutTopics(names.without(text)));
    boolean asks = text.endsWith("?");
    return asked.containsAll(Statement.figures(text))
        && (asks || words.stream().noneMatch(ADVISING::contains))
        && (names.in(text).isEmpty()
            || (!SpanSupport.claimsDirection(text)
                && words.stream().noneMatch(ADVISING::contains)
                && (asks || words.stream().anyMatch(OWN::contains))));
  }

  private static Basis basis(Ground ground) {
    return switch (ground) {
      case Ground.Sourced sourced -> Basis.SOURCE;
      case Ground.Computed computed -> Basis.CALCULATION;
      case Ground.Nothing nothing -> Basis.NONE;
    };
  }

  private Citation cite(Span span) {
    Optional<Citation> known = citations.known(span);
    if (known.isPresent()) {
      return known.get();
    }
    Citation citation = citations.cite(span);
    events.accept(new AnswerEvent.Cited(citation));
    return citation;
  }
}
