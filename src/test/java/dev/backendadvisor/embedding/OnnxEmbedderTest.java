package dev.backendadvisor.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnnxEmbedderTest {
  private static final OnnxEmbedder EMBEDDER = OnnxEmbedder.load();

  private static double cosine(String one, String other) {
    float[] first = EMBEDDER.embed(one);
    float[] second = EMBEDDER.embed(other);
    return IntStream.range(0, first.length).mapToDouble(i -> first[i] * second[i]).sum();
  }

  @Test
  void vectors_have_the_promised_size_and_length_one() {
    float[] vector = EMBEDDER.embed("Node.js runs JavaScript on one event loop.");
    assertEquals(EMBEDDER.dimensions(), vector.length);
    double squares =
        IntStream.range(0, vector.length).mapToDouble(i -> vector[i] * vector[i]).sum();
    assertEquals(1, squares, 1e-5);
  }

  @Test
  void near_meanings_lie_nearer_than_far_ones() {
    String question = "How do I keep many connections open at once?";
    assertTrue(
        cosine(question, "A server that holds thousands of sockets simultaneously")
            > cosine(question, "Bananas ripen faster in a paper bag") + 0.2);
  }

  @Test
  void odd_texts_have_vectors_too() {
    for (String text :
        List.of("", " ", "\u0000", "İıßﬁ", "\ud800", "😀".repeat(500), "x".repeat(100_000))) {
      assertEquals(EMBEDDER.dimensions(), EMBEDDER.embed(text).length);
    }
  }

  @Test
  void the_same_text_has_the_same_vector_on_every_thread() throws Exception {
    List<String> texts =
        IntStream.range(1, 12).mapToObj(i -> "concurrent words ".repeat(i)).toList();
    List<float[]> alone = texts.stream().map(EMBEDDER::embed).toList();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Void>> tasks =
          IntStream.range(0, 44)
              .<Callable<Void>>mapToObj(
                  i ->
                      () -> {
                        int at = i % texts.size();
                        assertArrayEquals(alone.get(at), EMBEDDER.embed(texts.get(at)), 1e-5f);
                        return null;
                      })
              .toList();
      for (var done : threads.invokeAll(tasks)) {
        done.get();
      }
    }
  }

  @Test
  void a_vector_without_direction_is_refused() {
    assertThrows(EmbeddingException.class, () -> OnnxEmbedder.unit(new float[] {1, Float.NaN}));
    assertThrows(EmbeddingException.class, () -> OnnxEmbedder.unit(new float[] {0, 0}));
    assertThrows(
        EmbeddingException.class,
        () -> OnnxEmbedder.unit(new float[] {Float.POSITIVE_INFINITY, 1}));
    assertArrayEquals(new float[] {0.6f, 0.8f}, OnnxEmbedder.unit(new float[] {3, 4}), 1e-6f);
  }

  @Test
  void the_runtime_holds_no_code_that_reports_to_its_vendor() throws Exception {
    try (var library =
        OnnxEmbedder.class.getResourceAsStream(
            "/ai/onnxruntime/native/linux-x64/libonnxruntime.so")) {
      assertNotNull(library);
      var text = new String(library.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertFalse(text.contains("events.data.microsoft.com"));
    }
  }
}
