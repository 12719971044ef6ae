package dev.backendadvisor.answer;

import dev.backendadvisor.decision.Band;
import dev.backendadvisor.decision.Firmness;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How results are put into words. Each has several wordings; the question decides which, so that
/// the same question reads the same and fifty do not read alike.
final class Wording {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final Map<Double, String> FRACTIONS =
      Map.ofEntries(
          Map.entry(0.05, "a twentieth"),
          Map.entry(0.1, "a tenth"),
          Map.entry(1 / 6.0, "a sixth"),
          Map.entry(0.2, "a fifth"),
          Map.entry(0.25, "a quarter"),
          Map.entry(1 / 3.0, "a third"),
          Map.entry(0.4, "two fifths"),
          Map.entry(0.5, "half"),
          Map.entry(0.6, "three fifths"),
          Map.entry(2 / 3.0, "two thirds"),
          Map.entry(0.75, "three quarters"),
          Map.entry(0.8, "four fifths"),
          Map.entry(0.9, "nine tenths"));

  private final int turn;

  Wording(String question) {
    this.turn = Math.floorMod(question.toLowerCase(Locale.ROOT).strip().hashCode(), 9973);
  }

  /// One of several wordings, always the same for the same question.
  String oneOf(String... wordings) {
    return wordings[turn % wordings.length];
  }

  /// A number, always the same for the same question.
  int turn() {
    return turn;
  }

  /// One of several wordings, always the same for the same question.
  String oneOf(List<String> wordings) {
    return wordings.get(turn % wordings.size());
  }

  /// `A`, `A and B`, `A, B and C`.
  static String list(List<String> things) {
    return things.size() < 2
        ? String.join("", things)
        : String.join(", ", things.subList(0, things.size() - 1)) + " and " + things.getLast();
  }

  /// `A for this and B for that`; with signs between them when they hold an "and" themselves.
  static String sides(List<String> sides) {
    return sides.size() > 2 || sides.stream().anyMatch(side -> side.contains(" and "))
        ? String.join("; ", sides)
        : list(sides);
  }

  /// `Java 25: its support outlasts that of Java 21.`
  static String outlasts(String name, Calculation.Outlasts longer) {
    return name
        + " "
        + longer.version()
        + ": its support outlasts that of "
        + name
        + " "
        + longer.other()
        + ".";
  }

  /// `30 April 2028`.
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /// A share in words: `a third`.
  static String fraction(double share) {
    return FRACTIONS.entrySet().stream()
        .min(Comparator.comparingDouble(one -> Math.abs(one.getKey() - share)))
        .orElseThrow()
        .getValue();
  }

  /// A share in whole hundredths: `78`.
  static String percent(double share) {
    return Long.toString(Math.round(100 * share));
  }

  /// One is first for a profile.
  String chosen(String winner, String others, Firmness firmness) {
    return switch (firmness) {
      case FIRM ->
          oneOf(
              winner + ", firmly: for what you describe it is clearly ahead of " + others + ".",
              "Choose " + winner + ". For what you describe it is clearly ahead of " + others + ".",
              winner + " is the stronger choice here, and firmly so, over " + others + ".");
      case LEANING ->
          oneOf(
              winner
                  + ", fairly firmly: for what you describe it comes out ahead of "
                  + others
                  + ".",
              "For what you describe, " + winner + " has the edge over " + others + ".",
              winner + " looks like the better fit here, ahead of " + others + ".");
      case TOSS_UP ->
          oneOf(
              "It is close: " + winner + " comes out just ahead of " + others + ".",
              winner + ", but only by a hair: it comes out just ahead of " + others + ".",
              "Too close to be sure: " + winner + " comes out a little ahead of " + others + ".");
    };
  }

  /// Whether a sentence about support speaks of its end as past.
  static boolean saysEnded(String text) {
    return text.contains(" ended ");
  }

  /// What a question made of the one who turns out to be ahead.
  enum Asked {
    /// It left open who is.
    OPEN,
    /// It proposed this one.
    THIS,
    /// It proposed another.
    ANOTHER
  }

  /// One is ahead.
  ///
  /// @param leader the one ahead
  /// @param claim what puts it ahead of the others: `starts up sooner than Java`
  /// @param degree how firmly
  /// @param asked what the question made of it
  String leads(String leader, String claim, Degree degree, Asked asked) {
    return switch (asked) {
      case OPEN ->
          switch (degree) {
            case CLEARLY ->
                oneOf(
                    leader + ", clearly: it " + claim + ".",
                    leader + " " + claim + ", and clearly so.",
                    "Clearly " + leader + ": it " + claim + ".");
            case FAIRLY ->
                oneOf(
                    leader + ", fairly firmly: it " + claim + ".",
                    leader + " " + claim + ", and fairly firmly so.");
            case NARROWLY ->
                oneOf(
                    leader + ", but narrowly: it " + claim + ".",
                    "Narrowly " + leader + ": it " + claim + ".",
                    leader + " " + claim + ", if narrowly.");
          };
      case THIS ->
          switch (degree) {
            case CLEARLY ->
                oneOf(
                    "Yes, clearly: " + leader + " " + claim + ".",
                    "Yes. " + leader + " " + claim + ", and clearly so.");
            case FAIRLY ->
                oneOf(
                    "Yes, fairly firmly: " + leader + " " + claim + ".",
                    "Yes. " + leader + " " + claim + ", and fairly firmly so.");
            case NARROWLY ->
                oneOf(
                    "Yes, but narrowly: " + leader + " " + claim + ".",
                    "Yes, if narrowly: " + leader + " " + claim + ".");
          };
      case ANOTHER ->
          switch (degree) {
            case CLEARLY ->
                oneOf(
                    "No, clearly not: " + leader + " " + claim + ".",
                    "No, the other way round: " + leader + " " + claim + ".");
            case FAIRLY ->
                oneOf(
                    "No, fairly firmly: " + leader + " " + claim + ".",
                    "Rather not: " + leader + " " + claim + ", fairly firmly.");
            case NARROWLY ->
                oneOf(
                    "No, but narrowly: " + leader + " " + claim + ".",
                    "No, though it is close: " + leader + " " + claim + ".");
          };
    };
  }

  /// A lead on something else, beside one on what was asked.
  String leadsElsewhere(String leader, String claim, String purpose) {
    return oneOf(
        "For " + purpose + " it turns round: " + leader + " " + claim + ".",
        leader + " " + claim + ", should " + purpose + " matter more.",
        "With " + purpose + " the order changes: " + leader + " " + claim + ".");
  }

  /// A lead that one source can undo.
  String hinges(String publisher) {
    return oneOf(
        "It hinges on one source (" + publisher + "): without it nobody would be ahead.",
        "Take away one source (" + publisher + ") and the lead is gone.",
        "The lead rests on one source: " + publisher + ".");
  }

  /// A side on which one source speaks.
  String oneVoice(String technology, String purpose) {
    return oneOf(
        "Only one source speaks of " + technology + " here.",
        "On " + purpose + ", " + technology + "'s side rests on a single source.",
        "For " + technology + " a single source is all there is on " + purpose + ".");
  }

  /// None is ahead.
  String level(List<String> technologies, String purpose, boolean asked) {
    String all = list(technologies);
    return asked
        ? oneOf(
            "Not noticeably: for " + purpose + ", the evidence puts " + all + " about level.",
            "Too close to say so: " + all + " come out about level for " + purpose + ".")
        : oneOf(
            "Too close to call: for " + purpose + ", the evidence puts " + all + " about level.",
            all + " are too close to call for " + purpose + ".",
            "Neither: for " + purpose + " " + all + " come out about level.");
  }

  /// None is ahead on the whole, but one did better in what was measured of both.
  String measured(String leader, String other, Asked asked) {
    String opening =
        switch (asked) {
          case OPEN -> "";
          case THIS -> "Yes: ";
          case ANOTHER -> "No: ";
        };
    String by = asked == Asked.OPEN ? "By" : "by";
    return opening
        + oneOf(
            asked == Asked.OPEN
                ? leader + ", where both were measured: it was ahead of " + other + " there."
                : "where both were measured, " + leader + " was ahead of " + other + ".",
            leader + " was ahead of " + other + " in what was measured of both.",
            by + " what was measured of both, " + leader + " is ahead of " + other + ".");
  }

  /// Several are level, and ahead of the rest.
  String front(List<String> front, List<String> behind, String purpose) {
    String level = list(front) + " are about level for " + purpose;
    return behind.isEmpty() ? level + "." : level + ", and ahead of " + list(behind) + ".";
  }

  /// How well one technology does.
  String stands(String technology, String purpose, Band band) {
    return oneOf(
        technology + standing(band) + " when it comes to " + purpose + ".",
        "For " + purpose + ", " + technology + standing(band) + ".");
  }

  private static String standing(Band band) {
    return switch (band) {
      case STRONG -> " is strong";
      case FAIR -> " does well enough in most projects";
      case MIXED -> " is middling";
      case WEAK -> " is weak";
    };
  }

  /// The same for a yes-or-no question.
  ///
  /// @param praise whether the question proposes that it does well, rather than badly
  String stands(String technology, String purpose, Band band, boolean praise) {
    String straight =
        switch (band) {
          case STRONG -> praise ? "Yes" : "No";
          case FAIR -> praise ? "Yes, for most projects" : "Not really";
          case MIXED -> praise ? "Only with care" : "In part";
          case WEAK -> praise ? "Not on its own" : "Yes";
        };
    return straight + ": " + technology + standing(band) + " when it comes to " + purpose + ".";
  }
}
