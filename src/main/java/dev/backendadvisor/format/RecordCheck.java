package dev.backendadvisor.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides a [DecisionRecord] again by the corpus of today.
///
/// @param broken what it no longer stands on: another winner, a cited sentence that is gone
/// @param changed what it still stands on, but not as it was
public record RecordCheck(List<String> broken, List<String> changed) {
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
