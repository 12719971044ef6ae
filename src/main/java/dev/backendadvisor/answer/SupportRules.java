package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Evidence.Support;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Until when versions are supported, by the dates in the evidence and the clock.
final class SupportRules {
  /// The questions about versions that a date answers.
  private static final Set<String> ASKS =
      Set.of(
          "support", "unsupport", "lts", "eol", "end-of-life", "maintain", "maintenanc", "until");

  private static final Set<String> OVER =
      Set.of("out", "unsupported", "eol", "end", "end-of-life", "ended", "dead", "over", "no");

  /// "Does Python support OpenTelemetry?" asks what it can do.
  private static final Pattern SUPPORTS =
      Pattern.compile(
          "(?i)\\b(?:does|do|can|will)\\b.*\\bsupports?\\s+(?!until|till|end|long|it\\b|for\\b)\\p{L}");

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;

  SupportRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
  }

  /// The answer, when the question is one about support and there are dates for it.
  Optional<Draft> answer() {
    Reading reading = brief.question().reading();
    List<String> technologies = findings.technologies();
    boolean asksForDates =
        Words.of(reading.words()).stream().map(Words::stem).anyMatch(ASKS::contains);
    if (technologies.isEmpty() || !asksForDates || SUPPORTS.matcher(reading.standalone()).find()) {
      return Optional.empty();
    }
    String technology = technologies.getFirst();
    List<Evidence> dated =
        brief.corpus().evidence().stream()
            .filter(one -> one.technology().equals(technology) && one.support().isPresent())
            .sorted(Comparator.comparing((Evidence one) -> support(one).from()).reversed())
            .toList();
    List<String> versions =
        reading.versions().stream().map(Reading.VersionMention::version).toList();
    if (dated.isEmpty()) {
      return Optional.empty();
    }
    if (versions.isEmpty()) {
      return Optional.of(current(dated));
    }
    List<Evidence> meant =
        dated.stream().filter(one -> versions.contains(support(one).version())).toList();
    return meant.isEmpty()
        ? Optional.of(
            new Abstention(brief, composition, findings)
                .onVersion(composition.name(technology) + " " + versions.getFirst()))
        : Optional.of(ends(meant, dated));
  }

  private Draft ends(List<Evidence> meant, List<Evidence> dated) {
    tell("", Part.VERDICT, meant.getFirst(), meant.size() == 1);
    meant.stream()
        .skip(1)
        .filter(one -> !support(one).until().equals(support(meant.getFirst()).until()))
        .limit(2)
        .forEach(one -> tell(" ", Part.FACT, one, false));
    newest(dated)
        .filter(one -> !meant.contains(one))
        .ifPresent(one -> tell(" ", Part.FACT, one, false));
    return Drafts.answer(new Suggestions(brief, findings).toStartWith());
  }

  private Draft current(List<Evidence> dated) {
    List<Evidence> alive =
        dated.stream().filter(one -> !today().isAfter(support(one).until())).toList();
    Evidence first = newest(dated).orElse(alive.isEmpty() ? dated.getFirst() : alive.getFirst());
    tell("", Part.VERDICT, first, false);
    List<String> told = new ArrayList<>(List.of(support(first).version()));
    for (Evidence one : alive) {
      if (!told.contains(support(one).version()) && told.size() < 4) {
        told.add(support(one).version());
        tell("\n- ", Part.FACT, one, false);
      }
    }
    return Drafts.answer(new Suggestions(brief, findings).toStartWith());
  }

  /// Says how a version is supported in the corpus's own words, which name whose dates they are.
  /// The words were true when written; what the clock has made of them since is said beside.
  private void tell(String before, Part part, Evidence record, boolean only) {
    boolean over = today().isAfter(support(record).until());
    if (over && only) {
      composition.verdict(straight() + ended(record), ground(record));
    } else {
      composition.quote(before, part, "", record);
      if (over && !namesLaterYear(record)) {
        composition.then(
            part,
            "That support ended on " + Wording.day(support(record).until()) + ".",
            ground(record));
      }
    }
  }

  /// The newest version in long-term support today; where there is no such thing, the newest out.
  private Optional<Evidence> newest(List<Evidence> newestFirst) {
    List<Evidence> out =
        newestFirst.stream()
            .filter(one -> !today().isBefore(support(one).from()))
            .filter(one -> !today().isAfter(support(one).until()))
            .toList();
    return out.stream()
        .filter(one -> support(one).longTerm().filter(from -> !today().isBefore(from)).isPresent())
        .findFirst()
        .or(() -> out.stream().findFirst());
  }

  /// `Yes. ` or `No. ` for a question that asks for it.
  private String straight() {
    if (!(brief.question() instanceof Question.Fact fact) || !fact.polar()) {
      return "";
    }
    return Words.of(fact.reading().words()).stream().anyMatch(OVER::contains) ? "Yes. " : "No. ";
  }

  /// Whether the record's sentence speaks of a later year too, such as that of extended support.
  private static boolean namesLaterYear(Evidence record) {
    int year = support(record).until().getYear();
    return Statement.figures(record.sentence()).stream()
        .filter(figure -> figure.matches("20\\d\\d"))
        .anyMatch(figure -> Integer.parseInt(figure) > year);
  }

  private String ended(Evidence record) {
    Support support = support(record);
    return "Support for "
        + composition.name(record.technology())
        + " "
        + support.version()
        + " ended on "
        + Wording.day(support.until())
        + ".";
  }

  private static DraftSentence.Ground ground(Evidence record) {
    return Composition.computed(new Calculation.SupportEnds(record), List.of(record));
  }

  private static Support support(Evidence record) {
    return record.support().orElseThrow();
  }

  private LocalDate today() {
    return brief.today();
  }
}
