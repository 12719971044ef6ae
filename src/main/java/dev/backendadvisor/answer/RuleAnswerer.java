package dev.backendadvisor.answer;

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
              + "(?:language|languages|backend|back-end|runtime|technology|stack|one)\\b");

  /// "Which language has the largest community?" asks for the one that is ahead.
  private static boolean asksWhichIsAhead(Brief brief, Findings findings) {
    return findings.technologies().isEmpty()
        && !findings.criteria().isEmpty()
        && WHICH.matcher(brief.question().reading().standalone()).find();
  }

  @Override
  public Draft answer(Brief asked, Scribe scribe) {
    var brief =
        new Brief(
            QuestionReader.alone(asked.question()),
            asked.corpus(),
            asked.vocabulary(),
            asked.matrix(),
            asked.hits(),
            asked.today());
    return new Telling(brief)
        .tell(
            scribe,
            told -> new AskBack(brief, new Findings(brief)).below(compose(brief, told), told));
  }

  private static Draft compose(Brief brief, Scribe scribe) {
    var composition = new Composition(brief, scribe);
    var findings = new Findings(brief);
    Optional<Language> language = Language.of(brief.question().reading().words());
    if (language.isPresent()) {
      return new Abstention(brief, composition, findings).inLanguage(language.get());
    }
    if (!(brief.question() instanceof Question.Smalltalk) && !new Scope(brief).holds()) {
      return new Abstention(brief, composition, findings).onUnknownNames();
    }
    var facts = new FactRules(brief, composition, findings);
    return switch (brief.question()) {
      case Question.Compound compound ->
          throw new IllegalArgumentException("answered part by part");
      case Question.Smalltalk smalltalk ->
          new SmalltalkRules(brief, composition, findings).answer(smalltalk);
      case Question.Fact fact when asksWhichIsAhead(brief, findings) ->
          new RecommendationRules(brief, composition, findings)
              .answer(new Question.Recommendation(fact.reading(), false));
      case Question.Fact fact -> facts.answer(fact);
      case Question.Listing listing -> facts.list();
      case Question.Comparison comparison ->
          new ComparisonRules(brief, composition, findings).answer(comparison);
      case Question.ProsAndCons prosAndCons ->
          new PortraitRules(brief, composition, findings).strengths(prosAndCons);
      case Question.WhenToUse whenToUse ->
          new PortraitRules(brief, composition, findings).whenToUse(whenToUse);
      case Question.Recommendation recommendation ->
          new RecommendationRules(brief, composition, findings).answer(recommendation);
    };
  }
}
