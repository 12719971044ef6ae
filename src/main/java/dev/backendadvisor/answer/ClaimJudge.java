package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.question.Assertion;
import dev.backendadvisor.question.Assertion.Sense;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Puts a claim to the evidence: who is ahead of whom, how well a technology does, until when a
/// version is supported, what the recorded sentences say.
///
/// A claim is never supported beyond what is read in it: one that names what the corpus does not
/// know, or gives a figure no sentence gives, is unsettled.
final class ClaimJudge {
  /// Words that name a cause: that something is so does not say why.
  private static final Pattern CAUSAL =
      Pattern.compile(
          "(?i)\\b(?:makes?|made|because|due to|thanks to|leads?"
              + " to|causes?|caused|gives?|lets?)\\b");

  /// Words of going from one thing to another.
  private static final Pattern MOVES =
      Pattern.compile(
          "(?i)\\b(?:switch(?:ed|es)?|moved?|moves|migrated?|migrates|replaced?|replaces|rewrote|went)"
              + "\\b");

  private final Brief brief;
  private final RatingClaims ratings;
  private final ComparisonClaims comparisons;
  private final FactClaims facts;

  ClaimJudge(Brief brief) {
    this.brief = brief;
    this.ratings = new RatingClaims(brief);
    this.comparisons = new ComparisonClaims(brief);
    this.facts = new FactClaims(brief);
  }

  /// How a claim stands.
  Judgement judge(Assertion claim) {
    Optional<Judgement> support = support(claim);
    if (support.isPresent()) {
      return support.get();
    }
    Optional<Judgement> saying = new SayingClaims(brief).judge(claim);
    if (saying.isPresent()) {
      return saying.get();
    }
    if (isForeign(claim)) {
      return Judgement.UNKNOWN;
    }
    if (compares(claim) && !hasFigures(claim)) {
      return comparisons.judge(claim);
    }
    Judgement told = facts.judge(claim);
    boolean unsettled =
        told.finding() == Finding.UNKNOWN
            || told.finding() == Finding.ONE_SOURCE
            || (claim.extreme() && told.finding() == Finding.OUTDATED);
    boolean rated =
        claim.sense() != Sense.PLAIN
            && unsettled
            && !hasFigures(claim)
            && !CAUSAL.matcher(claim.text()).find()
            && facts.names(claim).isEmpty();
    Judgement rating = rated ? ratings.judge(claim) : Judgement.UNKNOWN;
    return rating.finding() == Finding.UNKNOWN ? told : rating;
  }

  /// Whether it puts one ahead of another; "PayPal went from Java to Node.js" tells what somebody
  /// did.
  boolean compares(Assertion claim) {
    return claim.asked() instanceof Question.Comparison && !MOVES.matcher(claim.text()).find();
  }

  /// Whether it names something the corpus has never heard of, or speaks of much it does not know.
  private boolean isForeign(Assertion claim) {
    Reading reading = claim.reading();
    boolean unknown =
        reading.unknownNames().stream()
            .anyMatch(
                name ->
                    Words.stems(name).stream().noneMatch(stem -> brief.vocabulary().knows(stem)));
    return unknown || strange(claim) > 1;
  }

  /// How many of its words the corpus does not have, besides those by which it was understood.
  private long strange(Assertion claim) {
    List<String> stems = new ArrayList<>(Words.stems(claim.text()));
    claim.reading().criteria().forEach(one -> stems.removeAll(Words.stems(one.from())));
    return stems.stream().filter(stem -> !stem.contains("'") && !isKnown(stem)).count();
  }

  /// Whether the corpus has a stem, or every part of one that joins words: "CPU-heavy".
  private boolean isKnown(String stem) {
    return brief.vocabulary().knows(stem)
        || Words.stems(stem.replace('-', ' ')).stream().allMatch(brief.vocabulary()::knows);
  }

  /// Whether it gives a figure that is no version.
  private static boolean hasFigures(Assertion claim) {
    Set<String> figures = new HashSet<>(Statement.figures(claim.text()));
    claim.reading().versions().forEach(one -> figures.remove(one.version()));
    return !figures.isEmpty();
  }

  /// A claim on the support of a version, by its dates.
  private Optional<Judgement> support(Assertion claim) {
    Optional<Evidence> record = new SupportClaims(brief).record(claim);
    return record.map(
        one -> {
          boolean over = brief.today().isAfter(one.support().orElseThrow().until());
          boolean holds = over == SupportClaims.saysOver(claim);
          List<Evidence> dates = List.of(one);
          Judgement judged =
              Judgement.of(
                  holds ? Finding.SUPPORTED : Finding.CONTRADICTED,
                  holds ? dates : List.of(),
                  holds ? List.of() : dates);
          return over ? judged.showing(new Calculation.SupportEnds(one)) : judged;
        });
  }

  /// The records that count as evidence of weight: not mere opinion, and sure enough.
  static List<Evidence> ofWeight(List<Evidence> records) {
    return records.stream()
        .filter(one -> one.basis() != Evidence.Basis.OPINION)
        .filter(one -> one.confidence() != Evidence.Confidence.LOW)
        .toList();
  }

  /// How many independent voices some records are.
  static long origins(List<Evidence> records) {
    return records.stream().map(one -> one.source().origin()).distinct().count();
  }

  /// Whether a single voice is enough: it measured, documents or asked many.
  static boolean speaksForItself(List<Evidence> records) {
    return records.stream().anyMatch(Findings::isFirstHand);
  }

  /// Those of weight first, of them those at first hand, the rest behind.
  static List<Evidence> weighty(List<Evidence> records) {
    List<Evidence> ordered = new ArrayList<>();
    ofWeight(records).stream().filter(Findings::isFirstHand).forEach(ordered::add);
    ofWeight(records).stream().filter(one -> !ordered.contains(one)).forEach(ordered::add);
    records.stream().filter(one -> !ordered.contains(one)).forEach(ordered::add);
    return ordered;
  }
}
