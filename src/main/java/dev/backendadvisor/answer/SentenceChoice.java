package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.question.Reading;
import dev.backendadvisor.retrieval.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Chooses, among the sentences of the passages found, those that answer the question.
final class SentenceChoice {
  /// Of what the question's words tell, a sentence must carry this much to be an answer.
  private static final double ANSWERS = 0.5;

  /// A sentence this close in meaning answers whatever its words; measured on questions of our own.
  static final double CLOSE = 0.5;

  /// A sentence this close in meaning answers before anything is reckoned.
  private static final double DIRECT = 0.55;

  /// Less will do in a sentence on what the question names besides technologies, such as a company.
  private static final double ANSWERS_WHEN_NAMED = 0.25;

  /// Of what the words left open tell, a sentence must carry this much, or less when it names what
  /// the question names.
  private static final double BEARS = 0.5;

  private static final double BEARS_WHEN_NAMED = 0.25;

  /// A sentence this close in meaning bears on the question whatever its words, and one this far
  /// does not; measured on questions of our own.
  private static final double NEAR = 0.45;

  private static final double FAR = 0.35;

  /// A question this close to one that is left open, and by so much closer to it than to any
  /// answer, has none; measured on questions of our own.
  private static final double OPEN = 0.8;

  private static final double MUCH_NEARER = 0.2;

  /// A question in which nothing of the corpus's subject was read needs more.
  private static final double ANSWERS_OFF_TOPIC = 0.8;

  private static final int PASSAGES = 12;

  private static final Pattern DEFINITION =
      Pattern.compile("(?i)\\W*(?:what (?:is|are|does|do)|how (?:does|do)|explain|describe)\\b");

  /// What says that something was looked for in vain.
  private static final Pattern IN_VAIN =
      Pattern.compile("(?s)No\\b.*\\bw(?:as|ere) found\\b.*|.*\\bby no source found\\b.*");

  /// How many telling words are the beginning of a sentence.
  private static final int OPENING = 5;

  private static final String MONTHS =
      "January|February|March|April|May|June|July|August|September|October|November|December";

  private final Brief brief;
  private final Findings findings;
  private final Reading reading;
  private final Aspect aspect;
  private final AskedNames names;

  SentenceChoice(Brief brief, Findings findings) {
    this.brief = brief;
    this.findings = findings;
    this.reading = brief.question().reading();
    this.aspect = new Aspect(brief);
    this.names = new AskedNames(brief);
  }

  /// A sentence and how well it answers.
  ///
  /// @param span where it stands
  /// @param statement what it says
  /// @param coverage how much of what the question's words tell it carries, 0 to 1
  /// @param meaning the cosine of question and sentence; 0 when vectors were not asked
  /// @param score by which sentences are ordered
  record Scored(Span span, Statement statement, double coverage, double meaning, double score) {
    /// Its words as read.
    String text() {
      return statement.text();
    }

    /// Whether it is so close in meaning that it answers by itself.
    boolean isDirect() {
      return meaning >= DIRECT;
    }

    /// Whether the other says mostly what this one says.
    boolean repeats(Scored other) {
      return statement.repeats(other.statement);
    }
  }

  /// Whether the questions noted beside the sentences say that there is no answer: nobody thought
  /// of anything like this one, or it is nearer to one that is left open than to any answer.
  boolean isLeftOpen() {
    double open = brief.most(Hit.Sentence::open);
    double close = brief.most(Hit.Sentence::closeness);
    boolean unheardOf =
        brief.most(Hit.Sentence::answering) == 0 && brief.most(Hit.Sentence::meaning) < DIRECT;
    return !brief.corpus().questions().isEmpty()
        && close > 0
        && (unheardOf || (open >= OPEN && open - close >= MUCH_NEARER));
  }

  /// The sentences that answer, best first; none when nothing answers.
  List<Scored> best() {
    if (isLeftOpen()) {
      return List.of();
    }
    List<String> asked = asked();
    List<Scored> scored = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    Set<String> others = names.stems();
    for (Hit hit : brief.hits().stream().limit(PASSAGES).toList()) {
      for (Hit.Sentence sentence : hit.sentences()) {
        Scored one = score(hit, sentence, asked, others);
        boolean answers =
            isOnTopic()
                ? one.coverage() >= ANSWERS
                    || sentence.closeness() >= CLOSE
                    || (one.coverage() >= ANSWERS_WHEN_NAMED && names(others, one.statement()))
                : one.coverage() >= ANSWERS_OFF_TOPIC || one.isDirect();
        if (answers
            && bears(hit, sentence, one, others)
            && isOnSubject(sentence.span())
            && names.areTold(given(hit, one.span(), one.statement()), one.text(), one.meaning())
            && standsAlone(hit, sentence.span())
            && seen.add(one.statement().telling())) {
          scored.add(one);
        }
      }
    }
    return scored.stream().sorted(Comparator.comparingDouble(Scored::score).reversed()).toList();
  }

  /// The sentence that answers by itself and speaks of all the technologies, if one does.
  Optional<Scored> closest(List<String> technologies) {
    return best().stream()
        .filter(Scored::isDirect)
        .filter(one -> subjects(one.span(), one.statement()).containsAll(technologies))
        .max(Comparator.comparingDouble(Scored::meaning));
  }

  /// The technologies a sentence names or is recorded to speak of.
  private Set<String> subjects(Span sentence, Statement statement) {
    Set<String> subjects = new HashSet<>(statement.names());
    brief.corpus().evidenceIn(sentence).forEach(record -> subjects.add(record.technology()));
    return subjects;
  }

  /// Whether the sentence closest to the question says that just this was looked for in vain.
  boolean wasSoughtInVain() {
    List<String> asked = asked();
    return brief.hits().stream()
        .flatMap(hit -> hit.sentences().stream().map(one -> score(hit, one, asked, Set.of())))
        .max(Comparator.comparingDouble(Scored::meaning))
        .filter(Scored::isDirect)
        .filter(one -> IN_VAIN.matcher(one.text()).matches())
        .filter(one -> one.statement().names().containsAll(reading.technologies()))
        .isPresent();
  }

  /// The sentences that speak of what a question names besides technologies and the choice itself,
  /// such as a use or an organisation, best first.
  ///
  /// @param topics the stems of which a sentence must tell at least one
  List<Scored> on(Set<String> topics) {
    List<Scored> found = new ArrayList<>();
    Set<Span> seen = new HashSet<>();
    Set<String> others = names.stems();
    for (Hit hit : brief.hits()) {
      for (Hit.Sentence sentence : hit.sentences()) {
        boolean bare = reading.technologies().isEmpty() && findings.criteria().isEmpty();
        boolean far = sentence.closeness() > 0 && sentence.closeness() < (bare ? NEAR : FAR);
        if (!far
            && isOnSubject(sentence.span())
            && !brief.corpus().evidenceIn(sentence.span()).isEmpty()
            && seen.add(sentence.span())) {
          Scored one = score(hit, sentence, List.copyOf(topics), others);
          if (one.statement().telling().stream().anyMatch(topics::contains)
              && names.areTold(given(hit, one.span(), one.statement()), one.text(), one.meaning())
              && tellsMore(one, topics)) {
            found.add(one);
          }
        }
      }
    }
    return found.stream().sorted(Comparator.comparingDouble(Scored::score).reversed()).toList();
  }

  /// Whether a sentence tells more of what is asked than the name it shares with the question: how
  /// many subscribers Netflix has is no matter of its servers.
  private boolean tellsMore(Scored one, Set<String> topics) {
    Set<String> said = said(one.span(), one.statement());
    List<String> open =
        reading.open().stream()
            .flatMap(word -> Words.stems(word).stream())
            .filter(stem -> !topics.contains(stem))
            .toList();
    return open.isEmpty()
        || one.meaning() == 0
        || one.meaning() >= AskedNames.PLAIN
        || open.stream().anyMatch(said::contains)
        || subjects(one.span(), one.statement()).stream().anyMatch(reading.technologies()::contains)
        || brief.corpus().evidenceIn(one.span()).stream()
            .anyMatch(record -> onlyOther(findings.criteria()).contains(record.criterion()));
  }

  /// The criteria asked about besides the record of companies, which any name of one means.
  private static List<String> onlyOther(List<String> criteria) {
    return criteria.stream().filter(one -> !one.equals(Findings.COMPANIES)).toList();
  }

  /// Whether a sentence, where it stands, speaks of what is asked beyond technologies: of the
  /// criteria meant, and of the words left open, by its own words or by a passage close in meaning.
  private boolean bears(Hit hit, Hit.Sentence sentence, Scored one, Set<String> others) {
    Set<String> given = given(hit, one.span(), one.statement());
    if (one.isDirect()) {
      return true;
    }
    if (!onCriteria(one.span(), given)) {
      return false;
    }
    double words = aspect.coverage(given);
    boolean named = names(others, one.statement());
    boolean onCriterion = !findings.criteria().isEmpty();
    boolean far = sentence.closeness() > 0 && sentence.closeness() < FAR;
    return sentence.closeness() >= (words > 0 ? NEAR : CLOSE)
        || (words >= BEARS && (!far || (aspect.isEmpty() ? onCriterion : named)))
        || (words >= BEARS_WHEN_NAMED && named && !far);
  }

  /// Whether a sentence tells a finding: beside records, one without any leans on its page.
  private boolean standsAlone(Hit hit, Span sentence) {
    return hit.document().sources().isEmpty() || !brief.corpus().evidenceIn(sentence).isEmpty();
  }

  /// Whether a sentence is recorded on a criterion asked about, or uses the words that meant it; a
  /// mere hint such as "simple" asks for nothing.
  private boolean onCriteria(Span sentence, Set<String> given) {
    List<String> firm =
        reading.criteria().stream()
            .filter(mention -> !mention.hinted())
            .flatMap(mention -> Words.stems(mention.from()).stream())
            .toList();
    return firm.isEmpty()
        || firm.stream().anyMatch(given::contains)
        || brief.corpus().evidenceIn(sentence).stream()
            .anyMatch(record -> findings.criteria().contains(record.criterion()));
  }

  /// What a sentence says and what stands above it, the parts of joined words too.
  private Set<String> given(Hit hit, Span sentence, Statement statement) {
    Set<String> given = said(sentence, statement);
    hit.passage()
        .headings()
        .forEach(heading -> given.addAll(parts(brief.vocabulary().statement(heading))));
    given.addAll(parts(brief.vocabulary().statement(hit.document().title())));
    return given;
  }

  private Set<String> said(Span sentence, Statement statement) {
    Set<String> said = parts(statement);
    statement.names().forEach(one -> said.addAll(stems(one)));
    brief.corpus().evidenceIn(sentence).forEach(record -> said.addAll(stems(record.technology())));
    return said;
  }

  private static Set<String> parts(Statement statement) {
    Set<String> parts = new HashSet<>(statement.telling());
    statement.figures().forEach(parts::add);
    statement.telling().stream()
        .filter(word -> word.indexOf('-') > 0)
        .forEach(word -> parts.addAll(Words.stems(word.replace('-', ' '))));
    return parts;
  }

  /// Whether something of the corpus's subject was read in the question; always so where the corpus
  /// declares no subject.
  private boolean isOnTopic() {
    return brief.corpus().technologies().isEmpty()
        || !reading.technologies().isEmpty()
        || !findings.criteria().isEmpty()
        || !names.stems().isEmpty();
  }

  /// Whether a sentence names a technology asked about, or is recorded to speak of it.
  private boolean isOnSubject(Span sentence) {
    List<String> technologies = findings.technologies();
    if (technologies.isEmpty()) {
      return true;
    }
    String quote = brief.corpus().quote(sentence).orElse("");
    return brief.vocabulary().statement(quote).names().stream().anyMatch(technologies::contains)
        || brief.corpus().evidenceIn(sentence).stream()
            .anyMatch(record -> technologies.contains(record.technology()));
  }

  /// What the question's words ask about: technologies, by their written names, criteria, and what
  /// is open.
  private List<String> asked() {
    List<String> asked = new ArrayList<>();
    findings.technologies().forEach(one -> asked.addAll(stems(one)));
    reading.unknownNames().forEach(name -> asked.addAll(Words.stems(name)));
    reading.criteria().forEach(mention -> asked.addAll(Words.stems(mention.from())));
    reading.open().forEach(word -> asked.addAll(Words.stems(word)));
    reading.versions().forEach(version -> asked.add(version.version()));
    return asked.isEmpty() ? Words.stems(reading.standalone()) : asked;
  }

  private List<String> stems(String technology) {
    return Words.stems(brief.vocabulary().names().of(technology));
  }

  private Scored score(Hit hit, Hit.Sentence found, List<String> asked, Set<String> others) {
    Span sentence = found.span();
    Statement statement = brief.vocabulary().statement(hit.document().quote(sentence));
    List<Evidence> records = brief.corpus().evidenceIn(sentence);
    double own = brief.vocabulary().coverage(asked, said(sentence, statement));
    Set<String> given = given(hit, sentence, statement);
    given.addAll(meantBy(records));
    double coverage = (own + 2 * brief.vocabulary().coverage(asked, given)) / 3;
    double score = coverage + 0.4 * own + found.closeness() + 0.2 * hit.score();
    if (names(others, statement)) {
      score += 0.5;
    }
    if (records.stream().anyMatch(record -> findings.criteria().contains(record.criterion()))) {
      score += 0.1;
    }
    if (asksWhatItIs() && opensWith(statement, asked)) {
      score += 0.4;
    }
    if (tellsOfAsMany(statement)) {
      score += 0.5;
    }
    if (!reading.versions().isEmpty()) {
      score +=
          reading.versions().stream().anyMatch(one -> names(one.version(), statement.text()))
              ? 0.3
              : -0.4;
    }
    if (records.stream().anyMatch(one -> one.confidence() == Evidence.Confidence.LOW)) {
      score -= 0.1;
    }
    if (records.stream().anyMatch(one -> one.basis() == Evidence.Basis.OPINION)) {
      score -= 0.2;
    }
    return new Scored(sentence, statement, coverage, found.closeness(), score);
  }

  /// Whether a sentence has the large number the question asks about.
  private boolean tellsOfAsMany(Statement statement) {
    return Amount.in(reading.standalone()).stream()
        .anyMatch(amount -> Amount.in(statement.text()).contains(amount));
  }

  /// The question's words for the criteria that a sentence is recorded on: what is recorded on pay
  /// speaks of salaries, whatever its words.
  private Set<String> meantBy(List<Evidence> records) {
    Set<String> meant = new HashSet<>();
    List<String> technologies = findings.technologies();
    for (Reading.CriterionMention mention : reading.criteria()) {
      if (records.stream()
          .filter(one -> technologies.isEmpty() || technologies.contains(one.technology()))
          .anyMatch(one -> one.criterion().equals(mention.criterion()))) {
        meant.addAll(Words.stems(mention.from()));
      }
    }
    return meant;
  }

  /// Whether the question asks what something is, or how it works.
  private boolean asksWhatItIs() {
    return DEFINITION.matcher(reading.standalone()).lookingAt();
  }

  /// Whether a sentence begins with what was asked, as one does that says what it is.
  private static boolean opensWith(Statement statement, List<String> asked) {
    return statement.telling().stream().limit(OPENING).toList().containsAll(asked);
  }

  private static boolean names(Set<String> others, Statement statement) {
    return statement.telling().stream().anyMatch(others::contains);
  }

  /// Whether a text names a version: the number itself, not the day of a date, a part of another or
  /// an amount such as `30+`; and after a name or a word like "version", or in a list of them.
  static boolean names(String version, String text) {
    return Pattern.compile(
            "(?:\\p{Lu}[\\p{L}.#+]*|[.]\\p{L}+|versions?|releases?|lines?|since|from|until|and|or|to|[(,;])"
                + "\\s*(?<![\\d.,])v?"
                + Pattern.quote(version)
                + (version.indexOf('.') < 0 ? "(?:\\.\\d+)*" : "")
                + "(?![\\d,]*\\d|\\.\\d|[+%]| (?:"
                + MONTHS
                + "))")
        .matcher(text)
        .find();
  }
}
