package dev.backendadvisor.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How well the questions of one file were answered.
///
/// @param file the questions
/// @param judged each with its answer, in the file's order
public record Scorecard(GoldenFile file, List<Judged> judged) {
  private static final double COVERAGE = 0.8;

  /// Marks for a risk of 1.
  private static final int BARS = 200;

  /// Copies the list.
  public Scorecard {
    judged = List.copyOf(judged);
  }

  /// How many of the surest answers are wrong.
  ///
  /// @param coverage answers so far, as a share of the answerable questions
  /// @param risk the share of wrong ones among them
  /// @param confidence how sure the least sure of them was
  public record Point(double coverage, double risk, double confidence) {}

  /// Each measure with its 95 % interval, where anything could be measured.
  public Map<Measure, Estimate> estimates() {
    Map<Measure, Estimate> estimates = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      List<Double> values =
          measure == Measure.WRONG_AT_COVERAGE_80
              ? surest().stream().map(one -> one.wrong() ? 1.0 : 0.0).toList()
              : judged.stream()
                  .filter(one -> one.scores().containsKey(measure))
                  .map(one -> one.scores().getOrDefault(measure, 0.0))
                  .toList();
      if (!values.isEmpty()) {
        estimates.put(measure, Estimate.of(values));
      }
    }
    return estimates;
  }

  /// The thresholds of the file that are not met, in words.
  public List<String> misses() {
    List<String> misses = new ArrayList<>();
    Map<Measure, Estimate> estimates = estimates();
    file.thresholds()
        .forEach(
            (measure, bound) -> {
              Estimate estimate = estimates.get(measure);
              if (estimate == null) {
                misses.add(measure.id() + " could not be measured on " + file.path());
              } else if (!measure.meets(estimate.mean(), bound)) {
                misses.add(
                    "%s is %.3f and has to be %s (%s)"
                        .formatted(
                            measure.id(), estimate.mean(), measure.bound(bound), file.path()));
              }
            });
    return misses.stream().sorted().toList();
  }

  /// The risk-coverage curve (El-Yaniv and Wiener, "On the foundations of noise-free selective
  /// classification", 2010), over the answers from the surest to the least sure.
  public List<Point> curve() {
    List<Judged> answered = answered();
    double answerable = judged.stream().filter(one -> one.golden().answerable()).count();
    List<Point> curve = new ArrayList<>();
    int covered = 0;
    int wrong = 0;
    for (int count = 1; count <= answered.size(); count++) {
      Judged one = answered.get(count - 1);
      covered += one.golden().answerable() ? 1 : 0;
      wrong += one.wrong() ? 1 : 0;
      boolean isLastOfItsKind =
          count == answered.size() || answered.get(count).confidence() < one.confidence();
      if (isLastOfItsKind) {
        curve.add(
            new Point(
                answerable == 0 ? 0 : covered / answerable,
                wrong / (double) count,
                one.confidence()));
      }
    }
    return curve;
  }

  /// The area below the risk-coverage curve, over all coverage reached: the mean risk of stopping
  /// anywhere (Geifman and El-Yaniv 2018); 0 when nothing was answered.
  public double area() {
    double area = 0;
    double before = 0;
    for (Point point : curve()) {
      area += point.risk() * (point.coverage() - before);
      before = point.coverage();
    }
    return before == 0 ? 0 : area / before;
  }

  /// How many of the questions nobody here can answer.
  long unanswerable() {
    return judged.stream().filter(one -> one.golden().kind().equals("abstention")).count();
  }

  /// The answers, from the surest to the least sure.
  private List<Judged> answered() {
    return judged.stream()
        .filter(Judged::answered)
        .sorted(Comparator.comparingDouble(Judged::confidence).reversed())
        .toList();
  }

  /// The surest answers, until they cover 80 % of what can be answered.
  private List<Judged> surest() {
    double wanted = COVERAGE * judged.stream().filter(one -> one.golden().answerable()).count();
    List<Judged> surest = new ArrayList<>();
    double covered = 0;
    for (Judged one : answered()) {
      if (covered >= wanted
          && !surest.isEmpty()
          && one.confidence() < surest.getLast().confidence()) {
        break;
      }
      covered += one.golden().answerable() ? 1 : 0;
      surest.add(one);
    }
    return surest;
  }

  /// Milliseconds within which a share of the answers came.
  double latency(double share) {
    double[] sorted = judged.stream().mapToDouble(Judged::milliseconds).sorted().toArray();
    return sorted.length == 0
        ? 0
        : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }

  /// The table for people.
  public String text() {
    var text = new StringBuilder();
    text.append(
        "%s: %d questions, %d of them unanswerable; means with 95 %% intervals%n"
            .formatted(file.path(), judged.size(), unanswerable()));
    estimates()
        .forEach(
            (measure, estimate) ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%-22s %-24s of %4d  %-8s %s%n",
                        measure.id(),
                        estimate,
                        estimate.count(),
                        bound(measure, estimate),
                        measure.meaning())));
    int[] words = judged.stream().mapToInt(one -> Judge.words(one.answer())).sorted().toArray();
    text.append(
        String.format(
            Locale.ROOT,
            "words an answer: %.0f on average, %d at most; milliseconds: p50 %.1f, p99 %.1f%n",
            Arrays.stream(words).average().orElse(0),
            words.length == 0 ? 0 : words[words.length - 1],
            latency(0.5),
            latency(0.99)));
    return text.append(curveText()).toString();
  }

  /// The curve at each tenth of coverage, as bars for a terminal.
  private String curveText() {
    List<Point> curve = curve();
    if (curve.isEmpty()) {
      return "";
    }
    var text =
        new StringBuilder(
            "risk-coverage: coverage, wrong among the surest, how sure%n".formatted());
    for (int tenth = 1; tenth <= 10; tenth++) {
      double wanted = tenth / 10.0;
      Optional<Point> reached =
          curve.stream().filter(point -> point.coverage() >= wanted - 1e-9).findFirst();
      reached.ifPresent(
          point ->
              text.append(
                  String.format(
                      Locale.ROOT,
                      "  %.2f  %.3f  %.2f  %s%n",
                      point.coverage(),
                      point.risk(),
                      point.confidence(),
                      "#".repeat((int) Math.round(point.risk() * BARS)))));
    }
    return text.append(String.format(Locale.ROOT, "  area below the curve: %.4f%n", area()))
        .toString();
  }

  private String bound(Measure measure, Estimate estimate) {
    Double bound = file.thresholds().get(measure);
    return bound == null
        ? ""
        : measure.bound(bound) + (measure.meets(estimate.mean(), bound) ? "" : " MISSED");
  }
}
