package dev.backendadvisor.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Rating;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Laws of the rule that turns evidence into ratings, and of the order that follows.
class MatrixTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
  private static final List<String> PAIR = List.of("alpha", "beta");
  private static final List<String> SPEED = List.of("speed");

  private static Matrix matrix(Corpus corpus) {
    return Matrix.of(corpus, TODAY);
  }

  private static Rating rating(SmallCorpus corpus, String technology) {
    return matrix(corpus.read()).cell(technology, "speed").orElseThrow().rating();
  }

  @Test
  void one_fresh_measurement_is_drawn_a_fifth_of_the_way_to_not_knowing() {
    Rating rating =
        rating(
            new SmallCorpus().with("alpha speed 4 5 measured high a 2026-01", "is fast"), "alpha");

    assertEquals((4 + 0.25 * 1) / 1.25, rating.low(), 1e-9);
    assertEquals((5 + 0.25 * 5) / 1.25, rating.high(), 1e-9);
  }

  @Test
  void twenty_copies_of_one_opinion_change_no_rating() {
    var one =
        new SmallCorpus()
            .with("alpha speed 2 3 measured high bench 2026-01", "is slow")
            .with("alpha speed 5 5 opinion medium blog 2026-01", "is fast");
    var copied =
        new SmallCorpus()
            .with("alpha speed 2 3 measured high bench 2026-01", "is slow")
            .with("alpha speed 5 5 opinion medium blog 2026-01", "is fast");
    for (int i = 0; i < 19; i++) {
      copied.with("alpha speed 5 5 opinion medium blog 2026-01", "is fast");
    }

    assertEquals(rating(one, "alpha"), rating(copied, "alpha"));
  }

  @Test
  void disagreement_widens_the_interval() {
    Rating agreed =
        rating(
            new SmallCorpus()
                .with("alpha speed 3 3 measured high a 2026-01", "is fair")
                .with("alpha speed 3 3 measured high b 2026-01", "is fair"),
            "alpha");
    Rating disputed =
        rating(
            new SmallCorpus()
                .with("alpha speed 1 1 measured high a 2026-01", "is slow")
                .with("alpha speed 5 5 measured high b 2026-01", "is fast"),
            "alpha");

    assertEquals(agreed.middle(), disputed.middle(), 1e-9);
    assertTrue(disputed.high() - disputed.low() > agreed.high() - agreed.low() + 2);
  }

  @Test
  void old_evidence_counts_half_after_its_half_life() {
    var rule = new CellRule(LocalDate.of(2031, 1, 31));
    var record =
        new SmallCorpus()
            .with("alpha speed 4 5 measured high a 2026-01", "is fast")
            .read()
            .evidence()
            .getFirst();

    assertEquals(0.5, rule.weight(record, 5), 0.001);
  }

  @Test
  void a_framework_without_evidence_of_its_own_has_its_languages_cell() {
    Matrix matrix =
        matrix(
            new SmallCorpus()
                .with("alpha speed 4 5 measured high a 2026-01", "is fast")
                .with("alpha ease 4 5 measured high a 2026-01", "is easy")
                .read());

    assertEquals(
        matrix.cell("alpha", "speed").orElseThrow().rating(),
        matrix.cell("frame", "speed").orElseThrow().rating());
    assertEquals(Optional.empty(), matrix.cell("frame", "ease"));
  }

  @Test
  void a_lead_that_no_single_origin_carries_is_firm() {
    Comparison comparison =
        matrix(
                new SmallCorpus()
                    .with("alpha speed 4 5 measured high a 2026-01", "is fast")
                    .with("alpha speed 4 5 documentation high b 2026-01", "is fast")
                    .with("beta speed 1 2 measured high c 2026-01", "is slow")
                    .with("beta speed 1 2 measured high d 2026-01", "is slow")
                    .read())
            .compare(PAIR, SPEED);

    assertEquals(Optional.of("alpha"), comparison.leader());
    assertEquals(Firmness.FIRM, comparison.firmness());
  }

  @Test
  void a_lead_that_rests_on_one_origin_only_leans() {
    Comparison comparison =
        matrix(
                new SmallCorpus()
                    .with("alpha speed 4 5 measured high a 2026-01", "is fast")
                    .with("beta speed 1 2 measured high c 2026-01", "is slow")
                    .read())
            .compare(PAIR, SPEED);

    assertEquals(Optional.of("alpha"), comparison.leader());
    assertEquals(Firmness.LEANING, comparison.firmness());
  }

  @Test
  void without_evidence_on_both_sides_nobody_leads() {
    Comparison comparison =
        matrix(new SmallCorpus().with("alpha speed 4 5 measured high a 2026-01", "is fast").read())
            .compare(PAIR, SPEED);

    assertEquals(Optional.empty(), comparison.leader());
    assertEquals(Firmness.TOSS_UP, comparison.firmness());
  }

  @Property(tries = 200)
  void removing_the_strongest_record_weakens_the_lead_or_turns_it(
      @ForAll @IntRange(min = 1, max = 5) int alpha,
      @ForAll @IntRange(min = 1, max = 5) int alphaToo,
      @ForAll @IntRange(min = 1, max = 5) int beta,
      @ForAll @IntRange(min = 1, max = 5) int betaToo,
      @ForAll @IntRange(min = 2010, max = 2026) int year) {
    List<String> records =
        List.of(
            "alpha speed %d %d measured high a %d".formatted(alpha, alpha, year),
            "alpha speed %d %d survey medium b 2025".formatted(alphaToo, alphaToo),
            "beta speed %d %d documentation high c 2025".formatted(beta, beta),
            "beta speed %d %d opinion medium d %d".formatted(betaToo, betaToo, year));
    Comparison full = matrix(corpus(records).read()).compare(PAIR, SPEED);
    if (full.leader().isEmpty()) {
      assertTrue(full.deciding().isEmpty());
      return;
    }
    String strongest = full.deciding().getFirst().source().origin();
    Comparison weakened =
        matrix(
                corpus(
                        records.stream()
                            .filter(one -> !one.contains(" " + strongest + " "))
                            .toList())
                    .read())
            .compare(PAIR, SPEED);

    assertTrue(
        !weakened.leader().equals(full.leader()) || weakened.lead() < full.lead(),
        () -> full.lead() + " became " + weakened.lead());
  }

  @Property(tries = 100)
  void the_order_of_naming_changes_nothing(
      @ForAll @IntRange(min = 1, max = 5) int alpha, @ForAll @IntRange(min = 1, max = 5) int beta) {
    Matrix matrix =
        matrix(
            corpus(
                    List.of(
                        "alpha speed %d %d measured high a 2026".formatted(alpha, alpha),
                        "beta speed %d %d measured high b 2026".formatted(beta, beta)))
                .read());

    Comparison one = matrix.compare(PAIR, SPEED);
    Comparison other = matrix.compare(PAIR.reversed(), SPEED);

    assertEquals(one.leader(), other.leader());
    assertEquals(one.lead(), other.lead(), 1e-9);
    assertEquals(one.firmness(), other.firmness());
  }

  private static SmallCorpus corpus(List<String> records) {
    var corpus = new SmallCorpus();
    records.forEach(record -> corpus.with(record, "is as it is"));
    return corpus;
  }
}
