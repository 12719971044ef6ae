package dev.backendadvisor.corpus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/// A date as precise as its source: a year, a month or a day.
///
/// @param year four digits
/// @param month 1 to 12, or 0 when only the year is known
/// @param day 1 to 31, or 0 when no day is known
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {
  private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  /// Checks that the date exists in the calendar.
  ///
  /// @throws DateTimeException when it does not
  public PartialDate {
    if (month == 0 && day != 0) {
      throw new DateTimeException("A day needs a month: " + year + "-00-" + day);
    }
    LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  ///
  /// @throws DateTimeException when the words have another form or name no day of the calendar
  public static PartialDate parse(String words) {
    var form = FORM.matcher(words);
    if (!form.matches()) {
      throw new DateTimeException(
          "'" + words + "' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD");
    }
    return new PartialDate(
        Integer.parseInt(form.group(1)),
        form.group(2) == null ? 0 : Integer.parseInt(form.group(2)),
        form.group(3) == null ? 0 : Integer.parseInt(form.group(3)));
  }

  /// The first day this date can mean.
  public LocalDate earliest() {
    return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
  }

  /// The last day this date can mean.
  public LocalDate latest() {
    if (month == 0) {
      return LocalDate.of(year, 12, 31);
    }
    return day == 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
  }

  @Override
  public int compareTo(PartialDate other) {
    int byStart = earliest().compareTo(other.earliest());
    return byStart != 0 ? byStart : latest().compareTo(other.latest());
  }

  /// The form it was read from.
  @Override
  public String toString() {
    if (month == 0) {
      return "%04d".formatted(year);
    }
    return day == 0
        ? "%04d-%02d".formatted(year, month)
        : "%04d-%02d-%02d".formatted(year, month, day);
  }
}
