package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Evidence.Support;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Until when versions are supported, by the dates in the evidence and the clock.
final class SupportRules {
  /// The questions about versions that a date answers.
  private static final Set<String> ASKS =
      Set.of(
          "support",
          "unsupport",
          "lts",
          "eol",
          "end-of-life",
          "maintain",
          "maintenanc",
          "until",
          "patch",
          "patche",
          "outdat",
          "obsolet");

  private static final Pattern LONG_TERM = Pattern.compile("(?i)\\blong[ -]term\\b");

  /// "Does Python support OpenTelemetry?" asks what it can do.
  private static final Pattern SUPPORTS =
      Pattern.compile(
          "(?i)\\b(?:does|do|can|will)\\b.*\\bsupports?\\s+(?!until|till|end|long|it\\b|for\\b|th(?:at|is|ose|ese)\\b)\\p{L}");

  /// "Which Java version should I use?"
  private static final Pattern WHICH_VERSION =
      Pattern.compile("(?i)\\b(?:which|what|latest|newest|current)\\b.{0,40}\\bversions?\\b");

  private static final Pattern SAYS_ENDED = Pattern.compile("\\b(?:ended|lost)\\b");

  private static final Pattern EITHER = Pattern.compile("(?i)\\b(?:or|vs|versus)\\b");

  private static final Pattern STOPS =
      Pattern.compile("(?i)\\bwhen\\b.*\\b(?:stops?|ends?|expires?)\\b");

  private static final Pattern WHO = Pattern.compile("(?i)\\W*who\\b");

  private static final Pattern DEAD = Pattern.compile("(?i)\\b(?:dead|dying|obsolete)\\b");

  private static final Pattern END = Pattern.compile("(?i)\\bend[- ]of[- ](?:life|support)\\b");

  /// "OpenTelemetry support", "community support": the support of something, or by somebody.
  private static final Pattern OF_SOMETHING =
      Pattern.compile("(?i)(?<![\\p{L}\\p{N}.-])([\\p{L}][\\p{L}.+#-]*) support\\b");

  /// Words before "support" that leave it that of a version.
  private static final Set<String> KINDS =
      Set.of(
          ("the of a long-term term security free paid commercial extended premier official active"
                  + " full lts end out vendor under still in for about their its it is any no get"
                  + " gets has have lose lost standard without with version versions release this"
                  + " that what when does do did and or on maintenance bugfix will until how"
                  + " current latest oracle's oracle")
              .split(" "));

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final VersionDates dates;

  SupportRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.dates = new VersionDates(brief);
  }

  /// The answer, when the question is one about support and there are dates for it.
  Optional<Draft> answer() {
    Reading reading = brief.question().reading();
    List<String> technologies = findings.technologies();
    Optional<Draft> release = new ReleaseRules(brief, composition, findings).answer();
    if (release.isPresent() || technologies.isEmpty() || !asksForDates(reading)) {
      return release;
    }
    String technology = technologies.getFirst();
    List<Evidence> dated = dates.of(technology);
    List<String> versions =
        reading.versions().stream().map(Reading.VersionMention::version).toList();
    if (dated.isEmpty()) {
      return told(technology, versions);
    }
    if (versions.isEmpty()) {
      return Optional.of(current(dated));
    }
    List<Evidence> meant =
        dated.stream().filter(one -> versions.contains(support(one).version())).toList();
    return Optional.of(
        meant.isEmpty()
            ? new Abstention(brief, composition, findings)
                .onVersion(composition.name(technology) + " " + versions.getFirst())
            : ends(meant, dated));
  }

  /// What sentences say of how a version is supported that has no dates as data.
  private Optional<Draft> told(String technology, List<String> versions) {
    List<Evidence> meant = dates.told(technology, versions);
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    composition.quote("", Part.VERDICT, "", meant.getFirst());
    meant.stream().skip(1).limit(1).forEach(one -> composition.quote(" ", Part.FACT, "", one));
    return Optional.of(Drafts.answer(suggestions(technology, meant)));
  }

  private boolean asksForDates(Reading reading) {
    String words = reading.standalone();
    boolean worries = !reading.versions().isEmpty() && Presumption.of(words).asksForCare();
    boolean asks =
        Words.of(reading.words()).stream().map(Words::stem).anyMatch(ASKS::contains)
            || WHICH_VERSION.matcher(words).find()
            || END.matcher(words).find()
            || LONG_TERM.matcher(words).find()
            || worries
            || weighsVersions(reading)
            || (!reading.versions().isEmpty() && STOPS.matcher(words).find())
            || (!reading.versions().isEmpty() && DEAD.matcher(words).find());
    return asks
        && !WHO.matcher(words).lookingAt()
        && !SUPPORTS.matcher(words).find()
        && !speaksOfSomethingElse(words);
  }

  /// "Node 20 or 22?" and nothing beside.
  private boolean weighsVersions(Reading reading) {
    return reading.versions().size() > 1
        && reading.criteria().isEmpty()
        && new Aspect(brief).isEmpty();
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private boolean speaksOfSomethingElse(String words) {
    return OF_SOMETHING
        .matcher(words)
        .results()
        .map(one -> one.group(1))
        .anyMatch(
            word ->
                !KINDS.contains(word.toLowerCase(Locale.ROOT))
                    && brief.vocabulary().names().in(capitalised(word)).isEmpty());
  }

  /// What is known of a version named, when nothing else is: its dates.
  Optional<Draft> ofVersion() {
    List<String> versions =
        brief.question().reading().versions().stream()
            .map(Reading.VersionMention::version)
            .toList();
    List<Evidence> dated =
        findings.technologies().stream().limit(1).flatMap(one -> dates.of(one).stream()).toList();
    List<Evidence> meant =
        dated.stream().filter(one -> versions.contains(support(one).version())).toList();
    return meant.isEmpty() ? Optional.empty() : Optional.of(ends(meant, dated));
  }

  private Draft ends(List<Evidence> found, List<Evidence> dated) {
    boolean chosen = choose(found);
    // what is over is the reason for the other
    List<Evidence> meant =
        chosen
            ? found.stream().sorted(Comparator.comparing(one -> !dates.isOver(one))).toList()
            : found;
    tell(
        chosen ? " " : "",
        chosen ? Part.REASON : Part.VERDICT,
        meant.getFirst(),
        meant.size() == 1);
    meant.stream()
        .skip(1)
        .filter(one -> !support(one).until().equals(support(meant.getFirst()).until()))
        .limit(2)
        .forEach(one -> tell(" ", Part.FACT, one, false));
    Optional<Evidence> newest = dates.newest(dated).filter(one -> !meant.contains(one));
    newest.ifPresent(this::nameNewest);
    List<Evidence> told = new ArrayList<>(meant);
    newest.ifPresent(told::add);
    return Drafts.answer(suggestions(meant.getFirst().technology(), told));
  }

  /// "Java 21 or 25?" is answered by the one that is supported longer, where one is.
  private boolean choose(List<Evidence> meant) {
    String technology = meant.getFirst().technology();
    List<String> versions = meant.stream().map(one -> support(one).version()).distinct().toList();
    if (versions.size() != 2 || !EITHER.matcher(brief.question().reading().standalone()).find()) {
      return false;
    }
    Optional<Calculation.Outlasts> longer =
        versions.stream()
            .map(one -> new Calculation.Outlasts(technology, one, other(versions, one)))
            .filter(dates::outlasts)
            .findFirst();
    longer.ifPresent(
        one ->
            composition.verdict(
                Wording.outlasts(composition.name(technology), one),
                Composition.computed(one, meant)));
    return longer.isPresent();
  }

  private static String other(List<String> two, String one) {
    return two.get(1 - two.indexOf(one));
  }

  /// Names the newest version: as the one in long-term support where there is such a thing.
  private void nameNewest(Evidence record) {
    Support support = support(record);
    if (support.longTerm().isEmpty()) {
      tell(" ", Part.FACT, record, false);
      return;
    }
    composition.then(
        Part.FACT,
        "The newest LTS is "
            + composition.name(record.technology())
            + " "
            + support.version()
            + ", planned to be supported until "
            + Wording.day(support.until())
            + ".",
        ground(record));
  }

  private List<String> suggestions(String technology, List<Evidence> told) {
    return new Suggestions(brief, findings).afterSupport(technology, told);
  }

  private Draft current(List<Evidence> dated) {
    List<Evidence> alive =
        dated.stream().filter(one -> !today().isAfter(support(one).until())).toList();
    Evidence first =
        dates.newest(dated).orElse(alive.isEmpty() ? dated.getFirst() : alive.getFirst());
    tell("", Part.VERDICT, first, false);
    List<String> told = new ArrayList<>(List.of(support(first).version()));
    for (Evidence one : alive) {
      if (!told.contains(support(one).version()) && told.size() < 4) {
        told.add(support(one).version());
        tell("\n- ", Part.FACT, one, false);
      }
    }
    return Drafts.answer(suggestions(first.technology(), List.of(first)));
  }

  /// Says how a version is supported in the corpus's own words, which name whose dates they are.
  /// The words were true when written; what the clock has made of them since is said beside.
  private void tell(String before, Part part, Evidence record, boolean only) {
    boolean over = today().isAfter(support(record).until());
    if (over && only) {
      composition.verdict(straight() + ended(record), ground(record));
    } else {
      composition.quote(before, part, "", record);
      if (over && !namesLaterYear(record) && !SAYS_ENDED.matcher(record.sentence()).find()) {
        composition.then(
            part,
            "That support ended on " + Wording.day(support(record).until()) + ".",
            ground(record));
      }
    }
  }

  /// `Yes. ` or `No. ` for a question that asks for it.
  private String straight() {
    return brief.question() instanceof Question.Fact fact && fact.polar()
        ? Presumption.of(fact.reading().words()).toPast()
        : "";
  }

  /// Whether the record's sentence speaks of a later year too, such as that of extended support.
  private static boolean namesLaterYear(Evidence record) {
    int year = support(record).until().getYear();
    return Statement.figures(record.sentence()).stream()
        .filter(figure -> figure.matches("20\\d\\d"))
        .anyMatch(figure -> Integer.parseInt(figure) > year);
  }

  private String ended(Evidence record) {
    return ended(composition, record);
  }

  /// That a version's support is over.
  static String ended(Composition composition, Evidence record) {
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
