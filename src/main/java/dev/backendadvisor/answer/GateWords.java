package dev.backendadvisor.answer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The English the check compares sentences by: the sections of `paraphrase.txt`, which says how
/// they are written, and of `wordnet.txt`.
final class GateWords {
  private static final String RESOURCE = "paraphrase.txt";

  /// Synonyms, kin and opposites of common words, drawn from WordNet 3.1 (Princeton University).
  private static final String WORDNET = "wordnet.txt";

  private static final GateWords ENGLISH = new GateWords();

  /// What a word decides in a sentence, however little it means by itself.
  enum Power {
    NEGATION("negations"),
    QUANTIFIER("quantifiers"),
    MODAL("modals"),
    TIME("times"),
    CAUSE("causes"),
    CONDITION("conditions"),
    DIRECTION("directions");

    private final String section;

    Power(String section) {
      this.section = section;
    }
  }

  private final Map<String, List<String>> sections = new LinkedHashMap<>();
  private final Map<String, String> plain = new HashMap<>();
  private final Map<String, Set<Integer>> groups = new HashMap<>();
  private final Map<String, List<Phrase>> phrases = new HashMap<>();
  private final Map<Power, Map<String, Integer>> powers = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, Integer> units = new HashMap<>();
  private final Map<String, Set<Integer>> poles = new HashMap<>();
  private final Map<String, Set<Integer>> antonyms = new HashMap<>();
  private final Set<String> verbs = new HashSet<>();
  private final Set<String> emptyForms = new HashSet<>();
  private final Set<String> empty;
  private final Set<String> limits;
  private final Set<String> attributions;
  private final Set<String> saying;
  private final Set<String> speakers;
  private final Set<String> sides;

  /// Several words read as others.
  ///
  /// @param words the words
  /// @param instead what they are read as
  record Phrase(List<String> words, List<String> instead) {}

  private GateWords() {
    read(RESOURCE, sections);
    Map<String, List<String>> wordnet = new HashMap<>();
    read(WORDNET, wordnet);
    for (String line : lines("irregular")) {
      String[] sides = line.split(" = ", 2);
      for (String form : sides[0].split(" ")) {
        plain.put(form, bare(sides[1]));
      }
    }
    int number = 0;
    List<String> same = new ArrayList<>(lines("same"));
    same.addAll(lines("same", wordnet));
    same.addAll(lines("kin", wordnet));
    for (String line : same) {
      number++;
      for (String word : line.split(" ")) {
        groups.computeIfAbsent(plain(word), unused -> new HashSet<>()).add(number);
      }
    }
    for (String line : lines("phrases")) {
      String[] sides = line.split(" = ", 2);
      List<String> words = List.of(sides[0].replace('-', ' ').split(" "));
      phrases
          .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
          .add(new Phrase(words, List.of(sides[1].split(" "))));
    }
    phrases
        .values()
        .forEach(some -> some.sort((one, other) -> other.words().size() - one.words().size()));
    for (Power power : Power.values()) {
      Map<String, Integer> rows = new HashMap<>();
      List<String> lines = lines(power.section);
      for (int i = 0; i < lines.size(); i++) {
        for (String word : lines.get(i).split(" ")) {
          rows.putIfAbsent(word, i);
        }
      }
      powers.put(power, rows);
    }
    for (String line : lines("number words")) {
      String[] sides = line.split(" = ", 2);
      numbers.put(sides[0], sides[1]);
    }
    words("units").forEach(unit -> units.put(unit, units.size()));
    for (String line : lines("same units")) {
      String[] spellings = line.split(" ");
      for (String unit : spellings) {
        units.put(unit, units.getOrDefault(spellings[0], units.size()));
      }
    }
    lines("irregular").forEach(line -> verbs.add(bare(line.substring(line.indexOf(" = ") + 3))));
    words("verbs").forEach(verb -> verbs.add(plain(verb)));
    readOpposites(lines("opposites"), poles);
    readOpposites(lines("opposites", wordnet), antonyms);
    empty = words("empty");
    empty.forEach(word -> emptyForms.add(plain(word)));
    saying = words("saying");
    speakers = new HashSet<>();
    words("speakers").forEach(word -> speakers.add(plain(word)));
    limits = words("limits");
    attributions = words("attributions");
    sides = words("sides");
  }

  static GateWords english() {
    return ENGLISH;
  }

  private void readOpposites(List<String> lines, Map<String, Set<Integer>> into) {
    int pole = 0;
    for (String line : lines) {
      pole += 2;
      String[] sides = line.split(" = ", 2);
      for (int side = 0; side < 2; side++) {
        for (String word : sides[side].split(" ")) {
          into.computeIfAbsent(plain(word), unused -> new HashSet<>()).add(pole + side);
        }
      }
    }
  }

  private static void read(String resource, Map<String, List<String>> sections) {
    InputStream stream = GateWords.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException("The build lacks the resource " + resource);
    }
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      List<String> section = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("[") && line.endsWith("]")) {
          section = new ArrayList<>();
          sections.put(line.substring(1, line.length() - 1), section);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          section.add(line.strip());
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read the resource " + resource, failure);
    }
  }

  private List<String> lines(String section) {
    return lines(section, sections);
  }

  private static List<String> lines(String section, Map<String, List<String>> sections) {
    List<String> lines = sections.get(section);
    if (lines == null) {
      throw new IllegalStateException("The resource has no section [" + section + "]");
    }
    return lines;
  }

  private Set<String> words(String section) {
    Set<String> words = new HashSet<>();
    lines(section).forEach(line -> words.addAll(List.of(line.split(" "))));
    return Set.copyOf(words);
  }

  /// The form under which a word is compared: without its inflection, and without a last e that an
  /// inflection swallows.
  String plain(String word) {
    String known = plain.get(word);
    return known == null ? bare(word) : known;
  }

  private static String bare(String word) {
    int length = word.length();
    if (length < 4 || !word.chars().allMatch(Character::isLetter)) {
      return word;
    }
    String stem = word;
    if (word.endsWith("ies") || word.endsWith("ied")) {
      stem = length > 4 ? word.substring(0, length - 3) + "y" : word;
    } else if (word.endsWith("ing") && length > 5) {
      stem = undoubled(word.substring(0, length - 3));
    } else if (word.endsWith("ed") && !word.endsWith("eed") && length > 4) {
      stem = undoubled(word.substring(0, length - 2));
    } else if (word.endsWith("xes")
        || word.endsWith("ches")
        || word.endsWith("shes")
        || word.endsWith("sses")) {
      stem = word.substring(0, length - 2);
    } else if (word.endsWith("s")
        && !word.endsWith("ss")
        && !word.endsWith("us")
        && !word.endsWith("is")
        && !word.endsWith("js")) {
      stem = word.substring(0, length - 1);
    }
    return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }

  private static String undoubled(String stem) {
    int last = stem.length() - 1;
    boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
    return doubled && "bdgmnprt".indexOf(stem.charAt(last)) >= 0 ? stem.substring(0, last) : stem;
  }

  /// The groups of words with the same meaning that a plain form is in.
  Set<Integer> groups(String plainForm) {
    return groups.getOrDefault(plainForm, Set.of());
  }

  /// The phrases that begin with a word, longest first.
  List<Phrase> phrases(String first) {
    return phrases.getOrDefault(first, List.of());
  }

  /// The row of a power's section a word stands in; -1 when in none.
  int row(Power power, String word) {
    Map<String, Integer> rows = powers.get(power);
    return rows == null ? -1 : rows.getOrDefault(word, -1);
  }

  /// Whether a plain form is one of a verb whose past is irregular, or of the usual ones.
  boolean isVerb(String plainForm) {
    return verbs.contains(plainForm);
  }

  /// Whether two plain forms stand against each other.
  boolean areOpposite(String one, String other) {
    return areAgainst(one, other, poles);
  }

  /// Whether two plain forms stand against each other in one of their senses.
  boolean areAntonyms(String one, String other) {
    return areAgainst(one, other, antonyms);
  }

  private static boolean areAgainst(String one, String other, Map<String, Set<Integer>> sides) {
    Set<Integer> theirs = sides.getOrDefault(other, Set.of());
    return sides.getOrDefault(one, Set.of()).stream().anyMatch(side -> theirs.contains(side ^ 1));
  }

  /// The figure a number word stands for; the word itself when it is none.
  String number(String word) {
    return numbers.getOrDefault(word, word);
  }

  /// A number for a unit, the same for its other spellings; -1 for what is none.
  int unit(String word) {
    return units.getOrDefault(word, -1);
  }

  boolean isEmpty(String word) {
    return empty.contains(word) || emptyForms.contains(plain(word));
  }

  boolean isLimit(String word) {
    return limits.contains(word);
  }

  boolean isAttribution(String word) {
    return attributions.contains(word);
  }

  /// Whether a word stands between a name and what it says.
  boolean isSaying(String word) {
    return saying.contains(word);
  }

  /// Whether a plain form is one of somebody or something that says things.
  boolean isSpeaker(String plainForm) {
    return speakers.contains(plainForm);
  }

  boolean isSide(String word) {
    return sides.contains(word);
  }
}
