package dev.backendadvisor.answer;

import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Answers a turn by the sentences it brings the talk to: "does it lag behind?", asked after
/// TensorFlow for Java, is nearer to what is said of that than its own words are to anything.
final class TalkRules {
  /// A form of its own is put aside only for a sentence this close.
  private static final double BEYOND_DOUBT = 0.7;

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
        ? sentence.isDirect()
        : sentence.meaning() >= BEYOND_DOUBT;
  }

  /// Whether the form leaves room for a sentence in place of what rules reckon.
  private boolean mayBeAside() {
    return switch (brief.question()) {
      case Question.Fact fact -> true;
      case Question.Listing listing -> true;
      case Question.ProsAndCons sides -> true;
      case Question.WhenToUse use -> true;
      case Question.Comparison comparison -> false;
      case Question.Recommendation choice -> false;
      case Question.Claim claim -> false;
      case Question.Compound compound -> false;
      case Question.Unknowable unknowable -> false;
      case Question.Smalltalk talk -> false;
    };
  }
}
