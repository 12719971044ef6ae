package dev.backendadvisor.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Technology;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A decision as a file to keep beside the code: Markdown after MADR, with a twin in JSON at its
/// end that holds all of it, so that the file can be [checked again](RecordCheck).
public final class DecisionRecord {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String FENCE = "```json\n";
  private static final int MOST_FLIPS = 6;
  private static final int MOST_ARGUMENTS = 6;

  private final String question;
  private final Instant at;
  private final JsonNode answer;
  private final JsonNode made;

  private DecisionRecord(String question, Instant at, JsonNode answer) {
    this.question = question;
    this.at = at;
    this.answer = answer;
    this.made = answer.path("recommendation");
  }

  /// The record of an answer that decides; none of another one.
  ///
  /// @param question the visitor's words
  /// @param json the answer as it was sent
  /// @param at when it was given
  public static Optional<DecisionRecord> of(String question, String json, Instant at) {
    try {
      JsonNode answer = MAPPER.readTree(json);
      return answer.path("recommendation").path("ranking").isEmpty()
          ? Optional.empty()
          : Optional.of(new DecisionRecord(question, at, answer));
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }

  /// The twin in a file's text, whether the file is the record or the twin; none in another file.
  static Optional<JsonNode> twin(String file) {
    int from = file.lastIndexOf("\n" + FENCE);
    String json = from < 0 ? file : file.substring(from + 1 + FENCE.length());
    int to = from < 0 ? -1 : json.lastIndexOf("\n```");
    try {
      JsonNode twin = MAPPER.readTree(to < 0 ? json : json.substring(0, to));
      return twin.path("recommendation").path("profile").isObject()
          ? Optional.of(twin)
          : Optional.empty();
    } catch (JsonProcessingException other) {
      return Optional.empty();
    }
  }

  /// All of it as JSON.
  public String json() {
    return Json.object(
        json -> {
          json.writeStringField("conversation", answer.path("conversation").asText());
          json.writeStringField("answer", answer.path("id").asText());
          json.writeStringField("question", question);
          json.writeStringField("at", at.toString());
          json.writeStringField("text", answer.path("text").asText());
          json.writeFieldName("recommendation");
          json.writeRawValue(made.toString());
          json.writeFieldName("citations");
          json.writeRawValue(answer.path("citations").toString());
        });
  }

  /// The record.
  ///
  /// @param corpus whose names technologies and criteria have
  public String markdown(Corpus corpus) {
    var names = new Names(corpus);
    var text = new StringBuilder();
    String winner = names.technology(made.path("ranking").path(0).path("technology").asText());
    text.append("---\nstatus: proposed\ndate: ")
        .append(at.atZone(ZoneOffset.UTC).toLocalDate())
        .append("\n---\n\n# Use ")
        .append(winner)
        .append("\n\n## Context and problem statement\n\n> ")
        .append(question.strip().replace("\n", "\n> "))
        .append("\n\n## Decision drivers\n\n");
    list(text, drivers(names), "Nothing was stated.");
    text.append("\n## Considered options\n\n");
    for (JsonNode rank : made.path("ranking")) {
      text.append("- ")
          .append(names.technology(rank.path("technology").asText()))
          .append(", score ")
          .append(rank.path("score").asText())
          .append('\n');
    }
    for (JsonNode one : made.path("excluded")) {
      text.append("- ")
          .append(names.technology(one.path("technology").asText()))
          .append(", left out: ")
          .append(one.path("constraint").asText())
          .append(one.has("owner") ? " (" + one.path("owner").asText() + ")" : "")
          .append('\n');
    }
    text.append("\n## Decision outcome\n\n")
        .append(answer.path("text").asText())
        .append("\n\nHow firm: ")
        .append(made.path("firmness").asText())
        .append("; first in ")
        .append(percent(made.path("ranking").path(0).path("wins")))
        .append(" of the weightings and ratings that this leaves open.\n")
        .append("\n### Revisit when\n\n");
    list(text, flips(names), "No change of one weight alone changes the choice.");
    list(text, gaps(names), "");
    text.append("\n## Pros and cons of the options\n");
    for (JsonNode rank : made.path("ranking")) {
      String id = rank.path("technology").asText();
      text.append("\n### ").append(names.technology(id)).append("\n\n");
      list(text, ratings(id, names), "Nothing is rated.");
    }
    text.append("\n## Evidence\n\n");
    list(text, evidence(), "None was cited.");
    return text.append(
            "\n## Twin\n\nAll of this as data, to be checked again by `./advisor recheck`.\n\n")
        .append(FENCE)
        .append(json())
        .append("\n```\n")
        .toString();
  }

  private static void list(StringBuilder text, List<String> points, String otherwise) {
    points.forEach(point -> text.append("- ").append(point).append('\n'));
    if (points.isEmpty() && !otherwise.isEmpty()) {
      text.append(otherwise).append('\n');
    }
  }

  private List<String> drivers(Names names) {
    List<String> drivers = new ArrayList<>();
    Map<String, JsonNode> weights = new LinkedHashMap<>();
    made.path("contributions")
        .forEach(one -> weights.putIfAbsent(one.path("criterion").asText(), one.path("weight")));
    for (JsonNode need : made.path("profile").path("needs")) {
      String id = need.path("criterion").asText();
      JsonNode weight = weights.get(id);
      drivers.add(
          names.criterion(id)
              + (weight == null ? "" : ", " + percent(weight) + " of all")
              + said(need));
    }
    for (JsonNode one : made.path("profile").path("constraints")) {
      drivers.add(
          one.path("kind").asText()
              + " "
              + names.technology(one.path("technology").asText(one.path("value").asText()))
              + said(one));
    }
    for (JsonNode one : made.path("profile").path("overrides")) {
      drivers.add(
          "own rating of "
              + names.technology(one.path("technology").asText())
              + " on "
              + names.criterion(one.path("criterion").asText())
              + ": "
              + marks(one.path("rating"))
              + " of 5"
              + said(one, "by", ", by ")
              + said(one, "why", ": "));
    }
    return drivers;
  }

  private static String said(JsonNode one, String field, String before) {
    String text = one.path(field).isTextual() ? one.path(field).asText() : "";
    return text.isBlank() ? "" : before + text;
  }

  private static String said(JsonNode one) {
    String from = one.path("from").asText();
    return from.isBlank() ? "" : ": “" + from + "”";
  }

  private List<String> flips(Names names) {
    List<String> flips = new ArrayList<>();
    for (JsonNode flip : made.path("flips")) {
      boolean more = flip.path("weightThen").asDouble() > flip.path("weightNow").asDouble();
      if (flips.size() < MOST_FLIPS) {
        flips.add(
            names.criterion(flip.path("criterion").asText())
                + " counts for "
                + (more ? "more than " : "less than ")
                + percent(flip.path("weightThen"))
                + " of all (now "
                + percent(flip.path("weightNow"))
                + "): then "
                + names.technology(flip.path("winner").asText()));
      }
    }
    return flips;
  }

  private List<String> gaps(Names names) {
    List<String> gaps = new ArrayList<>();
    for (JsonNode gap : made.path("gaps")) {
      gaps.add(
          "there is evidence of "
              + names.technology(gap.path("technology").asText())
              + " on "
              + names.criterion(gap.path("criterion").asText())
              + ", of which there is none yet");
    }
    return gaps;
  }

  private List<String> ratings(String technology, Names names) {
    List<String> ratings = new ArrayList<>();
    for (JsonNode one : made.path("contributions")) {
      if (one.path("technology").asText().equals(technology) && ratings.size() < MOST_ARGUMENTS) {
        ratings.add(
            names.criterion(one.path("criterion").asText())
                + ": "
                + marks(one.path("rating"))
                + " of 5, counting "
                + percent(one.path("weight")));
      }
    }
    return ratings;
  }

  private List<String> evidence() {
    List<String> evidence = new ArrayList<>();
    for (JsonNode one : answer.path("citations")) {
      evidence.add(
          "["
              + one.path("number").asText()
              + "] “"
              + one.path("quote").asText()
              + "” ("
              + one.path("source").path("title").asText()
              + "; "
              + one.path("document").asText()
              + " "
              + one.path("start").asText()
              + "–"
              + one.path("end").asText()
              + ", "
              + one.path("version").asText()
              + ")");
    }
    return evidence;
  }

  /// A rating in words: one mark, or from which to which.
  private static String marks(JsonNode rating) {
    String low = mark(rating.path(0));
    String high = mark(rating.path(1));
    return low.equals(high) ? low : low + " to " + high;
  }

  private static String mark(JsonNode mark) {
    return mark.asText().replaceFirst("\\.0$", "");
  }

  private static String percent(JsonNode share) {
    return Math.round(100 * share.asDouble()) + " %";
  }

  private record Names(Corpus corpus) {
    String technology(String id) {
      return Optional.ofNullable(corpus.technologies().get(id)).map(Technology::name).orElse(id);
    }

    String criterion(String id) {
      return Optional.ofNullable(corpus.criteria().get(id)).map(Criterion::name).orElse(id);
    }
  }
}
