package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides whether spans say what a sentence says: same subject, same figures, same direction.
///
/// A sentence is taken clause by clause. Each clause must be carried by one span alone: by its
/// quote, or by the gist an author recorded on it. Carried means that every figure, every
/// technology and every proper name of the clause is there, and that the clause is a [Retelling].
final class SpanSupport {
  static final Set<String> NEGATIONS =
      Set.of(
          "no", "not", "never", "none", "neither", "nor", "cannot", "without", "nobody", "nothing",
          "hardly", "isn't", "aren't", "doesn't", "don't", "can't", "won't", "wasn't");

  /// Words that put one thing above another or claim all of it.
  static final Set<String> DIRECTIONS =
      Set.of(
          ("more less fewer most least better worse best worst faster slower fastest slowest higher"
               + " lower highest lowest larger smaller largest smallest bigger ahead behind leads"
               + " lead leader beats beat wins win trails above below exceeds stronger weaker"
               + " strongest weakest easier harder easiest hardest cheaper quicker always every all"
               + " only must first last double twice half outperforms superior inferior")
              .split(" "));

  private static final Pattern CLAUSE_BREAK = Pattern.compile(",? (?:while|whereas|but) |; ");
  private static final Pattern WORD_BREAK = Pattern.compile("[\\s,;:()\"“”]+");
  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3})");
  private static final Pattern VERSION_SIGN = Pattern.compile("^v(?=\\d)");
  private static final Pattern MARKS = Pattern.compile("[*`]+|(?<=\\s|^)_|_(?=\\s|$)");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Corpus corpus;
  private final TechnologyNames names;
  private final Retelling retelling;

  SpanSupport(Corpus corpus, TechnologyNames names) {
    this.corpus = corpus;
    this.names = names;
    this.retelling = new Retelling(names);
  }

  /// Whether the spans carry the sentence.
  boolean supports(String sentence, List<Span> spans) {
    String said = LeadIns.without(sentence);
    return spans.stream().anyMatch(span -> isVerbatim(said, span))
        || clauses(said).stream()
            .allMatch(clause -> spans.stream().anyMatch(span -> carries(span, clause)));
  }

  /// Whether the text claims that one thing is above another.
  static boolean claimsDirection(String text) {
    return Words.of(text).stream().anyMatch(DIRECTIONS::contains);
  }

  /// The figures of a text: every word with a digit, without the commas that group digits.
  static Set<String> figures(String text) {
    return Words.of(text).stream()
        .filter(word -> word.chars().anyMatch(Character::isDigit))
        .map(word -> THOUSANDS.matcher(word).replaceAll(""))
        .map(word -> VERSION_SIGN.matcher(word).replaceAll(""))
        .collect(Collectors.toSet());
  }

  private boolean isVerbatim(String said, Span span) {
    String quote = corpus.quote(span).map(SpanSupport::unmarked).orElse("");
    return !said.isBlank() && quote.equals(said);
  }

  /// Clauses are told apart only where each names its own technology.
  private List<String> clauses(String said) {
    List<String> clauses = new ArrayList<>();
    for (String piece : CLAUSE_BREAK.split(said)) {
      if (clauses.isEmpty() || !names.in(piece).isEmpty()) {
        clauses.add(piece);
      } else {
        clauses.set(clauses.size() - 1, clauses.getLast() + " " + piece);
      }
    }
    return clauses;
  }

  private boolean carries(Span span, String clause) {
    String quote = corpus.quote(span).map(SpanSupport::unmarked).orElse("");
    List<Evidence> records = corpus.evidenceIn(span);
    if (!figures(quote).containsAll(figures(clause)) || !hasNames(clause, quote, records)) {
      return false;
    }
    List<String> supports = new ArrayList<>();
    supports.add(quote);
    if (names.in(quote).isEmpty()) {
      records.stream()
          .map(record -> names.of(record.technology()) + " " + quote)
          .distinct()
          .forEach(supports::add);
    }
    for (Evidence record : records) {
      String name = names.of(record.technology());
      record.gist().ifPresent(gist -> supports.add(name + " " + gist));
    }
    return supports.stream().anyMatch(support -> agrees(clause, support, records));
  }

  private boolean hasNames(String clause, String quote, List<Evidence> records) {
    Set<String> technologies = new HashSet<>(names.in(quote));
    records.forEach(record -> technologies.add(record.technology()));
    if (!technologies.containsAll(names.in(clause))) {
      return false;
    }
    Set<String> given = stemmed(quote);
    records.forEach(record -> given.addAll(stemmed(names.of(record.technology()))));
    return properNames(clause).stream().allMatch(given::contains);
  }

  /// Words with a capital that do not merely begin the sentence.
  private static Set<String> properNames(String clause) {
    Set<String> proper = new HashSet<>();
    String[] words = WORD_BREAK.split(clause);
    for (int i = 1; i < words.length; i++) {
      if (!words[i].isEmpty() && Character.isUpperCase(words[i].codePointAt(0))) {
        proper.addAll(stemmed(words[i]));
      }
    }
    return proper;
  }

  private static Set<String> stemmed(String text) {
    return Words.of(text).stream().map(Words::stem).collect(Collectors.toCollection(HashSet::new));
  }

  private boolean agrees(String clause, String support, List<Evidence> records) {
    Set<String> also = new HashSet<>();
    for (Evidence record : records) {
      also.addAll(Words.stems(names.of(record.technology())));
      Criterion criterion = corpus.criteria().get(record.criterion());
      if (criterion != null) {
        also.addAll(Words.stems(criterion.name()));
      }
    }
    return retelling.holds(clause, support, also);
  }

  /// A quote as it is read, without Markdown's emphasis and code marks and with single spaces.
  static String unmarked(String quote) {
    return SPACE.matcher(MARKS.matcher(quote).replaceAll("")).replaceAll(" ").strip();
  }

  /// A key for sentences that say the same.
  static String key(String text) {
    return String.join(" ", Words.stems(text)).toLowerCase(Locale.ROOT);
  }
}
