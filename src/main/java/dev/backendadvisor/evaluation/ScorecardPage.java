package dev.backendadvisor.evaluation;

import dev.backendadvisor.answer.Citation;
import java.util.List;
import java.util.Locale;

/// Scorecards as one page of HTML that stands alone: measures, curves, every failure in full.
public final class ScorecardPage {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 180;
  private static final int MARGIN = 34;
  private static final double MOST_RISK = 0.25;

  private static final String STYLE =
      """
      :root{color-scheme:light dark;--line:#8886}
      body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
      table{border-collapse:collapse;width:100%}
      td,th{text-align:left;padding:.25rem .6rem;border-bottom:1px solid var(--line)}
      td.n{font-variant-numeric:tabular-nums}
      .missed{color:#c22;font-weight:600}
      article{border:1px solid var(--line);border-radius:.5rem;padding:.5rem 1rem;margin:1rem 0}
      article h3{margin:.3rem 0}
      pre{white-space:pre-wrap;font:inherit}
      svg text{font-size:11px;fill:currentColor}
      svg path,svg line{stroke:currentColor;fill:none}
      """;

  private final StringBuilder html = new StringBuilder();

  private ScorecardPage() {}

  /// Writes the page.
  public static String of(List<Scorecard> cards) {
    var page = new ScorecardPage();
    page.write(cards);
    return page.html.toString();
  }

  private void write(List<Scorecard> cards) {
    html.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\">")
        .append("<title>How well the advisor answers</title><style>")
        .append(STYLE)
        .append("</style><h1>How well the advisor answers</h1>");
    cards.forEach(this::card);
    html.append("</html>\n");
  }

  private void card(Scorecard card) {
    element("h2", card.file().path().toString());
    html.append("<table><tr><th>Measure<th>Mean<th>95 % interval<th>Of<th>Threshold</tr>");
    card.estimates()
        .forEach(
            (measure, estimate) -> {
              Double bound = card.file().thresholds().get(measure);
              boolean missed = bound != null && !measure.meets(estimate.mean(), bound);
              html.append("<tr><td>");
              text(measure.meaning());
              cell(String.format(Locale.ROOT, "%.3f", estimate.mean()));
              cell(String.format(Locale.ROOT, "%.3f to %.3f", estimate.low(), estimate.high()));
              cell(Integer.toString(estimate.count()));
              html.append(missed ? "<td class=\"missed\">" : "<td>");
              text(bound == null ? "" : measure.bound(bound) + (missed ? " missed" : ""));
              html.append("</tr>");
            });
    html.append("</table><p>");
    text(
        String.format(
            Locale.ROOT,
            "Half of the answers came within %.1f ms, 99 %% within %.1f ms.",
            card.latency(0.5),
            card.latency(0.99)));
    html.append("</p>");
    curve(card);
    List<Judged> failures =
        card.judged().stream().filter(one -> !one.faults().isEmpty() || one.wrong()).toList();
    element(
        "h2",
        "%d of %d questions were not answered as expected"
            .formatted(failures.size(), card.judged().size()));
    failures.forEach(this::failure);
  }

  /// Wrong answers against coverage, the surest answers first.
  private void curve(Scorecard card) {
    element("h3", "Wrong answers among the surest, by coverage");
    html.append("<svg role=\"img\" width=\"%d\" height=\"%d\">".formatted(WIDTH, HEIGHT));
    element("title", "Risk-coverage curve");
    line(MARGIN, HEIGHT - MARGIN, WIDTH - 8, HEIGHT - MARGIN);
    line(MARGIN, 8, MARGIN, HEIGHT - MARGIN);
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      label(x(tenth / 10.0), HEIGHT - MARGIN + 14, tenth * 10 + " %");
    }
    for (int step = 0; step <= 5; step++) {
      label(2, y(step / 20.0) + 4, step * 5 + " %");
    }
    var path = new StringBuilder();
    for (Scorecard.Point point : card.curve()) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(x(point.coverage()))
          .append(' ')
          .append(y(Math.min(MOST_RISK, point.risk())));
    }
    html.append("<path stroke-width=\"2\" d=\"").append(path).append("\"/></svg>");
  }

  private static int x(double coverage) {
    return (int) (MARGIN + coverage * (WIDTH - MARGIN - 8));
  }

  private static int y(double risk) {
    return (int) (HEIGHT - MARGIN - risk / MOST_RISK * (HEIGHT - MARGIN - 8));
  }

  private void line(int x1, int y1, int x2, int y2) {
    html.append("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>".formatted(x1, y1, x2, y2));
  }

  private void label(int x, int y, String words) {
    html.append("<text x=\"%d\" y=\"%d\">".formatted(x, y));
    text(words);
    html.append("</text>");
  }

  private void failure(Judged one) {
    html.append("<article>");
    element("h3", one.golden().question());
    if (!one.golden().before().isEmpty()) {
      element("p", "After: " + String.join(" / ", one.golden().before()));
    }
    html.append("<ul>");
    if (one.wrong()) {
      element("li", "A reader goes away with something untrue.");
    }
    one.faults().forEach(fault -> element("li", fault));
    html.append("</ul>");
    element("pre", one.answer().text());
    html.append("<ol>");
    for (Citation citation : one.answer().citations()) {
      element("li", citation.quote() + " (" + citation.span().document() + ")");
    }
    html.append("</ol>");
    element("p", one.golden().file() + ":" + one.golden().line());
    html.append("</article>");
  }

  private void cell(String words) {
    html.append("<td class=\"n\">");
    text(words);
  }

  private void element(String name, String words) {
    html.append('<').append(name).append('>');
    text(words);
    html.append("</").append(name).append('>');
  }

  private void text(String words) {
    html.append(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }
}
