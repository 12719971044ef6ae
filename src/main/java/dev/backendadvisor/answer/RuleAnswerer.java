package dev.backendadvisor.answer;

import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.question.Language;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.QuestionReader;
import java.util.Optional;
import java.util.regex.Pattern;

/// Words answers by rules, from the evidence alone.
public final class RuleAnswerer implements Answerer {
  private static final Pattern WHICH =
      Pattern.compile(
          "(?i)\\b(?:which|what) (?:(?:back-?end|programming) )?"
              + "(?:language|languages|backend|back-end|runtime|technology|stack|one)\\b"
              + "|\\bwhich of (?:the|these|those|your|them)\\b");

  /// Asks for the reason of what it takes for granted; when that is not so, there is none.
  private static final Pattern WHY = Pattern.compile("(?i)\\b(?:why|how come)\\b");

  /// "Which language has the largest community?" asks for the one that is ahead.
  private static boolean asksWhichIsAhead(Brief brief, Findings findings) {
    return findings.technologies().isEmpty()
        && new AskedNames(brief).stems().isEmpty()
        && !findings.criteria().isEmpty()
        && WHICH.matcher(brief.question().reading().standalone()).find();
  }

  /// The cell that "why is Node.js good for real time?" asks about.
  private static Optional<Cell> onOneCriterion(Brief brief, Findings findings) {
    return findings.technologies().size() == 1
        ? findings.criteria().stream()
            .findFirst()
            .flatMap(one -> brief.matrix().cell(findings.technologies().getFirst(), one))
        : Optional.empty();
  }

  @Override
  public Draft answer(Brief asked, Scribe scribe) {
    Brief brief = asked.asking(QuestionReader.alone(asked.question()));
    return new Telling(brief)
        .tell(
            scribe,
            told -> new AskBack(brief, new Findings(brief)).below(compose(brief, told), told));
  }

  private static Draft compose(Brief brief, Scribe scribe) {
    var composition = new Composition(brief, scribe);
    var findings = new Findings(brief);
    var provisos = new Provisos(brief, composition, findings);
    composition.keepRoom(provisos.words());
    return provisos.below(compose(brief, composition, findings, provisos));
  }

  private static Draft compose(
      Brief brief, Composition composition, Findings findings, Provisos provisos) {
    Optional<Language> language = Language.of(brief.question().reading().words());
    if (language.isPresent() && !(brief.question() instanceof Question.Smalltalk)) {
      return new Abstention(brief, composition, findings).inLanguage(language.get());
    }
    boolean asks =
        !(brief.question() instanceof Question.Smalltalk
            || brief.question() instanceof Question.Unknowable);
    Optional<Draft> meant =
        asks ? new AskBack(brief, findings).whatIsMeant(composition) : Optional.empty();
    if (meant.isPresent()) {
      return meant.get();
    }
    Optional<Draft> rule = asks ? provisos.rule() : Optional.empty();
    if (rule.isPresent()) {
      return rule.get();
    }
    boolean reconsiders = brief.question() instanceof Question.Reconsideration;
    var claims = new ClaimRules(brief, composition, findings);
    if (asks && !reconsiders && !new Scope(brief).holds() && !claims.areSayings()) {
      return claims.unknown(new Abstention(brief, composition, findings).onUnknownNames());
    }
    boolean corrected =
        asks
            && new PremiseRules(brief, composition, findings)
                .correct(brief.question().reading().premises());
    if (corrected && WHY.matcher(brief.question().reading().standalone()).find()) {
      return Drafts.answer(new Suggestions(brief, findings).toStartWith());
    }
    boolean claimed = corrected || brief.question() instanceof Question.Claim;
    Optional<Draft> instead =
        asks && !claimed && !reconsiders
            ? new Bearing(brief, composition, findings).instead()
            : Optional.empty();
    if (instead.isPresent()) {
      return instead.get();
    }
    Draft draft = answer(brief, composition, findings, claims, asks);
    return corrected && draft.kind() == Answer.Kind.ABSTENTION
        ? Drafts.answer(draft.suggestions())
        : draft;
  }

  private static Draft answer(
      Brief brief, Composition composition, Findings findings, ClaimRules claims, boolean asks) {
    var facts = new FactRules(brief, composition, findings);
    boolean claim = brief.question() instanceof Question.Claim;
    return Optional.of(asks && !claim)
        .filter(one -> one)
        .flatMap(one -> special(brief, composition, findings, facts))
        .orElseGet(() -> byForm(brief, composition, findings, facts, claims));
  }

  /// What a question names decides before its form does: an organisation, or a superlative over
  /// everything known.
  private static Optional<Draft> special(
      Brief brief, Composition composition, Findings findings, FactRules facts) {
    Optional<Draft> onTalk = new TalkRules(brief, composition).answer();
    if (onTalk.isPresent()) {
      return onTalk;
    }
    var talk = new TalkRules(brief, composition);
    Optional<Draft> story = talk.why(findings).or(() -> talk.ofNames(findings));
    if (story.isPresent()) {
      return story;
    }
    Optional<Draft> ofOrganisations = facts.ofOrganisations();
    if (ofOrganisations.isPresent()) {
      return ofOrganisations;
    }
    Optional<Draft> superlative = new SuperlativeRules(brief, composition, findings).answer();
    if (superlative.isPresent()) {
      return superlative;
    }
    boolean openChoice =
        brief.question() instanceof Question.Recommendation choice
            && !choice.learn()
            && findings.criteria().isEmpty()
            && findings.technologies().isEmpty();
    return openChoice ? facts.ofUse() : Optional.empty();
  }

  private static Draft byForm(
      Brief brief, Composition composition, Findings findings, FactRules facts, ClaimRules claims) {
    return switch (brief.question()) {
      case Question.Compound compound ->
          throw new IllegalArgumentException("answered part by part");
      case Question.Smalltalk smalltalk ->
          new SmalltalkRules(brief, composition, findings).answer(smalltalk);
      case Question.Unknowable beyond ->
          new Abstention(brief, composition, findings).onUnknowable(beyond.kind());
      case Question.Fact fact when asksWhichIsAhead(brief, findings) ->
          new RecommendationRules(brief, composition, findings).ahead(fact);
      case Question.Fact fact -> claims.ask(fact).orElseGet(() -> facts.answer(fact));
      case Question.Claim claim -> claims.answer(claim);
      case Question.Listing listing -> facts.list();
      case Question.OtherChoice other ->
          new Abstention(brief, composition, findings).onOther(other.things());
      case Question.Comparison comparison ->
          new ComparisonRules(brief, composition, findings).answer(comparison);
      case Question.ProsAndCons prosAndCons when onOneCriterion(brief, findings).isPresent() ->
          new CellRules(brief, composition, findings)
              .suitability(onOneCriterion(brief, findings).get());
      case Question.ProsAndCons prosAndCons ->
          new PortraitRules(brief, composition, findings).strengths(prosAndCons);
      case Question.WhenToUse whenToUse ->
          new PortraitRules(brief, composition, findings).whenToUse(whenToUse);
      case Question.Reconsideration choice ->
          new ReconsiderationRules(brief, composition, findings).answer(choice);
      case Question.Recommendation recommendation ->
          new RecommendationRules(brief, composition, findings).answer(recommendation);
    };
  }
}
