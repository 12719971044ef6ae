package dev.backendadvisor.answer;

import dev.backendadvisor.decision.Band;
import dev.backendadvisor.decision.Firmness;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// How results are put into words. Each has several wordings; the question decides which, so that
/// the same question reads the same and fifty do not read alike.
final class Wording {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final int turn;

  Wording(String question) {
    this.turn = Math.floorMod(question.toLowerCase(Locale.ROOT).strip().hashCode(), 9973);
  }

  /// One of several wordings, always the same for the same question.
  String oneOf(String... wordings) {
    return wordings[turn % wordings.length];
  }

  /// `A`, `A and B`, `A, B and C`.
  static String list(List<String> things) {
    return things.size() < 2
        ? String.join("", things)
        : String.join(", ", things.subList(0, things.size() - 1)) + " and " + things.getLast();
  }

  /// `30 April 2028`.
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /// Whether a sentence about support speaks of its end as past.
  static boolean saysEnded(String text) {
    return text.contains(" ended ");
  }

  /// One is ahead, for an open question.
  String leads(String leader, String others, String purpose, Firmness firmness) {
    return firmness == Firmness.FIRM
        ? oneOf(
            leader + ", and firmly: for " + purpose + " it is ahead of " + others + ".",
            "For " + purpose + ", " + leader + " is clearly ahead of " + others + ".",
            leader
                + " is the stronger choice for "
                + purpose
                + ": ahead of "
                + others
                + ", whichever single source one leaves out.")
        : oneOf(
            leader + ", fairly firmly: for " + purpose + " it comes out ahead of " + others + ".",
            "For " + purpose + ", " + leader + " has the edge over " + others + ".",
            leader
                + " looks stronger than "
                + others
                + " for "
                + purpose
                + ", though no single figure settles it.");
  }

  /// One is ahead, for a question that proposed it.
  String leadsAsAsked(String leader, String others, String purpose, Firmness firmness) {
    return firmness == Firmness.FIRM
        ? oneOf(
            "Yes, and firmly: for " + purpose + ", " + leader + " is ahead of " + others + ".",
            "Yes. For " + purpose + ", " + leader + " is clearly ahead of " + others + ".")
        : oneOf(
            "Yes, fairly firmly: for "
                + purpose
                + ", "
                + leader
                + " comes out ahead of "
                + others
                + ".",
            "Probably yes: for " + purpose + ", " + leader + " has the edge over " + others + ".");
  }

  /// One is ahead, for a question that proposed another.
  String leadsAgainstAsked(String leader, String others, String purpose, Firmness firmness) {
    return firmness == Firmness.FIRM
        ? oneOf(
            "No. For " + purpose + ", " + leader + " is clearly ahead of " + others + ".",
            "No, the other way round: for "
                + purpose
                + ", "
                + leader
                + " is ahead of "
                + others
                + ".")
        : oneOf(
            "Rather not: for " + purpose + ", " + leader + " has the edge over " + others + ".",
            "No, though it is not settled: for "
                + purpose
                + ", "
                + leader
                + " comes out ahead of "
                + others
                + ".");
  }

  /// None is ahead.
  String level(List<String> technologies, String purpose, boolean asked) {
    String all = list(technologies);
    return asked
        ? oneOf(
            "Not noticeably: for " + purpose + ", the evidence puts " + all + " about level.",
            "No clear winner: " + all + " come out about level for " + purpose + ".")
        : oneOf(
            "Too close to call: for " + purpose + ", the evidence puts " + all + " about level.",
            all + " come out about level for " + purpose + "; choose on something else.");
  }

  /// Several are level, and ahead of the rest.
  String front(List<String> front, List<String> behind, String purpose) {
    String level = list(front) + " are about level for " + purpose;
    return behind.isEmpty() ? level + "." : level + ", and ahead of " + list(behind) + ".";
  }

  /// How well one technology does.
  String stands(String technology, String purpose, Band band) {
    return switch (band) {
      case STRONG ->
          oneOf(
              technology + " is a strong choice for " + purpose + ".",
              "For " + purpose + ", " + technology + " is well placed.");
      case FAIR ->
          oneOf(
              technology + " is good enough for " + purpose + " in most projects.",
              "For " + purpose + ", " + technology + " does well enough for most projects.");
      case MIXED ->
          oneOf(
              technology + " manages " + purpose + ", but it takes care.",
              "For " + purpose + ", " + technology + " works with care.");
      case WEAK ->
          oneOf(
              "For " + purpose + ", " + technology + " is a poor fit on its own.",
              technology + " is weak at " + purpose + ".");
    };
  }
}
