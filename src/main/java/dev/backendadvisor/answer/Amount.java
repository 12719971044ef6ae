package dev.backendadvisor.answer;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Large numbers as people write them: `30k`, `30,000`, `1.5 million`.
final class Amount {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,])(\\d{1,3}(?:,\\d{3})+|\\d{1,9}(?:\\.\\d{1,3})?)"
              + "\\s?(k|m|thousand|million)?(?![\\p{L}\\p{N}])");

  /// Smaller numbers may count anything.
  private static final double LARGE = 1_000;

  private Amount() {}

  /// Those of a text, years apart.
  static Set<Long> in(String text) {
    Set<Long> amounts = new HashSet<>();
    Matcher written = WRITTEN.matcher(text.toLowerCase(Locale.ROOT));
    while (written.find()) {
      String unit = written.group(2) == null ? "" : written.group(2);
      String digits = written.group(1);
      double times =
          switch (unit) {
            case "k", "thousand" -> 1_000;
            case "m", "million" -> 1_000_000;
            default -> 1;
          };
      double amount = Double.parseDouble(digits.replace(",", "")) * times;
      boolean year = unit.isEmpty() && digits.matches("(?:19|20)\\d\\d");
      if (amount >= LARGE && !year) {
        amounts.add(Math.round(amount));
      }
    }
    return amounts;
  }
}
