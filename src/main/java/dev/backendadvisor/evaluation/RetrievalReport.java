package dev.backendadvisor.evaluation;

import dev.backendadvisor.retrieval.SearchRequest.By;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How well documents were found.
///
/// @param documents how many there are
/// @param passages how many passages they have
/// @param embedded how many of those could be found by meaning, 0 to 1
/// @param scores one entry a query, in the same order for each way of finding
public record RetrievalReport(
    int documents, int passages, double embedded, Map<By, List<Scores>> scores) {
  /// Copies the scores.
  public RetrievalReport {
    scores = Map.copyOf(scores);
  }

  /// How well the documents of one query were found.
  ///
  /// @param precision the share of relevant documents among the first 10
  /// @param gain nDCG over the first 10 (Järvelin and Kekäläinen 2002), with relevance as gain
  /// @param recall the share of the relevant documents that is among the first 100
  public record Scores(double precision, double gain, double recall) {
    static Scores of(List<String> ranking, Map<String, Integer> relevant) {
      var ten = ranking.subList(0, Math.min(10, ranking.size()));
      double gain = 0;
      for (int i = 0; i < ten.size(); i++) {
        gain += relevant.getOrDefault(ten.get(i), 0) / discount(i);
      }
      var best = relevant.values().stream().sorted((one, other) -> other - one).limit(10).toList();
      double ideal = 0;
      for (int i = 0; i < best.size(); i++) {
        ideal += best.get(i) / discount(i);
      }
      return new Scores(
          ten.stream().filter(relevant::containsKey).count() / 10.0,
          ideal == 0 ? 0 : gain / ideal,
          ranking.stream().limit(100).filter(relevant::containsKey).count()
              / (double) Math.max(1, relevant.size()));
    }

    private static double discount(int rank) {
      return Math.log(rank + 2) / Math.log(2);
    }
  }

  /// A measure's mean over the queries.
  public Estimate estimate(By by, ToDoubleFunction<Scores> measure) {
    return Estimate.of(scores(by).stream().mapToDouble(measure).toArray());
  }

  /// By how much a measure is better by both than by words alone, query by query.
  public Estimate gainOverWords(ToDoubleFunction<Scores> measure) {
    var both = scores(By.BOTH);
    var words = scores(By.WORDS);
    double[] differences = new double[both.size()];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = measure.applyAsDouble(both.get(i)) - measure.applyAsDouble(words.get(i));
    }
    return Estimate.of(differences);
  }

  private List<Scores> scores(By by) {
    return scores.getOrDefault(by, List.of());
  }

  /// The table for people.
  public String text() {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d queries, %d documents, %d passages, %.0f %% with a vector; means with 95 %%"
                + " intervals%n",
            scores(By.BOTH).size(),
            documents,
            passages,
            embedded * 100));
    text.append(row("", "P@10", "nDCG@10", "R@100"));
    text.append(row("words (BM25)", By.WORDS));
    text.append(row("meaning (vectors)", By.MEANING));
    text.append(row("both", By.BOTH));
    text.append(
        row(
            "both - words",
            gainOverWords(Scores::precision).toString(),
            gainOverWords(Scores::gain).toString(),
            gainOverWords(Scores::recall).toString()));
    return text.toString();
  }

  private String row(String name, By by) {
    return row(
        name,
        estimate(by, Scores::precision).toString(),
        estimate(by, Scores::gain).toString(),
        estimate(by, Scores::recall).toString());
  }

  private static String row(String name, String first, String second, String third) {
    return String.format(Locale.ROOT, "%-18s  %-23s  %-23s  %s%n", name, first, second, third);
  }
}
