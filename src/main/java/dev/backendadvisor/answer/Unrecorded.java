package dev.backendadvisor.answer;

import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Kinds of question that sound like ours and ask for what nobody here wrote down: how something is
/// installed, who made it, how long learning it takes, what an acronym nobody wrote stands for. A
/// sentence with the same words would answer something else.
final class Unrecorded {
  private static final Pattern INSTRUCTIONS =
      Pattern.compile(
          "(?i)\\bhow (?:do|can|to|should|would)(?: (?:i|we|you|one))?"
              + " (?:install|uninstall|download|configure|set"
              + " ?up|fix|debug|import|parse|connect|find|detect|solve|print|sort)\\b");

  private static final Pattern MAKERS =
      Pattern.compile(
          "(?i)\\bwho (?:maintains|owns|invented|created|develops|developed|founded|wrote|designed"
              + "|made|makes|runs)\\b");

  private static final Pattern LEARNING_TIME =
      Pattern.compile("(?i)\\bhow (?:long|many (?:weeks|months|hours))\\b.*\\blearn\\b");

  private static final Pattern CHANGES =
      Pattern.compile("(?i)\\bwhat(?:'s| is| has| was)? (?:new|changed)\\b|\\bwhats new\\b");

  private static final Pattern TELLS_CHANGES =
      Pattern.compile(
          "(?i)\\b(?:breaking|breaks?|new|adds?|added|removed?|removes|brings|brought|since)\\b");

  private static final Pattern REASONS = Pattern.compile("(?i)\\W*(?:so |but |and )?why\\b");

  private static final Pattern ACRONYM =
      Pattern.compile("(?<![\\p{L}\\p{N}.#+-])\\p{Lu}{2,5}(?![\\p{L}\\p{N}])");

  private static final Set<String> SHOUTED =
      Set.of(
          ("asap imo imho fyi btw omg lol wtf tbh please help yes no not is why ok eli afaik iirc"
                  + " tldr qa pm eod ci cd it hr ui ux pr mvp poc kpi ceo cto and or but so")
              .split(" "));

  private static final String LEARNING = "learning";

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final Abstention abstention;

  Unrecorded(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.abstention = new Abstention(brief, composition, findings);
  }

  /// What to say to such a question; none when it is of no such kind.
  Optional<Draft> answer() {
    Reading reading = brief.question().reading();
    String words = reading.standalone();
    if (findings.technologies().isEmpty()) {
      return Optional.empty();
    }
    if (INSTRUCTIONS.matcher(words).find() || MAKERS.matcher(words).find()) {
      return Optional.of(abstention.onQuestion());
    }
    if (LEARNING_TIME.matcher(words).find()) {
      return Optional.of(learningTime(reading));
    }
    if (CHANGES.matcher(words).find() && !reading.versions().isEmpty() && tellsOfNoChange()) {
      return Optional.of(abstention.on("what changed in that version"));
    }
    return asksWhyOfSomebody()
        ? Optional.of(abstention.onQuestion())
        : acronym(reading.words())
            .filter(one -> brief.question() instanceof Question.Fact && !isToldDirectly())
            .map(abstention::on);
  }

  /// Nobody counted the weeks; which of several is easier is known all the same.
  private Draft learningTime(Reading reading) {
    List<String> technologies = findings.technologies();
    if (technologies.size() < 2
        || !findings.criteria().contains(LEARNING)
        || !findings.comparable(technologies).contains(LEARNING)) {
      return abstention.on("how long learning takes");
    }
    composition.verdict(
        "I have no evidence on how long learning takes.", new DraftSentence.Ground.Nothing());
    return new ComparisonRules(brief, composition, findings)
        .answer(new Question.Comparison(reading, Optional.empty()));
  }

  private boolean isToldDirectly() {
    return new SentenceChoice(brief, findings)
        .best().stream().limit(1).anyMatch(SentenceChoice.Scored::isDirect);
  }

  private boolean tellsOfNoChange() {
    Reading.VersionMention asked = brief.question().reading().versions().getFirst();
    return new SentenceChoice(brief, findings)
        .best().stream()
            .filter(one -> SentenceChoice.names(asked.version(), one.text()))
            .noneMatch(one -> TELLS_CHANGES.matcher(one.text()).find());
  }

  /// "Why does Discord use Rust?": what is known of others tells nothing of Discord.
  private boolean asksWhyOfSomebody() {
    if (!REASONS.matcher(brief.question().reading().standalone()).lookingAt()
        || findings.organisations().isEmpty()) {
      return false;
    }
    Set<String> names = Set.copyOf(Words.stems(String.join(" ", findings.organisations())));
    return new SentenceChoice(brief, findings).on(names).isEmpty();
  }

  /// The first acronym the corpus never uses, in a text that is not all capitals.
  private Optional<String> acronym(String words) {
    if (words.equals(words.toUpperCase(Locale.ROOT))) {
      return Optional.empty();
    }
    List<String> found = ACRONYM.matcher(words).results().map(MatchResult::group).toList();
    return found.stream()
        .filter(one -> !SHOUTED.contains(one.toLowerCase(Locale.ROOT)))
        .filter(one -> brief.vocabulary().names().in(one).isEmpty())
        .filter(
            one ->
                Words.stems(one).stream()
                    .noneMatch(
                        stem ->
                            brief.vocabulary().knows(stem)
                                || brief.corpus().criteria().values().stream()
                                    .flatMap(criterion -> criterion.words().stream())
                                    .anyMatch(word -> Words.stems(word).contains(stem))))
        .findFirst();
  }
}
