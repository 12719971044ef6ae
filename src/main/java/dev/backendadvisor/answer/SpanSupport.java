package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decides whether spans say what a sentence says: same subject, same figures, same direction.
///
/// A sentence passes when a span has it word for word, or when it is written in plain [Signs] and
/// is a [Paraphrase] of one span: of its quote, or of the gist an author recorded on it. Clauses
/// joined by "while", "but" and the like may each rest on another span.
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

  /// A clause with fewer words that mean something leans on the one before it.
  private static final int MOST_MEAGRE = 3;

  private static final Pattern JOINT =
      Pattern.compile(",? (?:while|whereas|but|though|although) |; |, and | and ");

  private static final Pattern END = Pattern.compile("[.]$");

  private final Corpus corpus;
  private final Vocabulary vocabulary;
  private final TechnologyNames names;

  SpanSupport(Corpus corpus, Vocabulary vocabulary) {
    this.corpus = corpus;
    this.vocabulary = vocabulary;
    this.names = vocabulary.names();
  }

  /// Whether the spans carry the sentence.
  boolean supports(String sentence, List<Span> spans) {
    String said = LeadIns.without(sentence);
    return spans.stream().anyMatch(span -> isVerbatim(said, span))
        || Signs.arePlain(said, sources(spans)) && objection(said, spans).isEmpty();
  }

  /// Why the spans do not carry a sentence as a paraphrase; nothing when they do. Clauses that
  /// others join may each be carried by another span.
  Optional<String> objection(String said, List<Span> spans) {
    List<Evidence> records =
        spans.stream().flatMap(span -> corpus.evidenceIn(span).stream()).toList();
    return new RatedOrder(names).objection(said, records).or(() -> unsaid(said, spans));
  }

  private Optional<String> unsaid(String said, List<Span> spans) {
    Optional<String> first = Optional.of("rests on nothing");
    for (Span span : spans) {
      Optional<String> objection = objection(said, span);
      if (objection.isEmpty()) {
        return objection;
      }
      first = objection;
    }
    if (spans.size() > 1) {
      Matcher joint = JOINT.matcher(said);
      while (joint.find()) {
        String left = said.substring(0, joint.start());
        String right = said.substring(joint.end());
        Parsed rest = Parsed.of(right, names, vocabulary::isProperName);
        boolean whole =
            rest.meaning().size() >= MOST_MEAGRE
                && !rest.tokens().getFirst().has(GateWords.Power.CAUSE);
        if (whole && hasSubject(left) && unsaid(left, spans).isEmpty()) {
          for (Span span : spans) {
            if (isAbout(span, names.in(right).isEmpty() ? names.in(left) : names.in(right))
                && objection(right, span).isEmpty()) {
              return Optional.empty();
            }
          }
        }
      }
    }
    return first;
  }

  private boolean hasSubject(String clause) {
    return Parsed.of(clause, names, vocabulary::isProperName).tokens().stream()
        .anyMatch(Parsed.Token::isEntity);
  }

  /// What the records say in short, each with its technology's name.
  private List<String> gists(List<Evidence> records) {
    List<String> gists = new ArrayList<>();
    for (Evidence record : records) {
      record.gist().ifPresent(gist -> gists.add(names.of(record.technology()) + " " + gist));
    }
    return gists;
  }

  /// What the sentence may take its words from.
  private List<String> sources(List<Span> spans) {
    List<String> sources = new ArrayList<>();
    for (Span span : spans) {
      corpus.quote(span).ifPresent(sources::add);
      for (Evidence record : corpus.evidenceIn(span)) {
        sources.add(names.of(record.technology()));
        record.gist().ifPresent(sources::add);
        record.condition().ifPresent(sources::add);
        sources.add(record.source().publisher());
        sources.add(record.source().title());
      }
    }
    return sources;
  }

  private boolean isAbout(Span span, List<String> technologies) {
    Set<String> about = new HashSet<>(vocabulary.statement(corpus.quote(span).orElse("")).names());
    corpus.evidenceIn(span).forEach(record -> about.add(record.technology()));
    return technologies.stream().anyMatch(about::contains);
  }

  private Optional<String> objection(String said, Span span) {
    String quote = Statement.unmarked(corpus.quote(span).orElse(""));
    List<Evidence> records = corpus.evidenceIn(span);
    Set<String> technologies = new HashSet<>();
    StringBuilder more = new StringBuilder(" ");
    for (Evidence record : records) {
      technologies.add(record.technology());
      more.append(names.of(record.technology())).append(". ");
      record.condition().ifPresent(condition -> more.append(condition).append(". "));
      record.gist().ifPresent(gist -> more.append(gist).append(". "));
      more.append(record.source().publisher())
          .append(". ")
          .append(record.source().title())
          .append(". ");
      Criterion criterion = corpus.criteria().get(record.criterion());
      if (criterion != null) {
        more.append(criterion.name()).append(". ");
      }
    }
    boolean opinion =
        records.stream()
            .anyMatch(
                one ->
                    one.basis() == Evidence.Basis.OPINION || one.basis() == Evidence.Basis.VENDOR);
    Parsed clause = Parsed.of(said, names, vocabulary::isProperName);
    Parsed also = vocabulary.parsed(more.toString());
    List<String> gists = gists(records);
    if (gists.contains(END.matcher(said).replaceFirst(""))) {
      return Optional.empty();
    }
    for (String gist : gists) {
      Optional<String> refilled = new Company(clause, vocabulary.parsed(gist)).refilled();
      if (refilled.isPresent()) {
        return refilled;
      }
    }
    Optional<String> objection =
        new Paraphrase(clause, vocabulary.parsed(quote), also, technologies, opinion).objection();
    for (String gist : gists) {
      objection =
          objection.flatMap(
              first ->
                  new Paraphrase(
                          clause, vocabulary.parsed(gist), Parsed.NOTHING, technologies, opinion)
                      .objection()
                      .map(other -> first));
    }
    return objection;
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
}
