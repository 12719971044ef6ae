package dev.backendadvisor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The schema's own examples are a corpus: each fenced block that names a file is that file.
final class CorpusReadmeTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("^```\\w+ (?!ours/)(\\S+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  private static String readme() throws IOException {
    return Files.readString(Path.of("corpus", "README.md"));
  }

  private static Corpus examples() throws IOException {
    CorpusFiles files = new CorpusFiles();
    EXAMPLE.matcher(readme()).results().forEach(one -> files.add(one.group(1), one.group(2)));
    return files.read();
  }

  @Test
  void the_examples_are_read_without_a_problem() throws IOException {
    Corpus corpus = examples();
    assertEquals(List.of(), corpus.problems());
    assertEquals(Set.of("concurrency", "releases", "computing"), corpus.documents().keySet());
    assertTrue(corpus.policies().size() == 1 && corpus.gaps().size() == 1);
    assertEquals(
        Set.of(Evidence.Basis.values()),
        corpus.evidence().stream().map(Evidence::basis).collect(Collectors.toSet()));
  }

  @Test
  void the_examples_show_every_part_of_a_finding() throws IOException {
    List<Evidence> evidence = examples().evidence();
    assertTrue(evidence.stream().anyMatch(one -> one.support().isPresent()));
    assertTrue(evidence.stream().anyMatch(one -> one.value().isPresent()));
    assertTrue(evidence.stream().anyMatch(one -> one.gist().isPresent()));
    assertTrue(evidence.stream().anyMatch(one -> one.condition().isPresent()));
    assertTrue(evidence.stream().anyMatch(one -> !one.versions().isEmpty()));
    assertTrue(evidence.stream().anyMatch(one -> one.rating().isEmpty()));
    assertTrue(
        evidence.stream().anyMatch(one -> one.source().undated().isPresent()),
        "a source without a date");
  }

  @Test
  void the_readme_itself_is_no_page() throws IOException {
    Corpus corpus = new CorpusFiles().add("README.md", readme()).read();
    assertEquals(List.of(), corpus.problems());
    assertTrue(corpus.documents().isEmpty());
  }
}
