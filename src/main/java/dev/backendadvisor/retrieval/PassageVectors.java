package dev.backendadvisor.retrieval;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/// The vectors of a passage: its own, and one for each sentence that stands whole in it, since of a
/// passage that bears on a question one sentence answers it.
///
/// @param own the passage's, once it is known
/// @param sentences the sentences', in order, once all are known
record PassageVectors(Optional<float[]> own, Optional<List<float[]>> sentences) {
  boolean isComplete() {
    return own.isPresent() && sentences.isPresent();
  }

  /// The sentences' vectors one after another, as they lie in the index.
  static BytesRef packed(List<float[]> vectors) {
    int numbers = vectors.stream().mapToInt(one -> one.length).sum();
    var bytes = ByteBuffer.allocate(numbers * Float.BYTES);
    FloatBuffer all = bytes.asFloatBuffer();
    vectors.forEach(all::put);
    return new BytesRef(bytes.array());
  }

  /// The cosine of a question and each of some packed vectors.
  static float[] cosines(float[] question, BytesRef packed) {
    FloatBuffer all = ByteBuffer.wrap(packed.bytes, packed.offset, packed.length).asFloatBuffer();
    float[] cosines = new float[all.remaining() / question.length];
    for (int i = 0; i < cosines.length; i++) {
      for (float each : question) {
        cosines[i] += each * all.get();
      }
    }
    return cosines;
  }
}
