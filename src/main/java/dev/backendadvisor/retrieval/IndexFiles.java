package dev.backendadvisor.retrieval;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.corpus.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Lucene's files: each commit is one generation, and says which.
final class IndexFiles {
  /// Up to this many passages, deleted ones are merged away before each commit, so that scores are
  /// those of an index made afresh.
  private static final int ALWAYS_TIDY = 200_000;

  /// A segment of fewer vectors is searched one by one, which is exact; a larger one by its graph.
  private static final int EXACT = 20_000;

  private final Directory directory;
  private final TechnicalAnalyzer analyzer;
  private final VectorLog vectors;

  /// What a commit says of itself.
  ///
  /// @param schema how the passages lie in it
  /// @param corpus the corpus's generation
  /// @param files the archive's name for its files
  /// @param model the model of its vectors, or nothing
  record Said(String schema, String corpus, String files, String model) {
    static Said of(Map<String, String> data) {
      return new Said(
          data.getOrDefault("schema", ""),
          data.getOrDefault("corpus", ""),
          data.getOrDefault("files", ""),
          data.getOrDefault("model", ""));
    }

    Map<String, String> data() {
      return Map.of("schema", schema, "corpus", corpus, "files", files, "model", model);
    }
  }

  IndexFiles(Directory directory, TechnicalAnalyzer analyzer, VectorLog vectors) {
    this.directory = directory;
    this.analyzer = analyzer;
    this.vectors = vectors;
  }

  boolean isOnDisk() {
    return directory instanceof FSDirectory;
  }

  /// What is wrong with an index, if anything: each file's checksum is compared.
  static Optional<String> damage(Directory directory) {
    try {
      if (!DirectoryReader.indexExists(directory)) {
        return directory.listAll().length == 0 ? Optional.empty() : Optional.of("it has no commit");
      }
      try (var reader = DirectoryReader.open(directory)) {
        for (LeafReaderContext leaf : reader.leaves()) {
          leaf.reader().checkIntegrity();
        }
        String schema = Said.of(reader.getIndexCommit().getUserData()).schema();
        return Fields.SCHEMA.equals(schema)
            ? Optional.empty()
            : Optional.of("its schema is " + schema + ", not " + Fields.SCHEMA);
      }
    } catch (IOException | RuntimeException | InternalError e) {
      // Lucene reports damage in many ways, a cut memory map as an InternalError
      return Optional.of(e.toString());
    }
  }

  /// The last commit, when there is one.
  Optional<DirectoryReader> open() throws IOException {
    return DirectoryReader.indexExists(directory)
        ? Optional.of(DirectoryReader.open(directory))
        : Optional.empty();
  }

  /// Whether the snapshot was opened from these files.
  boolean hold(Snapshot snapshot) {
    return snapshot.reader().directory() == directory;
  }

  static Map<String, Document> byFingerprint(Corpus corpus) {
    Map<String, Document> documents = new LinkedHashMap<>();
    for (Document document : corpus.documents().values()) {
      if (!document.passages().isEmpty()) {
        documents.put(Fields.fingerprint(document), document);
      }
    }
    return documents;
  }

  /// Makes the index hold exactly the corpus, with every vector that is known, as one commit; false
  /// when it did already.
  boolean write(Corpus corpus, String files, Optional<String> model) throws IOException {
    Map<String, Document> wanted = byFingerprint(corpus);
    try (var writer = new IndexWriter(directory, configuration())) {
      Said before = said(writer);
      Said now = new Said(Fields.SCHEMA, corpus.generation(), files, model.orElse(before.model()));
      boolean changed = !now.equals(before);
      if (!before.model().isEmpty() && !before.model().equals(now.model())) {
        writer.deleteAll();
      }
      Set<String> present;
      Map<String, Integer> waiting;
      try (var held = new Snapshot(corpus, DirectoryReader.open(writer), analyzer, vectors)) {
        present = held.fingerprints();
        waiting = held.waiting();
      }
      for (String fingerprint : present) {
        if (!wanted.containsKey(fingerprint)) {
          writer.deleteDocuments(new Term(Fields.FINGERPRINT, fingerprint));
          changed = true;
        }
      }
      for (var each : wanted.entrySet()) {
        String fingerprint = each.getKey();
        boolean there = present.contains(fingerprint);
        int waits = waiting.getOrDefault(fingerprint, 0);
        if (there && waits == 0) {
          continue;
        }
        List<PassageVectors> known = known(each.getValue(), now.model());
        if (there && known.stream().filter(one -> !one.isComplete()).count() >= waits) {
          continue;
        }
        writer.updateDocuments(
            new Term(Fields.FINGERPRINT, fingerprint),
            passages(each.getValue(), fingerprint, known));
        changed = true;
      }
      if (changed) {
        if (writer.getDocStats().numDocs <= ALWAYS_TIDY) {
          writer.forceMergeDeletes();
        }
        writer.setLiveCommitData(now.data().entrySet());
        writer.commit();
      }
      return changed;
    }
  }

  private static Said said(IndexWriter writer) {
    Map<String, String> data = new LinkedHashMap<>();
    var committed = writer.getLiveCommitData();
    if (committed != null) {
      committed.forEach(each -> data.put(each.getKey(), each.getValue()));
    }
    return Said.of(data);
  }

  private List<PassageVectors> known(Document document, String model) throws IOException {
    List<PassageVectors> known = new ArrayList<>();
    for (var passage : document.passages()) {
      List<Span> spans = document.sentences(passage);
      List<float[]> sentences = new ArrayList<>();
      for (Span sentence : spans) {
        vector(model, Fields.embedded(document, passage, sentence)).ifPresent(sentences::add);
      }
      known.add(
          new PassageVectors(
              vector(model, Fields.embedded(document, passage)),
              sentences.size() == spans.size() && !model.isEmpty()
                  ? Optional.of(sentences)
                  : Optional.empty()));
    }
    return known;
  }

  private Optional<float[]> vector(String model, String text) throws IOException {
    return model.isEmpty() ? Optional.empty() : vectors.get(VectorLog.Key.of(model, text));
  }

  private static List<org.apache.lucene.document.Document> passages(
      Document document, String fingerprint, List<PassageVectors> vectors) {
    List<org.apache.lucene.document.Document> passages = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      passages.add(Fields.of(document, i, fingerprint, vectors.get(i)));
    }
    return passages;
  }

  private IndexWriterConfig configuration() {
    var merges = new TieredMergePolicy();
    merges.setForceMergeDeletesPctAllowed(0);
    return new IndexWriterConfig(analyzer)
        .setSimilarity(Snapshot.SIMILARITY)
        .setMergePolicy(merges)
        // each write is over when it returns
        .setMergeScheduler(new SerialMergeScheduler())
        // what fails midway is rolled back
        .setCommitOnClose(false)
        .setCodec(
            new Lucene104Codec() {
              @Override
              public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return new Lucene99HnswVectorsFormat(16, 100, 1, null, EXACT);
              }
            });
  }
}
