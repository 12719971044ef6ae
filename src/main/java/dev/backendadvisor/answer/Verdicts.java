package dev.backendadvisor.answer;

import dev.backendadvisor.question.Assertion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words by which findings are told. [CalculationCheck] takes a sentence for a finding only
/// when it opens with words that stand here for that finding.
final class Verdicts {
  private static final List<String> NUMBERS =
      List.of(
          "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  /// That a claim holds in the main.
  static final String LARGELY = "Largely, with limits.";

  /// Claims that may be repeated in a sentence of ours.
  private static final Pattern FIT =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .,'’+#/%()&:-]{2,110}");

  private Verdicts() {}

  /// Openings of a finding, the plainest first.
  private static List<String> openings(Judgement judgement, boolean doubted) {
    return switch (judgement.finding()) {
      case SUPPORTED ->
          doubted
              ? List.of("No, it is so.", "No, the evidence bears it out.")
              : List.of("Yes.", "Yes, that holds.", "Yes, the evidence bears that out.");
      case CONTRADICTED ->
          doubted
              ? List.of("Yes, it does not hold.", "Yes, better evidence contradicts it.")
              : List.of(
                  "No.", "No, the evidence says otherwise.", "No, better evidence contradicts it.");
      case CONDITIONAL -> inPart(judgement);
      case OUTDATED ->
          List.of(
              "It may have been so, but what I have on it is old.",
              "That is old news: I have nothing recent that bears it out.");
      case ONE_SOURCE ->
          ClaimJudge.origins(judgement.pro()) > 1
              ? List.of("Only weak sources say so.", "It is said, but by no source of weight.")
              : List.of(
                  "One source says so, and I have found no second.",
                  "There is one source for it and no second.");
      case UNKNOWN ->
          List.of("I have no evidence that settles this.", "Nothing I have read settles this.");
    };
  }

  /// How far a claim holds that holds in part: evidence of weight stands against other such, or it
  /// is bounded by a condition.
  private static List<String> inPart(Judgement judgement) {
    boolean rated = judgement.shown().isPresent();
    boolean weighty = !ClaimJudge.ofWeight(judgement.pro()).isEmpty();
    if (!rated && weighty && !ClaimJudge.ofWeight(judgement.contra()).isEmpty()) {
      return List.of(
          "Only in part.", "The evidence is divided.", "There is evidence for it and against it.");
    }
    return !rated && weighty && !judgement.within().isEmpty()
        ? List.of("Only in part.", "Only within limits.", "That holds under conditions only.")
        : List.of("Only in part.", "Only in part.", "Partly; it has limits.", LARGELY);
  }

  /// What is said of a premise that does not hold.
  static final String PREMISE = "That premise does not hold";

  /// A denial that goes so far: "No, not by default."
  static String denial(String limit) {
    return "No, " + limit + ".";
  }

  /// That a premise does not hold, or how far.
  static String premise(Optional<String> limit) {
    return PREMISE + limit.map(": "::concat).orElse("") + ".";
  }

  /// An opening.
  ///
  /// @param which counts through them, starting over at the end
  static String opening(Judgement judgement, boolean doubted, int which) {
    List<String> all = openings(judgement, doubted);
    return all.get(Math.floorMod(which, all.size()));
  }

  /// A claim as it is named where several are judged: quoted, or by its place.
  static String named(Assertion assertion, int place) {
    return isFit(assertion)
        ? "“" + assertion.text() + "”: "
        : "Claim " + NUMBERS.get(Math.min(place, NUMBERS.size() - 1)) + ": ";
  }

  private static boolean isFit(Assertion assertion) {
    return FIT.matcher(assertion.text()).matches();
  }

  /// What a sentence says after the words for how a claim stands; nothing when they are not those.
  static Optional<String> rest(String text, Assertion assertion, Judgement judgement) {
    String said = text;
    if (isFit(assertion) && said.startsWith(named(assertion, 0))) {
      said = said.substring(named(assertion, 0).length());
    } else {
      said = said.replaceFirst("^Claim \\p{L}+: ", "");
    }
    String told = said;
    List<String> openings = new ArrayList<>(openings(judgement, assertion.doubted()));
    if (judgement.finding() == Finding.CONTRADICTED) {
      judgement.limit().map(Verdicts::denial).ifPresent(openings::add);
      openings.add(premise(judgement.limit()));
      openings.add(PREMISE + ":");
    }
    return openings.stream()
        .filter(told::startsWith)
        .max(Comparator.comparingInt(String::length))
        .map(opening -> told.substring(opening.length()).strip());
  }

  /// How many of several claims stand how.
  static String tally(List<Finding> findings) {
    List<String> parts = new ArrayList<>();
    for (Finding finding : Finding.values()) {
      int count = (int) findings.stream().filter(finding::equals).count();
      if (count > 0) {
        parts.add(NUMBERS.get(Math.min(count, 10)) + " " + told(finding, count));
      }
    }
    return "Of "
        + NUMBERS.get(Math.min(findings.size(), 10))
        + " claims, "
        + Wording.list(parts)
        + ".";
  }

  private static String told(Finding finding, int count) {
    boolean one = count == 1;
    return switch (finding) {
      case SUPPORTED -> one ? "holds" : "hold";
      case CONTRADICTED -> one ? "is contradicted" : "are contradicted";
      case CONDITIONAL -> one ? "holds in part" : "hold in part";
      case OUTDATED -> one ? "is out of date" : "are out of date";
      case ONE_SOURCE -> one ? "rests on one source" : "rest on one source each";
      case UNKNOWN -> one ? "I cannot settle" : "I cannot settle";
    };
  }
}
