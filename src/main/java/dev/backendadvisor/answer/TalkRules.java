package dev.backendadvisor.answer;

import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Answers a turn by the sentences it brings the talk to: "does it lag behind?", asked after
/// TensorFlow for Java, is nearer to what is said of that than its own words are to anything.
final class TalkRules {
  /// A form of its own is put aside only for a sentence this close.
  private static final double BEYOND_DOUBT = 0.7;

  private static final Pattern WHY_DID =
      Pattern.compile(
          "(?i)^\\W*(?:(?:so|and|but|ok|well)\\W+)*(?:why|how come)"
              + " (?:did|has|have|had|was|were)\\b");

  /// Without a word of the turn itself a sentence has to be this close.
  private static final double NEARER = 0.7;

  /// Words for what is asked for, which weigh nothing.
  private static final Set<String> KINDS = Set.of("framework", "languag", "technolog", "stack");

  /// A sentence with all the names asked about answers from this closeness on.
  private static final double NAMED = 0.4;

  /// What carrying the turn's words counts beside closeness in meaning.
  private static final double WORDS = 0.2;

  private final Brief brief;
  private final Composition composition;

  TalkRules(Brief brief, Composition composition) {
    this.brief = brief;
    this.composition = composition;
  }

  /// The answer; none when the turn leans on nothing, is read wholly by the rules, or no sentence
  /// is close enough.
  Optional<Draft> answer() {
    if (brief.talk().isEmpty() || !mayBeAside() || isWhollyRead()) {
      return Optional.empty();
    }
    Brief talk = brief.onTalk();
    var findings = new Findings(talk);
    List<SentenceChoice.Scored> direct =
        new SentenceChoice(talk, findings)
            .best().stream()
                .filter(this::isClose)
                .sorted(Comparator.comparingDouble(TalkRules::closeness).reversed())
                .toList();
    return direct.isEmpty()
        ? Optional.empty()
        : Optional.of(new FactRules(talk, composition, findings).told(direct));
  }

  /// Why somebody did something with several technologies: "why did Figma drop Node.js for Rust?"
  /// asks for that story, and not which is better.
  Optional<Draft> why(Findings findings) {
    boolean compares = brief.question() instanceof Question.Comparison;
    if (!compares || !WHY_DID.matcher(brief.question().reading().standalone()).find()) {
      return Optional.empty();
    }
    var choice = new SentenceChoice(brief, findings);
    Set<String> names = new AskedNames(brief).stems();
    List<SentenceChoice.Scored> told =
        choice.best().stream()
            .filter(
                one -> one.isDirect() || Set.copyOf(one.statement().telling()).containsAll(names))
            .toList();
    return told.isEmpty() || (names.isEmpty() && !told.getFirst().isDirect())
        ? Optional.empty()
        : Optional.of(new FactRules(brief, composition, findings).told(told));
  }

  /// What sentences say of the names they open with, where a choice or a comparison names nothing
  /// else: "which framework is Vendure written with?" asks for no advice.
  Optional<Draft> ofNames(Findings findings) {
    boolean chooses =
        brief.question() instanceof Question.Comparison
            || (brief.question() instanceof Question.Recommendation choice && !choice.learn());
    var choice = new SentenceChoice(brief, findings);
    Set<String> names = new AskedNames(brief).stems();
    boolean weighs =
        brief.question().reading().criteria().stream()
            .anyMatch(one -> !KINDS.containsAll(Words.stems(one.from())));
    if (!chooses || weighs || names.isEmpty() || !findings.technologies().isEmpty()) {
      return Optional.empty();
    }
    List<SentenceChoice.Scored> told =
        choice.on(names).stream()
            .filter(one -> one.meaning() >= NAMED)
            .filter(one -> one.statement().telling().stream().limit(2).anyMatch(names::contains))
            .filter(one -> Set.copyOf(one.statement().telling()).containsAll(names))
            .toList();
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(new FactRules(brief, composition, findings).told(told));
  }

  private static double closeness(SentenceChoice.Scored sentence) {
    return sentence.meaning() + WORDS * sentence.coverage();
  }

  /// Whether all the turn says is a name or a criterion in the place of another.
  private boolean isWhollyRead() {
    Reading reading = brief.question().reading();
    return reading.carriedOver().stream().anyMatch(one -> one.what().equals("form"))
        && reading.open().isEmpty();
  }

  private boolean isClose(SentenceChoice.Scored sentence) {
    return brief.question() instanceof Question.Fact
        ? sentence.isDirect() && (sentence.meaning() >= NEARER || carriesOwn(sentence))
        : sentence.meaning() >= BEYOND_DOUBT;
  }

  /// Whether a sentence has one of the words of the turn itself.
  private boolean carriesOwn(SentenceChoice.Scored sentence) {
    List<String> own = Words.stems(brief.question().reading().words());
    return sentence.statement().telling().stream().anyMatch(own::contains);
  }

  /// Whether the form leaves room for a sentence in place of what rules reckon.
  private boolean mayBeAside() {
    return switch (brief.question()) {
      case Question.Fact fact -> true;
      case Question.Listing listing -> true;
      case Question.OtherChoice other -> true;
      case Question.ProsAndCons sides -> true;
      case Question.WhenToUse use -> true;
      case Question.Comparison comparison -> false;
      case Question.Recommendation choice -> false;
      case Question.Reconsideration choice -> false;
      case Question.Claim claim -> false;
      case Question.Compound compound -> false;
      case Question.Unknowable unknowable -> false;
      case Question.Smalltalk talk -> false;
    };
  }
}
