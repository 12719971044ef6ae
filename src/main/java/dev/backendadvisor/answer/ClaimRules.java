package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.question.Assertion;
import dev.backendadvisor.question.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says of each claim whether it holds, by what, and what is said on the other side.
final class ClaimRules {
  /// What makes a question of a statement; its negation merely asks for assent: "isn't the GIL
  /// gone?"
  private static final Pattern ASKING =
      Pattern.compile("(?i)^\\W*(?:is|are|was|does|do|did|can|could|has|have|will)(?:n[’']t)?\\b");

  /// How much of a claim a sentence has to cover to be shown beside it.
  private static final double BEARS = 0.3;

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Wording wording;
  private final ClaimJudge judge;
  private final ClaimTelling telling;

  ClaimRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.wording = new Wording(brief.question().reading().standalone());
    this.judge = new ClaimJudge(brief);
    this.telling = new ClaimTelling(brief, composition, findings);
  }

  Draft answer(Question.Claim question) {
    List<Assertion> claims = question.assertions();
    return claims.size() == 1 ? one(claims.getFirst()) : several(claims);
  }

  /// Whether the question claims something people say, of which the corpus has evidence.
  boolean areSayings() {
    return brief.question() instanceof Question.Claim question
        && question.assertions().stream()
            .anyMatch(one -> new SayingClaims(brief).judge(one).isPresent());
  }

  /// An abstention, with what was claimed as unknown.
  Draft unknown(Draft abstention) {
    return brief.question() instanceof Question.Claim question
        ? abstention.judging(
            question.assertions().stream()
                .map(one -> JudgedClaim.of(one, Judgement.UNKNOWN))
                .toList())
        : abstention;
  }

  private Draft one(Assertion claim) {
    Judgement judgement = judge.judge(claim);
    Draft draft =
        judge.compares(claim)
            ? new ClaimComparison(brief, composition, findings).answer(claim, judgement)
            : judgement.finding() == Finding.UNKNOWN ? unsettled(claim) : plain(claim, judgement);
    return draft.judging(List.of(JudgedClaim.of(claim, judgement)));
  }

  /// Opens with the finding, then what decides it, then the other side.
  private Draft plain(Assertion claim, Judgement judgement) {
    composition.verdict(telling.finding(claim, judgement), ClaimTelling.ground(claim, judgement));
    telling.bothSides(judgement);
    return Drafts.answer(suggestions(claim));
  }

  /// Answers a question of yes or no that asks for what people say; nothing when it is none of it.
  Optional<Draft> ask(Question.Fact fact) {
    if (!fact.polar()) {
      return Optional.empty();
    }
    var claim =
        new Assertion(
            ASKING.matcher(fact.reading().standalone()).replaceFirst("").strip(),
            fact,
            Assertion.Sense.PLAIN,
            true,
            false,
            false,
            false);
    return new SayingClaims(brief)
        .judge(claim)
        .filter(judgement -> judgement.finding() != Finding.UNKNOWN)
        .map(judgement -> plain(claim, judgement));
  }

  /// Nothing settles it; the nearest that was read follows, when it bears on the claim.
  private Draft unsettled(Assertion claim) {
    List<SentenceChoice.Scored> near =
        new SentenceChoice(brief, findings)
            .best().stream()
                .filter(one -> one.coverage() >= BEARS || one.isDirect())
                .sorted(Comparator.comparingDouble(SentenceChoice.Scored::meaning).reversed())
                .limit(2)
                .toList();
    boolean known =
        claim.reading().unknownNames().stream()
            .allMatch(name -> Words.stems(name).stream().anyMatch(brief.vocabulary()::knows));
    if (!known) {
      return new Abstention(brief, composition, findings).onUnknownNames();
    }
    List<Evidence> recorded = near.isEmpty() ? recorded(claim) : List.of();
    if (near.isEmpty() && recorded.isEmpty()) {
      return new Abstention(brief, composition, findings).onQuestion();
    }
    composition.verdict(
        Verdicts.opening(Judgement.UNKNOWN, false, wording.turn()),
        Composition.computed(
            new Calculation.Judged(claim, Finding.UNKNOWN, Optional.empty()), List.of()));
    near.forEach(one -> composition.plainQuote(" ", Part.FACT, one.span(), one.text()));
    recorded.forEach(one -> composition.quote(" ", Part.FACT, "", one));
    return Drafts.answer(suggestions(claim));
  }

  /// The weightiest that is recorded of the one technology of a claim on the criteria it speaks of.
  private List<Evidence> recorded(Assertion claim) {
    List<String> technologies = claim.reading().technologies();
    return technologies.size() == 1
        ? findings.evidence(technologies.getFirst(), findings.criteria()).stream().limit(2).toList()
        : List.of();
  }

  /// How many hold, then each by itself with what decides it.
  private Draft several(List<Assertion> claims) {
    List<Judgement> judgements = claims.stream().map(judge::judge).toList();
    List<Finding> found = judgements.stream().map(Judgement::finding).toList();
    if (found.stream().allMatch(Finding.UNKNOWN::equals)) {
      return new Abstention(brief, composition, findings)
          .onQuestion()
          .judging(judgedAll(claims, judgements));
    }
    composition.verdict(
        Verdicts.tally(found),
        Composition.computed(new Calculation.Tallied(claims, found), List.of()));
    for (int at = 0; at < claims.size(); at++) {
      part(claims.get(at), judgements.get(at), at);
    }
    return Drafts.answer(new Suggestions(brief, findings).toStartWith())
        .judging(judgedAll(claims, judgements));
  }

  private void part(Assertion claim, Judgement judgement, int at) {
    List<Evidence> deciding = judgement.deciding();
    Judgement told =
        new ComparisonClaims(brief).standing(claim).map(judgement::showing).orElse(judgement);
    composition.item(
        Part.VERDICT,
        Verdicts.named(claim, at + 1) + telling.finding(claim, told),
        ClaimTelling.ground(claim, told));
    if (!composition.isLong()) {
      deciding.stream().limit(1).forEach(one -> composition.quote(" ", Part.REASON, "", one));
    }
    if (!composition.isLong()) {
      judgement.within().stream()
          .limit(1)
          .forEach(one -> composition.quote(" ", Part.CONDITION, "", one));
    }
  }

  private static List<JudgedClaim> judgedAll(List<Assertion> claims, List<Judgement> judgements) {
    List<JudgedClaim> judged = new ArrayList<>();
    for (int at = 0; at < claims.size(); at++) {
      judged.add(JudgedClaim.of(claims.get(at), judgements.get(at)));
    }
    return judged;
  }

  private List<String> suggestions(Assertion claim) {
    List<String> technologies = new ArrayList<>(claim.reading().technologies());
    if (technologies.size() == 1) {
      findings.main().stream()
          .filter(one -> !technologies.contains(one))
          .limit(1)
          .forEach(technologies::add);
    }
    var suggestions = new Suggestions(brief, findings);
    return technologies.size() < 2
        ? suggestions.toStartWith()
        : suggestions.after(technologies, findings.criteria());
  }
}
