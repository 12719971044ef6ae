package dev.backendadvisor.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Rating;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Recommendation;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Decides a [DecisionRecord] again by the corpus of today.
///
/// @param broken what it no longer stands on: another winner, a cited sentence that is gone
/// @param changed what it still stands on, but not as it was
public record RecordCheck(List<String> broken, List<String> changed) {
  /// What rounding to two places may differ by.
  private static final double ROUNDED = 0.0051;

  /// Copies the lists.
  public RecordCheck {
    broken = List.copyOf(broken);
    changed = List.copyOf(changed);
  }

  /// Checks a file's text; none when it is no decision record.
  public static Optional<RecordCheck> of(String file, DecisionModel model) {
    return DecisionRecord.twin(file).map(twin -> of(twin, model));
  }

  private static RecordCheck of(JsonNode twin, DecisionModel model) {
    List<String> broken = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    JsonNode then = twin.path("recommendation");
    String winner = then.path("ranking").path(0).path("technology").asText();
    Optional<Profile> profile = ProfileJson.read(then.path("profile").toString());
    if (profile.isEmpty() || !model.complaints(profile.get()).isEmpty()) {
      broken.add("its profile names what the corpus no longer has");
      return new RecordCheck(broken, changed);
    }
    Recommendation now = model.recommend(profile.get());
    if (now.ranking().isEmpty() || !now.winner().technology().equals(winner)) {
      broken.add(
          "the choice was "
              + winner
              + " and is "
              + (now.ranking().isEmpty() ? "none" : now.winner().technology())
              + " today");
    } else if (!now.firmness().id().equals(then.path("firmness").asText())) {
      changed.add(
          winner
              + " was "
              + then.path("firmness").asText()
              + " and is "
              + now.firmness().id()
              + " today");
    }
    changed.addAll(ratedOtherwise(then, profile.get(), model));
    for (JsonNode citation : twin.path("citations")) {
      String quote = citation.path("quote").asText();
      Document document = model.corpus().documents().get(citation.path("document").asText());
      if (document == null || !document.text().contains(quote)) {
        broken.add("a cited sentence is gone: " + quote);
      } else if (isDatedOtherwise(model.corpus(), citation)) {
        changed.add("a cited sentence has another date: " + quote);
      }
    }
    return new RecordCheck(broken, changed);
  }

  /// The cells that count for the record and have other ratings now. The evidence is weighed for
  /// the day of the record, since a day alone makes all of it a little older.
  private static List<String> ratedOtherwise(JsonNode then, Profile profile, DecisionModel model) {
    LocalDate day;
    try {
      day = LocalDate.parse(then.path("asOf").asText());
    } catch (DateTimeParseException unreadable) {
      return List.of();
    }
    var again = new DecisionModel(model.corpus(), Matrix.of(model.corpus(), day), day);
    Map<String, Rating> now = new HashMap<>();
    for (Recommendation.Contribution one : again.recommend(profile).contributions()) {
      now.put(cell(one.technology(), one.criterion()), one.rating());
    }
    Set<String> changed = new TreeSet<>();
    for (JsonNode one : then.path("contributions")) {
      String cell = cell(one.path("technology").asText(), one.path("criterion").asText());
      Rating today = now.get(cell);
      if (today != null
          && (differ(one.path("rating").path(0), today.low())
              || differ(one.path("rating").path(1), today.high()))) {
        changed.add("the evidence of " + cell + " is rated otherwise");
      }
    }
    return List.copyOf(changed);
  }

  private static String cell(String technology, String criterion) {
    return technology + " on " + criterion;
  }

  /// Whether a rating is not the one that was written, rounded.
  private static boolean differ(JsonNode written, double rating) {
    return Math.abs(written.asDouble() - rating) > ROUNDED;
  }

  private static boolean isDatedOtherwise(Corpus corpus, JsonNode citation) {
    List<String> dates =
        corpus.evidence().stream()
            .filter(one -> one.sentence().equals(citation.path("quote").asText()))
            .map(Evidence::asOf)
            .map(Object::toString)
            .distinct()
            .toList();
    return citation.path("asOf").isTextual()
        && !dates.isEmpty()
        && !dates.contains(citation.path("asOf").asText());
  }
}
