package dev.backendadvisor.decision;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Source;
import dev.backendadvisor.corpus.Technology;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Every technology on every criterion, as the evidence has it on one day.
///
/// The order of a comparison is that of the cells' middles. It is firm when it survives the loss of
/// any one origin (a jackknife over voices), leaning when it does not, and a toss-up when the lead
/// is below [#NOTICEABLE].
public final class Matrix {
  /// The smallest lead, in points of rating, that is spoken of.
  public static final double NOTICEABLE = 0.35;

  /// What is assumed of a technology without evidence: the middle of the scale.
  private static final double UNKNOWN = 3;

  /// How many comparisons are kept; the same one is asked for again and again.
  private static final int REMEMBERED = 10_000;

  private final Corpus corpus;
  private final CellRule rule;
  private final Map<Place, List<Evidence>> rated = new HashMap<>();
  private final Map<Place, Cell> cells = new HashMap<>();
  private final Map<String, List<Cell>> cellsByTechnology = new HashMap<>();
  private final Map<Asked, Comparison> compared = new ConcurrentHashMap<>();

  private Matrix(Corpus corpus, LocalDate today) {
    this.corpus = corpus;
    this.rule = new CellRule(today);
    for (Evidence record : corpus.evidence()) {
      if (record.rating().isPresent()) {
        rated
            .computeIfAbsent(
                new Place(record.technology(), record.criterion()), place -> new ArrayList<>())
            .add(record);
      }
    }
    for (Technology technology : corpus.technologies().values()) {
      List<Cell> known = new ArrayList<>();
      for (Criterion criterion : corpus.criteria().values()) {
        var place = new Place(technology.id(), criterion.id());
        rate(place, record -> true)
            .ifPresent(
                cell -> {
                  cells.put(place, cell);
                  known.add(cell);
                });
      }
      cellsByTechnology.put(technology.id(), List.copyOf(known));
    }
  }

  /// Rates every cell that has rated evidence.
  ///
  /// @param corpus the evidence
  /// @param today the day from which the age of evidence is counted
  public static Matrix of(Corpus corpus, LocalDate today) {
    return new Matrix(corpus, today);
  }

  /// One cell; none when there is no rated evidence. A framework without evidence of its own has
  /// its language's cell where it inherits the criterion.
  public Optional<Cell> cell(String technology, String criterion) {
    return Optional.ofNullable(cells.get(new Place(technology, criterion)));
  }

  /// The cells of a technology, in the order the criteria are declared.
  public List<Cell> cells(String technology) {
    return cellsByTechnology.getOrDefault(technology, List.of());
  }

  /// Technologies side by side on some criteria, each criterion counting the same.
  ///
  /// A criterion on which fewer than two of them have evidence decides nothing, and a technology
  /// without evidence on the deciding criteria cannot lead.
  public Comparison compare(List<String> technologies, List<String> criteria) {
    var asked = new Asked(List.copyOf(technologies), List.copyOf(criteria));
    Comparison known = compared.get(asked);
    if (known != null) {
      return known;
    }
    Comparison comparison = computed(technologies, criteria);
    if (compared.size() < REMEMBERED) {
      compared.put(asked, comparison);
    }
    return comparison;
  }

  /// The origins without any one of which nobody, or somebody else, would be ahead, each by one of
  /// its sources; none when nobody is ahead, or when the lead survives the loss of any one.
  public List<Source> hinges(List<String> technologies, List<String> criteria) {
    Standing standing = standing(technologies, criteria, record -> true);
    if (standing.leader().isEmpty()) {
      return List.of();
    }
    Map<String, Source> origins = new LinkedHashMap<>();
    evidence(technologies, criteria)
        .forEach(record -> origins.putIfAbsent(record.source().origin(), record.source()));
    return origins.values().stream()
        .filter(source -> !leadsWithout(source.origin(), technologies, criteria, standing))
        .toList();
  }

  private boolean leadsWithout(
      String origin, List<String> technologies, List<String> criteria, Standing standing) {
    return standing(technologies, criteria, record -> !record.source().origin().equals(origin))
        .leader()
        .equals(standing.leader());
  }

  /// The technologies that nobody is noticeably ahead of on a criterion, in the order given; none
  /// when fewer than two have evidence.
  public List<String> front(List<String> technologies, String criterion) {
    List<Cell> cells = cells(technologies, criterion, record -> true);
    double best = cells.stream().mapToDouble(Matrix::middle).max().orElse(0);
    return cells.size() < 2
        ? List.of()
        : cells.stream()
            .filter(cell -> best - middle(cell) < NOTICEABLE)
            .map(Cell::technology)
            .toList();
  }

  private static double middle(Cell cell) {
    return cell.rating().middle();
  }

  private Comparison computed(List<String> technologies, List<String> criteria) {
    List<Comparison.Row> rows =
        criteria.stream().map(criterion -> row(technologies, criterion)).toList();
    Standing standing = standing(technologies, criteria, record -> true);
    return new Comparison(
        technologies,
        rows,
        standing.leader(),
        standing.lead(),
        firmness(technologies, criteria, standing),
        deciding(criteria, standing));
  }

  private Comparison.Row row(List<String> technologies, String criterion) {
    Standing standing = standing(technologies, List.of(criterion), record -> true);
    return new Comparison.Row(
        criterion,
        standing.leader(),
        standing.lead(),
        firmness(technologies, List.of(criterion), standing),
        technologies.stream().map(technology -> cell(technology, criterion)).toList());
  }

  /// The order with only some of the evidence.
  private Standing standing(
      List<String> technologies, List<String> criteria, Predicate<Evidence> kept) {
    List<List<Cell>> decisive =
        criteria.stream()
            .map(criterion -> cells(technologies, criterion, kept))
            .filter(cells -> cells.size() > 1)
            .toList();
    if (decisive.isEmpty()) {
      return new Standing(Optional.empty(), Optional.empty(), 0);
    }
    List<Total> order =
        technologies.stream()
            .distinct()
            .map(technology -> total(technology, decisive))
            .sorted(Comparator.comparingDouble(Total::points).reversed())
            .toList();
    Total first = order.getFirst();
    Total second = order.get(1);
    double lead = (first.points() - second.points()) / decisive.size();
    boolean leads = lead >= NOTICEABLE && first.known() * 2 >= decisive.size();
    return new Standing(
        leads ? Optional.of(first.technology()) : Optional.empty(),
        Optional.of(second.technology()),
        lead);
  }

  private List<Cell> cells(List<String> technologies, String criterion, Predicate<Evidence> kept) {
    return technologies.stream()
        .distinct()
        .flatMap(technology -> rate(new Place(technology, criterion), kept).stream())
        .toList();
  }

  private static Total total(String technology, List<List<Cell>> decisive) {
    double points = 0;
    int known = 0;
    for (List<Cell> cells : decisive) {
      Optional<Cell> own =
          cells.stream().filter(cell -> cell.technology().equals(technology)).findFirst();
      points += own.map(cell -> cell.rating().middle()).orElse(UNKNOWN);
      known += own.isPresent() ? 1 : 0;
    }
    return new Total(technology, points, known);
  }

  private Firmness firmness(List<String> technologies, List<String> criteria, Standing standing) {
    if (standing.leader().isEmpty()) {
      return Firmness.TOSS_UP;
    }
    return hinges(technologies, criteria).isEmpty() ? Firmness.FIRM : Firmness.LEANING;
  }

  /// The records that carry the lead, each weaker without it, the one that carries most first.
  private List<Evidence> deciding(List<String> criteria, Standing standing) {
    if (standing.leader().isEmpty()) {
      return List.of();
    }
    List<String> pair = List.of(standing.leader().get(), standing.second().orElseThrow());
    OptionalDouble with = lead(pair, criteria, record -> true);
    if (with.isEmpty()) {
      return List.of();
    }
    Map<Evidence, Double> carried = new LinkedHashMap<>();
    for (Evidence record : evidence(pair, criteria)) {
      double without = lead(pair, criteria, kept -> !kept.equals(record)).orElse(0);
      double loss = with.getAsDouble() - without;
      if (loss > 1e-9) {
        carried.put(record, loss);
      }
    }
    return carried.entrySet().stream()
        .sorted(Map.Entry.<Evidence, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// How far the first of a pair is ahead of the second with only some of the evidence; none when
  /// they can no longer be compared.
  private OptionalDouble lead(List<String> pair, List<String> criteria, Predicate<Evidence> kept) {
    double lead = 0;
    int deciding = 0;
    for (String criterion : criteria) {
      Optional<Cell> first = rate(new Place(pair.get(0), criterion), kept);
      Optional<Cell> second = rate(new Place(pair.get(1), criterion), kept);
      if (first.isPresent() && second.isPresent()) {
        lead += first.get().rating().middle() - second.get().rating().middle();
        deciding++;
      }
    }
    return deciding == 0 ? OptionalDouble.empty() : OptionalDouble.of(lead / deciding);
  }

  private List<Evidence> evidence(List<String> technologies, List<String> criteria) {
    List<Evidence> evidence = new ArrayList<>();
    for (String technology : technologies) {
      for (String criterion : criteria) {
        evidence.addAll(records(new Place(technology, criterion)));
      }
    }
    return evidence;
  }

  private Optional<Cell> rate(Place place, Predicate<Evidence> kept) {
    Criterion criterion = corpus.criteria().get(place.criterion());
    return criterion == null
        ? Optional.empty()
        : rule.rate(
            place.technology(),
            place.criterion(),
            criterion.halfLife(),
            records(place).stream().filter(kept).toList());
  }

  private List<Evidence> records(Place place) {
    List<Evidence> own = rated.getOrDefault(place, List.of());
    Technology technology = corpus.technologies().get(place.technology());
    return own.isEmpty()
            && technology != null
            && technology.language().isPresent()
            && technology.inherits().contains(place.criterion())
        ? rated.getOrDefault(new Place(technology.language().get(), place.criterion()), List.of())
        : own;
  }

  private record Asked(List<String> technologies, List<String> criteria) {}

  private record Place(String technology, String criterion) {}

  private record Total(String technology, double points, int known) {}

  private record Standing(Optional<String> leader, Optional<String> second, double lead) {}
}
