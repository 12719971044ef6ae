package dev.backendadvisor.answer;

import dev.backendadvisor.question.Question;

/// Words answers by rules, from the evidence alone.
public final class RuleAnswerer implements Answerer {
  @Override
  public Draft answer(Brief brief, Scribe scribe) {
    var composition = new Composition(brief, scribe);
    var findings = new Findings(brief);
    var facts = new FactRules(brief, composition, findings);
    return switch (brief.question()) {
      case Question.Smalltalk smalltalk ->
          new SmalltalkRules(brief, composition, findings).answer(smalltalk);
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
