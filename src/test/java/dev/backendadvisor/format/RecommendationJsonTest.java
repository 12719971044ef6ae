package dev.backendadvisor.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.answer.CitedRecommendation;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Importance;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.decision.Profile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecommendationJsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Corpus CORPUS =
      new CorpusReader().read(new CorpusFolder(List.of(Path.of("corpus"))).read().files());
  private static final Matrix MATRIX = Matrix.of(CORPUS, TODAY);

  private static String decided(Profile profile) {
    // a model of its own, so that nothing is remembered
    return RecommendationJson.write(
        CitedRecommendation.of(new DecisionModel(CORPUS, MATRIX, TODAY), profile));
  }

  @Test
  void fifty_profiles_in_six_orders_give_the_same_bytes() throws Exception {
    var random = new Random(11);
    for (int i = 0; i < 50; i++) {
      List<String> needs = some(CORPUS.criteria().keySet(), 4, random);
      List<String> technologies = some(CORPUS.technologies().keySet(), 5, random);
      List<String> constraints =
          List.of(
              "{\"kind\": \"not\", \"technology\": \"php\"}",
              "{\"kind\": \"team-knows\", \"technology\": \"" + technologies.getFirst() + "\"}");
      List<String> needsJson = new ArrayList<>();
      for (String need : needs) {
        needsJson.add(
            "{\"criterion\": \"%s\", \"importance\": \"%s\"}"
                .formatted(need, Importance.values()[1 + random.nextInt(4)].id()));
      }
      Set<String> written = new HashSet<>();
      for (int order = 0; order < 6; order++) {
        written.add(
            decided(
                read(
                    "{\"needs\": [%s], \"constraints\": [%s], \"technologies\": [%s]}"
                        .formatted(
                            String.join(",", shuffled(needsJson, random)),
                            String.join(",", shuffled(constraints, random)),
                            String.join(
                                ",",
                                shuffled(technologies, random).stream()
                                    .map(one -> "\"" + one + "\"")
                                    .toList())))));
      }
      assertEquals(1, written.size());
    }
  }

  private static List<String> some(Set<String> all, int most, Random random) {
    return shuffled(new ArrayList<>(all), random).subList(0, 1 + random.nextInt(most));
  }

  private static List<String> shuffled(List<String> list, Random random) {
    List<String> other = new ArrayList<>(list);
    Collections.shuffle(other, random);
    return other;
  }

  private static Profile read(String json) throws Exception {
    return ProfileJson.read(MAPPER.readTree(json));
  }

  @Test
  void every_field_of_the_contract_is_there_and_every_number_points_to_a_citation()
      throws Exception {
    JsonNode json =
        MAPPER.readTree(
            decided(
                read(
                    """
                    {"needs": [{"criterion": "realtime", "importance": "high"}],
                     "constraints": [{"kind": "team-knows", "technology": "nodejs"}]}
                    """)));

    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    assertEquals(
        List.of(
            "profile",
            "ranking",
            "firmness",
            "contributions",
            "flips",
            "split",
            "excluded",
            "gaps",
            "nextQuestion",
            "settled",
            "proven",
            "seed",
            "asOf",
            "citations"),
        names);
    int cited = json.path("citations").size();
    assertTrue(cited > 10);
    for (JsonNode one : json.path("contributions")) {
      one.path("citations").forEach(number -> assertTrue(number.intValue() <= cited));
    }
    for (JsonNode citation : json.path("citations")) {
      String text = CORPUS.document(citation.path("document").textValue()).orElseThrow().text();
      assertEquals(
          citation.path("quote").textValue(),
          text.substring(citation.path("start").intValue(), citation.path("end").intValue()));
    }
  }

  @Test
  void a_profile_read_and_written_again_is_the_same() throws Exception {
    Profile profile =
        read(
            """
            {"goal": "learn",
             "needs": [{"criterion": "pay", "importance": "must", "from": "well paid"},
                       {"criterion": "learning", "weight": 0.34}],
             "constraints": [{"kind": "licence", "value": "free"},
                             {"kind": "not", "technology": "php", "from": "no PHP"}],
             "technologies": ["python", "java"],
             "overrides": [{"technology": "java", "criterion": "pay", "rating": [4, 4.5],
                            "by": "Ann", "why": "our own survey"}],
             "unknown": ["hosting"]}
            """);

    assertEquals(profile, read(ProfileJson.write(profile)));
    assertEquals(List.of("java", "python"), profile.technologies());
  }

  @Test
  void what_cannot_be_read_is_said_in_a_sentence() {
    for (String wrong :
        List.of(
            "[]",
            "{\"goals\": \"build\"}",
            "{\"goal\": \"win\"}",
            "{\"needs\": [{\"criterion\": \"pay\"}]}",
            "{\"needs\": [{\"criterion\": \"pay\", \"importance\": \"huge\"}]}",
            "{\"needs\": [{\"importance\": \"high\"}]}",
            "{\"needs\": [7]}",
            "{\"constraints\": [{\"kind\": \"maybe\", \"technology\": \"java\"}]}",
            "{\"constraints\": [{\"kind\": \"not\"}]}",
            "{\"technologies\": \"java\"}",
            "{\"technologies\": [1]}",
            "{\"overrides\": [{\"technology\": \"java\", \"criterion\": \"pay\"}]}",
            "{\"overrides\": [{\"technology\": \"java\", \"criterion\": \"pay\","
                + " \"rating\": [5, 2]}]}")) {
      var malformed = assertThrows(ProfileJson.Malformed.class, () -> read(wrong), wrong);
      assertTrue(String.valueOf(malformed.getMessage()).endsWith("."), malformed::toString);
    }
  }
}
