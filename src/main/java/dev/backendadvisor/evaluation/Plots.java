package dev.backendadvisor.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Draws a scorecard: the measures with their intervals, wrong answers against coverage, and how
/// long answers took.
final class Plots {
  private static final int WIDTH = 720;
  private static final int LEFT = 250;
  private static final int ROW = 22;
  private static final int HEIGHT = 240;
  private static final int MARGIN = 44;
  private static final int[] PERCENTILES = {10, 25, 50, 75, 90, 95, 99, 100};

  private final Html html;

  Plots(Html html) {
    this.html = html;
  }

  /// A dot for each mean, a line for its interval, a stroke for its bound.
  void measures(Scorecard card) {
    Map<Measure, Estimate> estimates = card.estimates();
    int height = ROW * estimates.size() + 28;
    begin(height, "Means with 95 % intervals");
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      int x = share(tenth / 10.0);
      line("axis", x, 0, x, height - 24);
      label(x, height - 8, "middle", String.format(Locale.ROOT, "%.1f", tenth / 10.0));
    }
    int y = ROW / 2;
    for (Map.Entry<Measure, Estimate> one : estimates.entrySet()) {
      Estimate estimate = one.getValue();
      label(LEFT - 12, y + 4, "end", one.getKey().meaning());
      line("range", share(estimate.low()), y, share(estimate.high()), y);
      html.form("<circle class=\"mean\" r=\"4\" cx=\"%d\" cy=\"%d\"/>", share(estimate.mean()), y);
      Double bound = card.file().thresholds().get(one.getKey());
      if (bound != null) {
        line("bound", share(bound), y - 8, share(bound), y + 8);
      }
      y += ROW;
    }
    end("Dots are means, lines their 95 % intervals, upright strokes the thresholds of the file.");
  }

  private static int share(double value) {
    return (int) (LEFT + value * (WIDTH - LEFT - 16));
  }

  /// Wrong answers against coverage, the surest answers first.
  void curve(Scorecard card) {
    List<Scorecard.Point> curve = card.curve();
    double most = curve.stream().mapToDouble(Scorecard.Point::risk).max().orElse(0);
    double top = most <= 0.05 ? 0.05 : most <= 0.1 ? 0.1 : most <= 0.25 ? 0.25 : 1;
    begin(HEIGHT, "Risk-coverage curve");
    frame();
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      label(across(tenth / 10.0), HEIGHT - MARGIN + 18, "middle", tenth * 10 + " %");
    }
    for (int step = 0; step <= 5; step++) {
      int y = up(step / 5.0);
      line("axis", MARGIN, y, WIDTH - 16, y);
      label(MARGIN - 6, y + 4, "end", String.format(Locale.ROOT, "%.0f %%", top * step * 20));
    }
    var path = new StringBuilder();
    for (Scorecard.Point point : curve) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(across(point.coverage()))
          .append(' ')
          .append(up(point.risk() / top));
    }
    html.raw("<path class=\"curve\" d=\"").raw(path.toString()).raw("\"/>");
    label(across(0.5), HEIGHT - 6, "middle", "answerable questions answered");
    end(
        String.format(
            Locale.ROOT,
            "The share of wrong answers among the surest, as more are let through: read from the"
                + " left, where only the surest answers count. Area below the curve: %.4f.",
            card.area()));
  }

  /// How many milliseconds shares of the answers took.
  void latency(Scorecard card) {
    double most = Math.max(1, card.latency(1));
    begin(HEIGHT, "Milliseconds an answer took");
    frame();
    var path = new StringBuilder();
    for (int percent : PERCENTILES) {
      double milliseconds = card.latency(percent / 100.0);
      int x = across(percent / 100.0);
      int y = up(Math.log1p(milliseconds) / Math.log1p(most));
      path.append(path.isEmpty() ? 'M' : 'L').append(x).append(' ').append(y);
      boolean room = percent != 95 && percent != 99;
      if (room) {
        label(x, HEIGHT - MARGIN + 18, "middle", percent + " %");
        label(x, y - 6, "middle", String.format(Locale.ROOT, "%.1f", milliseconds));
      }
    }
    html.raw("<path class=\"curve\" d=\"").raw(path.toString()).raw("\"/>");
    label(across(0.5), HEIGHT - 6, "middle", "of the answers came within so many milliseconds");
    end("Time to the whole answer, one question after the other, on a logarithmic scale.");
  }

  private void frame() {
    line("axis", MARGIN, HEIGHT - MARGIN, WIDTH - 16, HEIGHT - MARGIN);
    line("axis", MARGIN, 16, MARGIN, HEIGHT - MARGIN);
  }

  private static int across(double share) {
    return (int) (MARGIN + share * (WIDTH - MARGIN - 32));
  }

  private static int up(double share) {
    return (int) (HEIGHT - MARGIN - share * (HEIGHT - MARGIN - 24));
  }

  private void begin(int height, String title) {
    html.form("<figure><div class=\"wide\"><svg role=\"img\" viewBox=\"0 0 %d %d\">", WIDTH, height)
        .element("title", title);
  }

  private void end(String caption) {
    html.raw("</svg></div>").element("figcaption", caption).raw("</figure>");
  }

  private void line(String kind, int x1, int y1, int x2, int y2) {
    html.form("<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>", kind, x1, y1, x2, y2);
  }

  private void label(int x, int y, String anchor, String words) {
    html.form("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">", x, y, anchor)
        .text(words)
        .raw("</text>");
  }
}
