package dev.backendadvisor.decision;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Rating;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rule that turns evidence into a cell's rating.
///
/// 1. A record weighs basis × confidence × ½^(age ÷ the criterion's half-life).
/// 2. One origin is one voice: its weightiest record speaks for it, equally weighty ones merge into
///    their hull. So copies of an opinion change nothing.
/// 3. The interval is the weighted mean of the voices' intervals, together with one vague voice
///    `[1, 5]` of weight ¼: little evidence stays wide.
/// 4. It is widened on both sides by the weighted standard deviation of the voices' midpoints:
///    disagreement shows.
final class CellRule {
  private static final double VAGUE = 0.25;
  private static final double DAYS_A_YEAR = 365.25;

  private final LocalDate today;

  CellRule(LocalDate today) {
    this.today = today;
  }

  /// Rates a cell; none without rated evidence.
  Optional<Cell> rate(
      String technology, String criterion, double halfLife, Collection<Evidence> evidence) {
    List<Weighed> records =
        evidence.stream()
            .filter(record -> record.rating().isPresent())
            .map(record -> new Weighed(record, weight(record, halfLife)))
            .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
            .toList();
    if (records.isEmpty()) {
      return Optional.empty();
    }
    Collection<Voice> voices = voices(records);
    Rating rating = interval(voices);
    return Optional.of(
        new Cell(
            technology,
            criterion,
            rating,
            records.stream().map(Weighed::record).toList(),
            voices.size()));
  }

  /// How much a record counts, 0 to 1.
  double weight(Evidence record, double halfLife) {
    double basis =
        switch (record.basis()) {
          case MEASURED -> 1;
          case DOCUMENTATION -> 0.9;
          case SURVEY -> 0.8;
          case CASE_STUDY -> 0.6;
          case VENDOR -> 0.4;
          case OPINION -> 0.25;
        };
    double confidence =
        switch (record.confidence()) {
          case HIGH -> 1;
          case MEDIUM -> 0.6;
          case LOW -> 0.3;
        };
    long days = Math.max(0, ChronoUnit.DAYS.between(record.asOf().latest(), today));
    return basis * confidence * Math.pow(0.5, days / DAYS_A_YEAR / halfLife);
  }

  private static Collection<Voice> voices(List<Weighed> weightiestFirst) {
    Map<String, Voice> byOrigin = new LinkedHashMap<>();
    for (Weighed one : weightiestFirst) {
      Rating rating = one.record().rating().orElseThrow();
      byOrigin.merge(
          one.record().source().origin(),
          new Voice(rating.low(), rating.high(), one.weight()),
          Voice::mergedWhenAsWeighty);
    }
    return new ArrayList<>(byOrigin.values());
  }

  private static Rating interval(Collection<Voice> voices) {
    double weight = 0;
    double low = 0;
    double high = 0;
    for (Voice voice : voices) {
      weight += voice.weight();
      low += voice.weight() * voice.low();
      high += voice.weight() * voice.high();
    }
    double middle = (low + high) / 2 / weight;
    double variance = 0;
    for (Voice voice : voices) {
      variance += voice.weight() / weight * Math.pow(voice.middle() - middle, 2);
    }
    double spread = Math.sqrt(variance);
    return new Rating(
        Math.max(1, (low + VAGUE * 1) / (weight + VAGUE) - spread),
        Math.min(5, (high + VAGUE * 5) / (weight + VAGUE) + spread));
  }

  private record Weighed(Evidence record, double weight) {}

  private record Voice(double low, double high, double weight) {
    double middle() {
      return (low + high) / 2;
    }

    Voice mergedWhenAsWeighty(Voice other) {
      return Math.abs(weight - other.weight) < 1e-9
          ? new Voice(Math.min(low, other.low), Math.max(high, other.high), weight)
          : this;
    }
  }
}
