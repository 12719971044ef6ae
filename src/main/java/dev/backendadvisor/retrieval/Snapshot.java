package dev.backendadvisor.retrieval;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.corpus.Passage;
import dev.backendadvisor.corpus.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;

/// One committed state of the index, opened, with the corpus it was made from.
final class Snapshot implements AutoCloseable {
  /// How many passages words and meaning bring up each, at least.
  private static final int DEPTH = 100;

  /// A question noted is likely the one asked from this cosine on, and brings its passage up.
  private static final double SAME = 0.65;

  /// Passages are about as long as each other, so length tells less than usual.
  static final BM25Similarity SIMILARITY = new BM25Similarity(0.9f, 0.4f);

  /// Equal scores go by place, so that the order of indexing shows nowhere.
  private static final Sort BY_SCORE =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(Fields.DOCUMENT, SortField.Type.STRING),
          new SortField(Fields.PASSAGE, SortField.Type.INT));

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::score)
          .reversed()
          .thenComparing(hit -> hit.document().id())
          .thenComparingInt(hit -> hit.passage().span().start());

  private final Corpus corpus;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final TechnicalAnalyzer analyzer;
  private final IndexFiles.Said said;
  private final NotedQuestions noted;
  private final int waiting;

  /// @param known the vectors that are known
  Snapshot(Corpus corpus, DirectoryReader reader, TechnicalAnalyzer analyzer, VectorLog known)
      throws IOException {
    this.corpus = corpus;
    this.reader = reader;
    this.analyzer = analyzer;
    this.said = IndexFiles.Said.of(reader.getIndexCommit().getUserData());
    this.noted = new NotedQuestions(corpus, said.model(), known);
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(SIMILARITY);
    searcher.setQueryCache(null);
    this.waiting = live(Fields.PENDING).values().stream().mapToInt(Integer::intValue).sum();
  }

  Corpus corpus() {
    return corpus;
  }

  DirectoryReader reader() {
    return reader;
  }

  /// How many passages and questions noted have their vector, 0 to 1.
  double embedded() {
    int all = reader.numDocs() + noted.all();
    int known = reader.numDocs() - waiting + noted.known();
    return all == 0 ? 1 : known / (double) all;
  }

  /// Whether more vectors of questions are known by now.
  boolean lacksQuestions(VectorLog known) throws IOException {
    return noted.known() < noted.all()
        && new NotedQuestions(corpus, said.model(), known).known() > noted.known();
  }

  /// The fingerprints of all documents in the index.
  Set<String> fingerprints() throws IOException {
    return new HashSet<>(live(Fields.FINGERPRINT).keySet());
  }

  /// How many passages wait for their vectors, by the fingerprint of their document.
  Map<String, Integer> waiting() throws IOException {
    return live(Fields.PENDING);
  }

  /// What the commit says of itself.
  IndexFiles.Said said() {
    return said;
  }

  /// Lets go of the files, once no lease needs them.
  @Override
  public void close() throws IOException {
    reader.decRef();
  }

  /// A field's terms, each with the number of passages that hold it.
  private Map<String, Integer> live(String field) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      var terms = leaf.reader().terms(field);
      if (terms == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      TermsEnum each = terms.iterator();
      PostingsEnum postings = null;
      for (var term = each.next(); term != null; term = each.next()) {
        postings = each.postings(postings, PostingsEnum.NONE);
        int count = 0;
        for (int doc = postings.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = postings.nextDoc()) {
          count += live == null || live.get(doc) ? 1 : 0;
        }
        if (count > 0) {
          counts.merge(term.utf8ToString(), count, Integer::sum);
        }
      }
    }
    return counts;
  }

  /// @param question gives the question's vector; asked at most once, and only when it is needed
  List<Hit> search(SearchRequest request, Supplier<Optional<float[]>> question) {
    try {
      Optional<float[]> vector =
          request.by() == SearchRequest.By.WORDS || waiting == reader.numDocs()
              ? Optional.empty()
              : question.get();
      boolean byWords = request.by() != SearchRequest.By.MEANING || vector.isEmpty();
      Query words = WordsQuery.of(request.words(), analyzer, reader).query();
      int depth = Math.max(DEPTH, request.limit());
      Map<Integer, Fusion.Candidate> candidates = new HashMap<>();
      if (byWords) {
        for (ScoreDoc found : searcher.search(words, depth, BY_SCORE, false).scoreDocs) {
          candidates.put(found.doc, new Fusion.Candidate(found.doc));
        }
      }
      if (vector.isPresent()) {
        var near = new KnnFloatVectorQuery(Fields.MEANING, vector.get(), depth);
        for (ScoreDoc found : searcher.search(near, depth).scoreDocs) {
          candidates.computeIfAbsent(found.doc, Fusion.Candidate::new);
        }
      }
      List<Fusion.Candidate> all = new ArrayList<>(candidates.values());
      all.sort(Comparator.comparingInt(candidate -> candidate.doc));
      scoreWords(words, all);
      if (vector.isPresent()) {
        scoreMeaning(vector.get(), all);
      }
      Fusion.score(all, request.by());
      Map<Span, NotedQuestions.Near> near = vector.map(noted::near).orElse(Map.of());
      List<Found> found = found(all, near);
      found.sort(Comparator.comparing(Found::hit, BEST_FIRST));
      List<Hit> hits = new ArrayList<>();
      for (Found one : found.subList(0, Math.min(request.limit(), found.size()))) {
        hits.add(one.hit().with(sentences(one, vector, near)));
      }
      return List.copyOf(hits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void scoreWords(Query query, List<Fusion.Candidate> inOrder) throws IOException {
    var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    int at = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      var scorer = weight.scorer(leaf);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; at < inOrder.size() && inOrder.get(at).doc < end; at++) {
        int doc = inOrder.get(at).doc - leaf.docBase;
        if (scorer != null && advance(scorer.iterator(), doc)) {
          inOrder.get(at).words = scorer.score();
        }
      }
    }
  }

  private static boolean advance(DocIdSetIterator iterator, int doc) throws IOException {
    return (iterator.docID() < doc ? iterator.advance(doc) : iterator.docID()) == doc;
  }

  private void scoreMeaning(float[] question, List<Fusion.Candidate> inOrder) throws IOException {
    int at = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.MEANING);
      var iterator = vectors == null ? null : vectors.iterator();
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; at < inOrder.size() && inOrder.get(at).doc < end; at++) {
        int doc = inOrder.get(at).doc - leaf.docBase;
        if (vectors != null && iterator != null && advance(iterator, doc)) {
          inOrder.get(at).meaning =
              VectorUtil.dotProduct(question, vectors.vectorValue(iterator.index()));
        }
      }
    }
  }

  private record Found(Hit hit, int doc) {}

  private List<Found> found(List<Fusion.Candidate> inOrder, Map<Span, NotedQuestions.Near> near)
      throws IOException {
    List<Found> hits = new ArrayList<>(inOrder.size());
    int at = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      var ids = leaf.reader().getSortedDocValues(Fields.DOCUMENT);
      var numbers = leaf.reader().getNumericDocValues(Fields.PASSAGE);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; at < inOrder.size() && inOrder.get(at).doc < end; at++) {
        int doc = inOrder.get(at).doc;
        Hit hit = hit(inOrder.get(at), doc - leaf.docBase, ids, numbers);
        hits.add(new Found(near.isEmpty() ? hit : raised(hit, near), doc));
      }
    }
    return hits;
  }

  /// A passage with an answer to the question asked is worth at least as much as the two questions
  /// are alike.
  private static Hit raised(Hit hit, Map<Span, NotedQuestions.Near> near) {
    double most =
        hit.document().sentences(hit.passage()).stream()
            .mapToDouble(one -> near.getOrDefault(one, NotedQuestions.Near.NOTHING).answered())
            .filter(cosine -> cosine >= SAME)
            .max()
            .orElse(0);
    return most > hit.score() ? hit.scoring(most) : hit;
  }

  /// The passage's sentences, each with its cosine; 0 where a vector is missing.
  private List<Hit.Sentence> sentences(
      Found found, Optional<float[]> question, Map<Span, NotedQuestions.Near> near)
      throws IOException {
    List<Span> spans = found.hit().document().sentences(found.hit().passage());
    float[] cosines = question.isPresent() ? cosines(question.get(), found.doc()) : new float[0];
    List<Hit.Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      var questions = near.getOrDefault(spans.get(i), NotedQuestions.Near.NOTHING);
      sentences.add(
          new Hit.Sentence(
              spans.get(i),
              i < cosines.length ? cosines[i] : 0,
              questions.answered(),
              questions.open()));
    }
    return sentences;
  }

  private float[] cosines(float[] question, int doc) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    BinaryDocValues packed = leaf.reader().getBinaryDocValues(Fields.SENTENCES);
    return packed != null && packed.advanceExact(doc - leaf.docBase)
        ? PassageVectors.cosines(question, packed.binaryValue())
        : new float[0];
  }

  private Hit hit(
      Fusion.Candidate candidate, int doc, SortedDocValues ids, NumericDocValues numbers)
      throws IOException {
    if (!ids.advanceExact(doc) || !numbers.advanceExact(doc)) {
      throw new IOException("A passage of the index has no place");
    }
    Document document = corpus.documents().get(ids.lookupOrd(ids.ordValue()).utf8ToString());
    if (document == null) {
      throw new IOException("The index holds a document that its corpus does not");
    }
    Passage passage = document.passages().get((int) numbers.longValue());
    return new Hit(
        passage,
        document,
        candidate.score,
        candidate.words,
        candidate.meaning == null ? 0 : candidate.meaning,
        List.of());
  }

  /// Where the hit's score comes from, in lines for people.
  String explain(SearchRequest request, Hit hit, Optional<float[]> question) {
    try {
      int doc = find(hit);
      var lines = new StringBuilder();
      lines.append(String.format(Locale.ROOT, "%.3f  %s%n", hit.score(), hit.document().id()));
      lines.append(String.format(Locale.ROOT, "  words %.3f%n", hit.words()));
      for (var term : WordsQuery.of(request.words(), analyzer, reader).byTerm().entrySet()) {
        for (var field : Fields.searched()) {
          var one =
              new BoostQuery(new TermQuery(new Term(field.name(), term.getKey())), field.weight());
          var explanation = searcher.explain(one, doc);
          if (explanation.isMatch()) {
            lines.append(
                String.format(
                    Locale.ROOT,
                    "    %s in %s %.3f%n",
                    term.getKey(),
                    field.name(),
                    explanation.getValue().doubleValue()));
          }
        }
      }
      lines.append(
          question.isPresent()
              ? String.format(Locale.ROOT, "  meaning: cosine %.3f%n", hit.meaning())
              : String.format(Locale.ROOT, "  meaning: not asked%n"));
      lines.append(
          String.format(
              Locale.ROOT,
              "  score: %.1f x words and %.1f x meaning, each as a share of the best passage's%n",
              1 - Fusion.MEANING,
              Fusion.MEANING));
      return lines.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int find(Hit hit) throws IOException {
    var found =
        searcher.search(
            new BooleanQuery.Builder()
                .add(
                    new TermQuery(new Term(Fields.FINGERPRINT, Fields.fingerprint(hit.document()))),
                    BooleanClause.Occur.FILTER)
                .add(
                    NumericDocValuesField.newSlowExactQuery(
                        Fields.PASSAGE, hit.document().passages().indexOf(hit.passage())),
                    BooleanClause.Occur.FILTER)
                .build(),
            1);
    if (found.scoreDocs.length == 0) {
      throw new IllegalArgumentException("The hit is of another generation");
    }
    return found.scoreDocs[0].doc;
  }
}
