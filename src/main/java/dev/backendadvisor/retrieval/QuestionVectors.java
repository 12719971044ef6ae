package dev.backendadvisor.retrieval;

import dev.backendadvisor.embedding.Embedder;
import dev.backendadvisor.embedding.EmbeddingException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The vectors of questions; of the last few it remembers them.
final class QuestionVectors {
  private static final int REMEMBERED = 256;

  private final Optional<CompletableFuture<Embedder>> embedder;
  private final Map<String, float[]> remembered =
      Collections.synchronizedMap(
          new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
              return size() > REMEMBERED;
            }
          });

  QuestionVectors(Optional<CompletableFuture<Embedder>> embedder) {
    this.embedder = embedder;
  }

  /// The embedder, once it is loaded.
  Optional<Embedder> loaded() {
    return embedder
        .filter(future -> future.state() == CompletableFuture.State.SUCCESS)
        .map(CompletableFuture::resultNow);
  }

  /// The question's vector; empty when there is no embedder of that model, or it fails: then words
  /// must do.
  Optional<float[]> of(String question, String model) {
    var loaded = loaded().filter(one -> one.model().equals(model));
    if (loaded.isEmpty() || question.isBlank()) {
      return Optional.empty();
    }
    float[] known = remembered.get(question);
    if (known != null) {
      return Optional.of(known);
    }
    try {
      float[] vector = Embedded.of(loaded.get(), question);
      remembered.put(question, vector);
      return Optional.of(vector);
    } catch (EmbeddingException e) {
      return Optional.empty();
    }
  }
}
