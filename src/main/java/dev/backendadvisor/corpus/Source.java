package dev.backendadvisor.corpus;

import java.util.Optional;

/// A text or table that evidence was read from.
///
/// @param id lower case, as in `fastify-benchmarks-2026-07-21`
/// @param title its title
/// @param publisher who published it
/// @param url its address, when it has one
/// @param date when it was published or measured
/// @param undated why it has no date; present exactly when `date` is not
/// @param origin the independent voice behind it; sources of one origin count once
/// @param readFrom whether the text itself was read, or a report of it
public record Source(
    String id,
    String title,
    String publisher,
    Optional<String> url,
    Optional<PartialDate> date,
    Optional<String> undated,
    String origin,
    ReadFrom readFrom) {
  /// How the source was read.
  public enum ReadFrom {
    /// The publisher's own text or table.
    PRIMARY,
    /// A report, mirror or collection of it.
    SECONDARY
  }
}
