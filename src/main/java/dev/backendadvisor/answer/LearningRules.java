package dev.backendadvisor.answer;

import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.decision.Firmness;
import dev.backendadvisor.decision.Importance;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Profile.Constraint;
import dev.backendadvisor.decision.Profile.Need;
import dev.backendadvisor.decision.Recommendation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a person should learn first or next, by what they want and know: the language, what shows
/// that it fits, what is easier, what is paid, and what to build first.
final class LearningRules {
  private static final String LEARNING = "learning";
  private static final String PAY = "pay";
  private static final String HIRING = "hiring";
  private static final int MOST_GOALS = 2;

  private static final Pattern REGION =
      Pattern.compile(
          "\\b(?:live|living|based|work|job|jobs|here|am|'m) in (?:the )?(\\p{Lu}\\p{L}+)");
  private static final Pattern TIME =
      Pattern.compile("(?i)\\b(?:days?|weeks?|months?|a year|years?|hours?|fast|quickly|soon)\\b");
  private static final Pattern ADVERTS = Pattern.compile("(?i)\\badverts?\\b");
  private static final Pattern SECOND =
      Pattern.compile("(?i)\\b(?:second language|another language|can add it)\\b");
  private static final Pattern PROJECT =
      Pattern.compile("(?i)\\b(?:tutorial|guide)\\b.*\\bstarts with\\b");

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final String words;

  LearningRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.words = brief.question().reading().words();
  }

  /// None when there are not two to choose from, or nothing is known of what is wanted.
  Optional<Draft> answer() {
    List<String> known = brief.profile().values(Constraint.Kind.TEAM_KNOWS);
    List<String> candidates = candidates(known);
    List<String> goals = goals(candidates);
    boolean allBlank = goals.isEmpty() && !findings.criteria().stream().allMatch(LEARNING::equals);
    if (candidates.size() < 2 || allBlank) {
      return Optional.empty();
    }
    Recommendation made = brief.model().recommend(profile(known, candidates, goals));
    String best = made.winner().technology();
    List<String> others = made.ranking().stream().skip(1).map(one -> one.technology()).toList();
    composition.recommend(new CitedRecommendation(made, List.of(), Optional.empty()));
    List<String> telling = goals.isEmpty() ? List.of(LEARNING) : goals;
    composition.verdict(
        name(best)
            + (known.isEmpty() ? " first" : " next")
            + switch (made.firmness()) {
              case FIRM -> ", and firmly: ";
              case LEANING -> ", and fairly firmly: ";
              case TOSS_UP -> ", but only by a hair: ";
            }
            + (goals.isEmpty() ? "it comes out " : "for what you want it comes out ")
            + (made.firmness() == Firmness.TOSS_UP ? "just ahead of " : "ahead of ")
            + Wording.list(others.stream().map(this::name).toList())
            + ".",
        Composition.computed(
            new Calculation.Chosen(made.profile(), best, made.firmness()),
            findings.backing(best, telling, List.of()).stream().toList()));
    afterWhatIsKnown(best, known);
    telling.stream()
        .filter(goal -> !goal.equals(PAY))
        .forEach(goal -> reason(best, goal).ifPresent(composition::reason));
    easier(best, candidates);
    pay(best, goals);
    firstProjects(best);
    if (TIME.matcher(words).find()) {
      composition.point(
          Part.CAVEAT,
          "I know of no source that says how long it takes, so plan by projects, not by months.",
          new Ground.Nothing());
    }
    // asked once: who goes on without an answer has none to give
    boolean ask = goals.isEmpty() && brief.question().reading().carriedOver().isEmpty();
    List<Answer.Choice> choices = ask ? wishes(known) : List.of();
    if (!choices.isEmpty()) {
      composition.last(Part.QUESTION, "What do you want to do with it?", new Ground.Nothing());
    }
    return Optional.of(
        Drafts.recommended(
            choices,
            new Suggestions(brief, findings)
                .after(
                    made.ranking().stream().map(Recommendation.Rank::technology).toList(),
                    telling)));
  }

  /// Those named that are still to be learned, or else the usual ones.
  private List<String> candidates(List<String> known) {
    Set<String> named = new LinkedHashSet<>(brief.question().reading().technologies());
    named.removeIf(one -> knows(known, one));
    Set<String> candidates = new LinkedHashSet<>(named);
    if (named.size() < 2) {
      candidates.addAll(findings.main());
    }
    candidates.removeIf(one -> knows(known, one));
    candidates.removeAll(brief.profile().values(Constraint.Kind.NOT));
    return candidates.stream().sorted().toList();
  }

  private boolean knows(List<String> known, String technology) {
    return known.stream()
        .anyMatch(one -> findings.language(one).equals(findings.language(technology)));
  }

  /// What they want it for, as far as it tells the candidates apart.
  private List<String> goals(List<String> candidates) {
    return findings.criteria().stream()
        .filter(one -> !one.equals(LEARNING))
        .filter(
            one ->
                candidates.stream().filter(id -> brief.matrix().cell(id, one).isPresent()).count()
                    > 1)
        .limit(MOST_GOALS)
        .toList();
  }

  private Profile profile(List<String> known, List<String> candidates, List<String> goals) {
    List<Need> needs = new ArrayList<>();
    goals.forEach(one -> needs.add(Need.of(one, Importance.HIGH)));
    // who knows one language already has the hardest part behind them
    needs.add(Need.of(LEARNING, known.isEmpty() ? Importance.HIGH : Importance.LOW));
    return new Profile(
        Criterion.Goal.LEARN,
        needs,
        brief.profile().constraints(),
        candidates,
        brief.profile().ratings(),
        brief.profile().unknown());
  }

  /// What shows that it fits: of work the adverts, which count jobs; else what can be said without
  /// figures.
  private Optional<Evidence> reason(String best, String goal) {
    List<Evidence> records = findings.evidence(best, List.of(goal));
    return records.stream()
        .filter(
            one ->
                goal.equals(HIRING)
                    ? ADVERTS.matcher(one.sentence()).find()
                    : one.gist().filter(gist -> !Statement.hasFigures(gist)).isPresent()
                        && !Findings.isAgainst(one)
                        && one.basis() != Evidence.Basis.OPINION)
        .findFirst()
        .or(() -> findings.backing(best, List.of(goal), List.of()));
  }

  /// What is recorded of those who learned the one after the other.
  private void afterWhatIsKnown(String best, List<String> known) {
    brief.corpus().evidence().stream()
        .filter(one -> one.technology().equals(best) && one.criterion().equals(LEARNING))
        .filter(one -> SECOND.matcher(one.sentence()).find())
        .filter(one -> known.stream().anyMatch(id -> names(one.sentence(), id)))
        .findFirst()
        .ifPresent(one -> composition.quote(" ", Part.REASON, "", one));
  }

  /// Whether a sentence names a technology by any of its names.
  private boolean names(String sentence, String technology) {
    Technology known = brief.corpus().technologies().get(technology);
    String said = sentence.toLowerCase(Locale.ROOT);
    return known != null
        && Stream.concat(Stream.of(known.name()), known.aliases().stream())
            .map(name -> Pattern.quote(name.toLowerCase(Locale.ROOT)))
            .anyMatch(name -> Pattern.compile("\\b" + name + "\\b").matcher(said).find());
  }

  /// The easiest of them, when that is another.
  private void easier(String best, List<String> candidates) {
    Comparison comparison = brief.matrix().compare(candidates, List.of(LEARNING));
    comparison
        .leader()
        .filter(leader -> !leader.equals(best))
        .ifPresent(
            leader -> {
              Comparison pair = brief.matrix().compare(List.of(leader, best), List.of(LEARNING));
              if (pair.leader().filter(leader::equals).isPresent()) {
                composition.point(
                    Part.CAVEAT,
                    name(leader) + " " + findings.claim(List.of(LEARNING), name(best)) + ".",
                    Composition.computed(
                        new Calculation.Leads(
                            leader, List.of(best), List.of(LEARNING), pair.firmness()),
                        findings.backing(leader, List.of(LEARNING), List.of()).stream().toList()));
              }
            });
  }

  /// What is paid, when they ask for work or money, and for whom that does not hold.
  private void pay(String best, List<String> goals) {
    if (!goals.contains(PAY) && !goals.contains(HIRING)) {
      return;
    }
    findings
        .backing(best, List.of(PAY), List.of())
        .ifPresent(one -> composition.quote("\n- ", Part.FACT, "", one));
    Matcher region = REGION.matcher(words);
    composition.point(
        Part.CAVEAT,
        region.find()
            ? "That mixes all countries and years of experience; I have nothing for "
                + region.group(1)
                + " alone."
            : "That mixes all countries and years of experience; I have nothing by country.",
        new Ground.Nothing());
  }

  private void firstProjects(String best) {
    brief.corpus().evidence().stream()
        .filter(one -> findings.language(one.technology()).equals(best))
        .filter(one -> one.criterion().equals(LEARNING))
        .filter(one -> PROJECT.matcher(one.sentence()).find())
        .findFirst()
        .ifPresent(
            one -> {
              composition.quote("\n- ", Part.FACT, LeadIns.FIRST_PROJECT.getFirst(), one);
              composition.then(
                  Part.CONDITION,
                  "After that, build something small of your own that somebody uses.",
                  new Ground.Nothing());
            });
  }

  /// What a learner may want, each as a question of its own.
  private static List<Answer.Choice> wishes(List<String> known) {
    String next = known.isEmpty() ? "first" : "next";
    return List.of(
        new Answer.Choice(
            "find work soon", "I want to find a job. What should I learn " + next + "?"),
        new Answer.Choice("earn well", "I want a good salary. What should I learn " + next + "?"),
        new Answer.Choice(
            "work with data and models",
            "I want to do machine learning. What should I learn " + next + "?"),
        new Answer.Choice(
            "make games", "I want to make video games. What should I learn " + next + "?"));
  }

  private String name(String technology) {
    return composition.name(technology);
  }
}
