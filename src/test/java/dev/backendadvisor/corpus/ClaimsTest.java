package dev.backendadvisor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Each claim of the article the corpus started from is carried by a sentence that names the
/// article, and stands beside better sources unless it is said to be alone.
final class ClaimsTest {
  private static final String ORIGIN = "backend-comparison-article";

  private static final Set<String> FINDINGS =
      Set.of("supported", "narrowed", "contradicted", "outdated", "one-source");

  private static Corpus corpus() {
    var contents = new CorpusFolder(List.of(Path.of("corpus"))).read();
    return new CorpusReader().read(contents.files(), contents.problems());
  }

  private static List<Map<?, ?>> claims() throws IOException {
    String yaml = Files.readString(Path.of("corpus", "golden", "claims.yaml"));
    List<Map<?, ?>> claims = new ArrayList<>();
    if (new Load(LoadSettings.builder().build()).loadFromString(yaml) instanceof List<?> list) {
      list.forEach(one -> claims.add((Map<?, ?>) one));
    }
    return claims;
  }

  @Test
  void every_claim_is_carried_by_one_sentence_that_names_the_article() throws IOException {
    Corpus corpus = corpus();
    Set<String> carried = new HashSet<>();
    for (Map<?, ?> claim : claims()) {
      String sentence = String.valueOf(claim.get("sentence"));
      assertTrue(FINDINGS.contains(String.valueOf(claim.get("finding"))), sentence);
      List<Evidence> records =
          corpus.evidence().stream().filter(one -> one.sentence().equals(sentence)).toList();
      assertTrue(!records.isEmpty(), () -> "no evidence is recorded on: " + sentence);
      for (Evidence record : records) {
        assertEquals(String.valueOf(claim.get("document")), record.span().document());
        assertEquals(ORIGIN, record.source().origin(), sentence);
        assertEquals(Evidence.Basis.OPINION, record.basis(), sentence);
      }
      carried.add(sentence);
    }
    Set<String> recorded =
        corpus.evidence().stream()
            .filter(one -> one.source().origin().equals(ORIGIN))
            .map(Evidence::sentence)
            .collect(Collectors.toSet());
    recorded.removeAll(carried);
    assertEquals(Set.of(), recorded, "recorded, but in no claim");
  }

  @Test
  void each_claim_stands_in_the_list_once() throws IOException {
    List<String> claims =
        claims().stream().map(claim -> String.valueOf(claim.get("claim"))).toList();
    assertEquals(claims.size(), Set.copyOf(claims).size());
    assertTrue(claims.size() >= 90, claims.size() + " claims");
  }
}
