package dev.backendadvisor.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Likeness;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lies stay, honest sentences leave.
class GateEvaluationTest {
  private static final Corpus CORPUS = corpus();
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final Path OPEN = Path.of("corpus/golden/paraphrases-open.jsonl");

  @TempDir Path folder;

  private static Corpus corpus() {
    var contents = new CorpusFolder(List.of(Path.of("corpus"))).read();
    return new CorpusReader().read(contents.files(), contents.problems());
  }

  private static GateReport run(int every, Path... paraphrases) throws IOException {
    return new GateEvaluation(CORPUS, DAY, Likeness.UNKNOWN).run(List.of(paraphrases), every);
  }

  @Test
  void of_a_sample_no_structural_lie_leaves_and_hardly_any_other_and_most_honest_sentences_do()
      throws IOException {
    GateReport report = run(41, OPEN);
    assertEquals(List.of(), report.misses(), () -> report.text(false));
    assertTrue(report.left(GateReport.Group.SEMANTIC).whole() > 100);
    assertTrue(report.left(GateReport.Group.STRUCTURAL).whole() > 200);
  }

  @Test
  @Tag("slow")
  void of_thousands_of_lies_no_structural_one_leaves_and_hardly_any_other() throws IOException {
    GateReport report = run(1, OPEN);
    assertEquals(List.of(), report.misses(), () -> report.text(false));
    int lies =
        report.left(GateReport.Group.STRUCTURAL).whole()
            + report.left(GateReport.Group.SEMANTIC).whole();
    assertTrue(lies >= 4_500, () -> lies + " lies are too few");
  }

  @Test
  void every_kind_of_malice_is_tried_and_always_with_the_same_words() throws IOException {
    var author = new HostileAuthor(CORPUS, 7);
    var again = new HostileAuthor(CORPUS, 7);
    for (Malice malice : List.of(Malice.HOMOGLYPH, Malice.MERGED_CLAIM, Malice.REVERSED)) {
      assertEquals(author.write(malice), again.write(malice));
    }
    Set<String> tried =
        run(101).kinds().stream()
            .filter(kind -> !kind.sentences().isEmpty())
            .map(GateReport.Kind::name)
            .collect(Collectors.toSet());
    assertEquals(
        Arrays.stream(Malice.values()).map(Malice::title).collect(Collectors.toSet()), tried);
  }

  @Test
  void no_lie_is_a_sentence_of_the_corpus() {
    Set<String> told = new HashSet<>();
    CORPUS.evidence().forEach(one -> told.add(one.sentence()));
    var author = new HostileAuthor(CORPUS, 7);
    for (Malice malice : List.of(Malice.SUBJECTS_SWAPPED, Malice.WRONG_SUBJECT, Malice.REVERSED)) {
      author
          .write(malice)
          .forEach(one -> assertFalse(told.contains(one.sentence()), one.sentence()));
    }
  }

  @Test
  void a_share_has_wilsons_interval() {
    var share = new Share(5, 100);
    assertEquals(0.05, share.value(), 1e-9);
    assertEquals(0.0215, share.low(), 1e-4);
    assertEquals(0.1118, share.high(), 1e-4);
    assertEquals(0, new Share(0, 100).low(), 0);
    assertEquals(0.037, new Share(0, 100).high(), 1e-3);
    assertEquals(1, new Share(7, 7).high(), 0);
  }

  @Test
  void a_bound_that_is_missed_is_named() {
    var lie = new GateReport.Judged("Java is Python.", List.of("Java is no Python."), true);
    var fair = new GateReport.Judged("Java it is.", List.of("It is Java."), false);
    var report =
        new GateReport(
            List.of(
                new GateReport.Kind(GateReport.Group.STRUCTURAL, "link", List.of(lie)),
                new GateReport.Kind(GateReport.Group.HONEST, "light", List.of(fair))));
    assertEquals(2, report.misses().size());
    assertTrue(report.text(false).contains("left link: Java is Python."), report.text(false));
    assertTrue(report.text(true).contains("refused light: Java it is."), report.text(true));
  }

  @Test
  void what_cannot_be_read_is_said_with_its_line() throws IOException {
    Path torn = Files.writeString(folder.resolve("torn.jsonl"), "\n{\"kind\": \"light\"}\n");
    IOException wrong = assertThrows(IOException.class, () -> run(1_000, torn));
    assertTrue(wrong.toString().contains("torn.jsonl:2: a paraphrase is"), wrong.toString());
  }
}
