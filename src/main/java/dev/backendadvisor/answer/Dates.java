package dev.backendadvisor.answer;

import dev.backendadvisor.answer.Parsed.Kind;
import dev.backendadvisor.answer.ParsedReader.Raw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads days, months and years as dates.
final class Dates {
  private static final GateWords ENGLISH = GateWords.english();
  private static final Pattern DAY = Pattern.compile("\\d{1,2}");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private Dates() {}

  static boolean isMonth(String word) {
    return MONTHS.contains(word);
  }

  /// Days, months and years that stand together become one date.
  static List<Raw> joined(List<Raw> raw) {
    List<Raw> all = new ArrayList<>();
    int i = 0;
    while (i < raw.size()) {
      boolean dayFirst = isDay(raw, i) && isMonth(raw, i + 1) && !raw.get(i + 1).breaks();
      int month = dayFirst ? i + 1 : i;
      if (isMonth(raw, month)) {
        boolean dayLast = !dayFirst && isDay(raw, month + 1) && !raw.get(month + 1).breaks();
        int end = month + (dayLast ? 2 : 1);
        boolean year = isYear(raw, end);
        String day = dayFirst ? raw.get(i).word() : dayLast ? raw.get(month + 1).word() : "";
        String date =
            (year ? raw.get(end).word() : "")
                + twoDigits(MONTHS.indexOf(raw.get(month).word()) + 1)
                + (day.isEmpty() ? "" : twoDigits(Integer.parseInt(day)));
        all.add(raw.get(i).as(date, Kind.DATE));
        i = end + (year ? 1 : 0);
      } else {
        boolean counts = i + 1 < raw.size() && ENGLISH.unit(raw.get(i + 1).word()) >= 0;
        Raw one = raw.get(i);
        all.add(isYear(raw, i) && !counts ? one.as(one.word(), Kind.DATE) : one);
        i++;
      }
    }
    return all;
  }

  private static boolean isDay(List<Raw> raw, int place) {
    return place < raw.size() && DAY.matcher(raw.get(place).word()).matches();
  }

  private static boolean isMonth(List<Raw> raw, int place) {
    return place < raw.size()
        && raw.get(place).kind() == Kind.NAME
        && isMonth(raw.get(place).word());
  }

  private static boolean isYear(List<Raw> raw, int place) {
    return place < raw.size() && YEAR.matcher(raw.get(place).word()).matches();
  }

  private static String twoDigits(int number) {
    return String.format(Locale.ROOT, "-%02d", number);
  }
}
