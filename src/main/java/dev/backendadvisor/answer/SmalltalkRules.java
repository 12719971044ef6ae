package dev.backendadvisor.answer;

import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.question.Question;
import java.util.List;

/// Answers to words that ask nothing.
final class SmalltalkRules {
  private final Brief brief;
  private final Composition composition;
  private final Findings findings;

  SmalltalkRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
  }

  Draft answer(Question.Smalltalk smalltalk) {
    List<String> names = findings.main().stream().map(composition::name).toList();
    String subject = names.isEmpty() ? "what I have read" : Wording.list(names);
    String text =
        switch (smalltalk.kind()) {
          case GREETING -> "Hello. Ask me about " + subject + ", and I will answer with sources.";
          case THANKS -> "You are welcome.";
          case ABOUT ->
              "I am an automated advisor: I answer questions about "
                  + subject
                  + " from a corpus of dated sources, and show which sentence each claim rests on.";
          case FAREWELL -> "Goodbye.";
          case DECLINE -> "Very well. Ask me about " + subject + " whenever you like.";
          case FRESH_START ->
              "Gladly. Ask me about " + subject + ", and I will answer with sources.";
        };
    composition.verdict(text, new Ground.Nothing());
    return Drafts.smalltalk(new Suggestions(brief, findings).toStartWith());
  }
}
