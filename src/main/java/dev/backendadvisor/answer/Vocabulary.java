package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.corpus.Passage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a corpus: its technologies' names, and how common every word is, since rare ones
/// tell passages apart.
///
/// In a large corpus every n-th passage is counted, so that a reload stays cheap.
public final class Vocabulary {
  private static final int SAMPLE = 20_000;

  /// How many sentences are kept taken apart.
  private static final int KEPT = 20_000;

  /// The share of passages an unknown word is taken to be in.
  private static final double UNKNOWN_IN = 0.08;

  /// A word in a greater share of passages tells no use apart.
  private static final double RARE_IN = 0.03;

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]+");

  private final Set<String> properNames = new HashSet<>();
  private final Set<String> ordinary = new HashSet<>();
  private final Map<String, Integer> passagesWith = new HashMap<>();
  private final Set<String> small = new HashSet<>();
  private final int passages;
  private final TechnologyNames names;
  private final Retelling retelling;
  private final Map<String, Statement> statements = new ConcurrentHashMap<>();
  private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

  /// Counts the words of a corpus.
  public Vocabulary(Corpus corpus) {
    int total = corpus.documents().values().stream().mapToInt(one -> one.passages().size()).sum();
    int step = Math.max(1, total / SAMPLE);
    int seen = 0;
    int counted = 0;
    for (Document document : corpus.documents().values()) {
      learnNames(document.text());
      for (Passage passage : document.passages()) {
        if (seen++ % step == 0) {
          counted++;
          var stems = new HashSet<>(Words.stems(document.title()));
          passage.headings().forEach(heading -> stems.addAll(Words.stems(heading)));
          for (Words.Placed word : Words.placed(passage.text())) {
            if (!Words.EMPTY.contains(word.word())) {
              stems.add(Words.stem(word.word()));
              if (Character.isLowerCase(passage.text().charAt(word.start()))) {
                small.add(word.word());
              }
            }
          }
          stems.forEach(stem -> passagesWith.merge(stem, 1, Integer::sum));
        }
      }
    }
    passages = counted;
    properNames.removeAll(ordinary);
    ordinary.clear();
    names = new TechnologyNames(corpus);
    retelling = new Retelling(names);
  }

  /// The technologies' names.
  TechnologyNames names() {
    return names;
  }

  /// Decides whether a clause tells what a text of the corpus tells.
  Retelling retelling() {
    return retelling;
  }

  /// A quote or a gist of the corpus taken apart, once for all answers.
  Statement statement(String text) {
    Statement known = statements.get(text);
    if (known != null) {
      return known;
    }
    Statement statement = Statement.of(text, names);
    if (statements.size() < KEPT) {
      statements.put(text, statement);
    }
    return statement;
  }

  /// A quote or a gist taken apart for [Paraphrase], once for all answers.
  Parsed parsed(String text) {
    Parsed known = parsed.get(text);
    if (known != null) {
      return known;
    }
    Parsed taken = Parsed.of(text, names, this::isProperName);
    if (parsed.size() < KEPT) {
      parsed.put(text, taken);
    }
    return taken;
  }

  /// How much a stem tells: the inverse document frequency of BM25 (Robertson & Zaragoza 2009). A
  /// word the corpus does not have tells about as much as one it has now and then; unknown names,
  /// which tell more, are the question reader's to find.
  double weight(String stem) {
    Integer with = passagesWith.get(stem);
    double frequency = with == null ? passages * UNKNOWN_IN : with;
    return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
  }

  /// How much a stem tells as a thing asked about: [#weight], and for a stem the corpus does not
  /// have as much as its rarest.
  double rarity(String stem) {
    return passagesWith.containsKey(stem) ? weight(stem) : Math.log(1 + (passages - 0.5) / 1.5);
  }

  /// Whether a word, in whatever case, is a name the corpus writes with a capital and never
  /// without.
  boolean isProperName(String word) {
    return properNames.contains(word.toLowerCase(Locale.ROOT));
  }

  private void learnNames(String text) {
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      int before = words.start() - 1;
      while (before >= 0 && text.charAt(before) == ' ') {
        before--;
      }
      boolean opens = before < 0 || ".!?:\n#*-(\"“".indexOf(text.charAt(before)) >= 0;
      if (Character.isLowerCase(word.codePointAt(0))) {
        ordinary.add(word);
      } else if (!opens || word.chars().skip(1).anyMatch(Character::isUpperCase)) {
        properNames.add(word.toLowerCase(Locale.ROOT));
      }
    }
  }

  /// Whether the corpus uses the stem.
  boolean knows(String stem) {
    return passagesWith.containsKey(stem);
  }

  /// Whether the corpus writes a word small somewhere: names it never does.
  boolean writesSmall(String word) {
    return small.contains(word.toLowerCase(Locale.ROOT));
  }

  /// Whether the corpus uses the stem, and in few of its passages.
  boolean isRare(String stem) {
    int with = passagesWith.getOrDefault(stem, 0);
    return with > 0 && with <= passages * RARE_IN + 1;
  }

  /// How much of what the asked stems tell is found among the given ones, 0 to 1.
  double coverage(List<String> asked, Set<String> given) {
    double all = 0;
    double found = 0;
    for (String stem : new HashSet<>(asked)) {
      double weight = weight(stem);
      all += weight;
      found += given.contains(stem) ? weight : 0;
    }
    return all == 0 ? 0 : found / all;
  }
}
