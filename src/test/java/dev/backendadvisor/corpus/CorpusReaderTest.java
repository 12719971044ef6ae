package dev.backendadvisor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CorpusReaderTest {
  private static final String SENTENCE =
      "Node.js runs JavaScript on one event loop per process, so a waiting connection costs memory"
          + " but no thread.";

  private static final String FINDING =
      """
      - sentence: %s
        source: nodejs-guides
        as-of: 2026-08
        basis: documentation
        confidence: high
        condition: handlers stay short
        says:
          - technology: nodejs
            criterion: concurrency
            rating: [4, 5]
            gist: keeps waiting connections without a thread each
      """
          .formatted(SENTENCE);

  @Test
  void questions_noted_beside_a_sentence_lead_to_it() {
    Corpus corpus =
        CorpusFiles.withVocabulary()
            .add("concurrency.md", "# Concurrency\n\n" + SENTENCE + "\n")
            .add(
                "concurrency.evidence.yaml",
                FINDING
                    + """
                      answers: [Does a waiting client cost Node a thread?]
                      leaves-open:
                        - Who wrote the event loop of Node?
                    """)
            .read();

    assertEquals(List.of(), corpus.problems());
    Span sentence = corpus.evidence().getFirst().span();
    assertEquals(
        List.of(
            new NotedQuestion("Does a waiting client cost Node a thread?", sentence, true),
            new NotedQuestion("Who wrote the event loop of Node?", sentence, false)),
        corpus.questions());
  }

  @Test
  void a_page_with_evidence_is_read_whole() {
    Corpus corpus =
        CorpusFiles.withVocabulary()
            .add(
                "concurrency.md",
                "# Concurrency\n\nIt matters.\n\n## Node.js\n\n" + SENTENCE + "\nIt waits.\n")
            .add("concurrency.evidence.yaml", FINDING)
            .read();

    assertEquals(List.of(), corpus.problems());
    Document document = corpus.document("concurrency").orElseThrow();
    assertEquals("Concurrency", document.title());
    assertEquals(List.of("nodejs-guides"), document.sources());
    assertEquals(
        List.of("It matters.", SENTENCE, "It waits."),
        document.sentences().stream().map(document::quote).toList());
    assertEquals(2, document.passages().size());
    assertEquals(List.of(), document.passages().getFirst().headings());
    Passage passage = document.passages().getLast();
    assertEquals(List.of("Node.js"), passage.headings());
    assertEquals(SENTENCE + "\nIt waits.", passage.text());
    Evidence evidence = corpus.evidence().getFirst();
    assertEquals(SENTENCE, document.quote(evidence.span()));
    assertEquals(Optional.of(new Rating(4, 5)), evidence.rating());
    assertEquals(Optional.of("handlers stay short"), evidence.condition());
    assertEquals("OpenJS Foundation", evidence.source().publisher());
    assertEquals(List.of(evidence), corpus.evidenceIn(passage.span()));
  }

  @Test
  void any_markdown_without_declarations_is_a_corpus() {
    Corpus corpus = new CorpusFiles().add("notes/today.md", "Just words").read();
    assertEquals(List.of(), corpus.problems());
    Document today = corpus.document("notes/today").orElseThrow();
    assertEquals("today", today.title());
    assertEquals("Just words", today.passages().getFirst().text());
  }

  @Test
  void the_generation_follows_every_byte() {
    Corpus one = new CorpusFiles().add("a.md", "One.").add("b.md", "Two.").read();
    Corpus same = new CorpusFiles().add("a.md", "One.").add("b.md", "Two.").read();
    Corpus other = new CorpusFiles().add("a.md", "One.").add("b.md", "Two!").read();
    Corpus renamed = new CorpusFiles().add("a.md", "One.").add("c.md", "Two.").read();
    assertEquals(one.generation(), same.generation());
    assertNotEquals(one.generation(), other.generation());
    assertNotEquals(one.generation(), renamed.generation());
  }

  @Test
  void document_false_keeps_a_file_out() {
    Corpus corpus =
        new CorpusFiles().add("README.md", "---\ndocument: false\n---\nHow to write.\n").read();
    assertTrue(corpus.documents().isEmpty());
    assertFalse(corpus.problems().iterator().hasNext());
  }

  @Test
  void signs_of_two_code_units_are_read_wherever_they_stand_in_a_declaration() {
    for (int before = 1_000; before < 1_050; before++) {
      String name = "x".repeat(before) + "🎉🎉";
      Corpus corpus =
          new CorpusFiles()
              .add("technologies.yaml", "- {id: go, kind: language, name: \"" + name + "\"}")
              .read();
      assertEquals(List.of(), corpus.problems());
      assertEquals(name, corpus.technologies().values().iterator().next().name());
    }
  }

  @Test
  void declarations_of_later_folders_replace_each_other_by_id() {
    Corpus corpus =
        CorpusFiles.withVocabulary()
            .over("technologies.yaml", "- {id: python, name: CPython, kind: runtime}\n")
            .read();
    assertEquals(List.of(), corpus.problems());
    assertEquals(
        List.of("Node.js", "CPython"),
        corpus.technologies().values().stream().map(Technology::name).toList());
  }

  @Test
  void markdown_is_taken_apart_as_its_author_meant_it() {
    Document document =
        new CorpusFiles()
            .add(
                "page.md",
                """
                \uFEFF---
                title: A title
                layout: of others
                ---
                # A title

                Words first.

                - one, Item
                  over two lines
                - two

                > Quoted words
                > go on.

                | Name | Time |
                |------|------|
                | Node.js | 131 ms |

                ## Code with `ticks`

                <div>Never this.</div>

                See this:

                ```js
                await one();
                ```

                [note]: https://example.org
                """)
            .read()
            .document("page")
            .orElseThrow();
    assertEquals("A title", document.title());
    assertEquals(
        List.of(
            "Words first.",
            "one, Item\n  over two lines",
            "two",
            "Quoted words\n> go on.",
            "Node.js | 131 ms",
            "See this:"),
        document.sentences().stream().map(document::quote).toList());
    assertEquals(2, document.passages().size());
    assertEquals(List.of(), document.passages().getFirst().headings());
    assertEquals("Words first.\n\n- one,", document.passages().getFirst().text().substring(0, 20));
    assertEquals(List.of("Code with ticks"), document.passages().getLast().headings());
    assertEquals("See this:\n\n```js\nawait one();\n```", document.passages().getLast().text());
  }
}
