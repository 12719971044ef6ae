package dev.backendadvisor.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Rating;
import dev.backendadvisor.decision.Profile.Constraint;
import dev.backendadvisor.decision.Profile.Constraint.Kind;
import dev.backendadvisor.decision.Profile.Need;
import dev.backendadvisor.decision.Profile.OwnRating;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Decisions on the real evidence.
class DecisionModelTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Corpus CORPUS =
      new CorpusReader().read(new CorpusFolder(List.of(Path.of("corpus"))).read().files());
  private static final DecisionModel MODEL =
      new DecisionModel(CORPUS, Matrix.of(CORPUS, TODAY), TODAY);

  private static Profile project(Need... needs) {
    return new Profile(
        Criterion.Goal.BUILD, List.of(needs), List.of(), List.of(), List.of(), List.of());
  }

  private static Profile with(Profile profile, Constraint... constraints) {
    return new Profile(
        profile.goal(),
        profile.needs(),
        Stream.concat(profile.constraints().stream(), Stream.of(constraints)).toList(),
        profile.technologies(),
        profile.ratings(),
        profile.unknown());
  }

  private static Constraint constraint(Kind kind, String value) {
    return new Constraint(kind, value, "");
  }

  private static Need high(String criterion) {
    return Need.of(criterion, Importance.HIGH);
  }

  private static String choice(Profile profile) {
    return MODEL.recommend(profile).winner().technology();
  }

  @Test
  void live_traffic_and_a_team_that_knows_javascript_ask_for_nodejs() {
    Recommendation made =
        MODEL.recommend(
            with(
                project(high("realtime"), high("team-fit")),
                constraint(Kind.TEAM_KNOWS, "nodejs")));

    assertEquals("nodejs", made.winner().technology());
    assertTrue(made.winner().wins() >= DecisionModel.TOSS_UP);
  }

  @Test
  void one_need_decides_when_the_evidence_is_far_apart() {
    assertEquals("python", choice(project(high("ml-and-data"))));
    assertEquals("java", choice(project(high("cpu-work"))));
    assertEquals("java", choice(project(high("enterprise"))));
  }

  @Test
  void of_a_project_of_which_nothing_is_known_nothing_firm_is_said() {
    assertEquals(Firmness.TOSS_UP, MODEL.recommend(Profile.EMPTY).firmness());
  }

  @Test
  void what_decides_no_project_counts_only_when_it_is_mentioned() {
    assertTrue(counted(project()).stream().noneMatch("pay"::equals));
    assertTrue(counted(project(high("pay"))).contains("pay"));
    assertTrue(counted(project()).size() >= 10 && counted(project()).size() <= 14);
  }

  private static List<String> counted(Profile profile) {
    return MODEL.recommend(profile).contributions().stream()
        .map(Recommendation.Contribution::criterion)
        .distinct()
        .toList();
  }

  @Test
  void what_is_ruled_out_is_named_with_the_reason() {
    Profile profile =
        new Profile(
            Criterion.Goal.BUILD,
            List.of(),
            List.of(constraint(Kind.NOT, "java"), constraint(Kind.RUNS_ON, "nodejs")),
            List.of("express", "fastapi", "java", "nodejs"),
            List.of(),
            List.of());

    Recommendation made = MODEL.recommend(profile);

    assertEquals(
        List.of("express", "nodejs"),
        made.ranking().stream().map(Recommendation.Rank::technology).sorted().toList());
    assertEquals(
        List.of("fastapi runs-on", "java not"),
        made.excluded().stream().map(one -> one.technology() + " " + one.constraint()).toList());
  }

  @Test
  void what_the_team_knows_rules_nothing_out() {
    Recommendation made = MODEL.recommend(with(Profile.EMPTY, constraint(Kind.TEAM_KNOWS, "go")));

    assertEquals(List.of(), made.excluded());
    assertEquals(4, made.ranking().size());
    assertEquals(
        new Rating(5, 5),
        made.contributions("go").stream()
            .filter(one -> one.criterion().equals(DecisionModel.TEAM_FIT))
            .findFirst()
            .orElseThrow()
            .rating());
  }

  @Test
  void a_share_is_kept_to_the_letter_and_the_rest_scaled() {
    Recommendation made =
        MODEL.recommend(
            project(
                new Need("realtime", Importance.LOW, OptionalDouble.of(0.34), ""),
                high("ml-and-data")));

    assertEquals(0.34, weight(made, "realtime"), 1e-12);
    assertEquals(
        4 / Weighing.UNMENTIONED_QUALITY * weight(made, "startup"),
        weight(made, "ml-and-data"),
        1e-12);
    assertEquals(
        1,
        made.contributions("java").stream().mapToDouble(Recommendation.Contribution::weight).sum(),
        1e-9);
  }

  private static double weight(Recommendation made, String criterion) {
    return made.contributions("java").stream()
        .filter(one -> one.criterion().equals(criterion))
        .findFirst()
        .orElseThrow()
        .weight();
  }

  @Test
  void a_cell_without_evidence_is_named_and_left_wide() {
    Recommendation made = MODEL.recommend(project());

    assertTrue(made.gaps().contains(new Recommendation.Gap("java", "team-fit")));
    assertEquals(
        new Rating(1, 5),
        made.contributions("java").stream()
            .filter(one -> one.criterion().equals("team-fit"))
            .findFirst()
            .orElseThrow()
            .rating());
  }

  @Test
  void the_askers_own_rating_replaces_the_evidence() {
    var own =
        new OwnRating(
            "python", "realtime", new Rating(5, 5), Optional.of("Ann"), Optional.of("measured"));
    Profile before = project(Need.of("realtime", Importance.MUST));
    Profile after =
        new Profile(before.goal(), before.needs(), List.of(), List.of(), List.of(own), List.of());

    assertFalse(choice(before).equals("python"));
    assertEquals("python", choice(after));
  }

  @Test
  void why_not_names_the_change_that_would_do_or_what_is_better_in_everything() {
    Profile profile = project(high("ml-and-data"));

    Recommendation.WhyNot java = MODEL.whyNot(profile, "java");
    Recommendation.Flip flip = java.flip().orElseThrow();
    Profile moved =
        project(
            new Need(
                flip.criterion(),
                Importance.LOW,
                OptionalDouble.of(
                    flip.weightThen() + 1e-6 * Math.signum(flip.weightThen() - flip.weightNow())),
                ""),
            high("ml-and-data"));
    if (!flip.criterion().equals("ml-and-data")) {
      assertEquals("java", choice(moved));
    }
    assertEquals(
        Optional.of("not"),
        MODEL
            .whyNot(with(profile, constraint(Kind.NOT, "java")), "java")
            .excluded()
            .map(Recommendation.Exclusion::constraint));
  }

  @Test
  void what_is_wrong_with_a_profile_is_said_in_sentences() {
    Profile wrong =
        new Profile(
            Criterion.Goal.BUILD,
            List.of(high("wit"), high("pay"), high("pay")),
            List.of(constraint(Kind.NOT, "cobol")),
            List.of(),
            List.of(),
            List.of());

    String complaints = String.join(" ", MODEL.complaints(wrong));

    assertTrue(complaints.contains("'wit'"), complaints);
    assertTrue(complaints.contains("'pay' twice"), complaints);
    assertTrue(complaints.contains("'cobol'"), complaints);
    assertEquals(
        1,
        MODEL
            .complaints(
                project(
                    new Need("pay", Importance.LOW, OptionalDouble.of(0.7), ""),
                    new Need("realtime", Importance.LOW, OptionalDouble.of(0.7), "")))
            .size());
  }

  @Test
  void when_everything_is_ruled_out_nothing_is_chosen() {
    Recommendation made =
        MODEL.recommend(
            new Profile(
                Criterion.Goal.BUILD,
                List.of(),
                List.of(constraint(Kind.NOT, "java")),
                List.of("java"),
                List.of(),
                List.of()));

    assertEquals(List.of(), made.ranking());
    assertEquals(1, made.excluded().size());
  }

  /// Projects whose needs are drawn, half of them of no matter; the team knows one of the three in
  /// seven of ten.
  @Test
  void a_handful_of_questions_settles_most_projects() {
    var random = new Random(7);
    List<Integer> asked = new ArrayList<>();
    for (int project = 0; project < 200; project++) {
      asked.add(questionsUntilSettled(random));
    }
    Collections.sort(asked);
    assertTrue(asked.get(100) <= 5, asked::toString);
  }

  private static int questionsUntilSettled(Random random) {
    Map<String, Importance> truth = new HashMap<>();
    for (Criterion criterion : MODEL.criteria(Profile.EMPTY)) {
      int drawn = random.nextInt(100);
      truth.put(
          criterion.id(),
          drawn < 50 ? Importance.NONE : drawn < 75 ? Importance.MEDIUM : Importance.HIGH);
    }
    List<String> options = List.of("nodejs", "python", "java");
    Optional<String> known =
        random.nextInt(10) < 7 ? Optional.of(options.get(random.nextInt(3))) : Optional.empty();
    Profile profile = Profile.EMPTY;
    int asked = 0;
    while (!MODEL.interview(profile).settled()) {
      String criterion = MODEL.interview(profile).next().orElseThrow().criterion();
      List<Need> needs = new ArrayList<>(profile.needs());
      List<Constraint> constraints = new ArrayList<>(profile.constraints());
      if (criterion.equals(DecisionModel.TEAM_FIT)) {
        needs.add(Need.of(criterion, known.isPresent() ? Importance.HIGH : Importance.NONE));
        known.ifPresent(one -> constraints.add(constraint(Kind.TEAM_KNOWS, one)));
      } else {
        needs.add(Need.of(criterion, truth.getOrDefault(criterion, Importance.LOW)));
      }
      profile = new Profile(profile.goal(), needs, constraints, List.of(), List.of(), List.of());
      asked++;
    }
    return asked;
  }
}
