package dev.backendadvisor.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// One generation of everything the advisor has read. Immutable; the same files make the same
/// corpus, and a broken file is a problem in it, never an exception.
public final class Corpus {
  private final String generation;
  private final Map<String, Document> documents;
  private final Map<String, Technology> technologies;
  private final Map<String, Criterion> criteria;
  private final Map<String, Source> sources;
  private final List<Policy> policies;
  private final List<Evidence> evidence;
  private final List<Gap> gaps;
  private final List<Saying> sayings;
  private final List<CorpusProblem> problems;
  private final Map<String, List<Evidence>> evidenceByDocument;
  private final List<NotedQuestion> questions;

  Corpus(
      String generation,
      List<Document> documents,
      List<Technology> technologies,
      List<Criterion> criteria,
      List<Source> sources,
      List<Policy> policies,
      List<Evidence> evidence,
      List<Gap> gaps,
      List<Saying> sayings,
      List<CorpusProblem> problems) {
    this.generation = generation;
    this.documents = byId(documents, Document::id);
    this.technologies = byId(technologies, Technology::id);
    this.criteria = byId(criteria, Criterion::id);
    this.sources = byId(sources, Source::id);
    this.policies = List.copyOf(policies);
    this.evidence = List.copyOf(evidence);
    this.gaps = List.copyOf(gaps);
    this.sayings = List.copyOf(sayings);
    this.problems = List.copyOf(problems);
    this.evidenceByDocument = new LinkedHashMap<>();
    for (Evidence one : evidence) {
      evidenceByDocument
          .computeIfAbsent(one.span().document(), document -> new ArrayList<>())
          .add(one);
    }
    this.questions =
        evidence.stream()
            .flatMap(
                one ->
                    Stream.concat(
                        one.answers().stream()
                            .map(each -> new NotedQuestion(each, one.span(), true)),
                        one.leavesOpen().stream()
                            .map(each -> new NotedQuestion(each, one.span(), false))))
            .distinct()
            .toList();
  }

  private static <T> Map<String, T> byId(List<T> list, Function<T, String> id) {
    Map<String, T> map = new LinkedHashMap<>();
    list.forEach(one -> map.put(id.apply(one), one));
    return Collections.unmodifiableMap(map);
  }

  /// A digest of the files it was read from: the same files, the same generation.
  public String generation() {
    return generation;
  }

  /// The documents by id, in the order of their paths.
  public Map<String, Document> documents() {
    return documents;
  }

  /// The document of an id, when there is one.
  public Optional<Document> document(String id) {
    return Optional.ofNullable(documents.get(id));
  }

  /// The technologies by id, in the order declared.
  public Map<String, Technology> technologies() {
    return technologies;
  }

  /// The criteria by id, in the order declared.
  public Map<String, Criterion> criteria() {
    return criteria;
  }

  /// The sources by id, in the order declared.
  public Map<String, Source> sources() {
    return sources;
  }

  /// The company's own rules; none in a public corpus.
  public List<Policy> policies() {
    return policies;
  }

  /// All evidence, by document, then in the order declared.
  public List<Evidence> evidence() {
    return evidence;
  }

  /// The questions noted beside sentences, answered and open.
  public List<NotedQuestion> questions() {
    return questions;
  }

  /// The cells declared to have no evidence.
  public List<Gap> gaps() {
    return gaps;
  }

  /// What people say, with the evidence for and against it.
  public List<Saying> sayings() {
    return sayings;
  }

  /// What is wrong in the files; an error means that something was left out.
  public List<CorpusProblem> problems() {
    return problems;
  }

  /// How much there is, in one line: `13 documents, 160 passages, …`.
  public String summary() {
    long passages = documents.values().stream().mapToLong(one -> one.passages().size()).sum();
    long origins = evidence.stream().map(one -> one.source().origin()).distinct().count();
    return "%d documents, %d passages, %d sentences with %d pieces of evidence from %d origins"
        .formatted(
            documents.size(),
            passages,
            evidence.stream().map(Evidence::span).distinct().count(),
            evidence.size(),
            origins);
  }

  /// The evidence whose sentence lies in the span.
  public List<Evidence> evidenceIn(Span span) {
    return evidenceByDocument.getOrDefault(span.document(), List.of()).stream()
        .filter(one -> span.contains(one.span()))
        .toList();
  }

  /// The words of a span; empty when this generation does not hold its version.
  public Optional<String> quote(Span span) {
    return Optional.ofNullable(documents.get(span.document()))
        .filter(document -> document.version().equals(span.version()))
        .filter(document -> span.end() <= document.text().length())
        .map(document -> document.quote(span));
  }
}
