package dev.backendadvisor.format;

import static dev.backendadvisor.format.Json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Rating;
import dev.backendadvisor.decision.Importance;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Profile.Constraint;
import dev.backendadvisor.decision.Profile.Need;
import dev.backendadvisor.decision.Profile.OwnRating;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Profiles as JSON, in and out. What is read and written again is the same profile.
public final class ProfileJson {
  private static final Set<String> FIELDS =
      Set.of("goal", "needs", "constraints", "technologies", "overrides", "unknown");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// How many of anything a profile may list.
  private static final int MOST = 100;

  /// How long its words may be.
  private static final int LONGEST = 500;

  private ProfileJson() {}

  /// A profile that cannot be read. Its message says where and what to do.
  public static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String detail) {
      super(detail, null, false, false);
    }
  }

  /// Reads a profile. A field it does not know is an error, since a misspelt need would silently
  /// count for nothing.
  ///
  /// @throws Malformed when it is none
  public static Profile read(JsonNode profile) {
    if (!profile.isObject()) {
      throw new Malformed("A profile must be a JSON object like {\"goal\": \"build\"}.");
    }
    known(profile, "A profile", FIELDS);
    return new Profile(
        goal(profile),
        list(profile, "needs").stream().map(ProfileJson::need).toList(),
        list(profile, "constraints").stream().map(ProfileJson::constraint).toList(),
        strings(profile, "technologies"),
        list(profile, "overrides").stream().map(ProfileJson::rating).toList(),
        strings(profile, "unknown"));
  }

  /// A profile as it was written; none when it no longer can be read.
  public static Optional<Profile> read(String json) {
    try {
      return Optional.of(read(MAPPER.readTree(json)));
    } catch (JsonProcessingException | Malformed unreadable) {
      return Optional.empty();
    }
  }

  private static Criterion.Goal goal(JsonNode profile) {
    String goal = text(profile, "goal").orElse("build");
    return switch (goal) {
      case "build" -> Criterion.Goal.BUILD;
      case "learn" -> Criterion.Goal.LEARN;
      default -> throw new Malformed("\"goal\" must be \"build\" or \"learn\".");
    };
  }

  private static Need need(JsonNode need) {
    known(need, "A need", Set.of("criterion", "importance", "weight", "from"));
    String criterion = required(need, "criterion", "a need");
    Optional<String> named = text(need, "importance");
    JsonNode weight = need.path("weight");
    boolean weighed = !weight.isMissingNode() && !weight.isNull();
    if (weighed && !weight.isNumber()) {
      throw new Malformed("The \"weight\" of \"" + criterion + "\" must be a number from 0 to 1.");
    }
    if (named.isEmpty() && !weighed) {
      throw new Malformed(
          "The need \"" + criterion + "\" lacks an \"importance\" or a \"weight\".");
    }
    Importance importance =
        named
            .map(
                one ->
                    Importance.of(one)
                        .orElseThrow(
                            () ->
                                new Malformed(
                                    "\"importance\" of \""
                                        + criterion
                                        + "\" must be one of "
                                        + Stream.of(Importance.values())
                                            .map(Importance::id)
                                            .collect(Collectors.joining(", "))
                                        + ".")))
            .orElse(Importance.LOW);
    return new Need(
        criterion,
        importance,
        weighed ? OptionalDouble.of(weight.doubleValue()) : OptionalDouble.empty(),
        text(need, "from").orElse(""));
  }

  private static Constraint constraint(JsonNode constraint) {
    known(constraint, "A constraint", Set.of("kind", "technology", "value", "from"));
    String kind = required(constraint, "kind", "a constraint");
    Constraint.Kind known =
        Stream.of(Constraint.Kind.values())
            .filter(one -> one.id().equals(kind))
            .findFirst()
            .orElseThrow(
                () ->
                    new Malformed(
                        "\"kind\" of a constraint must be one of "
                            + Stream.of(Constraint.Kind.values())
                                .map(Constraint.Kind::id)
                                .collect(Collectors.joining(", "))
                            + "."));
    String field = valueField(known);
    return new Constraint(
        known,
        required(constraint, field, "the constraint \"" + kind + "\""),
        text(constraint, "from").orElse(""));
  }

  private static String valueField(Constraint.Kind kind) {
    return kind == Constraint.Kind.LICENCE ? "value" : "technology";
  }

  private static OwnRating rating(JsonNode override) {
    known(override, "An override", Set.of("technology", "criterion", "rating", "by", "why"));
    JsonNode rating = override.path("rating");
    if (!rating.isArray()
        || rating.size() != 2
        || !rating.get(0).isNumber()
        || !rating.get(1).isNumber()) {
      throw new Malformed("An override needs a \"rating\" like [3, 4].");
    }
    double low = rating.get(0).doubleValue();
    double high = rating.get(1).doubleValue();
    if (!(1 <= low && low <= high && high <= 5)) {
      throw new Malformed("The \"rating\" of an override must be [low, high] from 1 to 5.");
    }
    return new OwnRating(
        required(override, "technology", "an override"),
        required(override, "criterion", "an override"),
        new Rating(low, high),
        text(override, "by"),
        text(override, "why"));
  }

  private static void known(JsonNode object, String what, Set<String> fields) {
    if (!object.isObject()) {
      throw new Malformed(what + " must be a JSON object.");
    }
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!fields.contains(name)) {
                throw new Malformed(
                    what
                        + " has no \""
                        + shortened(name)
                        + "\"; its fields are "
                        + String.join(", ", new TreeSet<>(fields))
                        + ".");
              }
            });
  }

  private static String shortened(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }

  private static List<JsonNode> list(JsonNode profile, String field) {
    JsonNode list = profile.path(field);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    if (!list.isArray()) {
      throw new Malformed("\"" + field + "\" must be a list.");
    }
    if (list.size() > MOST) {
      throw new Malformed("\"" + field + "\" may list " + MOST + " at most.");
    }
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items;
  }

  private static List<String> strings(JsonNode profile, String field) {
    return list(profile, field).stream()
        .map(
            one -> {
              if (!one.isTextual()) {
                throw new Malformed("\"" + field + "\" must be a list of strings.");
              }
              return checked(field, one.textValue());
            })
        .toList();
  }

  private static String required(JsonNode object, String field, String what) {
    return text(object, field)
        .filter(one -> !one.isBlank())
        .orElseThrow(
            () ->
                new Malformed(
                    what.substring(0, 1).toUpperCase(Locale.ROOT)
                        + what.substring(1)
                        + " needs a \""
                        + field
                        + "\"."));
  }

  private static Optional<String> text(JsonNode object, String field) {
    JsonNode node = object.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      throw new Malformed("\"" + field + "\" must be a string.");
    }
    return Optional.of(checked(field, node.textValue()));
  }

  private static String checked(String field, String text) {
    if (text.length() > LONGEST) {
      throw new Malformed("\"" + field + "\" may have " + LONGEST + " characters at most.");
    }
    return text;
  }

  static void write(JsonGenerator json, Profile profile) throws IOException {
    json.writeStringField("goal", Json.id(profile.goal()));
    json.writeArrayFieldStart("needs");
    for (Need need : profile.needs()) {
      json.writeStartObject();
      json.writeStringField("criterion", need.criterion());
      if (need.share().isPresent()) {
        json.writeNumberField("weight", need.share().getAsDouble());
      } else {
        json.writeStringField("importance", need.importance().id());
      }
      json.writeStringField("from", need.from());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("constraints");
    for (Constraint constraint : profile.constraints()) {
      json.writeStartObject();
      json.writeStringField("kind", constraint.kind().id());
      json.writeStringField(valueField(constraint.kind()), constraint.value());
      json.writeStringField("from", constraint.from());
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.strings(json, "technologies", profile.technologies());
    json.writeArrayFieldStart("overrides");
    for (OwnRating rating : profile.ratings()) {
      json.writeStartObject();
      json.writeStringField("technology", rating.technology());
      json.writeStringField("criterion", rating.criterion());
      json.writeArrayFieldStart("rating");
      json.writeNumber(rating.rating().low());
      json.writeNumber(rating.rating().high());
      json.writeEndArray();
      field(json, "by", rating.by());
      field(json, "why", rating.why());
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.strings(json, "unknown", profile.unknown());
  }

  /// A profile as it is read.
  public static String write(Profile profile) {
    return Json.object(json -> write(json, profile));
  }
}
