package dev.backendadvisor.evaluation;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.Basis;
import dev.backendadvisor.answer.CheckedSentence;
import dev.backendadvisor.answer.Citation;
import dev.backendadvisor.answer.Part;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.question.Reading.CriterionMention;
import dev.backendadvisor.retrieval.Generation;
import dev.backendadvisor.retrieval.Hit;
import dev.backendadvisor.retrieval.SearchRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Compares an answer with what was expected of it.
final class Judge {
  private static final int SHORT = 180;
  private static final int PASSAGES = 10;
  private static final int FIRST = 5;
  private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final Pattern MARKER = Pattern.compile(" \\[\\d+]");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Generation generation;

  Judge(Generation generation) {
    this.generation = generation;
  }

  Judged judge(GoldenQuestion golden, Answer answer, double milliseconds) {
    Map<Measure, Double> scores = new EnumMap<>(Measure.class);
    List<String> faults = new ArrayList<>();
    boolean answered = !answer.citations().isEmpty();
    String kind = answer.kind().name().toLowerCase(Locale.ROOT);
    score(scores, Measure.KIND_ACCURACY, kind.equals(golden.kind()));
    if (!kind.equals(golden.kind())) {
      faults.add("is of kind " + kind + ", not " + golden.kind());
    }
    if (golden.answerable()) {
      score(scores, Measure.COVERAGE, answered);
      facts(golden, answer, scores, faults);
      evidence(golden, answer, scores, faults);
    } else if (golden.kind().equals("abstention")) {
      score(scores, Measure.FALSE_ANSWERS, answered);
      score(scores, Measure.ABSTENTION_RECALL, answer.kind() == Answer.Kind.ABSTENTION);
    }
    if (answer.kind() == Answer.Kind.ABSTENTION) {
      score(scores, Measure.ABSTENTION_PRECISION, golden.kind().equals("abstention"));
    }
    reading(golden, answer, scores, faults);
    golden
        .says()
        .ifPresent(
            expected -> {
              boolean kept = expected.matcher(opening(answer)).find();
              score(scores, Measure.OPENINGS, kept);
              if (!kept) {
                faults.add("does not open as in " + expected);
              }
            });
    boolean wrong = !golden.answerable() && answered;
    for (String forbidden : golden.forbidden()) {
      if (says(answer, forbidden)) {
        faults.add("says what it must not: " + forbidden);
        wrong = true;
      }
    }
    if (answered) {
      score(scores, Measure.SHORT, words(answer) <= SHORT);
      score(
          scores,
          Measure.VERDICT_FIRST,
          answer.sentences().getFirst().part() == Part.VERDICT
              || answer.sentences().getFirst().part() == Part.FACT);
      support(answer, scores, faults);
    }
    return new Judged(golden, answer, milliseconds, scores, faults, wrong);
  }

  /// What was read beside technologies: the form, and how a claim stands.
  private static void reading(
      GoldenQuestion golden, Answer answer, Map<Measure, Double> scores, List<String> faults) {
    golden
        .form()
        .ifPresent(
            expected -> {
              String read = answer.understood().form();
              score(scores, Measure.FORMS, read.equals(expected));
              if (!read.equals(expected)) {
                faults.add("is read as " + read + ", not " + expected);
              }
            });
    golden
        .finding()
        .ifPresent(
            expected -> {
              String found =
                  answer.claims().stream()
                      .findFirst()
                      .map(
                          claim ->
                              claim.finding().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                      .orElse("no claim");
              score(scores, Measure.FINDINGS, found.equals(expected));
              if (!found.equals(expected)) {
                faults.add("finds the claim " + found + ", not " + expected);
              }
            });
  }

  private static void facts(
      GoldenQuestion golden, Answer answer, Map<Measure, Double> scores, List<String> faults) {
    List<List<String>> missing =
        golden.nuggets().stream()
            .filter(nugget -> nugget.stream().noneMatch(one -> says(answer, one)))
            .toList();
    if (!golden.nuggets().isEmpty()) {
      scores.put(Measure.NUGGET_RECALL, 1 - missing.size() / (double) golden.nuggets().size());
    }
    missing.forEach(nugget -> faults.add("does not say " + String.join(" or ", nugget)));
    if (!golden.technologies().isEmpty()) {
      boolean understood =
          answer.understood().reading().technologies().containsAll(golden.technologies());
      score(scores, Measure.TECHNOLOGIES, understood);
      if (!understood) {
        faults.add(
            "understood "
                + answer.understood().reading().technologies()
                + ", not "
                + golden.technologies());
      }
    }
  }

  private void evidence(
      GoldenQuestion golden, Answer answer, Map<Measure, Double> scores, List<String> faults) {
    Corpus corpus = generation.corpus();
    Set<String> expected = new HashSet<>(golden.criteria());
    expected.retainAll(corpus.criteria().keySet());
    if (expected.isEmpty()) {
      return;
    }
    Set<String> read =
        answer.understood().reading().criteria().stream()
            .map(CriterionMention::criterion)
            .collect(Collectors.toSet());
    scores.put(
        Measure.CRITERIA,
        expected.stream().filter(read::contains).count() / (double) expected.size());
    Set<String> cited =
        answer.citations().stream()
            .flatMap(citation -> citation.evidence().stream())
            .map(Evidence::criterion)
            .collect(Collectors.toSet());
    double found = expected.stream().filter(cited::contains).count();
    scores.put(Measure.EVIDENCE_RECALL, found / expected.size());
    if (found == 0) {
      faults.add("cites no evidence on " + expected);
    }
    List<Hit> hits =
        generation.search(new SearchRequest(answer.understood().reading().standalone(), PASSAGES));
    List<Boolean> relevant =
        hits.stream()
            .map(
                hit ->
                    corpus.evidenceIn(hit.passage().span()).stream()
                        .anyMatch(record -> expected.contains(record.criterion())))
            .toList();
    score(scores, Measure.RECALL_AT_5, relevant.stream().limit(FIRST).anyMatch(one -> one));
    double gain = 0;
    double ideal = 0;
    for (int rank = 0; rank < relevant.size(); rank++) {
      double discount = Math.log(rank + 2) / Math.log(2);
      gain += relevant.get(rank) ? 1 / discount : 0;
      ideal += 1 / discount;
    }
    scores.put(Measure.NDCG_AT_10, ideal == 0 ? 0 : gain / ideal);
  }

  private void support(Answer answer, Map<Measure, Double> scores, List<String> faults) {
    int sourced = 0;
    int supported = 0;
    for (CheckedSentence sentence : answer.sentences()) {
      if (sentence.basis() != Basis.SOURCE) {
        continue;
      }
      sourced++;
      List<Citation> citations =
          sentence.citations().stream().map(number -> answer.citations().get(number - 1)).toList();
      boolean exact =
          !citations.isEmpty()
              && citations.stream()
                  .allMatch(
                      one ->
                          generation
                              .corpus()
                              .quote(one.span())
                              .filter(one.quote()::equals)
                              .isPresent());
      String quotes = citations.stream().map(Citation::quote).collect(Collectors.joining(" "));
      boolean holds = exact && figures(quotes).containsAll(figures(sentence.text()));
      supported += holds ? 1 : 0;
      if (!holds) {
        faults.add("is not carried by its citations: " + sentence.text());
      }
    }
    if (sourced > 0) {
      scores.put(Measure.CITATION_SUPPORT, supported / (double) sourced);
    }
  }

  private static Set<String> figures(String text) {
    return FIGURE
        .matcher(text)
        .results()
        .map(one -> one.group().replaceAll(",(?=\\d{3})", ""))
        .collect(Collectors.toSet());
  }

  private static String opening(Answer answer) {
    return answer.sentences().stream()
        .limit(2)
        .map(CheckedSentence::text)
        .collect(Collectors.joining(" "));
  }

  private static boolean says(Answer answer, String words) {
    String text = plain(answer.text());
    return text.contains(plain(words));
  }

  private static String plain(String text) {
    return SPACE
        .matcher(MARKER.matcher(text).replaceAll(""))
        .replaceAll(" ")
        .toLowerCase(Locale.ROOT);
  }

  static int words(Answer answer) {
    return SPACE.split(MARKER.matcher(answer.text()).replaceAll("").strip()).length;
  }

  private static void score(Map<Measure, Double> scores, Measure measure, boolean holds) {
    scores.put(measure, holds ? 1.0 : 0.0);
  }
}
