package dev.backendadvisor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.RealAdvisor;
import dev.backendadvisor.format.AnswerJson;
import dev.backendadvisor.format.DecisionRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Decision records as files, checked again by the command against a copy of the corpus.
class RecheckTest {
  private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
  @TempDir private Path home;

  private Path copied() throws IOException {
    Path copy = home.resolve("copy");
    try (Stream<Path> files = Files.walk(Path.of("corpus"))) {
      for (Path file : files.toList()) {
        Path to = copy.resolve(Path.of("corpus").relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    return copy;
  }

  /// One project for devices, and two that have nothing to do with them.
  private List<String> records() throws IOException {
    Map<String, String> projects =
        Map.of(
            "devices.md",
            "We build a service for sensors and IoT devices. Java or Python?",
            "models.md",
            "We train models on customer data. What should we use?",
            "team.md",
            "Our team knows Java. We build a core system for a bank. What should we use?");
    List<String> files = new ArrayList<>();
    try (RealAdvisor real = new RealAdvisor(new RuleAnswerer())) {
      for (Map.Entry<String, String> project : projects.entrySet()) {
        Answer answer = real.ask(project.getValue());
        Path file = home.resolve(project.getKey());
        Files.writeString(
            file,
            DecisionRecord.of(project.getValue(), AnswerJson.write(answer), AT)
                .orElseThrow()
                .json());
        files.add(file.toString());
      }
    }
    return files.stream().sorted().toList();
  }

  private String rechecked(Path corpus, List<String> records, int expected) {
    var worlds = new Worlds(home, Map.of());
    List<String> words = new ArrayList<>(List.of("recheck", "--corpus", corpus.toString()));
    words.addAll(records);
    assertEquals(expected, Main.run(worlds.world(), words.toArray(String[]::new)), worlds.err());
    return worlds.out();
  }

  @Test
  void one_changed_date_names_exactly_the_records_it_affects() throws IOException {
    Path copy = copied();
    List<String> records = records();
    List<String> standing = records.stream().map(one -> one + ": stands.").toList();
    assertEquals(standing, rechecked(copy, records, 0).lines().toList());

    Path evidence = copy.resolve("use-cases-java.evidence.yaml");
    String text = Files.readString(evidence);
    int from = text.indexOf("Eclipse Kura is made in it");
    int date = text.indexOf("as-of: ", from) + "as-of: ".length();
    int end = text.indexOf('\n', date);
    assertTrue(from > 0 && date > from, "the sentence this test changes is there");
    Files.writeString(evidence, text.substring(0, date) + "2015-10" + text.substring(end));

    List<String> after = rechecked(copy, records, 0).lines().toList();
    assertTrue(
        after.stream()
            .anyMatch(
                line ->
                    line.equals(
                        records.getFirst()
                            + ": the evidence of java on devices is rated otherwise.")),
        after::toString);
    assertEquals(
        standing.subList(1, 3),
        after.stream().filter(line -> !line.startsWith(records.getFirst())).toList());
  }
}
