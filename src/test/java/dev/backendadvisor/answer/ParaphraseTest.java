package dev.backendadvisor.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.CorpusReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Of each kind of lie a small one that is refused, beside the honest sentence it is made from.
class ParaphraseTest {
  private static final Corpus CORPUS =
      new CorpusReader()
          .read(
              List.of(
                  file(
                      "technologies.yaml",
                      """
                      - {id: nodejs, name: Node.js, aliases: [node], kind: runtime}
                      - {id: python, name: Python, kind: language}
                      - {id: java, name: Java, kind: language}
                      """),
                  file(
                      "page.md",
                      "# Page\n\nA cluster at Netflix is called Titus, as Oracle says.\n")),
              List.of());

  private static final Vocabulary VOCABULARY = new Vocabulary(CORPUS);

  private static CorpusFile file(String name, String text) {
    return new CorpusFile("here", name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> objection(String text, String said, boolean isOpinion) {
    return new Paraphrase(
            Parsed.of(said, VOCABULARY.names(), VOCABULARY::isProperName),
            VOCABULARY.parsed(text),
            Parsed.NOTHING,
            Set.of(),
            isOpinion)
        .objection();
  }

  /// Of a text, a sentence may be said and another may not, for a reason that begins so.
  private static void assertOnly(String text, String honest, String lie, String why) {
    assertOnly(text, honest, lie, why, false);
  }

  private static void assertOnly(
      String text, String honest, String lie, String why, boolean isOpinion) {
    assertEquals(Optional.empty(), objection(text, honest, isOpinion), honest);
    String objection = objection(text, lie, isOpinion).orElse("none");
    assertTrue(objection.startsWith(why), () -> lie + ": " + objection);
  }

  @Test
  void a_figure_is_not_changed() {
    assertOnly(
        "Python took 61.0 s for the task in one run.",
        "For the task, Python took 61.0 s in one run.",
        "For the task, Python took 16.0 s in one run.",
        "brings 16.0");
  }

  @Test
  void a_figure_keeps_its_unit() {
    assertOnly(
        "Java started in 40 ms with the archive.",
        "With the archive, Java started in 40 ms.",
        "With the archive, Java started in 40 s.",
        "brings s");
  }

  @Test
  void a_figure_keeps_its_limit() {
    assertOnly(
        "Python needs at least 20 MB for the program.",
        "For the program, Python needs at least 20 MB.",
        "For the program, Python needs 20 MB.",
        "changes what 20 is");
  }

  @Test
  void a_figure_keeps_what_it_counts() {
    assertOnly(
        "The survey asked 900 teams and 40 vendors.",
        "900 teams and 40 vendors were asked in the survey.",
        "40 teams and 900 vendors were asked in the survey.",
        "changes what 40 is");
  }

  @Test
  void a_figure_keeps_its_owner() {
    assertOnly(
        "Node.js took 2.95 s where Python took 61.0 s.",
        "Python took 61.0 s where Node.js took 2.95 s.",
        "Python took 2.95 s where Node.js took 61.0 s.",
        "");
  }

  @Test
  void a_date_keeps_its_side_and_stays_whole() {
    String text = "Node.js 20 was supported until 30 April 2026.";
    String honest = "Until 30 April 2026, Node.js 20 was supported.";
    assertOnly(text, honest, "Since 30 April 2026, Node.js 20 was supported.", "turns since");
    assertOnly(text, honest, "Until 30 May 2026, Node.js 20 was supported.", "brings 2026-05");
    assertOnly(text, honest, "Until 2026, Node.js 30 was supported.", "brings 30");
  }

  @Test
  void a_version_stays_with_its_name() {
    assertOnly(
        "Java 21 came out before Python 3.12.",
        "Java 21 was released before Python 3.12.",
        "Java 3.12 was released before Python 21.",
        "");
  }

  @Test
  void a_name_is_not_brought() {
    assertOnly(
        "Netflix runs Java on its servers.",
        "On its servers Netflix runs Java.",
        "On its servers Oracle runs Java.",
        "brings oracle");
  }

  @Test
  void a_technology_does_not_take_anothers_place() {
    assertOnly(
        "Node.js handles idle connections better than Python.",
        "Node.js deals with idle connections better than Python.",
        "Python deals with idle connections better than Node.js.",
        "");
  }

  @Test
  void a_negation_is_neither_brought_nor_dropped_nor_moved() {
    assertOnly(
        "Python does not run threads in parallel.",
        "In parallel, Python does not run threads.",
        "In parallel, threads are run by Python.",
        "drops a negation");
    assertOnly(
        "Java runs threads in parallel.",
        "In parallel Java runs threads.",
        "In parallel Java does not run threads.",
        "brings a negation");
    assertOnly(
        "Java does not pause and Python starts threads.",
        "Python starts threads and Java does not pause.",
        "Python does not start threads and Java pauses.",
        "brings a negation");
  }

  @Test
  void nothing_is_turned_into_its_opposite() {
    assertOnly(
        "Java starts slower than Node.js.",
        "Java starts slower than Node.js does.",
        "Java starts faster than Node.js does.",
        "");
  }

  @Test
  void a_quantity_is_not_overstated() {
    assertOnly(
        "Most frameworks for Python offer an async server.",
        "For Python, most frameworks offer an async server.",
        "For Python, all frameworks offer an async server.",
        "brings");
    assertOnly(
        "Most frameworks for Python offer an async server.",
        "For Python, most frameworks offer an async server.",
        "For Python, frameworks offer an async server.",
        "drops QUANTIFIER most");
  }

  @Test
  void what_may_be_is_not_told_as_what_is() {
    assertOnly(
        "Java may pause for a collection.",
        "For a collection Java may pause.",
        "For a collection Java pauses.",
        "drops MODAL may");
  }

  @Test
  void a_condition_is_kept() {
    assertOnly(
        "Node.js is fast if handlers stay short.",
        "If handlers stay short, Node.js is fast.",
        "Node.js is fast.",
        "drops CONDITION if");
  }

  @Test
  void a_cause_is_not_invented() {
    assertOnly(
        "Node.js uses one thread and serves many clients.",
        "Node.js uses one thread and serves many clients.",
        "Node.js serves many clients because it uses one thread.",
        "brings a cause");
  }

  @Test
  void what_was_is_not_told_as_what_is() {
    assertOnly(
        "Netflix was a user of Node.js in 2015.",
        "In 2015 Netflix was a user of Node.js.",
        "Netflix is a user of Node.js.",
        "shifts the time");
  }

  @Test
  void an_opinion_stays_somebodys_word() {
    assertOnly(
        "Oracle says that Java starts fast.",
        "Java starts fast, says Oracle.",
        "Java starts fast.",
        "drops whose word it is",
        true);
  }

  @Test
  void a_sentence_that_says_nothing_is_no_paraphrase() {
    assertEquals(Optional.of("says nothing"), objection("Java starts fast.", "It is Java.", false));
  }
}
