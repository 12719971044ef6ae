package dev.backendadvisor.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The golden questions that anybody may read.
final class Golden {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FILES =
      List.of("questions.jsonl", "readers.jsonl", "strangers.jsonl");

  private Golden() {}

  /// Those that open a conversation, in the order of their files, each once.
  static Stream<String> questions() {
    return FILES.stream()
        .flatMap(Golden::lines)
        .map(Golden::read)
        .filter(one -> one.has("question") && !one.has("before"))
        .map(one -> one.path("question").textValue())
        .distinct();
  }

  private static Stream<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of("corpus", "golden", file)).stream()
          .filter(line -> !line.isBlank());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException torn) {
      throw new UncheckedIOException(torn);
    }
  }
}
