package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who did better in one run, by the figures recorded of it.
final class Measurement {
  /// Below this ratio two figures are taken as the same.
  private static final double TELLING = 1.15;

  private static final Pattern FIGURE =
      Pattern.compile("(?:about |over |at least )?(\\d+(?:,\\d{3})*(?:\\.\\d+)?) ?(.*)");

  private static final Pattern MORE_IS_BETTER =
      Pattern.compile(".*(?:/s|per second|a second)\\b.*");

  private static final Pattern LESS_IS_BETTER =
      Pattern.compile("(?:s|ms|µs|seconds|minutes|MB|MiB|GB|KB|KiB|J|kJ|Wh)");

  private Measurement() {}

  /// Which of two technologies did better by the records of one sentence; none when they did about
  /// the same, or when the figures do not compare.
  static Optional<String> better(List<Evidence> records, String one, String other) {
    Optional<Figure> first = figure(records, one);
    Optional<Figure> second = figure(records, other);
    if (first.isEmpty() || second.isEmpty() || !first.get().unit().equals(second.get().unit())) {
      return Optional.empty();
    }
    double ratio = first.get().number() / second.get().number();
    boolean firstIsMore = ratio >= TELLING;
    if (!firstIsMore && ratio > 1 / TELLING) {
      return Optional.empty();
    }
    String unit = first.get().unit();
    if (MORE_IS_BETTER.matcher(unit).matches()) {
      return Optional.of(firstIsMore ? one : other);
    }
    return LESS_IS_BETTER.matcher(unit).matches()
        ? Optional.of(firstIsMore ? other : one)
        : Optional.empty();
  }

  private static Optional<Figure> figure(List<Evidence> records, String technology) {
    return records.stream()
        .filter(one -> one.technology().equals(technology))
        .flatMap(one -> one.value().stream())
        .map(FIGURE::matcher)
        .filter(Matcher::matches)
        .map(one -> new Figure(Double.parseDouble(one.group(1).replace(",", "")), one.group(2)))
        .filter(one -> one.number() > 0)
        .findFirst();
  }

  private record Figure(double number, String unit) {}
}
