package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.decision.Band;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.question.Assertion;
import dev.backendadvisor.question.Assertion.Sense;
import dev.backendadvisor.question.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Claims that speak well or ill of one technology on something it is rated on.
final class RatingClaims {
  private static final double WELL = 3.5;
  private static final double ILL = 3;

  /// Words by which a gist puts its technology behind another.
  private static final Pattern SECOND = Pattern.compile("(?i)\\b(?:second|third|behind)\\b");

  private final Brief brief;

  RatingClaims(Brief brief) {
    this.brief = brief;
  }

  Judgement judge(Assertion claim) {
    Reading reading = claim.reading();
    if (reading.technologies().size() != 1) {
      return Judgement.UNKNOWN;
    }
    String technology = reading.technologies().getFirst();
    List<Cell> cells =
        reading.criteria().stream()
            .filter(one -> !supports(claim, one))
            .flatMap(one -> brief.matrix().cell(technology, one.criterion()).stream())
            .limit(3)
            .toList();
    if (cells.isEmpty()) {
      return Judgement.UNKNOWN;
    }
    boolean well = claim.sense() == Sense.WELL;
    List<Evidence> pro = new ArrayList<>();
    List<Evidence> contra = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Cell cell : cells) {
      List<Evidence> praise = cell.evidence().stream().filter(RatingClaims::praises).toList();
      List<Evidence> blame = cell.evidence().stream().filter(RatingClaims::blames).toList();
      pro.addAll(well ? praise : blame);
      contra.addAll(well ? blame : praise);
      if (claim.extreme() && well) {
        contra.addAll(outdone(cell));
        pro.removeAll(outdone(cell));
      }
      findings.add(
          claim.extreme()
              ? extreme(cell, well)
              : well ? finding(cell, praise, blame) : ill(cell, praise, blame));
    }
    boolean agree = findings.stream().distinct().count() == 1;
    Band band = Band.of(cells.getFirst().rating());
    List<String> alike =
        cells.stream().filter(cell -> Band.of(cell.rating()) == band).map(Cell::criterion).toList();
    Judgement judgement =
        Judgement.of(
            agree ? findings.getFirst() : Finding.CONDITIONAL,
            ClaimJudge.weighty(telling(claim, pro)),
            ClaimJudge.weighty(telling(claim, contra)));
    boolean telling =
        alike.size() == cells.size()
            && (!claim.extreme() || judgement.finding() == Finding.SUPPORTED);
    return telling ? judgement.showing(new Calculation.Stands(technology, alike, band)) : judgement;
  }

  /// Those that speak of the claim's own subject first, of them those that rate most clearly.
  private List<Evidence> telling(Assertion claim, List<Evidence> records) {
    Set<String> asked = new HashSet<>(Words.stems(claim.text()));
    asked.removeIf(stem -> !brief.vocabulary().isRare(stem));
    return records.stream()
        .sorted(
            Comparator.<Evidence>comparingLong(
                    one ->
                        -Words.stems(one.sentence()).stream()
                            .filter(asked::contains)
                            .distinct()
                            .count())
                .thenComparing(one -> !isFirstNamed(one))
                .thenComparing(
                    one -> -Math.abs(one.rating().orElseThrow().middle() - (WELL + ILL) / 2)))
        .toList();
  }

  /// Whether a record's sentence names its own technology before any other.
  private boolean isFirstNamed(Evidence record) {
    return brief.vocabulary().names().in(record.sentence()).stream()
        .findFirst()
        .filter(record.technology()::equals)
        .isPresent();
  }

  /// "Python supports many styles" speaks of no version's support.
  private static boolean supports(Assertion claim, Reading.CriterionMention mention) {
    return mention.from().toLowerCase(Locale.ROOT).startsWith("support")
        && claim.reading().versions().isEmpty();
  }

  private static boolean praises(Evidence record) {
    return record.rating().orElseThrow().middle() >= WELL;
  }

  private static boolean blames(Evidence record) {
    return record.rating().orElseThrow().middle() <= ILL;
  }

  /// That a technology does well.
  private static Finding finding(Cell cell, List<Evidence> praise, List<Evidence> blame) {
    return switch (Band.of(cell.rating())) {
      case STRONG -> backed(praise, blame);
      case FAIR, MIXED -> Finding.CONDITIONAL;
      case WEAK -> Finding.CONTRADICTED;
    };
  }

  /// That it does badly.
  private static Finding ill(Cell cell, List<Evidence> praise, List<Evidence> blame) {
    return switch (Band.of(cell.rating())) {
      case WEAK -> backed(blame, praise);
      case MIXED -> Finding.CONDITIONAL;
      case FAIR ->
          ClaimJudge.ofWeight(blame).isEmpty() ? Finding.CONTRADICTED : Finding.CONDITIONAL;
      case STRONG -> Finding.CONTRADICTED;
    };
  }

  /// What the cell says holds; how it is backed decides how firmly.
  private static Finding backed(List<Evidence> pro, List<Evidence> contra) {
    List<Evidence> weighty = ClaimJudge.ofWeight(pro);
    if (!ClaimJudge.ofWeight(contra).isEmpty()) {
      return Finding.CONDITIONAL;
    }
    boolean alone = ClaimJudge.origins(weighty) < 2 && !ClaimJudge.speaksForItself(weighty);
    return alone ? Finding.ONE_SOURCE : Finding.SUPPORTED;
  }

  /// That nobody does better: held against every other of its kind.
  private Finding extreme(Cell cell, boolean best) {
    if (!best) {
      return Band.of(cell.rating()) == Band.WEAK ? Finding.CONDITIONAL : Finding.CONTRADICTED;
    }
    List<String> rivals =
        brief.corpus().technologies().values().stream()
            .filter(one -> isFramework(one) == isFramework(cell.technology()))
            .map(Technology::id)
            .filter(one -> brief.matrix().cell(one, cell.criterion()).isPresent())
            .toList();
    List<String> front = brief.matrix().front(rivals, cell.criterion());
    if (!front.contains(cell.technology()) || rivals.size() < 2) {
      return front.isEmpty() ? Finding.CONDITIONAL : Finding.CONTRADICTED;
    }
    return front.size() == 1 && outdone(cell).isEmpty() ? Finding.SUPPORTED : Finding.CONDITIONAL;
  }

  /// The records of weight of a cell whose gist puts it second to another.
  private static List<Evidence> outdone(Cell cell) {
    return ClaimJudge.ofWeight(cell.evidence()).stream()
        .filter(one -> one.gist().filter(gist -> SECOND.matcher(gist).find()).isPresent())
        .toList();
  }

  private boolean isFramework(String technology) {
    return Optional.ofNullable(brief.corpus().technologies().get(technology))
        .filter(RatingClaims::isFramework)
        .isPresent();
  }

  private static boolean isFramework(Technology technology) {
    return technology.kind() == Technology.Kind.FRAMEWORK;
  }
}
