package dev.backendadvisor.format;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.PartialDate;
import dev.backendadvisor.corpus.Technology;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// How much evidence stands behind each cell of a corpus, as a table for authors.
public final class EvidenceTable {
  private static final String HEAD = "rated records/origins";
  private static final String GAP = "gap";
  private static final String NOTHING = ".";
  private static final int NARROWEST = 6;

  private record Place(String technology, String criterion) {}

  /// What is rated in one cell.
  private static final class Amount {
    private int records;
    private final Set<String> origins = new HashSet<>();

    @Override
    public String toString() {
      return records + "/" + origins.size();
    }
  }

  private final Corpus corpus;
  private final Map<Place, Amount> amounts = new HashMap<>();
  private final Map<String, TreeSet<PartialDate>> dates = new HashMap<>();
  private final Set<Place> gaps = new HashSet<>();

  private EvidenceTable(Corpus corpus) {
    this.corpus = corpus;
    for (Evidence record : corpus.evidence()) {
      if (record.rating().isPresent()) {
        Amount amount =
            amounts.computeIfAbsent(
                new Place(record.technology(), record.criterion()), place -> new Amount());
        amount.records++;
        amount.origins.add(record.source().origin());
        dates.computeIfAbsent(record.criterion(), criterion -> new TreeSet<>()).add(record.asOf());
      }
    }
    corpus.gaps().forEach(gap -> gaps.add(new Place(gap.technology(), gap.criterion())));
  }

  /// A line a criterion: for each technology that has rated evidence, how many records rate it and
  /// from how many independent origins, as in `7/4`; `gap` where a gap is declared, `.` where
  /// nothing is; at the end the oldest and the newest date.
  public static String of(Corpus corpus) {
    return new EvidenceTable(corpus).text();
  }

  private String text() {
    List<Technology> columns =
        corpus.technologies().values().stream()
            .filter(
                one -> amounts.keySet().stream().anyMatch(at -> at.technology().equals(one.id())))
            .toList();
    int first = corpus.criteria().keySet().stream().mapToInt(String::length).max().orElse(0);
    int width = Math.max(first, HEAD.length());
    var text = new StringBuilder(padded(HEAD, width));
    columns.forEach(one -> text.append(' ').append(padded(one.id(), width(one))));
    text.append(" oldest     newest\n");
    for (String criterion : corpus.criteria().keySet()) {
      text.append(padded(criterion, width));
      for (Technology one : columns) {
        var place = new Place(one.id(), criterion);
        Amount amount = amounts.get(place);
        String cell = amount != null ? amount.toString() : gaps.contains(place) ? GAP : NOTHING;
        text.append(' ').append(padded(cell, width(one)));
      }
      TreeSet<PartialDate> span = dates.getOrDefault(criterion, new TreeSet<>());
      if (!span.isEmpty()) {
        text.append(' ').append(padded(span.first().toString(), 10));
        text.append(' ').append(span.last());
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static int width(Technology technology) {
    return Math.max(NARROWEST, technology.id().length());
  }

  private static String padded(String words, int width) {
    return words + " ".repeat(Math.max(0, width - words.length()));
  }
}
