package dev.backendadvisor.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backendadvisor.format.AnswerJson.Event;
import dev.backendadvisor.question.Offers.Offer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells an answer event by event once more, from its JSON as it was sent.
public final class StoredAnswer {
  private static final JsonMapper MAPPER = new JsonMapper();

  private StoredAnswer() {}

  /// The events in the order in which they happen: each citation before the first sentence that
  /// uses it, and at the end `done` with the very same JSON.
  ///
  /// @param json as [AnswerJson] wrote it
  /// @throws IllegalArgumentException when it is no answer
  public static List<Event> events(String json) {
    JsonNode answer = read(json);
    List<Event> events = new ArrayList<>();
    ObjectNode understood = MAPPER.createObjectNode();
    understood.set("id", answer.path("id"));
    understood.set("conversation", answer.path("conversation"));
    understood.set("understood", answer.path("understood"));
    events.add(event("understood", understood));
    if (answer.path("comparison") instanceof ObjectNode comparison) {
      events.add(event("comparison", withoutCitations(comparison)));
    }
    if (answer.path("recommendation") instanceof ObjectNode recommendation) {
      events.add(event("recommendation", withoutNumbers(recommendation)));
    }
    Set<Integer> cited = new HashSet<>();
    for (JsonNode sentence : answer.path("sentences")) {
      for (JsonNode number : sentence.path("citations")) {
        if (cited.add(number.intValue())) {
          events.add(event("citation", answer.path("citations").path(number.intValue() - 1)));
        }
      }
      events.add(event("sentence", sentence));
    }
    answer.path("notices").forEach(notice -> events.add(event("notice", notice)));
    events.add(new Event("done", () -> json));
    return events;
  }

  /// A recommendation as it is told first, before anything has a number.
  private static ObjectNode withoutNumbers(ObjectNode recommendation) {
    ObjectNode told = recommendation.deepCopy();
    told.path("contributions")
        .forEach(
            one -> {
              if (one instanceof ObjectNode contribution) {
                contribution.putArray("citations");
              }
            });
    return told;
  }

  /// What an answer offers below its text: the answers to the question it asks, then the questions
  /// worth asking next.
  ///
  /// @param json as [AnswerJson] wrote it
  /// @throws IllegalArgumentException when it is no answer
  public static List<Offer> offers(String json) {
    JsonNode answer = read(json);
    List<Offer> offers = new ArrayList<>();
    for (JsonNode choice : answer.path("choices")) {
      offers.add(new Offer(choice.path("label").asText(), choice.path("message").asText(), true));
    }
    answer.path("suggestions").forEach(one -> offers.add(new Offer("", one.asText(), false)));
    return offers;
  }

  /// The first sentence of an answer, if it says anything.
  ///
  /// @param json as [AnswerJson] wrote it
  /// @throws IllegalArgumentException when it is no answer
  public static Optional<String> firstSentence(String json) {
    return Optional.ofNullable(read(json).path("sentences").path(0).path("text").textValue());
  }

  /// How many citations an answer has.
  ///
  /// @param json as [AnswerJson] wrote it
  /// @throws IllegalArgumentException when it is no answer
  public static int citations(String json) {
    return read(json).path("citations").size();
  }

  /// An answer without its own id and those of its conversation and of other answers.
  ///
  /// @param json as [AnswerJson] wrote it
  /// @throws IllegalArgumentException when it is no answer
  public static String withoutIds(String json) {
    JsonNode answer = read(json);
    if (answer instanceof ObjectNode all) {
      all.remove(List.of("id", "conversation"));
    }
    for (JsonNode carried : answer.path("understood").path("carriedOver")) {
      if (carried instanceof ObjectNode one) {
        one.remove("from");
      }
    }
    return answer.toString();
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException torn) {
      throw new IllegalArgumentException("This is no answer", torn);
    }
  }

  private static Event event(String name, JsonNode data) {
    return new Event(name, data::toString);
  }

  /// A comparison as it is told before any citation has its number.
  private static JsonNode withoutCitations(ObjectNode comparison) {
    ObjectNode told = comparison.deepCopy();
    for (JsonNode row : told.path("rows")) {
      for (JsonNode cell : row.path("cells")) {
        if (cell.path("citations") instanceof ArrayNode numbers) {
          numbers.removeAll();
        }
      }
    }
    return told;
  }
}
