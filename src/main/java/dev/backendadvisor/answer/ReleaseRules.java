package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Evidence.Support;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// When a version came out, which one is the LTS today, and whether there is such a thing.
final class ReleaseRules {
  private static final Pattern CAME_OUT =
      Pattern.compile(
          "(?i)\\b(?:when|what (?:date|day|year|month))\\b.*\\b(?:released?|c[oa]me out|coming out"
              + "|launch(?:ed)?|ship(?:ped)?|published|(?:is|was|be) out)\\b"
              + "|\\brelease[- ]date\\b|\\bdate of release\\b");

  private static final Pattern LATEST =
      Pattern.compile(
          "(?i)\\b(?:latest|newest|most recent)\\b.*\\b(?:versions?|releases?)\\b"
              + "|\\b(?:latest|newest|most recent) \\S+(?: boot)?\\W*$");

  private static final Pattern PLANNED = Pattern.compile("\\bplanned for\\b");

  private static final Pattern LTS =
      Pattern.compile("(?i)\\blts\\b|\\blong[ -]term (?:support|version|release)");

  private static final Pattern HOW_OFTEN =
      Pattern.compile(
          "(?i)\\bhow"
              + " (?:often|frequent(?:ly)?|regular(?:ly)?)\\b.*\\b(?:releases?|versions?|updates?)\\b|\\brelease"
              + " (?:cycle|cadence|schedule|rhythm)\\b");

  private static final Pattern TELLS_HOW_OFTEN =
      Pattern.compile(
          "\\bversions? (?:every|a year|each|comes each)\\b|\\bmajor version a year\\b"
              + "|\\bcomes (?:about )?e(?:very|ach)\\b|\\babout (?:every )?six (?:weeks|months)\\b"
              + "|\\b(?:every|for at least) six months\\b");

  private static final Pattern NAMES_THEM_ALL = Pattern.compile("\\bLTS versions are\\b");

  private static final Pattern EVERY_VERSION = Pattern.compile("^Every \\S+ version gets\\b");

  private final Brief brief;
  private final Composition composition;
  private final Findings findings;
  private final VersionDates dates;

  ReleaseRules(Brief brief, Composition composition, Findings findings) {
    this.brief = brief;
    this.composition = composition;
    this.findings = findings;
    this.dates = new VersionDates(brief);
  }

  /// The answer, when the question is one of these and there are dates for it.
  Optional<Draft> answer() {
    Reading reading = brief.question().reading();
    String words = reading.standalone();
    if (findings.technologies().isEmpty()) {
      return Optional.empty();
    }
    String technology = findings.technologies().getFirst();
    if (HOW_OFTEN.matcher(words).find()) {
      return howOften(technology);
    }
    boolean polar = brief.question() instanceof Question.Fact fact && fact.polar();
    if (polar && reading.versions().size() == 1 && LTS.matcher(words).find()) {
      return isLongTerm(technology, reading.versions().getFirst().version());
    }
    if (!reading.versions().isEmpty()) {
      return CAME_OUT.matcher(words).find()
          ? cameOut(technology, reading.versions().getFirst().version())
          : Optional.empty();
    }
    List<Evidence> dated = dates.of(technology);
    if (dated.isEmpty()) {
      return Optional.empty();
    }
    if (!LTS.matcher(words).find()) {
      return LATEST.matcher(words).find() ? latest(technology, dated) : Optional.empty();
    }
    return polar ? hasLongTerm(technology, dated) : longTermToday(technology, dated);
  }

  /// "Is Node 26 an LTS?" A yes where it is one today; what is on record otherwise.
  private Optional<Draft> isLongTerm(String technology, String version) {
    List<Evidence> meant =
        dates.of(technology).stream().filter(one -> isOf(version, support(one).version())).toList();
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    Evidence record = meant.getFirst();
    if (!dates.isLongTerm(record)) {
      return Optional.empty();
    }
    composition.verdict(
        "Yes. "
            + composition.name(technology)
            + " "
            + support(record).version()
            + " is an LTS today, planned to be supported until "
            + Wording.day(support(record).until())
            + ".",
        Composition.computed(new Calculation.SupportEnds(record), List.of(record)));
    composition.quote(" ", Part.FACT, "", record);
    return Optional.of(draft(technology, List.of(record)));
  }

  private Optional<Draft> howOften(String technology) {
    List<Evidence> told =
        brief.corpus().evidence().stream()
            .filter(one -> one.technology().equals(technology))
            .filter(one -> TELLS_HOW_OFTEN.matcher(one.sentence()).find())
            .limit(2)
            .toList();
    if (told.isEmpty()) {
      return Optional.empty();
    }
    composition.quote("", Part.VERDICT, "", told.getFirst());
    told.stream().skip(1).forEach(one -> composition.quote(" ", Part.FACT, "", one));
    return Optional.of(draft(technology, told));
  }

  /// The newest version that is out by the days on record, and what was planned to follow it.
  private Optional<Draft> latest(String technology, List<Evidence> dated) {
    Optional<Evidence> newest =
        dated.stream()
            .filter(one -> !brief.today().isBefore(support(one).from()))
            .filter(one -> one.sentence().contains(Wording.day(support(one).from())))
            .findFirst();
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    composition.verdict(
        "The newest version of "
            + composition.name(technology)
            + " I have dates for is "
            + support(newest.get()).version()
            + ", which came out on "
            + Wording.day(support(newest.get()).from())
            + ".",
        Composition.computed(new Calculation.CameOut(newest.get()), List.of(newest.get())));
    supported(newest.get());
    brief.corpus().evidence().stream()
        .filter(one -> one.technology().equals(technology) && one.support().isEmpty())
        .filter(one -> one.criterion().equals(newest.get().criterion()))
        .filter(one -> PLANNED.matcher(one.sentence()).find())
        .limit(1)
        .forEach(one -> composition.quote(" ", Part.FACT, "", one));
    return Optional.of(draft(technology, List.of(newest.get())));
  }

  private Optional<Draft> cameOut(String technology, String version) {
    List<Evidence> meant =
        dates.of(technology).stream()
            .filter(one -> isOf(version, support(one).version()))
            .filter(one -> one.sentence().contains(Wording.day(support(one).from())))
            .sorted(Comparator.comparing(one -> support(one).from()))
            .toList();
    if (meant.isEmpty()) {
      List<Evidence> told =
          dates.told(technology, List.of(version)).stream()
              .filter(one -> one.sentence().contains("came out"))
              .toList();
      if (told.isEmpty()) {
        return Optional.empty();
      }
      composition.quote("", Part.VERDICT, "", told.getFirst());
      return Optional.of(draft(technology, told));
    }
    Evidence first = meant.getFirst();
    composition.verdict(
        composition.name(technology)
            + " "
            + support(first).version()
            + " came out on "
            + Wording.day(support(first).from())
            + ".",
        Composition.computed(new Calculation.CameOut(first), List.of(first)));
    supported(first);
    return Optional.of(draft(technology, List.of(first)));
  }

  /// "Spring Boot 4" is 4.0 and what followed.
  private static boolean isOf(String asked, String version) {
    return version.equals(asked) || version.startsWith(asked + ".");
  }

  /// Until when, in the first clause of the record's own sentence where that has the day.
  private void supported(Evidence record) {
    String day = Wording.day(support(record).until());
    String clause = Composition.plain(record).split(";")[0];
    if (dates.isOver(record)) {
      composition.then(
          Part.FACT,
          "Its support ended on " + day + ".",
          Composition.computed(new Calculation.SupportEnds(record), List.of(record)));
    } else if (clause.contains(day) && !clause.endsWith(".")) {
      composition.then(Part.FACT, clause + ".", Composition.sourced(record));
    }
  }

  /// The newest version in long-term support first, then the others that are.
  private Optional<Draft> longTermToday(String technology, List<Evidence> dated) {
    List<Evidence> today = dated.stream().filter(dates::isLongTerm).toList();
    Optional<Evidence> all =
        brief.corpus().evidence().stream()
            .filter(one -> one.technology().equals(technology))
            .filter(one -> NAMES_THEM_ALL.matcher(one.sentence()).find())
            .findFirst();
    if (today.isEmpty()) {
      return none(technology, dated, false);
    }
    if (all.isPresent()) {
      composition.quote("", Part.VERDICT, "", all.get());
    } else {
      newest("", today.getFirst());
    }
    List<String> told = new ArrayList<>();
    for (Evidence one : all.isPresent() ? today : today.subList(1, today.size())) {
      String version = support(one).version();
      if (!told.contains(version) && told.size() < 3) {
        told.add(version);
        composition.quote("\n- ", Part.FACT, "", one);
      }
    }
    return Optional.of(draft(technology, today.subList(0, 1)));
  }

  private void newest(String straight, Evidence record) {
    composition.verdict(
        straight
            + composition.name(record.technology())
            + " "
            + support(record).version()
            + " is the newest LTS today, planned to be supported until "
            + Wording.day(support(record).until())
            + ".",
        Composition.computed(new Calculation.SupportEnds(record), List.of(record)));
  }

  /// "Does Python have an LTS?"
  private Optional<Draft> hasLongTerm(String technology, List<Evidence> dated) {
    List<Evidence> today = dated.stream().filter(dates::isLongTerm).toList();
    if (today.isEmpty()) {
      return none(technology, dated, true);
    }
    newest("Yes. ", today.getFirst());
    return Optional.of(draft(technology, today.subList(0, 1)));
  }

  /// There is no such thing: says so, and how long a version lasts instead.
  private Optional<Draft> none(String technology, List<Evidence> dated, boolean polar) {
    if (dated.stream().anyMatch(one -> support(one).longTerm().isPresent())) {
      return Optional.empty();
    }
    composition.verdict(
        (polar ? "No: of the versions of " : "Of the versions of ")
            + composition.name(technology)
            + " I have dates for, none is an LTS.",
        Composition.computed(new Calculation.NoLongTerm(technology), dated.subList(0, 1)));
    brief.corpus().evidence().stream()
        .filter(one -> one.technology().equals(technology))
        .filter(one -> EVERY_VERSION.matcher(one.sentence()).find())
        .findFirst()
        .or(() -> dates.newest(dated))
        .ifPresent(one -> composition.quote(" ", Part.FACT, "", one));
    return Optional.of(draft(technology, dated.subList(0, 1)));
  }

  private Draft draft(String technology, List<Evidence> told) {
    return Drafts.answer(new Suggestions(brief, findings).afterSupport(technology, told));
  }

  private static Support support(Evidence record) {
    return VersionDates.support(record);
  }
}
