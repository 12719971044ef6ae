package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

  private final Corpus corpus;
  private final Vocabulary vocabulary;
  private final TechnologyNames names;
  private final Retelling retelling;

  SpanSupport(Corpus corpus, Vocabulary vocabulary) {
    this.corpus = corpus;
    this.vocabulary = vocabulary;
    this.names = vocabulary.names();
    this.retelling = vocabulary.retelling();
  }

  /// Whether the spans carry the sentence.
  boolean supports(String sentence, List<Span> spans) {
    String said = LeadIns.without(sentence);
    return spans.stream().anyMatch(span -> isVerbatim(said, span)) || isRetold(said, spans);
  }

  /// Each clause by one span, and what several clauses take from one span in its order: else they
  /// could change their figures with each other.
  private boolean isRetold(String said, List<Span> spans) {
    Map<Span, List<String>> taken = new LinkedHashMap<>();
    for (String clause : clauses(said)) {
      Statement statement = Statement.of(clause, names);
      Optional<Span> carrying = spans.stream().filter(span -> carries(span, statement)).findFirst();
      if (carrying.isEmpty()) {
        return false;
      }
      taken.computeIfAbsent(carrying.get(), span -> new ArrayList<>()).add(clause);
    }
    return taken.entrySet().stream()
        .filter(each -> each.getValue().size() > 1)
        .allMatch(
            each ->
                Retelling.keepsOrder(
                    String.join(" ", each.getValue()), corpus.quote(each.getKey()).orElse("")));
  }

  /// Whether the text claims that one thing is above another.
  static boolean claimsDirection(String text) {
    return claimsDirection(Words.of(text));
  }

  private static boolean claimsDirection(List<String> words) {
    return words.stream().anyMatch(DIRECTIONS::contains);
  }

  private boolean isVerbatim(String said, Span span) {
    return !said.isBlank()
        && corpus
            .quote(span)
            .filter(quote -> vocabulary.statement(quote).text().equals(said))
            .isPresent();
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

  private boolean carries(Span span, Statement clause) {
    Statement quote = vocabulary.statement(corpus.quote(span).orElse(""));
    List<Evidence> records = corpus.evidenceIn(span);
    if (!quote.figures().containsAll(clause.figures()) || !hasNames(clause, quote, records)) {
      return false;
    }
    List<String> supports = new ArrayList<>();
    supports.add(quote.text());
    for (Evidence record : records) {
      String name = names.of(record.technology());
      record.gist().ifPresent(gist -> supports.add(name + " " + gist));
      if (quote.names().isEmpty()) {
        supports.add(name + " " + quote.text());
      }
    }
    return supports.stream().anyMatch(support -> agrees(clause, support, records));
  }

  private boolean hasNames(Statement clause, Statement quote, List<Evidence> records) {
    Set<String> technologies = new HashSet<>(quote.names());
    records.forEach(record -> technologies.add(record.technology()));
    if (!technologies.containsAll(clause.names())) {
      return false;
    }
    Set<String> given = new HashSet<>(quote.stems());
    records.forEach(
        record -> given.addAll(vocabulary.statement(names.of(record.technology())).stems()));
    return properNames(clause.text()).stream().allMatch(given::contains);
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

  private static List<String> stemmed(String text) {
    return Words.of(text).stream().map(Words::stem).toList();
  }

  private boolean agrees(Statement clause, String support, List<Evidence> records) {
    Set<String> also = new HashSet<>();
    for (Evidence record : records) {
      also.addAll(vocabulary.statement(names.of(record.technology())).telling());
      Criterion criterion = corpus.criteria().get(record.criterion());
      if (criterion != null) {
        also.addAll(vocabulary.statement(criterion.name()).telling());
      }
    }
    return retelling.holds(clause.text(), support, also);
  }
}
