package dev.backendadvisor.answer;

import dev.backendadvisor.question.QuestionReader;
import dev.backendadvisor.question.Reading;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names in a question that are no technologies here, such as companies and products: those the
/// corpus has, which a sentence is chosen by, and those it may not have, which a sentence has to
/// tell.
final class AskedNames {
  /// A sentence this close in meaning speaks of what is asked, whatever coinages it lacks.
  static final double PLAIN = 0.6;

  /// Shorter words are taken for no name that is written small.
  private static final int SHORTEST = 4;

  /// So many letters of a name stand for all of it.
  private static final int PART = 5;

  /// Letters and then a number: HTTP/3, OAuth2; no amount such as 20k.
  private static final Pattern MARKED = Pattern.compile("(?i)[a-z]+[/-]?\\d[\\w.]*");

  /// Acronyms that name no one thing.
  private static final Set<String> GENERIC =
      Set.of(
          ("api apis rest http https cpu ram sql json html i ci cd it hr ui ux qa pr mvp poc kpi"
                  + " ceo cto")
              .split(" "));

  private final Brief brief;
  private final Reading reading;
  private final Set<String> known;
  private final List<String> unknown;
  private final List<String> coined;

  AskedNames(Brief brief) {
    this.brief = brief;
    this.reading = brief.question().reading();
    this.known = known();
    Set<String> carried =
        reading.carriedOver().stream()
            .filter(carry -> carry.what().equals("name"))
            .map(Reading.CarriedOver::value)
            .collect(Collectors.toSet());
    this.unknown = reading.unknownNames().stream().filter(one -> !carried.contains(one)).toList();
    this.coined =
        reading.open().stream()
            .filter(word -> isCoined(word) || MARKED.matcher(word).matches())
            .filter(word -> Words.stems(word).stream().noneMatch(brief.vocabulary()::knows))
            .toList();
  }

  /// The stems of the names.
  Set<String> stems() {
    return known;
  }

  /// Whether a text speaks of the names of this turn that the corpus may not know.
  ///
  /// @param given the stems of the text and of what stands above it
  /// @param meaning how close the text is; 0 when vectors were not asked
  boolean areTold(Set<String> given, String text, double meaning) {
    Set<String> told = new HashSet<>(given);
    told.add(text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", ""));
    return Stream.concat(unknown.stream(), meaning < PLAIN ? coined.stream() : Stream.of())
        .flatMap(name -> Words.stems(name).stream())
        .allMatch(name -> isIn(name, told));
  }

  /// Whether stems have a name, be it as a part of one: Graal in GraalVM, VSCode in VS Code.
  private static boolean isIn(String name, Set<String> given) {
    return given.contains(name)
        || (name.length() >= PART && given.stream().anyMatch(one -> one.contains(name)));
  }

  private Set<String> known() {
    Set<String> names = new HashSet<>();
    Set<String> criteria = new HashSet<>();
    reading.criteria().forEach(mention -> criteria.addAll(Words.stems(mention.from())));
    String[] words = reading.words().split("[^\\p{L}\\p{N}.+#/-]+");
    for (int i = 0; i < words.length; i++) {
      boolean capital =
          i > 0 && !words[i].isEmpty() && Character.isUpperCase(words[i].codePointAt(0));
      boolean named =
          capital || brief.vocabulary().isProperName(words[i]) || isOfCorpusAlone(words[i]);
      if (named
          && !GENERIC.contains(words[i].toLowerCase(Locale.ROOT))
          && !brief.vocabulary().names().isName(words[i])
          && brief.vocabulary().names().in(words[i]).isEmpty()) {
        names.addAll(Words.stems(words[i]));
      }
    }
    names.removeIf(name -> criteria.contains(name) && !brief.vocabulary().isProperName(name));
    return names;
  }

  private boolean isOfCorpusAlone(String word) {
    return isCoined(word) && Words.stems(word).stream().anyMatch(brief.vocabulary()::isRare);
  }

  /// Whether a word is none of English: the name of something, written small perhaps.
  private static boolean isCoined(String word) {
    return word.length() >= SHORTEST
        && word.chars().allMatch(Character::isLetter)
        && !QuestionReader.isEnglish(word);
  }
}
