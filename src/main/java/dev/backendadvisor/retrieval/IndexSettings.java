package dev.backendadvisor.retrieval;

import java.nio.file.Path;
import java.time.Duration;

/// Where the index lives and how much of the past it keeps.
///
/// @param folder the data folder
/// @param generations how many generations' files are kept, 1 or more
/// @param cited how long a superseded version of a document stays readable, since an answer may
///   cite it
public record IndexSettings(Path folder, int generations, Duration cited) {
  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException when no generation would be kept, or the time is negative
  public IndexSettings {
    if (generations < 1 || cited.isNegative()) {
      throw new IllegalArgumentException(
          "An index keeps at least 1 generation and no negative time, not "
              + generations
              + " and "
              + cited);
    }
  }

  /// Keeps three generations, and superseded versions for 400 days.
  public static IndexSettings in(Path folder) {
    return new IndexSettings(folder, 3, Duration.ofDays(400));
  }
}
