package dev.backendadvisor.evaluation;

import static dev.backendadvisor.evaluation.Forgeries.pick;
import static dev.backendadvisor.evaluation.Forgeries.with;

import dev.backendadvisor.corpus.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lies about one sentence that can only be seen by understanding it.
final class Distortions {
  private static final String AUXILIARIES =
      "is|are|was|were|can|could|will|would|has|have|had|does|do|did|may|must|should";
  private static final Pattern AUXILIARY =
      Pattern.compile("\\b(" + AUXILIARIES + ")\\b(?! (?:not|no|never|by|been said)\\b)");
  private static final Pattern VERB =
      Pattern.compile(
          "(?<=[\\p{L}\\d)]"
              + " )(supports|uses|needs|runs|serves|offers|keeps|makes|takes|brings|gives|works|reads|allows|handles|lets|builds|helps|comes)\\b");
  private static final Pattern NEGATION =
      Pattern.compile(" (?:not|never)(?= )|\\bno (?=\\p{Ll})|(?<=\\bcan)not\\b");
  private static final Pattern LIST =
      Pattern.compile("(?:[\\s,/()]|\\b(?:and|or|as well as|both)\\b|\\b[A-Z][\\w.#+]*)*");
  private static final Pattern FROM_TO =
      Pattern.compile("\\bfrom ([\\w.#+-]+(?: \\d[\\d.]*)?) to ([\\w.#+-]+(?: \\d[\\d.]*)?)\\b");
  private static final Pattern FIRST_WORD =
      Pattern.compile(
          "^(The|A|An|In|On|Of|For|Since|By|From|Each|Most|Many|Some|Its|One|Two|Three|Four|Five|More|About|Half|Between|With|At|To)\\b");
  private static final Pattern END = Pattern.compile("\\.$");
  private static final Pattern DATE =
      Pattern.compile(
          "(?: ?\\([^()]*\\b(?:19|20)\\d\\d\\)|,? (?:in|of|since|on|by|around|about) (?:early |late"
              + " |mid-)?(?:\\d{1,2} )?(?:[A-Z][a-z]+ )?(?:19|20)\\d\\d\\b)");
  private static final Pattern JOINT = Pattern.compile(", (?:while|but|and) |; |, whereas ");
  private static final Pattern PASSIVE =
      Pattern.compile("\\b(?:is|are|be|been|being|was|were|has|have|had|still) $");
  private static final Pattern PAST =
      Pattern.compile("\\b(?:was|were|took|went|had|did|saw|came|fell|rose|cut|ran|\\p{Ll}+ed)\\b");

  private final HostileWords words;

  Distortions(HostileWords words) {
    this.words = words;
  }

  /// The sentence distorted, in as many ways as there are; in no more than a few of them.
  List<String> distorted(Malice malice, Original original, Random random) {
    String text = original.text();
    return switch (malice) {
      case REVERSED -> some(reversed(text), 3, random);
      case SUBJECTS_SWAPPED -> some(swapped(original), 2, random);
      case NEGATION_INSERTED -> some(negated(text), 2, random);
      case NEGATION_REMOVED -> some(all(NEGATION, text, ""), 2, random);
      case OVERSTATED -> some(changed("stronger", false, text), 2, random);
      case FIGURE_FIRMER -> some(firmer(text), 2, random);
      case BOAST ->
          List.of(END.matcher(text).replaceFirst("") + pick(words.lines("boasts"), random) + ".");
      case CONDITION_DROPPED -> some(withoutCondition(original), 2, random);
      case UNIVERSAL -> universal(original, random).stream().toList();
      case TIME_SHIFTED -> some(shifted(original, random), 2, random);
      case CAUSE_INVENTED -> caused(text, random).stream().toList();
      case HEDGE_REMOVED -> some(unhedged(text), 2, random);
      case ATTRIBUTION_DROPPED -> some(unattributed(original), 1, random);
      default -> throw new IllegalArgumentException(malice + " is done otherwise");
    };
  }

  private static List<String> some(List<String> made, int most, Random random) {
    List<String> rest = new ArrayList<>(made);
    List<String> some = new ArrayList<>();
    while (some.size() < most && !rest.isEmpty()) {
      some.add(rest.remove(random.nextInt(rest.size())));
    }
    return some;
  }

  private List<String> reversed(String text) {
    List<String> made = changed("opposites", true, text);
    made.addAll(changed("opposite ways", false, text));
    Matcher change = FROM_TO.matcher(text);
    while (change.find()) {
      made.add(
          with(text, change.toMatchResult(), "from " + change.group(2) + " to " + change.group(1)));
    }
    return made;
  }

  private List<String> changed(String section, boolean bothWays, String text) {
    List<String> made = new ArrayList<>();
    for (HostileWords.Change change : words.changes(section, bothWays)) {
      change
          .from()
          .matcher(text)
          .results()
          .filter(
              place ->
                  !text.startsWith(" no ", place.end())
                      && !text.startsWith(" against ", place.end())
                      && !text.startsWith("as ", place.start() - 3))
          .forEach(place -> made.add(with(text, place, change.to())));
    }
    return made;
  }

  private static List<String> all(Pattern pattern, String text, String instead) {
    return pattern
        .matcher(text)
        .results()
        .map(place -> with(text, place, instead))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /// Two technologies exchanged that do not merely stand in one list.
  private static List<String> swapped(Original original) {
    List<String> made = new ArrayList<>();
    List<Map.Entry<String, String>> names = List.copyOf(original.names().entrySet());
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        String one = names.get(i).getValue();
        String other = names.get(j).getValue();
        int first = place(original.text(), one);
        int second = place(original.text(), other);
        int from = Math.min(first, second) + (first < second ? one : other).length();
        int to = Math.max(first, second);
        boolean list = from >= to || LIST.matcher(original.text().substring(from, to)).matches();
        boolean apart = !one.contains(other) && !other.contains(one);
        if (!list && apart) {
          made.add(exchanged(original.text(), one, other));
        }
      }
    }
    return made;
  }

  private static int place(String text, String name) {
    Matcher place = HostileWords.word(name).matcher(text);
    return place.find() ? place.start() : text.indexOf(name);
  }

  static String exchanged(String text, String one, String other) {
    String mark = "\u0001";
    return named(named(named(text, one, mark), other, one), mark, other);
  }

  static String named(String text, String name, String other) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}.])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}+#]|\\.[\\p{L}\\p{N}])")
        .matcher(text)
        .replaceAll(Matcher.quoteReplacement(other));
  }

  private static List<String> negated(String text) {
    List<String> made = new ArrayList<>();
    AUXILIARY
        .matcher(text)
        .results()
        .forEach(place -> made.add(with(text, place, place.group(1) + " not")));
    VERB.matcher(text)
        .results()
        .forEach(
            place ->
                made.add(with(text, place, "does not " + place.group(1).replaceFirst("s$", ""))));
    return made;
  }

  private List<String> firmer(String text) {
    List<String> made = new ArrayList<>();
    for (String limit : words.lines("figure limits")) {
      Pattern before =
          Pattern.compile(
              "\\b" + limit + " (?=[\\d$€]|half|one|two|three|a third)", Pattern.CASE_INSENSITIVE);
      before.matcher(text).results().forEach(place -> made.add(sentence(with(text, place, ""))));
    }
    return made;
  }

  private List<String> unhedged(String text) {
    List<String> made = new ArrayList<>();
    for (String hedge : words.lines("hedges")) {
      Pattern word = Pattern.compile("(?<=\\p{L}|\\d) " + hedge + "(?= )");
      word.matcher(text).results().forEach(place -> made.add(with(text, place, "")));
    }
    return made;
  }

  private List<String> withoutCondition(Original original) {
    String text = original.text();
    List<String> made = new ArrayList<>();
    for (String opener : words.lines("condition openers")) {
      Pattern clause =
          Pattern.compile(
              (opener.startsWith(",") ? "" : " ")
                  + Pattern.quote(opener)
                  + " [^,;()]+?(?=[,;.](?:\\s|$)| \\(|$)");
      clause
          .matcher(text)
          .results()
          .filter(place -> !opener.startsWith("if") || !text.startsWith(" if it", place.start()))
          .forEach(place -> made.add(with(text, place, "")));
    }
    for (String word : words.lines("condition words")) {
      Pattern place = Pattern.compile(" " + Pattern.quote(word) + "(?![\\p{L}-])");
      place.matcher(text).results().forEach(one -> made.add(with(text, one, "")));
    }
    Matcher when =
        Pattern.compile(",? (?:when|while|once|where) [^,;()]+(?=[,;.](?:\\s|$)| \\()")
            .matcher(text);
    while (when.find()) {
      boolean story =
          PAST.matcher(when.group()).find()
              || contrasts(when.group(), original)
              || text.startsWith(", while", when.start());
      if (!story) {
        made.add(with(text, when.toMatchResult(), ""));
      }
    }
    return made;
  }

  /// Whether a clause tells of another technology, rather than when something holds.
  private static boolean contrasts(String clause, Original original) {
    return clause.contains("where ")
        && original.names().values().stream().anyMatch(clause::contains);
  }

  private Optional<String> universal(Original original, Random random) {
    boolean conditional = original.records().stream().anyMatch(one -> one.condition().isPresent());
    if (!conditional) {
      return Optional.empty();
    }
    String bare = END.matcher(DATE.matcher(original.text()).replaceAll("")).replaceFirst("");
    return Optional.of(bare + pick(words.lines("universal endings"), random) + ".");
  }

  /// What was told as what is; and what was so on a date told of today.
  private List<String> shifted(Original original, Random random) {
    String text = original.text();
    List<String> made = new ArrayList<>();
    String undated = DATE.matcher(text).replaceAll("");
    if (undated.equals(text)
        || original.records().stream()
            .anyMatch(
                one ->
                    one.gist()
                        .filter(gist -> !PAST.matcher(gist).find())
                        .filter(gist -> gist.matches(".*\\d.*"))
                        .isPresent())) {
      return made;
    }
    for (HostileWords.Change change : words.changes("past", false)) {
      change
          .from()
          .matcher(undated)
          .results()
          .filter(place -> !PASSIVE.matcher(undated.substring(0, place.start())).find())
          .forEach(place -> made.add(with(undated, place, change.to())));
    }
    if (!Forgeries.figures(undated).isEmpty()) {
      made.add(pick(words.lines("now"), random) + lower(undated, original));
    }
    return made;
  }

  private Optional<String> caused(String text, Random random) {
    List<MatchResult> joints = JOINT.matcher(text).results().toList();
    if (joints.isEmpty()) {
      return Optional.empty();
    }
    String cause = pick(words.lines("causes"), random);
    return Optional.of(with(text, pick(joints, random), ", " + cause + " "));
  }

  private List<String> unattributed(Original original) {
    boolean told =
        original.records().stream()
            .anyMatch(
                one ->
                    one.basis() == Evidence.Basis.OPINION || one.basis() == Evidence.Basis.VENDOR);
    List<String> made = new ArrayList<>();
    if (told) {
      for (String attribution : words.lines("attributions")) {
        Matcher place = Pattern.compile(attribution).matcher(original.text());
        if (place.find()) {
          String instead = place.group().startsWith(", which its makers call") ? ", which is " : "";
          made.add(sentence(with(original.text(), place.toMatchResult(), instead)));
        }
      }
    }
    return made;
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  static String lower(String text, Original original) {
    boolean name = original.names().values().stream().anyMatch(text::startsWith);
    return !name && FIRST_WORD.matcher(text).find()
        ? text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1)
        : text;
  }
}
