package dev.backendadvisor.answer;

import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.question.Language;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.retrieval.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Says plainly that there is no evidence, what is missing, and what could be answered instead.
final class Abstention {
  private static final Ground NOTHING = new Ground.Nothing();
  private static final int NEAREST = 3;

  /// Names a visitor wrote that may stand in a sentence of ours.
  private static final Pattern FIT_TO_REPEAT =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} .+#/-]{0,38}[\\p{L}\\p{N}+#])?");

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Wording wording;

  Abstention(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.wording = new Wording(brief.question().reading().standalone());
  }

  /// The question names something the corpus has never heard of.
  Draft onUnknownNames() {
    List<String> unknown =
        brief.question().reading().unknownNames().stream()
            .filter(name -> FIT_TO_REPEAT.matcher(name).matches())
            .distinct()
            .limit(3)
            .toList();
    return unknown.isEmpty() ? onQuestion() : abstain(Wording.list(unknown));
  }

  /// Technologies are known, but not on this criterion; or nothing is known of it at all.
  Draft onCriterion(List<String> technologies, String criterion) {
    String names = Wording.list(technologies.stream().map(composition::name).toList());
    String topic = findings.criterionName(criterion);
    return abstain(names.isEmpty() ? topic : names + " for " + topic);
  }

  /// Technologies are known, but nothing of what is asked about them.
  Draft onAspect(List<String> technologies, Aspect aspect) {
    String names = Wording.list(technologies.stream().map(composition::name).toList());
    String words = aspect.words();
    return FIT_TO_REPEAT.matcher(words).matches()
        ? abstain(names + " and “" + words + "”")
        : abstain("that");
  }

  /// Technologies are declared, but nothing is known to compare them by.
  Draft onTechnologies(List<String> technologies) {
    return abstain(
        "how " + Wording.list(technologies.stream().map(composition::name).toList()) + " compare");
  }

  /// The question is in a language we do not understand.
  Draft inLanguage(Language language) {
    composition.verdict(language.reply(), NOTHING);
    return Drafts.abstained(List.of(), new Suggestions(brief, findings).toStartWith());
  }

  /// No corpus could answer.
  Draft onUnknowable(Question.Unknowable.Kind kind) {
    composition.verdict(
        switch (kind) {
          case ERRAND ->
              "I look things up in what I have read and compare technologies; writing, translating"
                  + " and carrying out orders are beyond me.";
          case PRIVATE -> "I cannot know that: it is yours, and nothing I have read speaks of it.";
          case FUTURE ->
              "Nobody knows that yet: I have evidence on what was, and none on what will be.";
        },
        NOTHING);
    return Drafts.abstained(List.of(), new Suggestions(brief, findings).toStartWith());
  }

  /// Nothing is known of a thing that can be named in a sentence.
  Draft on(String topic) {
    return abstain(topic);
  }

  /// Things that may be spoken of, but are not compared: databases.
  Draft onOther(String things) {
    String word = things.replaceAll("s$", "");
    String named = word.length() > 3 ? things : word.toUpperCase(Locale.ROOT) + "s";
    return abstain(List.of("I have nothing that compares " + named + "."));
  }

  /// A version the corpus does not know.
  Draft onVersion(String version) {
    return abstain(version);
  }

  /// Nothing in the corpus bears on the question.
  Draft onQuestion() {
    if (brief.corpus().documents().isEmpty()) {
      composition.verdict("I have read nothing yet: the corpus is empty.", NOTHING);
      return Drafts.abstained(List.of(), List.of());
    }
    return abstain("that");
  }

  /// The corpus says itself that this was looked for in vain.
  Draft inVain() {
    composition.verdict(
        "I have no evidence on that: it was looked for, and nothing was found.", NOTHING);
    return Drafts.abstained(nearest(), new Suggestions(brief, findings).toStartWith());
  }

  private Draft abstain(String topic) {
    return abstain(
        topic.equals("that")
            ? List.of("I have no evidence on that.", "Nothing I have read answers that.")
            : List.of(
                "I have no evidence on " + topic + ".",
                "Nothing I have read speaks of " + topic + "."));
  }

  /// @param ways how it may be said
  private Draft abstain(List<String> ways) {
    composition.verdict(wording.oneOf(ways.toArray(String[]::new)), NOTHING);
    List<String> main = findings.main();
    if (main.size() > 1) {
      composition.then(
          Part.CAVEAT,
          "I can compare "
              + Wording.list(main.stream().map(composition::name).toList())
              + " and their frameworks.",
          NOTHING);
    }
    return Drafts.abstained(nearest(), new Suggestions(brief, findings).toStartWith());
  }

  private List<Answer.Nearest> nearest() {
    List<Answer.Nearest> nearest = new ArrayList<>();
    for (Hit hit : brief.hits()) {
      List<String> headings = hit.passage().headings();
      var one =
          new Answer.Nearest(
              hit.document().id(),
              hit.document().title(),
              headings.isEmpty() ? "" : headings.getLast());
      if (!nearest.contains(one) && nearest.size() < NEAREST) {
        nearest.add(one);
      }
    }
    return nearest;
  }
}
