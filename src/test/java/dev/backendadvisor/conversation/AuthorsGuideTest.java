package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusProblem;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.corpus.CorpusReview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the corpus README tells authors to write into a folder of their own works as it says: its
/// fenced examples, laid over the corpus, are checked and asked.
final class AuthorsGuideTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("^```\\w+ ours/(\\S+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Path CORPUS = Path.of("corpus");

  private static final String FORBIDDEN =
      "PHP is forbidden by your company's own rules until June 2027 (ask platform at example.org):"
          + " “Nobody here maintains it any longer.”";

  @TempDir static Path ours;

  private static RealAdvisor before;
  private static RealAdvisor after;

  @BeforeAll
  static void write_the_examples() throws IOException {
    var examples = EXAMPLE.matcher(Files.readString(CORPUS.resolve("README.md")));
    while (examples.find()) {
      Files.writeString(ours.resolve(examples.group(1)), examples.group(2));
    }
    before = RealAdvisor.of(CORPUS);
    after = RealAdvisor.of(CORPUS, ours);
  }

  @AfterAll
  static void close() {
    before.close();
    after.close();
  }

  private static List<String> marked(Path... folders) {
    var contents = new CorpusFolder(List.of(folders)).read();
    Corpus corpus = new CorpusReader().read(contents.files(), contents.problems());
    List<CorpusProblem> problems = new ArrayList<>(corpus.problems());
    problems.addAll(
        CorpusReview.of(
            corpus, contents.files(), LocalDate.of(2026, 11, 24), (document, passage) -> true));
    return problems.stream().map(CorpusProblem::toString).toList();
  }

  private static Answer changed(String question) {
    Answer answer = after.ask(question);
    assertFalse(answer.text().equals(before.ask(question).text()), question);
    return answer;
  }

  @Test
  void the_check_marks_nothing_in_the_overlay() {
    assertEquals(marked(CORPUS), marked(CORPUS, ours));
  }

  @Test
  void a_fact_fills_what_was_a_gap() {
    Answer answer = changed("Java or Python for the team you have?");
    assertTrue(answer.text().startsWith("Java"), answer.text());
    assertTrue(answer.text().contains("140 run on Java"), answer.text());
  }

  @Test
  void a_technology_answers_with_what_its_language_shares() {
    String answer = changed("Harbour or Django for real-time traffic?").text();
    assertTrue(answer.contains("Harbour"), answer);
    assertTrue(answer.contains("Node.js"), answer);
  }

  @Test
  void a_criterion_compares() {
    String answer = changed("Java or Harbour for talking to our mainframe?").text();
    assertTrue(answer.contains("ahead of Harbour for talking to our mainframe"), answer);
  }

  @Test
  void a_rule_of_the_company_is_told_with_owner_and_day_whatever_is_asked_of_what_it_forbids() {
    for (String question :
        List.of(
            "Is PHP good for fast web requests?",
            "PHP or Python for fast web requests?",
            "How popular is PHP?",
            "Laravel or Rails?",
            "Is it true that PHP is dead?",
            "What are the strengths and weaknesses of PHP?",
            "In short, is PHP fast?",
            "Is PHP good for real-time traffic?")) {
      assertTrue(after.ask(question).text().contains(FORBIDDEN), after.ask(question).text());
      assertFalse(before.ask(question).text().contains("forbidden"), question);
    }
    assertFalse(after.ask("Node.js or Python for chat?").text().contains("rules"));
    assertTrue(after.ask("Are we allowed to use PHP?").text().startsWith(FORBIDDEN));
    assertEquals(FORBIDDEN, after.ask("May we use PHP for an internal tool?").text());
    assertTrue(after.ask("Is Java approved?").text().startsWith("Java is approved by your"));
    assertEquals(List.of(), after.refused());
  }

  @Test
  void a_rule_that_has_expired_is_no_longer_told() {
    try (var later = RealAdvisor.on(LocalDate.of(2027, 7, 1), CORPUS, ours)) {
      String answer = later.ask("Is PHP good for fast web requests?").text();
      assertFalse(answer.contains("forbidden"), answer);
    }
  }

  @Test
  void policies_are_read() {
    assertEquals(0, before.corpus().policies().size());
    assertEquals(2, after.corpus().policies().size());
  }

  @Test
  void a_page_is_hidden_with_its_findings() {
    assertTrue(before.corpus().documents().containsKey("comparison-article"));
    assertFalse(after.corpus().documents().containsKey("comparison-article"));
    assertTrue(
        after.corpus().evidence().stream()
            .noneMatch(one -> one.span().document().equals("comparison-article")));
  }
}
