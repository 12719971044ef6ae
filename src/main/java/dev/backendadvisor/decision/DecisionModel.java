package dev.backendadvisor.decision;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Rating;
import dev.backendadvisor.decision.Profile.Constraint;
import dev.backendadvisor.decision.Profile.OwnRating;
import dev.backendadvisor.decision.Recommendation.Choice;
import dev.backendadvisor.decision.Recommendation.Contribution;
import dev.backendadvisor.decision.Recommendation.Exclusion;
import dev.backendadvisor.decision.Recommendation.Gap;
import dev.backendadvisor.decision.Recommendation.Rank;
import dev.backendadvisor.decision.Recommendation.WhyNot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Decides for a profile, by the evidence of one corpus on one day.
///
/// The model is additive: an option's score is the mean of its ratings, weighted by what the
/// profile says of each criterion; what it does not mention counts a small part of `low`, where it
/// belongs to the goal. The highest score is the choice; [Acceptability] tells how firm it is,
/// [Flips] what would change it, [Interview] what is still worth asking.
public final class DecisionModel {
  /// The criterion on which a team's own knowledge counts.
  public static final String TEAM_FIT = "team-fit";

  /// From this share of draws a first place is firm.
  public static final double FIRM = 0.80;

  /// Below this share it is a toss-up.
  public static final double TOSS_UP = 0.60;

  /// What a criterion nobody mentioned counts beside one that counts `low`. A dozen of them
  /// together must not outweigh the one need somebody stated.
  static final double UNMENTIONED = 1.0 / 8;

  private static final Rating VAGUE = new Rating(1, 5);
  private static final Rating KNOWN = new Rating(5, 5);
  private static final Rating TO_BE_LEARNED = new Rating(1, 3);
  private static final long SEED = 42;
  private static final int DRAWS = 10_000;
  private static final int REMEMBERED = 500;
  private static final List<Importance> ANSWERS =
      List.of(Importance.NONE, Importance.MEDIUM, Importance.HIGH);

  private final Corpus corpus;
  private final Matrix matrix;
  private final LocalDate today;
  private final Map<Profile, Recommendation> made = new ConcurrentHashMap<>();

  /// A model on a corpus's evidence.
  ///
  /// @param today the day the matrix is rated for
  public DecisionModel(Corpus corpus, Matrix matrix, LocalDate today) {
    this.corpus = corpus;
    this.matrix = matrix;
    this.today = today;
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
    return new Candidates(corpus, matrix, today, Profile.EMPTY).options();
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
    Board board = board(profile, candidates.options());
    return new WhyNot(
        technology,
        Optional.empty(),
        new Dominance(board).over(option),
        new Flips(board).to(option));
  }

  /// The criteria that count for a profile: those of its goal, and those it names.
  List<Criterion> criteria(Profile profile) {
    return corpus.criteria().values().stream()
        .filter(one -> one.goals().contains(profile.goal()) || profile.need(one.id()).isPresent())
        .toList();
  }

  /// What could still be asked, without the draws.
  Interview interview(Profile profile) {
    Board board = board(profile, new Candidates(corpus, matrix, today, profile).options());
    return new Interview(board, open(profile, board));
  }

  private Recommendation computed(Profile profile) {
    var candidates = new Candidates(corpus, matrix, today, profile);
    if (candidates.options().isEmpty()) {
      return new Recommendation(
          profile,
          List.of(),
          Firmness.TOSS_UP,
          List.of(),
          List.of(),
          candidates.excluded(),
          List.of(),
          Optional.empty(),
          true,
          true,
          SEED,
          today);
    }
    Board board = board(profile, candidates.options());
    Acceptability acceptability = Acceptability.of(board, SEED, DRAWS);
    var interview = new Interview(board, open(profile, board));
    List<Rank> ranking = ranking(board, acceptability);
    return new Recommendation(
        profile,
        ranking,
        firmness(ranking),
        contributions(profile, board),
        new Flips(board).all(),
        candidates.excluded(),
        gaps(profile, board),
        interview.next(),
        interview.settled(),
        interview.proven(),
        SEED,
        today);
  }

  /// The profile's options and criteria as numbers.
  Board board(Profile profile, List<String> options) {
    List<Criterion> criteria = criteria(profile);
    double[][] low = new double[criteria.size()][options.size()];
    double[][] high = new double[criteria.size()][options.size()];
    double[] ratio = new double[criteria.size()];
    double[] fixed = new double[criteria.size()];
    long[] criterionKeys = new long[criteria.size()];
    for (int at = 0; at < criteria.size(); at++) {
      String criterion = criteria.get(at).id();
      Optional<Profile.Need> need = profile.need(criterion);
      ratio[at] = need.map(one -> (double) one.importance().ratio()).orElse(UNMENTIONED);
      fixed[at] =
          need.filter(one -> one.share().isPresent())
              .map(one -> one.share().getAsDouble())
              .orElse(Double.NaN);
      for (int option = 0; option < options.size(); option++) {
        Rating rating = rating(profile, options.get(option), criterion);
        low[at][option] = rating.low();
        high[at][option] = rating.high();
      }
      criterionKeys[at] = key(options, criterion);
    }
    tellApart(criterionKeys);
    long[] optionKeys = options.stream().mapToLong(this::key).toArray();
    tellApart(optionKeys);
    return new Board(
        options,
        criteria.stream().map(Criterion::id).toList(),
        low,
        high,
        ratio,
        fixed,
        optionKeys,
        criterionKeys);
  }

  private Rating rating(Profile profile, String technology, String criterion) {
    return own(profile, technology, criterion)
        .or(() -> matrix.cell(technology, criterion).map(Cell::rating))
        .orElse(VAGUE);
  }

  /// What the asker knows better than the evidence.
  private Optional<Rating> own(Profile profile, String technology, String criterion) {
    return profile.ratings().stream()
        .filter(one -> one.technology().equals(technology) && one.criterion().equals(criterion))
        .map(OwnRating::rating)
        .findFirst()
        .or(
            () ->
                criterion.equals(TEAM_FIT)
                    ? teamFit(profile.values(Constraint.Kind.TEAM_KNOWS), technology)
                    : Optional.empty());
  }

  /// What a team knows fits it; what it does not know it has to learn first.
  private Optional<Rating> teamFit(List<String> known, String technology) {
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(knows(known, technology) ? KNOWN : TO_BE_LEARNED);
  }

  /// Whether the team of a profile knows a technology already.
  public boolean knows(Profile profile, String technology) {
    return knows(profile.values(Constraint.Kind.TEAM_KNOWS), technology);
  }

  private boolean knows(List<String> known, String technology) {
    return known.stream().anyMatch(one -> Candidates.knows(corpus, one, technology));
  }

  /// A key of what the evidence says on a criterion, in whatever order the options come.
  private long key(List<String> options, String criterion) {
    long key = 0;
    for (String option : options) {
      key += key(option, criterion);
    }
    return key;
  }

  /// A key of what the evidence says of an option.
  private long key(String option) {
    long key = 0;
    for (Cell cell : matrix.cells(option)) {
      key += key(option, cell.criterion());
    }
    return key;
  }

  private long key(String option, String criterion) {
    Rating rating = matrix.cell(option, criterion).map(Cell::rating).orElse(VAGUE);
    return Randomness.place(
        Double.doubleToLongBits(rating.low()), Double.doubleToLongBits(rating.high()));
  }

  /// Gives equal keys different ones, so that what looks alike is drawn apart.
  private static void tellApart(long[] keys) {
    for (int at = 0; at < keys.length; at++) {
      int same = 0;
      for (int before = 0; before < at; before++) {
        same += keys[before] == keys[at] ? 1 : 0;
      }
      keys[at] = same == 0 ? keys[at] : Randomness.place(keys[at], same);
    }
  }

  private static List<Rank> ranking(Board board, Acceptability acceptability) {
    var dominance = new Dominance(board);
    return board.order().stream()
        .map(
            option ->
                new Rank(
                    board.options().get(option),
                    board.score(option),
                    acceptability.low(option),
                    acceptability.high(option),
                    acceptability.wins(option),
                    dominance.over(option)))
        .toList();
  }

  private static Firmness firmness(List<Rank> ranking) {
    double most = ranking.stream().mapToDouble(Rank::wins).max().orElse(0);
    double wins = ranking.getFirst().wins();
    if (wins < most || wins < TOSS_UP) {
      return Firmness.TOSS_UP;
    }
    return wins < FIRM ? Firmness.LEANING : Firmness.FIRM;
  }

  private List<Contribution> contributions(Profile profile, Board board) {
    List<Contribution> contributions = new ArrayList<>();
    for (int at = 0; at < board.criteria().size(); at++) {
      String criterion = board.criteria().get(at);
      for (int option = 0; option < board.options().size() && board.share(at) > 0; option++) {
        String technology = board.options().get(option);
        contributions.add(
            new Contribution(
                technology,
                criterion,
                board.share(at),
                new Rating(board.low(at, option), board.high(at, option)),
                own(profile, technology, criterion).isPresent()
                    ? Optional.empty()
                    : matrix.cell(technology, criterion)));
      }
    }
    contributions.sort(
        Comparator.comparingDouble(Contribution::weight)
            .reversed()
            .thenComparing(Contribution::criterion)
            .thenComparing(Contribution::technology));
    return contributions;
  }

  private List<Gap> gaps(Profile profile, Board board) {
    List<Gap> gaps = new ArrayList<>();
    for (int at = 0; at < board.criteria().size(); at++) {
      for (String technology : board.options()) {
        String criterion = board.criteria().get(at);
        if (board.share(at) > 0
            && own(profile, technology, criterion).isEmpty()
            && matrix.cell(technology, criterion).isEmpty()) {
          gaps.add(new Gap(technology, criterion));
        }
      }
    }
    gaps.sort(Comparator.comparing(Gap::technology).thenComparing(Gap::criterion));
    return gaps;
  }

  /// The questions nobody has answered: on each criterion of the goal that is not mentioned, and is
  /// not something the asker cannot say.
  private List<Interview.Open> open(Profile profile, Board board) {
    List<Interview.Open> open = new ArrayList<>();
    for (int at = 0; at < board.criteria().size(); at++) {
      String criterion = board.criteria().get(at);
      if (criterion.equals(TEAM_FIT) ? isTeamOpen(profile) : isOpen(profile, criterion)) {
        open.add(
            new Interview.Open(
                at, criterion.equals(TEAM_FIT) ? teams(board, at) : importances(board, at)));
      }
    }
    return open;
  }

  private static boolean isOpen(Profile profile, String criterion) {
    return profile.need(criterion).isEmpty() && !profile.unknown().contains(criterion);
  }

  /// That the team's fit matters does not tell yet what the team knows.
  private static boolean isTeamOpen(Profile profile) {
    return profile.values(Constraint.Kind.TEAM_KNOWS).isEmpty()
        && !profile.unknown().contains(TEAM_FIT)
        && profile
            .need(TEAM_FIT)
            .filter(need -> need.importance() == Importance.NONE || need.share().isPresent())
            .isEmpty();
  }

  private static List<Interview.Answer> importances(Board board, int criterion) {
    double[] ratings = middles(board, criterion);
    return ANSWERS.stream()
        .map(one -> new Interview.Answer(new Choice(one, Optional.empty()), ratings))
        .toList();
  }

  /// What the team may know: each of the options, or none.
  private List<Interview.Answer> teams(Board board, int criterion) {
    List<Interview.Answer> answers = new ArrayList<>();
    for (String known : board.options()) {
      double[] ratings = middles(board, criterion);
      for (int option = 0; option < ratings.length; option++) {
        ratings[option] =
            teamFit(List.of(known), board.options().get(option)).orElseThrow().middle();
      }
      answers.add(new Interview.Answer(new Choice(Importance.HIGH, Optional.of(known)), ratings));
    }
    answers.add(
        new Interview.Answer(
            new Choice(Importance.NONE, Optional.empty()), middles(board, criterion)));
    return answers;
  }

  private static double[] middles(Board board, int criterion) {
    double[] ratings = new double[board.options().size()];
    Arrays.setAll(ratings, option -> board.middle(criterion, option));
    return ratings;
  }
}
