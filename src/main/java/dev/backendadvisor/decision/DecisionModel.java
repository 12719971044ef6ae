package dev.backendadvisor.decision;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.decision.Profile.Constraint;
import dev.backendadvisor.decision.Recommendation.Exclusion;
import dev.backendadvisor.decision.Recommendation.Rank;
import dev.backendadvisor.decision.Recommendation.WhyNot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Decides for a profile, by the evidence of one corpus on one day.
///
/// The model is additive: an option's score is the mean of its ratings, weighted by what the
/// profile says of each criterion; what it does not mention counts a small part of `low`, where it
/// belongs to the goal. The highest score is the choice; [Acceptability] tells how firm it is,
/// [Flips] what would change it, [Splits] whether two are better than one, [Interview] what is
/// still worth asking.
public final class DecisionModel {
  /// The criterion on which a team's own knowledge counts.
  public static final String TEAM_FIT = "team-fit";

  /// From this share of draws a first place is firm.
  public static final double FIRM = 0.80;

  /// Below this share it is a toss-up.
  public static final double TOSS_UP = 0.60;

  private static final long SEED = 42;
  private static final int DRAWS = 10_000;
  private static final int REMEMBERED = 500;

  private final Corpus corpus;
  private final Matrix matrix;
  private final LocalDate today;
  private final List<String> usual;
  private final Weighing weighing;
  private final Map<Profile, Recommendation> made = new ConcurrentHashMap<>();

  /// A model on a corpus's evidence.
  ///
  /// @param today the day the matrix is rated for
  public DecisionModel(Corpus corpus, Matrix matrix, LocalDate today) {
    this.corpus = corpus;
    this.matrix = matrix;
    this.today = today;
    this.weighing = new Weighing(corpus, matrix);
    this.usual = new Candidates(corpus, matrix, today, Profile.EMPTY).options();
  }

  /// The evidence's corpus.
  public Corpus corpus() {
    return corpus;
  }

  /// Every technology on every criterion.
  public Matrix matrix() {
    return matrix;
  }

  /// The day the evidence is weighed for.
  public LocalDate today() {
    return today;
  }

  /// Decides.
  ///
  /// @throws IllegalArgumentException when there are [#complaints]
  public Recommendation recommend(Profile profile) {
    Recommendation known = made.get(profile);
    if (known != null) {
      return known;
    }
    List<String> complaints = complaints(profile);
    if (!complaints.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", complaints));
    }
    Recommendation recommendation = computed(profile);
    if (made.size() < REMEMBERED) {
      made.put(profile, recommendation);
    }
    return recommendation;
  }

  /// What keeps a profile from being decided on, in sentences; empty when nothing does.
  public List<String> complaints(Profile profile) {
    return new ProfileCheck(corpus).complaints(profile);
  }

  /// The technologies weighed for a profile that names none.
  public List<String> usual() {
    return usual;
  }

  /// The technologies weighed for a profile.
  public List<String> weighed(Profile profile) {
    return new Candidates(corpus, matrix, today, profile).options();
  }

  /// Why a technology is not the first.
  public WhyNot whyNot(Profile profile, String technology) {
    var candidates = new Candidates(corpus, matrix, today, profile);
    Optional<Exclusion> excluded =
        candidates.excluded().stream()
            .filter(one -> one.technology().equals(technology))
            .findFirst();
    int option = candidates.options().indexOf(technology);
    if (option < 0) {
      return new WhyNot(technology, excluded, Optional.empty(), Optional.empty());
    }
    Board board = weighing.board(profile, candidates.options());
    return new WhyNot(
        technology,
        Optional.empty(),
        new Dominance(board).over(option),
        new Flips(board).to(option));
  }

  /// The criteria that count for a profile: those of its goal, and those it names.
  List<Criterion> criteria(Profile profile) {
    return weighing.criteria(profile);
  }

  /// What could still be asked, without the draws.
  Interview interview(Profile profile) {
    Board board = weighing.board(profile, new Candidates(corpus, matrix, today, profile).options());
    return new Interview(board, new OpenQuestions(weighing, profile, board).all());
  }

  private Recommendation computed(Profile profile) {
    var candidates = new Candidates(corpus, matrix, today, profile);
    if (candidates.options().isEmpty()) {
      return Recommendation.ofNothing(profile, candidates.excluded(), SEED, today);
    }
    Board board = weighing.board(profile, candidates.options());
    var account = new Account(matrix, weighing, profile, board);
    var interview = new Interview(board, new OpenQuestions(weighing, profile, board).all());
    List<Rank> ranking = account.ranking(Acceptability.of(board, SEED, DRAWS));
    return new Recommendation(
        profile,
        ranking,
        Account.firmness(ranking),
        account.contributions(),
        new Flips(board).all(),
        new Splits(board, weighing.halves(profile, board)).best(),
        candidates.excluded(),
        account.gaps(),
        interview.next(),
        interview.settled(),
        interview.proven(),
        SEED,
        today);
  }

  /// Whether the team of a profile knows a technology already.
  public boolean knows(Profile profile, String technology) {
    return weighing.knows(profile.values(Constraint.Kind.TEAM_KNOWS), technology);
  }
}
