package dev.backendadvisor.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// The words of a question as a query. Made of terms by hand: nothing a person types is syntax.
final class WordsQuery {
  /// A pasted page asks for its rarest words only.
  static final int MOST_TERMS = 64;

  private final Map<String, Query> byTerm;

  private WordsQuery(Map<String, Query> byTerm) {
    this.byTerm = byTerm;
  }

  static WordsQuery of(String words, TechnicalAnalyzer analyzer, IndexReader reader)
      throws IOException {
    Set<String> all = new LinkedHashSet<>(analyzer.terms(words));
    List<String> telling =
        new ArrayList<>(all.stream().filter(term -> !analyzer.isSilent(term)).toList());
    List<String> terms = telling.isEmpty() ? new ArrayList<>(all) : telling;
    if (terms.size() > MOST_TERMS) {
      terms = rarest(terms, reader);
    }
    Map<String, Query> byTerm = new LinkedHashMap<>();
    terms.forEach(term -> byTerm.put(term, query(term)));
    return new WordsQuery(byTerm);
  }

  private static List<String> rarest(List<String> terms, IndexReader reader) throws IOException {
    Map<String, Integer> frequencies = new LinkedHashMap<>();
    for (String term : terms) {
      int frequency = reader.docFreq(new Term(Fields.TEXT, term));
      if (frequency > 0) {
        frequencies.put(term, frequency);
      }
    }
    return frequencies.entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry::getValue))
        .limit(MOST_TERMS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Query query(String term) {
    var builder = new BooleanQuery.Builder();
    for (var field : Fields.searched()) {
      Query one = new TermQuery(new Term(field.name(), term));
      builder.add(new BoostQuery(one, field.weight()), BooleanClause.Occur.SHOULD);
    }
    return builder.build();
  }

  /// Finds the passages that hold any of the terms.
  Query query() {
    if (byTerm.isEmpty()) {
      return new MatchNoDocsQuery();
    }
    var builder = new BooleanQuery.Builder();
    byTerm.values().forEach(query -> builder.add(query, BooleanClause.Occur.SHOULD));
    return builder.build();
  }

  /// What each term alone asks for.
  Map<String, Query> byTerm() {
    return byTerm;
  }
}
