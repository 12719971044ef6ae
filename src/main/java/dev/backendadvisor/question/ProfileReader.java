package dev.backendadvisor.question;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Importance;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Profile.Constraint;
import dev.backendadvisor.decision.Profile.Need;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what the words tell of whoever asks: what their project needs, what their team knows, what
/// is ruled out. What somebody likes, believes or has heard is not a need.
final class ProfileReader {
  private static final int MOST_CRITERIA = 2;

  /// Words by which staying with what there is becomes one of the choices.
  private static final Pattern STAYS =
      Pattern.compile("(?i)\\b(?:move|switch|migrate|change|stay|leave|rewrite|replace)\\b");

  private final Corpus corpus;
  private final List<String> usual;

  /// @param usual ids of the technologies weighed when none is named
  ProfileReader(Corpus corpus, List<String> usual) {
    this.corpus = corpus;
    this.usual = List.copyOf(usual);
  }

  /// The profile with what one turn adds to it. What is said again replaces what was said before.
  ///
  /// @param known what was known
  /// @param mentions what the turn's words name
  /// @param found the words that mean or hint at criteria
  /// @param words the turn's words
  /// @param question how they were read
  Profile read(
      Profile known,
      Mentions mentions,
      List<CriterionFinder.Found> found,
      String words,
      Question question) {
    Criterion.Goal goal =
        choice(question)
            .map(one -> one.learn() ? Criterion.Goal.LEARN : Criterion.Goal.BUILD)
            .orElse(known.goal());
    // what a person wants to learn says nothing of a project, nor the other way round
    Profile before = known.goal() == goal ? known : Profile.EMPTY;
    boolean asksForChoice = question instanceof Question.Recommendation;
    boolean choosing =
        (asksForChoice || question instanceof Question.Comparison)
            && mentions.text().sentences().stream().anyMatch(Sentences.Sentence::asks);
    boolean goesOn = !before.needs().isEmpty() || !before.constraints().isEmpty();
    var turn = new Turn(goal, mentions, found, words, question.reading().technologies());
    for (Sentences.Sentence sentence : mentions.text().sentences()) {
      List<Clause> clauses = Clause.of(mentions.text(), mentions.all(), sentence, words);
      boolean own = clauses.stream().anyMatch(Clause::speaksOfOwn);
      for (Clause clause : clauses) {
        if (sentence.asks()) {
          turn.asked.addAll(clause.technologies());
        }
        boolean told =
            !sentence.asks() && (own || clause.states() || (choosing && isOfProject(clause)));
        if (told || (asksForChoice && (goesOn || own || Clause.isProject(words)))) {
          turn.hear(clause, told);
        } else if (clause.isOpinion()) {
          turn.overhear(clause);
        }
      }
    }
    if (asksForChoice || turn.told) {
      mentions.excluded().forEach(one -> turn.constrain(Constraint.Kind.NOT, one, words));
    }
    turn.weighTeam();
    return merged(
        before, goal, turn, asksForChoice || choosing ? inPlay(question, turn) : List.of());
  }

  /// The choice a question asks for, by itself or as one of several.
  private static Optional<Question.Recommendation> choice(Question question) {
    List<Question> parts =
        question instanceof Question.Compound several ? several.parts() : List.of(question);
    return parts.stream()
        .filter(Question.Recommendation.class::isInstance)
        .map(Question.Recommendation.class::cast)
        .findFirst();
  }

  /// What stands before the question of which to take describes what it is for, unless it speaks of
  /// a technology itself.
  private static boolean isOfProject(Clause clause) {
    return clause.technologies().isEmpty()
        || clause.saysTeamKnows()
        || Clause.isProject(clause.text());
  }

  /// The technologies to weigh: those asked about, and beside a single one those usually weighed.
  private List<String> inPlay(Question question, Turn turn) {
    Set<String> named = new LinkedHashSet<>(question.reading().technologies());
    named.removeIf(one -> turn.background.contains(one) && !turn.asked.contains(one));
    named.removeAll(question.reading().excluded());
    if (STAYS.matcher(question.reading().words()).find()) {
      turn.constraints.stream()
          .filter(one -> one.kind() == Constraint.Kind.TEAM_KNOWS)
          .forEach(one -> named.add(one.value()));
    }
    if (named.size() == 1 && !usual.containsAll(named)) {
      named.addAll(usual);
    }
    return named.size() < 2 ? List.of() : List.copyOf(named);
  }

  private static Profile merged(
      Profile before, Criterion.Goal goal, Turn turn, List<String> inPlay) {
    Map<String, Need> needs = new LinkedHashMap<>();
    before.needs().forEach(need -> needs.put(need.criterion(), need));
    needs.putAll(turn.needs);
    List<Constraint> constraints = new ArrayList<>(before.constraints());
    for (Constraint one : turn.constraints) {
      constraints.removeIf(
          other -> other.value().equals(one.value()) && other.kind() == one.kind());
      constraints.add(one);
    }
    Set<String> unknown = new LinkedHashSet<>(before.unknown());
    unknown.removeAll(turn.needs.keySet());
    unknown.addAll(turn.unknown);
    return new Profile(
        goal,
        List.copyOf(needs.values()),
        constraints,
        inPlay.isEmpty() ? before.technologies() : inPlay,
        before.ratings(),
        List.copyOf(unknown));
  }

  /// What one turn tells.
  private final class Turn {
    private final Criterion.Goal goal;
    private final Mentions mentions;
    private final String words;
    private final Map<String, Need> needs = new LinkedHashMap<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Set<String> background = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final List<CriterionFinder.Found> found;
    private final List<String> weighed;
    private boolean told;

    Turn(
        Criterion.Goal goal,
        Mentions mentions,
        List<CriterionFinder.Found> found,
        String words,
        List<String> weighed) {
      this.found = found;
      this.weighed = weighed;
      this.goal = goal;
      this.mentions = mentions;
      this.words = words;
    }

    /// Somebody's taste: what it names is not in play for that.
    void overhear(Clause clause) {
      background.addAll(clause.technologies());
    }

    void hear(Clause clause, boolean isTold) {
      told |= isTold;
      if (clause.isOpinion()) {
        overhear(clause);
        return;
      }
      if (isTold && clause.saysTeamKnowsNone()) {
        need(DecisionModel.TEAM_FIT, Importance.NONE, clause.text());
        return;
      }
      // a learner tells what they know in the very sentence that asks what comes next
      if ((isTold || goal == Criterion.Goal.LEARN) && clause.saysTeamKnows()) {
        background.addAll(clause.technologies());
        knows(clause.known(), clause);
        return;
      }
      if (isTold && clause.saysTeamKnowsAll() && !weighed.isEmpty()) {
        knows(weighed, clause);
        return;
      }
      if (clause.saysOnly()) {
        clause.technologies().forEach(one -> constrain(Constraint.Kind.ONLY, one, clause.text()));
      }
      if (clause.saysFreeLicence()) {
        constrain(Constraint.Kind.LICENCE, "free", clause.text());
      }
      for (CriterionFinder.Found one : found) {
        if (clause.holds(one.start())
            && (!one.hint() || mentions.meant().contains(one) || clause.wishes(one.start()))
            && !clause.isAside(one.start())) {
          Importance importance = clause.importance(one.start());
          String phrase =
              words.substring(
                  mentions.text().get(one.start()).start(),
                  mentions.text().get(one.start() + one.length() - 1).end());
          for (String criterion : meant(one.criteria(), phrase)) {
            if (clause.isUnsure()) {
              unknown.add(criterion);
            } else {
              need(criterion, importance, phrase);
            }
          }
        }
      }
    }

    /// Who is yet to be hired may know anything, so what the few of today know counts less.
    private void weighTeam() {
      Need fit = needs.get(DecisionModel.TEAM_FIT);
      if (fit != null && fit.importance() == Importance.HIGH && Clause.mostAreToBeHired(words)) {
        needs.put(
            DecisionModel.TEAM_FIT,
            new Need(fit.criterion(), Importance.MEDIUM, fit.share(), fit.from()));
      }
    }

    private void knows(List<String> known, Clause clause) {
      known.forEach(one -> constrain(Constraint.Kind.TEAM_KNOWS, one, clause.text()));
      need(
          DecisionModel.TEAM_FIT,
          clause.saysTeamKnowsOnly() ? Importance.MUST : Importance.HIGH,
          clause.text());
    }

    /// Words may mean several criteria; those that decide anyway are meant first.
    private List<String> meant(List<String> criteria, String phrase) {
      List<String> deciding = criteria.stream().filter(one -> goals(one).contains(goal)).toList();
      boolean onlyAsksToLearn =
          goal == Criterion.Goal.LEARN
              && phrase.toLowerCase(java.util.Locale.ROOT).startsWith("learn");
      return onlyAsksToLearn
          ? List.of()
          : (deciding.isEmpty() ? criteria : deciding).stream().limit(MOST_CRITERIA).toList();
    }

    private List<Criterion.Goal> goals(String criterion) {
      Criterion declared = corpus.criteria().get(criterion);
      return declared == null ? List.of() : declared.goals();
    }

    void need(String criterion, Importance importance, String from) {
      Optional<Need> said = Optional.ofNullable(needs.get(criterion));
      boolean weaker =
          said.filter(one -> one.importance().ratio() >= importance.ratio()).isPresent();
      if (!weaker && corpus.criteria().containsKey(criterion)) {
        needs.put(
            criterion, new Need(criterion, importance, java.util.OptionalDouble.empty(), from));
      }
    }

    void constrain(Constraint.Kind kind, String value, String from) {
      constraints.add(new Constraint(kind, value, from));
    }
  }
}
