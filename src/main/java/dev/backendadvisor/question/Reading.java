package dev.backendadvisor.question;

import java.util.List;
import java.util.function.Function;

/// What was read in the visitor's words.
///
/// @param words the words as they came
/// @param standalone the question made free of its context
/// @param technologies ids of the technologies meant, in the order named
/// @param excluded ids of technologies ruled out: `not Java`
/// @param criteria the criteria meant, the most important first
/// @param versions versions named, with their technology when it is known
/// @param unknownNames names that look like technologies or products and are none we know
/// @param open words of substance that none of this accounts for: "drivers" in "is Java good for
///   drivers?"
/// @param carriedOver what came from earlier turns
/// @param confidence how sure the reading is, 0 to 1
/// @param manner how the answer is to be told
/// @param premises what the words take for granted: "since the GIL is gone, …"
public record Reading(
    String words,
    String standalone,
    List<String> technologies,
    List<String> excluded,
    List<CriterionMention> criteria,
    List<VersionMention> versions,
    List<String> unknownNames,
    List<String> open,
    List<CarriedOver> carriedOver,
    double confidence,
    Manner manner,
    List<Assertion> premises) {
  /// A reading that takes nothing for granted.
  public Reading(
      String words,
      String standalone,
      List<String> technologies,
      List<String> excluded,
      List<CriterionMention> criteria,
      List<VersionMention> versions,
      List<String> unknownNames,
      List<String> open,
      List<CarriedOver> carriedOver,
      double confidence,
      Manner manner) {
    this(
        words,
        standalone,
        technologies,
        excluded,
        criteria,
        versions,
        unknownNames,
        open,
        carriedOver,
        confidence,
        manner,
        List.of());
  }

  /// A reading whose answer is to be told as always.
  public Reading(
      String words,
      String standalone,
      List<String> technologies,
      List<String> excluded,
      List<CriterionMention> criteria,
      List<VersionMention> versions,
      List<String> unknownNames,
      List<CarriedOver> carriedOver,
      double confidence) {
    this(
        words,
        standalone,
        technologies,
        excluded,
        criteria,
        versions,
        unknownNames,
        List.of(),
        carriedOver,
        confidence,
        Manner.USUAL);
  }

  /// Copies the lists.
  public Reading {
    technologies = List.copyOf(technologies);
    excluded = List.copyOf(excluded);
    criteria = List.copyOf(criteria);
    versions = List.copyOf(versions);
    unknownNames = List.copyOf(unknownNames);
    open = List.copyOf(open);
    carriedOver = List.copyOf(carriedOver);
    premises = List.copyOf(premises);
  }

  /// What was read in several questions of one turn. What one of them takes from another is carried
  /// over from no turn.
  static Reading ofAll(String words, List<Reading> parts) {
    List<CarriedOver> carried =
        all(parts, Reading::carriedOver).stream().filter(one -> !one.from().isEmpty()).toList();
    return new Reading(
        words,
        carried.isEmpty()
            ? words
            : String.join(" ", parts.stream().map(part -> asQuestion(part.standalone())).toList()),
        all(parts, Reading::technologies),
        all(parts, Reading::excluded).stream()
            .filter(id -> parts.stream().noneMatch(part -> part.technologies().contains(id)))
            .toList(),
        all(parts, Reading::criteria),
        all(parts, Reading::versions),
        all(parts, Reading::unknownNames).stream()
            .filter(
                name ->
                    words.contains(name)
                        || carried.stream().map(CarriedOver::value).anyMatch(name::equals))
            .toList(),
        all(parts, Reading::open),
        carried,
        parts.stream().mapToDouble(Reading::confidence).min().orElse(0),
        parts.getLast().manner());
  }

  /// The same, read in other words.
  Reading asIfAsked(String other) {
    return new Reading(
        other,
        standalone,
        technologies,
        excluded,
        criteria,
        versions,
        unknownNames,
        open,
        carriedOver,
        confidence,
        manner,
        premises);
  }

  /// The same, as all that a turn asks.
  ///
  /// @param other the words of the turn
  Reading ofTurn(String other) {
    return new Reading(
        other,
        carriedOver.isEmpty() ? other : standalone,
        technologies,
        excluded,
        criteria,
        versions,
        unknownNames,
        open,
        carriedOver,
        confidence,
        manner,
        premises);
  }

  /// The same, asked for once more in another manner.
  ///
  /// @param other the words that ask for it
  /// @param carried what was taken from the answer that is to be told otherwise
  Reading told(String other, Manner how, List<CarriedOver> carried) {
    return new Reading(
        other,
        standalone,
        technologies,
        excluded,
        criteria,
        versions,
        unknownNames,
        open,
        carried,
        confidence,
        how,
        premises);
  }

  /// The same of some technologies alone.
  Reading of(List<String> others) {
    return new Reading(
        words,
        standalone,
        others,
        excluded,
        criteria,
        versions,
        unknownNames,
        open,
        carriedOver,
        confidence,
        manner,
        premises);
  }

  /// A part of a turn as a question of its own.
  private static String asQuestion(String part) {
    String bare = part.strip().replaceFirst("^(?i)(?:and|also|plus|but)\\s+", "");
    String ended = bare.matches("(?s).*[.?!]") ? bare : bare + "?";
    return ended.isEmpty() ? ended : Character.toUpperCase(ended.charAt(0)) + ended.substring(1);
  }

  private static <T> List<T> all(List<Reading> parts, Function<Reading, List<T>> what) {
    return parts.stream().flatMap(part -> what.apply(part).stream()).distinct().toList();
  }

  /// A criterion and the words that meant it.
  ///
  /// @param criterion the criterion's id
  /// @param from the visitor's words
  /// @param hinted whether they only hint at it, as "simple" does at beginners
  public record CriterionMention(String criterion, String from, boolean hinted) {
    /// Words that mean a criterion.
    public CriterionMention(String criterion, String from) {
      this(criterion, from, false);
    }
  }

  /// A version and the technology it belongs to.
  ///
  /// @param technology the technology's id, or `""` when none is near
  /// @param version as written: `22`, `3.14`
  public record VersionMention(String technology, String version) {}

  /// Something understood from an earlier turn.
  ///
  /// @param what `technology`, `name`, `criterion` or `form`; `topic`, `talk`, `offer` or
  ///   `question` when words of an earlier turn stand in the standalone question
  /// @param value its id, or the words
  /// @param from the id of the answer it comes from
  public record CarriedOver(String what, String value, String from) {}
}
