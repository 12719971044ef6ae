package dev.backendadvisor.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.conversation.RealAdvisor;
import dev.backendadvisor.retrieval.Generation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Plain Markdown on another subject, with golden questions of its own: what holds for the corpus
/// this project ships with holds for any.
class OtherCorpusTest {
  private static final Path HERE =
      Path.of("src", "test", "resources", "dev", "backendadvisor", "evaluation");

  /// Names of what the shipped corpus compares, which no answer on bread has a reason to say.
  private static final Pattern BUILT_IN =
      Pattern.compile(
          "(?i)\\b(?:node(?:\\.js)?|python|java|django|spring|back-?end|technolog\\w*)\\b");

  @Test
  void questions_on_bread_are_answered_from_a_folder_on_bread() throws IOException {
    GoldenFile file = GoldenFile.read(HERE.resolve("bread.jsonl"));
    try (RealAdvisor baker = RealAdvisor.of(HERE.resolve("bread"));
        Generation generation = baker.generation()) {
      Scorecard card = new Evaluation(baker.advisor(), generation).run(file);
      assertEquals(List.of(), card.misses(), card::text);
      List<Judged> answerable =
          card.judged().stream().filter(one -> one.golden().answerable()).toList();
      long right =
          answerable.stream().filter(one -> one.answered() && one.faults().isEmpty()).count();
      assertEquals(20, answerable.size());
      assertTrue(right >= 16, () -> right + " right and cited\n" + card.text());
      List<String> foreign = new ArrayList<>();
      for (Judged one : card.judged()) {
        List<String> said = new ArrayList<>(one.answer().suggestions());
        said.add(one.answer().text().replace(one.golden().question(), ""));
        one.answer().nearest().forEach(near -> said.add(near.title() + " " + near.heading()));
        one.answer().choices().forEach(choice -> said.add(choice.message()));
        one.answer().notices().forEach(notice -> said.add(notice.text()));
        said.stream().filter(words -> BUILT_IN.matcher(words).find()).forEach(foreign::add);
      }
      assertEquals(List.of(), foreign);
    }
  }
}
