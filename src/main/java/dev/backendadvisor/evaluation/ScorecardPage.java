package dev.backendadvisor.evaluation;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.Citation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Scorecards as one page of HTML that stands alone: measures, plots, every failure in full.
public final class ScorecardPage {
  private final Html html = new Html();
  private final Plots plots = new Plots(html);

  private ScorecardPage() {}

  /// Writes the page.
  public static String of(List<Scorecard> cards) {
    var page = new ScorecardPage();
    page.write(cards);
    return page.html.toString();
  }

  private static String style() {
    try (InputStream stream = ScorecardPage.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void write(List<Scorecard> cards) {
    html.raw("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">")
        .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
        .raw("<title>How well the advisor answers</title><style>")
        .raw(style())
        .raw("</style><h1>How well the advisor answers</h1>");
    summary(cards);
    for (int at = 0; at < cards.size(); at++) {
      card(cards.get(at), at);
    }
    html.raw("</html>\n");
  }

  private static List<Judged> failures(Scorecard card) {
    return card.judged().stream().filter(one -> !one.faults().isEmpty() || one.wrong()).toList();
  }

  private void summary(List<Scorecard> cards) {
    html.raw("<nav><ul>");
    for (int at = 0; at < cards.size(); at++) {
      Scorecard card = cards.get(at);
      int missed = card.misses().size();
      boolean bound = !card.file().thresholds().isEmpty();
      html.form("<li><a href=\"#f%d\">", at)
          .text(card.file().path().toString())
          .raw("</a> ")
          .element(
              missed == 0 ? "span class=\"met\"" : "span class=\"missed\"",
              missed > 0
                  ? missed + " thresholds missed"
                  : bound ? "meets its thresholds" : "names no thresholds")
          .raw("</li>");
    }
    html.raw("</ul></nav>");
  }

  private void card(Scorecard card, int number) {
    html.form("<h2 id=\"f%d\">", number).text(card.file().path().toString()).raw("</h2>");
    html.element(
        "p class=\"soft\"",
        "%d questions, %d of them unanswerable. Half of the answers came within %.1f ms, 99 of 100 within %.1f ms."
            .formatted(
                card.judged().size(), card.unanswerable(), card.latency(0.5), card.latency(0.99)));
    measures(card);
    html.element("h3", "Measures and their intervals");
    plots.measures(card);
    html.element("h3", "Wrong answers among the surest, by coverage");
    plots.curve(card);
    html.element("h3", "How long answers took");
    plots.latency(card);
    html.element("h3", "Kinds expected and given");
    kinds(card);
    List<Judged> failures = failures(card);
    html.element(
        "h2",
        "%d of %d questions were not answered as expected"
            .formatted(failures.size(), card.judged().size()));
    failures.forEach(this::failure);
  }

  private void measures(Scorecard card) {
    html.raw("<div class=\"wide\"><table><tr><th>Measure<th class=\"n\">Mean")
        .raw("<th class=\"n\">95 % interval<th class=\"n\">Of<th>Threshold</tr>");
    card.estimates()
        .forEach(
            (measure, estimate) -> {
              Double bound = card.file().thresholds().get(measure);
              boolean met = bound == null || measure.meets(estimate.mean(), bound);
              html.raw("<tr>").element("td", measure.meaning());
              figure("%.3f", estimate.mean());
              figure("%.3f to %.3f", estimate.low(), estimate.high());
              figure("%d", estimate.count());
              html.element(
                      met ? "td class=\"met\"" : "td class=\"missed\"",
                      bound == null ? "" : measure.bound(bound) + (met ? " met" : " missed"))
                  .raw("</tr>");
            });
    html.raw("</table></div>");
  }

  private void figure(String form, Object... figures) {
    html.element("td class=\"n\"", String.format(Locale.ROOT, form, figures));
  }

  /// How often each kind was answered by each.
  private void kinds(Scorecard card) {
    html.raw("<div class=\"wide\"><table><tr><th>Expected, given");
    for (Answer.Kind given : Answer.Kind.values()) {
      html.element("th class=\"n\"", name(given));
    }
    html.raw("</tr>");
    for (Answer.Kind expected : Answer.Kind.values()) {
      List<Judged> asked =
          card.judged().stream().filter(one -> one.golden().kind().equals(name(expected))).toList();
      if (asked.isEmpty()) {
        continue;
      }
      html.raw("<tr>").element("td", name(expected));
      for (Answer.Kind given : Answer.Kind.values()) {
        figure("%d", asked.stream().filter(one -> one.answer().kind() == given).count());
      }
      html.raw("</tr>");
    }
    html.raw("</table></div>");
  }

  private static String name(Answer.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void failure(Judged one) {
    html.raw("<article>").element("h4", one.golden().question());
    if (!one.golden().before().isEmpty()) {
      html.element("p class=\"soft\"", "After: " + String.join(" / ", one.golden().before()));
    }
    html.raw("<ul>");
    if (one.wrong()) {
      html.element("li class=\"missed\"", "A reader goes away with something untrue.");
    }
    one.faults().forEach(fault -> html.element("li", fault));
    html.raw("</ul>").element("div class=\"answer\"", one.answer().text()).raw("<ol>");
    for (Citation citation : one.answer().citations()) {
      html.element("li", citation.quote() + " (" + citation.span().document() + ")");
    }
    html.raw("</ol>")
        .element(
            "p class=\"soft\"",
            "%s:%d, read as “%s”, %.2f sure, %.1f ms"
                .formatted(
                    one.golden().file(),
                    one.golden().line(),
                    one.answer().understood().reading().standalone(),
                    one.confidence(),
                    one.milliseconds()))
        .raw("</article>");
  }
}
