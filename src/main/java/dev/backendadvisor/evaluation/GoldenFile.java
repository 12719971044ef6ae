package dev.backendadvisor.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backendadvisor.answer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Golden questions and the thresholds their answers have to meet: a line of JSON each.
///
/// A line is `{"question", "kind"}` and whatever of `before`, `nuggets`, `forbidden`, `says`,
/// `evidence` (or `criteria`), `technologies`, `form` and `finding` is known. A line
/// `{"thresholds": {…}}` names measures, as [Measure] writes them, and their bounds.
///
/// @param path where it was read
/// @param questions in the order of their lines
/// @param thresholds the bound of each measure that has one
public record GoldenFile(
    Path path, List<GoldenQuestion> questions, Map<Measure, Double> thresholds) {
  private static final JsonMapper JSON = new JsonMapper();

  private static final Set<String> KEYS =
      new TreeSet<>(
          Set.of(
              "question",
              "before",
              "kind",
              "nuggets",
              "forbidden",
              "says",
              "evidence",
              "criteria",
              "technologies",
              "form",
              "finding"));

  private static final Set<String> KINDS =
      Stream.of(Answer.Kind.values())
          .map(kind -> kind.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toCollection(TreeSet::new));

  /// Copies the lists.
  public GoldenFile {
    questions = List.copyOf(questions);
    thresholds = Map.copyOf(thresholds);
  }

  /// Reads a file.
  ///
  /// @throws IOException when it cannot be read; its message says where and why
  public static GoldenFile read(Path path) throws IOException {
    List<GoldenQuestion> questions = new ArrayList<>();
    Map<Measure, Double> thresholds = new EnumMap<>(Measure.class);
    int number = 0;
    for (String line : Files.readAllLines(path)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String place = path + ":" + number + ": ";
      JsonNode json = parsed(line, place);
      if (json.has("thresholds")) {
        for (var bound : json.path("thresholds").properties()) {
          thresholds.put(measure(bound.getKey(), place), bound.getValue().asDouble());
        }
      } else {
        questions.add(question(path, number, json, place));
      }
    }
    if (questions.isEmpty()) {
      throw new IOException(path + " has no question; write {\"question\": …, \"kind\": …} a line");
    }
    return new GoldenFile(path, questions, thresholds);
  }

  private static JsonNode parsed(String line, String place) throws IOException {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException torn) {
      throw new IOException(place + "not JSON: " + torn.getOriginalMessage(), torn);
    }
  }

  private static Measure measure(String name, String place) throws IOException {
    for (Measure measure : Measure.values()) {
      if (measure.id().equals(name)) {
        return measure;
      }
    }
    throw new IOException(
        place
            + "'"
            + name
            + "' is no measure; there are "
            + Stream.of(Measure.values()).map(Measure::id).collect(Collectors.joining(", ")));
  }

  private static GoldenQuestion question(Path path, int number, JsonNode json, String place)
      throws IOException {
    for (var field : json.properties()) {
      if (!KEYS.contains(field.getKey())) {
        throw new IOException(
            "%s'%s' is no key of a question; keys are %s"
                .formatted(place, field.getKey(), String.join(", ", KEYS)));
      }
    }
    String words = json.path("question").asText("");
    String kind = json.path("kind").asText("");
    if (words.isBlank() || !KINDS.contains(kind)) {
      throw new IOException(
          place + "a line needs \"question\" and \"kind\", one of " + String.join(", ", KINDS));
    }
    List<List<String>> nuggets = new ArrayList<>();
    for (JsonNode nugget : json.path("nuggets")) {
      List<String> alternatives =
          nugget.isTextual() ? List.of(nugget.textValue()) : strings(nugget);
      if (!alternatives.isEmpty()) {
        nuggets.add(alternatives);
      }
    }
    return new GoldenQuestion(
        path.toString(),
        number,
        words,
        strings(json.path("before")),
        kind,
        nuggets,
        strings(json.path("forbidden")),
        pattern(json.path("says"), place),
        strings(json.has("criteria") ? json.path("criteria") : json.path("evidence")),
        strings(json.path("technologies")),
        Optional.ofNullable(json.path("form").textValue()),
        Optional.ofNullable(json.path("finding").textValue()));
  }

  private static Optional<Pattern> pattern(JsonNode says, String place) throws IOException {
    try {
      return Optional.ofNullable(says.textValue()).map(Pattern::compile);
    } catch (PatternSyntaxException wrong) {
      throw new IOException(
          place + "'says' is no regular expression: " + wrong.getMessage(), wrong);
    }
  }

  private static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    list.forEach(one -> strings.add(one.asText()));
    return strings;
  }
}
