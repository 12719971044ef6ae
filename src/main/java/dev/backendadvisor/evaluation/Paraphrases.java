package dev.backendadvisor.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.corpus.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Sentences that say what their spans say in other words, as honest people wrote them.
///
/// @param name the file's, without its ending
/// @param sentences in the order of the file
record Paraphrases(String name, List<WordedCase> sentences) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHAPE =
      "a paraphrase is {\"kind\": ..., \"spans\": [{\"document\": ..., \"quote\": ...}],"
          + " \"sentence\": ...}, its quotes verbatim";

  Paraphrases {
    sentences = List.copyOf(sentences);
  }

  /// Reads a line of JSON each: `{"kind": …, "spans": [{"document": …, "quote": …}], "sentence":
  /// …}`.
  ///
  /// @throws IOException when the file cannot be read; its message says where and why
  static Paraphrases read(Path file, Corpus corpus) throws IOException {
    List<WordedCase> sentences = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        sentences.add(sentence(file + ":" + number + ": ", line, corpus));
      }
    }
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.jsonl$", "");
    return new Paraphrases(name, sentences);
  }

  private static WordedCase sentence(String where, String line, Corpus corpus) throws IOException {
    JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (JsonProcessingException torn) {
      throw new IOException(where + "this is no JSON", torn);
    }
    List<Span> spans = new ArrayList<>();
    for (JsonNode span : json.path("spans")) {
      String quote = span.path("quote").asText();
      Document document =
          corpus
              .document(span.path("document").asText())
              .orElseThrow(() -> new IOException(where + SHAPE));
      int start = document.text().indexOf(quote);
      if (quote.isEmpty() || start < 0) {
        throw new IOException(where + SHAPE);
      }
      spans.add(new Span(document.id(), document.version(), start, start + quote.length()));
    }
    if (spans.isEmpty() || !json.path("sentence").isTextual()) {
      throw new IOException(where + SHAPE);
    }
    return new WordedCase(
        json.path("kind").asText("honest"), spans, json.path("sentence").asText());
  }
}
