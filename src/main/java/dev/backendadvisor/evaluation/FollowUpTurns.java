package dev.backendadvisor.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Turns of conversations, each with what was asked before it and what a person made of it.
///
/// @param turns in the order of their file
record FollowUpTurns(List<Turn> turns) {
  private static final ObjectMapper JSON = new ObjectMapper();

  FollowUpTurns {
    turns = List.copyOf(turns);
  }

  /// A turn.
  ///
  /// @param id its name in the file
  /// @param history what was asked before, oldest first
  /// @param question the turn as asked
  /// @param rewrite the same made free of its context by a person
  record Turn(String id, List<String> history, String question, String rewrite) {
    Turn {
      history = List.copyOf(history);
    }
  }

  /// Reads a line of JSON each: `{"id": …, "history": […], "question": …, "rewrite": …}`.
  ///
  /// @throws IOException when the file cannot be read; its message says where and why
  static FollowUpTurns read(Path file) throws IOException {
    List<Turn> turns = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        turns.add(turn(file, number, line));
      }
    }
    if (turns.isEmpty()) {
      throw new IOException(file + ": there are no turns in it");
    }
    return new FollowUpTurns(turns);
  }

  private static Turn turn(Path file, int number, String line) throws IOException {
    JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (JsonProcessingException torn) {
      throw new IOException(file + ":" + number + ": this is no JSON", torn);
    }
    if (!(json.path("question").isTextual()
        && json.path("rewrite").isTextual()
        && json.path("history").isArray())) {
      throw new IOException(
          file
              + ":"
              + number
              + ": a turn is {\"id\": ..., \"history\": [...], \"question\": ...,"
              + " \"rewrite\": ...}");
    }
    List<String> history = new ArrayList<>();
    json.path("history").forEach(one -> history.add(one.asText()));
    String id = json.path("id").asText(String.valueOf(number));
    return new Turn(id, history, json.path("question").asText(), json.path("rewrite").asText());
  }
}
