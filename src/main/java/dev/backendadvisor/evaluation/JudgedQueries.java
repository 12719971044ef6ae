package dev.backendadvisor.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Queries with the documents that are known to answer them.
///
/// @param queries in the order of their file
record JudgedQueries(List<Judged> queries) {
  private static final Pattern TOPIC = Pattern.compile("<top>(.*?)</top>", Pattern.DOTALL);
  private static final Pattern NUMBER =
      Pattern.compile("<num>(?:\\s*Number:)?\\s*(\\S+?)\\s*(?:</num>|\\n)");
  private static final Pattern TITLE =
      Pattern.compile("<title>(.*?)(?:</title>|<)", Pattern.DOTALL);
  private static final ObjectMapper JSON = new ObjectMapper();

  JudgedQueries {
    queries = List.copyOf(queries);
  }

  /// A query.
  ///
  /// @param relevant how relevant each document is, 1 or more, by its id
  record Judged(String id, String text, Map<String, Integer> relevant) {
    Judged {
      relevant = Map.copyOf(relevant);
    }
  }

  /// Whether sections were judged, not whole documents.
  boolean namesSections() {
    return queries.stream()
        .anyMatch(query -> query.relevant().keySet().stream().anyMatch(id -> id.contains("#")));
  }

  /// Reads queries, TREC topics or a line of JSON each, and TREC judgements; a query without a
  /// relevant document is left out, as nothing can be measured on it.
  ///
  /// @throws IOException when a file cannot be read; its message says where and why
  static JudgedQueries read(Path queryFile, Path judgementFile) throws IOException {
    Map<String, Map<String, Integer>> judgements = judgements(judgementFile);
    Map<String, String> queries = queries(queryFile, judgements);
    List<Judged> judged = new ArrayList<>();
    queries.forEach(
        (id, text) -> {
          var relevant = judgements.getOrDefault(id, Map.of());
          if (!relevant.isEmpty()) {
            judged.add(new Judged(id, text, relevant));
          }
        });
    if (judged.isEmpty()) {
      throw new IOException(
          "No query of "
              + queryFile
              + " has a judgement in "
              + judgementFile
              + "; compare the ids");
    }
    return new JudgedQueries(judged);
  }

  private static Map<String, Map<String, Integer>> judgements(Path file) throws IOException {
    Map<String, Map<String, Integer>> judgements = new LinkedHashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String[] columns = line.strip().split("\\s+");
      try {
        int relevance = Integer.parseInt(columns[3]);
        var documents = judgements.computeIfAbsent(columns[0], query -> new LinkedHashMap<>());
        if (relevance > 0) {
          documents.put(columns[2], relevance);
        }
      } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
        throw new IOException(
            file + ":" + number + ": a judgement is 'query 0 document relevance', not: " + line, e);
      }
    }
    return judgements;
  }

  private static Map<String, String> queries(
      Path file, Map<String, Map<String, Integer>> judgements) throws IOException {
    String text = Files.readString(file);
    return text.stripLeading().startsWith("<") ? topics(text, judgements) : lines(file, text);
  }

  /// Some collections number topics otherwise than judgements: then they go by position.
  private static Map<String, String> topics(
      String text, Map<String, Map<String, Integer>> judgements) {
    Map<String, String> byNumber = new LinkedHashMap<>();
    Map<String, String> byPosition = new LinkedHashMap<>();
    var topic = TOPIC.matcher(text);
    while (topic.find()) {
      var number = NUMBER.matcher(topic.group(1));
      var title = TITLE.matcher(topic.group(1));
      if (title.find()) {
        String words = title.group(1).strip().replaceAll("\\s+", " ");
        byPosition.put(Integer.toString(byPosition.size() + 1), words);
        byNumber.put(number.find() ? number.group(1) : "", words);
      }
    }
    return new HashSet<>(byNumber.keySet()).containsAll(judgements.keySet())
        ? byNumber
        : byPosition;
  }

  private static Map<String, String> lines(Path file, String text) throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        JsonNode query = JSON.readTree(line);
        if (!query.hasNonNull("id") || !query.hasNonNull("text")) {
          throw new IOException(file + ":" + number + ": a query needs \"id\" and \"text\"");
        }
        queries.put(query.get("id").asText(), query.get("text").asText());
      } catch (JsonProcessingException e) {
        throw new IOException(file + ":" + number + ": not JSON: " + e.getOriginalMessage(), e);
      }
    }
    return queries;
  }
}
