package dev.backendadvisor.corpus;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What one sentence of the corpus says of one technology on one criterion, and how we know.
///
/// @param span the sentence
/// @param sentence the sentence's words, verbatim
/// @param technology the technology's id
/// @param criterion the criterion's id
/// @param rating the rating by the criterion's rubric; none for a plain fact
/// @param gist the sentence's point as a phrase that follows the technology's name: `serves waiting
///   connections from one thread`
/// @param value the figure with its unit: `46,850 requests/s`
/// @param condition the setting or condition under which it holds
/// @param versions versions it speaks of: `Node.js 24`
/// @param support the stretch of time a version is supported, when the sentence states it
/// @param source where it was read
/// @param asOf when it was true
/// @param basis what kind of knowledge it is
/// @param confidence how sure we are that the source says so and knows it
/// @param answers questions that the sentence answers by itself, as people ask them
/// @param leavesOpen questions that look alike, which neither it nor another sentence answers
public record Evidence(
    Span span,
    String sentence,
    String technology,
    String criterion,
    Optional<Rating> rating,
    Optional<String> gist,
    Optional<String> value,
    Optional<String> condition,
    List<String> versions,
    Optional<Support> support,
    Source source,
    PartialDate asOf,
    Basis basis,
    Confidence confidence,
    List<String> answers,
    List<String> leavesOpen) {
  /// Copies the lists.
  public Evidence {
    versions = List.copyOf(versions);
    answers = List.copyOf(answers);
    leavesOpen = List.copyOf(leavesOpen);
  }

  /// What kind of knowledge evidence is.
  public enum Basis {
    /// Somebody measured it and says how.
    MEASURED,
    /// The makers document it.
    DOCUMENTATION,
    /// Many were asked.
    SURVEY,
    /// One organisation tells what happened to it.
    CASE_STUDY,
    /// The makers claim it of their own product.
    VENDOR,
    /// Somebody thinks so.
    OPINION
  }

  /// How sure we are.
  public enum Confidence {
    /// Read in full and clear.
    HIGH,
    /// Read, with a doubt.
    MEDIUM,
    /// Only to be cited with its caveat.
    LOW
  }

  /// How long a version is supported.
  ///
  /// @param version as people ask for it: `24`
  /// @param from the first day it is out
  /// @param longTerm the first day of long-term support, when it has one
  /// @param until the last day of support
  public record Support(
      String version, LocalDate from, Optional<LocalDate> longTerm, LocalDate until) {}
}
