package dev.backendadvisor.retrieval;

import dev.backendadvisor.corpus.Passage;
import dev.backendadvisor.corpus.Span;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/// How a passage lies in the index. The words themselves are not stored: they stand in the corpus.
final class Fields {
  /// Changes whenever the fields do, so that an index of other fields is not read.
  static final String SCHEMA = "2/" + TechnicalAnalyzer.ID;

  static final String TITLE = "title";
  static final String HEADINGS = "headings";
  static final String TEXT = "text";

  /// The document's id, and the passage's number in it.
  static final String DOCUMENT = "document";

  static final String PASSAGE = "passage";

  /// What identifies all passages of one state of one document.
  static final String FINGERPRINT = "fingerprint";

  /// The fingerprint again, on passages that wait for their vector.
  static final String PENDING = "pending";

  static final String MEANING = "meaning";

  /// The vectors of the passage's sentences.
  static final String SENTENCES = "sentences";

  private static final FieldType WORDS = words();

  private Fields() {}

  private static FieldType words() {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  /// Identifies everything the index holds of a document.
  static String fingerprint(dev.backendadvisor.corpus.Document document) {
    var all = new StringBuilder(document.id()).append('\n').append(document.version());
    all.append('\n').append(document.title()).append('\n');
    for (Passage passage : document.passages()) {
      all.append(passage.span().start()).append('-').append(passage.span().end());
      all.append(passage.headings()).append('\n');
    }
    return Digests.hex(all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /// What is embedded of a passage: its words, with the headings that say what they are about.
  static String embedded(dev.backendadvisor.corpus.Document document, Passage passage) {
    var text = new StringBuilder(document.title());
    passage.headings().forEach(heading -> text.append(": ").append(heading));
    return text.append('\n').append(passage.text()).toString();
  }

  /// What is embedded of a sentence: its words, with what stands directly above it.
  static String embedded(
      dev.backendadvisor.corpus.Document document, Passage passage, Span sentence) {
    List<String> headings = passage.headings();
    String above = headings.isEmpty() ? document.title() : headings.getLast();
    return above + "\n" + document.quote(sentence);
  }

  static Document of(
      dev.backendadvisor.corpus.Document document,
      int number,
      String fingerprint,
      PassageVectors vectors) {
    Passage passage = document.passages().get(number);
    var fields = new Document();
    fields.add(new Field(TITLE, document.title(), WORDS));
    fields.add(new Field(HEADINGS, String.join("\n", passage.headings()), WORDS));
    fields.add(new Field(TEXT, passage.text(), WORDS));
    fields.add(new SortedDocValuesField(DOCUMENT, new BytesRef(document.id())));
    fields.add(new NumericDocValuesField(PASSAGE, number));
    fields.add(new StringField(FINGERPRINT, fingerprint, Field.Store.NO));
    vectors
        .own()
        .ifPresent(
            own ->
                fields.add(
                    new KnnFloatVectorField(MEANING, own, VectorSimilarityFunction.DOT_PRODUCT)));
    vectors
        .sentences()
        .ifPresent(
            all -> fields.add(new BinaryDocValuesField(SENTENCES, PassageVectors.packed(all))));
    if (!vectors.isComplete()) {
      fields.add(new StringField(PENDING, fingerprint, Field.Store.NO));
    }
    return fields;
  }

  /// The fields searched for words, with their weights.
  static List<WeightedField> searched() {
    return List.of(
        new WeightedField(TITLE, 0.5f), new WeightedField(HEADINGS, 1), new WeightedField(TEXT, 1));
  }

  record WeightedField(String name, float weight) {}
}
