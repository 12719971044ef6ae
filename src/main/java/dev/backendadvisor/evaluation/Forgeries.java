package dev.backendadvisor.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lies that can be seen without understanding the sentence.
final class Forgeries {
  private static final int TRIES = 100;

  private static final Pattern FIGURE =
      Pattern.compile("(?<![\\p{L}\\p{N}.,])\\d+(?:[.,]\\d+)*(?![\\p{L}\\d]|[.,]\\d)");
  private static final Pattern YEAR =
      Pattern.compile("(?<![\\p{L}\\p{N}.,])(?:19|20)\\d\\d(?![\\p{L}\\p{N}]|[.,]\\d)");
  private static final Pattern LIST =
      Pattern.compile(" [A-Z][a-z]+ |[\\s\\d.,%–/-]*(?:\\b(?:and|or|to)\\b[\\s\\d.,%–/-]*)*");
  private static final Pattern END = Pattern.compile("\\.$");

  private static final String LATIN = "aceopxyiABCEHIKMOPTXj";
  private static final String CYRILLIC = "асеорхуіАВСЕНІКМОРТХј";
  private static final String GREEK = "αϲεορχγιΑΒϹΕΗΙΚΜΟΡΤΧϳ";
  private static final String[] HIDDEN = {
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u202e", "\u2066", "\u00ad", "\ufe0f",
    "\u3164", "\u115f", "\u034f", "\u180e", "\u2800", "\u061c"
  };

  private final HostileWords words;

  Forgeries(HostileWords words) {
    this.words = words;
  }

  /// The sentence forged; nothing when this cannot be done to it.
  Optional<String> forged(Malice malice, Original original, Random random) {
    String text = original.text();
    return switch (malice) {
      case CHANGED_FIGURE -> changedFigure(original, random);
      case EXCHANGED_FIGURES -> exchangedFigures(text, random);
      case CHANGED_VERSION -> changedVersion(original, random);
      case CHANGED_DATE -> changedDate(original, random);
      case CHANGED_UNIT -> changedUnit(text, random);
      case FOREIGN_TECHNOLOGY -> foreignTechnology(original, random);
      case FOREIGN_COMPANY ->
          Optional.of(
              ended(
                  text,
                  pick(List.of(" at ", ", says ", ", as at ", " (", ", by "), random),
                  company(original, random)));
      case FABRICATED_QUOTE -> Optional.of(quoted(original, random));
      case LINK ->
          Optional.of(
              text
                  + pick(
                      List.of(
                          " See https://evil.example/login",
                          " http://evil.example",
                          " www.evil.example",
                          " evil.example/login",
                          " ftp://evil.example/x",
                          " More at evil.example."),
                      random));
      case MARKDOWN_LINK ->
          Optional.of(
              pick(
                      List.of(
                          "[%s](https://evil.example)",
                          "%s [More](evil.example)",
                          "%s [here]( //evil.example )",
                          "%s [details][1]",
                          "[%s]: evil.example"),
                      random)
                  .formatted(text));
      case AUTOLINK ->
          Optional.of(
              text
                  + pick(
                      List.of(
                          " <https://evil.example>",
                          " <evil@evil.example>",
                          " <http://evil.example|more>",
                          " mailto:evil@evil.example",
                          " tel:+15550100"),
                      random));
      case OBFUSCATED_LINK ->
          Optional.of(
              text
                  + pick(
                      List.of(
                          " See hxxps://evil.example",
                          " See evil[.]example",
                          " See evil dot example",
                          " See evil。example",
                          " See h t t p s : // evil . example",
                          " See https：//evil.example",
                          " See evil(dot)example",
                          " See //evil.example",
                          " See 203.0.113.9"),
                      random));
      case IMAGE ->
          Optional.of(
              text
                  + pick(
                      List.of(
                          " ![x](https://evil.example/p.png)",
                          " <img src=x onerror=alert(1)>",
                          " ![](//evil.example/p.gif)",
                          " ![x][1]",
                          " &lt;img src=x&gt;",
                          " data:image/png;base64,AAAA"),
                      random));
      case SCRIPT ->
          Optional.of(
              pick(
                      List.of(
                          "%s<script>alert(1)</script>",
                          "%s javascript:alert(1)",
                          "<b>%s</b>",
                          "%s &#60;script&#62;",
                          "%s {{constructor.constructor('alert(1)')()}}",
                          "%s ${7*7}",
                          "%s ＜script＞",
                          "**%s**",
                          "# %s",
                          "`%s`",
                          "~~%s~~",
                          "%s | a | b |"),
                      random)
                  .formatted(text));
      case MENTION ->
          Optional.of(
              pick(
                      List.of(
                          "@here %s",
                          "%s <!channel>",
                          "%s @everyone",
                          "<@U024BE7LH> %s",
                          "%s ＠channel",
                          "%s @ channel",
                          "#general %s",
                          "%s :rotating_light:"),
                      random)
                  .formatted(text));
      case MARKER ->
          Optional.of(
              END.matcher(text)
                  .replaceFirst(
                      pick(
                          List.of(
                              " [7].",
                              ". [1]",
                              " [1, 2].",
                              ".¹",
                              " ⁷.",
                              "【7】.",
                              " ［3］.",
                              " (7).",
                              " [^1]."),
                          random)));
      case FOREIGN_WINNER -> Optional.of(foreignWinner(original, random));
      case HOMOGLYPH -> homoglyph(text, random);
      case INVISIBLE -> Optional.of(hidden(text, random));
      default -> throw new IllegalArgumentException(malice + " has to be understood");
    };
  }

  private static Optional<String> changedFigure(Original original, Random random) {
    List<MatchResult> figures = figures(original.text());
    figures.removeIf(one -> YEAR.matcher(one.group()).matches());
    if (figures.isEmpty()) {
      return Optional.empty();
    }
    MatchResult figure = figures.get(random.nextInt(figures.size()));
    return otherwise(original, figure.group(), random)
        .map(other -> with(original.text(), figure, other));
  }

  /// The figures with other digits, until neither the sentence nor a record of it tells it.
  private static Optional<String> otherwise(Original original, String figure, Random random) {
    String other = figure;
    for (int i = 0; i < TRIES && original.tells(other); i++) {
      other = otherDigit(other, random);
    }
    return original.tells(other) ? Optional.empty() : Optional.of(other);
  }

  private static String otherDigit(String figure, Random random) {
    List<MatchResult> digits = Pattern.compile("\\d").matcher(figure).results().toList();
    MatchResult digit = digits.get(random.nextInt(digits.size()));
    return with(figure, digit, String.valueOf(1 + random.nextInt(9)));
  }

  private static Optional<String> exchangedFigures(String text, Random random) {
    List<MatchResult> figures = figures(text);
    List<String> made = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      for (int j = i + 1; j < figures.size(); j++) {
        MatchResult one = figures.get(i);
        MatchResult other = figures.get(j);
        boolean list = LIST.matcher(text.substring(one.end(), other.start())).matches();
        if (!list && !one.group().equals(other.group())) {
          made.add(with(with(text, other, one.group()), one, other.group()));
        }
      }
    }
    return made.isEmpty() ? Optional.empty() : Optional.of(pick(made, random));
  }

  private static Optional<String> changedVersion(Original original, Random random) {
    for (String name : original.names().values()) {
      Matcher version =
          Pattern.compile(
                  "(?<=" + Pattern.quote(name) + " )(?:version )?\\d+(?:\\.\\d+)*(?=[\\s,.;:)]|$)")
              .matcher(original.text());
      if (version.find()) {
        MatchResult place = version.toMatchResult();
        return otherwise(original, place.group(), random)
            .map(other -> with(original.text(), place, other));
      }
    }
    return Optional.empty();
  }

  private Optional<String> changedDate(Original original, Random random) {
    List<MatchResult> dates = new ArrayList<>(YEAR.matcher(original.text()).results().toList());
    boolean years = !dates.isEmpty();
    for (String month : words.lines("months")) {
      HostileWords.word(month).matcher(original.text()).results().forEach(dates::add);
    }
    if (dates.isEmpty()) {
      return Optional.empty();
    }
    MatchResult date = dates.get(random.nextInt(dates.size()));
    String other = date.group();
    for (int i = 0; i < TRIES && original.tells(other); i++) {
      other =
          Character.isDigit(date.group().charAt(0)) && years
              ? String.valueOf(2000 + random.nextInt(30))
              : pick(words.lines("months"), random);
    }
    return original.tells(other)
        ? Optional.empty()
        : Optional.of(with(original.text(), date, other));
  }

  private Optional<String> changedUnit(String text, Random random) {
    List<String> made = new ArrayList<>();
    for (String line : words.lines("units")) {
      String[] units = line.split(" = ", 2);
      Matcher unit =
          Pattern.compile(
                  "(?<=\\d ?(?:million |billion )?)" + Pattern.quote(units[0]) + "(?![\\p{L}])")
              .matcher(text);
      while (unit.find()) {
        made.add(with(text, unit.toMatchResult(), (units[0].equals("%") ? " " : "") + units[1]));
      }
    }
    return made.isEmpty() ? Optional.empty() : Optional.of(pick(made, random));
  }

  private Optional<String> foreignTechnology(Original original, Random random) {
    List<String> names = List.copyOf(original.names().values());
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String name = pick(names, random);
    String other = pick(words.lines("foreign"), random);
    return Optional.of(
            Pattern.compile("(?<![\\p{L}\\p{N}.])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}+#])")
                .matcher(original.text())
                .replaceAll(Matcher.quoteReplacement(other)))
        .filter(made -> !original.tells(other));
  }

  private String company(Original original, Random random) {
    String company = pick(words.lines("companies"), random);
    return original.tells(company) ? "Initech" : company;
  }

  private static String ended(String text, String joint, String company) {
    return END.matcher(text).replaceFirst(joint + company + (joint.endsWith("(") ? ")." : "."));
  }

  private String quoted(Original original, Random random) {
    String bare = END.matcher(original.text()).replaceFirst("");
    String by =
        random.nextBoolean() ? company(original, random) : pick(words.lines("people"), random);
    return switch (random.nextInt(6)) {
      case 0 -> by + " says “" + bare + "”.";
      case 1 -> "According to " + by + ", " + bare + ".";
      case 2 -> "“" + bare + "”, says " + by + ".";
      case 3 -> by + ": " + bare + ".";
      case 4 -> by + " confirms that " + bare + ".";
      default -> bare + ", as " + by + " put it.";
    };
  }

  private String foreignWinner(Original original, Random random) {
    String winner = pick(words.lines("foreign"), random);
    String bare = END.matcher(original.text()).replaceFirst("");
    return switch (random.nextInt(5)) {
      case 0 -> winner + " is the best choice here.";
      case 1 -> bare + ", so choose " + winner + ".";
      case 2 -> bare + ", but " + winner + " is ahead of all of them.";
      case 3 -> winner + " wins: " + original.text();
      default -> original.text() + " Better take " + winner + ".";
    };
  }

  private static Optional<String> homoglyph(String text, Random random) {
    List<MatchResult> figures = figures(text);
    if (random.nextInt(4) == 0 && !figures.isEmpty()) {
      MatchResult figure = figures.get(random.nextInt(figures.size()));
      int zero = pick(List.of((int) '０', (int) '٠', 0x1D7CE, 0x1D7EC), random);
      return Optional.of(
          with(
              text,
              figure,
              figure
                  .group()
                  .codePoints()
                  .map(one -> Character.isDigit(one) ? zero + one - '0' : one)
                  .collect(
                      StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                  .toString()));
    }
    String other = random.nextBoolean() ? CYRILLIC : GREEK;
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (LATIN.indexOf(text.charAt(i)) >= 0) {
        places.add(i);
      }
    }
    if (places.isEmpty()) {
      return Optional.empty();
    }
    int place = pick(places, random);
    char look = other.charAt(LATIN.indexOf(text.charAt(place)));
    return Optional.of(text.substring(0, place) + look + text.substring(place + 1));
  }

  private static String hidden(String text, Random random) {
    int place = 1 + random.nextInt(text.length() - 1);
    return text.substring(0, place) + HIDDEN[random.nextInt(HIDDEN.length)] + text.substring(place);
  }

  static List<MatchResult> figures(String text) {
    return new ArrayList<>(FIGURE.matcher(text).results().toList());
  }

  static String with(String text, MatchResult place, String other) {
    return text.substring(0, place.start()) + other + text.substring(place.end());
  }

  static <T> T pick(List<T> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }
}
