package dev.backendadvisor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One mistake a case: it is found at its line, the words help, and nothing else is reported.
final class CorpusProblemsTest {
  private static final String PAGE =
      """
      # Concurrency

      Node.js serves 46,850 requests/s on one event loop.
      Python runs one thread at a time.

      It waits.

      It waits. The Guide says so.

      ## A heading
      """;

  private static final String FINDING =
      """
      - sentence: Node.js serves 46,850 requests/s on one event loop.
        source: nodejs-guides
        as-of: 2026-08
        basis: measured
        confidence: high
        says:
          - technology: nodejs
            criterion: concurrency
            rating: [4, 5]
            gist: serves 46850 requests/s
        recorded: 46,850 requests/s
      """;

  private static Arguments finding(String from, String to, String expected) {
    assertTrue(FINDING.contains(from), from);
    return Arguments.of("concurrency.evidence.yaml", FINDING.replace(from, to), expected);
  }

  private static Arguments file(String path, String text, String expected) {
    return Arguments.of(path, text, expected);
  }

  private static List<Arguments> mistakes() {
    String evidence = "corpus/concurrency.evidence.yaml";
    return List.of(
        // findings
        finding(
            "  basis: measured",
            "  bassis: measured",
            evidence + ":4: 'bassis' is not a key of a finding; did you mean 'basis'?"),
        finding(
            "  confidence: high\n",
            "",
            evidence + ":1: 'confidence' is missing in this finding; add 'confidence: …'"),
        finding(
            "as-of: 2026-08",
            "as-of: 2026-13",
            evidence + ":3: 'as-of: 2026-13' is no date of the calendar; write YYYY, YYYY-MM or"),
        finding(
            "as-of: 2026-08",
            "as-of: [2026]",
            evidence + ":3: 'as-of' must be plain words, but is a list; write 'as-of: …'"),
        finding(
            "basis: measured",
            "basis: measure",
            evidence
                + ":4: 'basis: measure' is not known; did you mean 'measured'? Else write one"),
        finding(
            "rating: [4, 5]",
            "rating: [5, 4]",
            evidence + ":9: 'rating' must be two numbers from 1 to 5, the lower first, as in"),
        finding(
            "rating: [4, 5]",
            "rating: 4",
            evidence + ":9: 'rating' must be two numbers from 1 to 5"),
        finding(
            "rating: [4, 5]",
            "rating: [4, 6]",
            evidence + ":9: 'rating' must be two numbers from 1 to 5"),
        finding(
            "technology: nodejs",
            "technology: nodjs",
            evidence + ":7: technology 'nodjs' is not declared; did you mean 'nodejs'? Else"),
        finding(
            "criterion: concurrency",
            "criterion: speed",
            evidence + ":8: criterion 'speed' is not declared; declare it in criteria.yaml"),
        finding(
            "source: nodejs-guides",
            "source: nodejs-guide",
            evidence + ":2: source 'nodejs-guide' is not declared; did you mean 'nodejs-guides'?"),
        finding(
            "Node.js serves 46,850 requests/s on one",
            "Node.js serves 40,000 requests/s on one",
            evidence
                + ":1: the sentence is not in corpus/concurrency.md; the nearest there is 'Node.js"
                + " serves 46,850 requests/s on one event loop.'; copy it exactly"),
        finding(
            "sentence: Node.js serves 46,850 requests/s on one event loop.",
            "sentence: Whoever reads this finds nothing.",
            evidence
                + ":1: the sentence is not in corpus/concurrency.md; copy it exactly from the"),
        finding(
            "sentence: Node.js serves 46,850 requests/s on one event loop.",
            "sentence: It waits.",
            evidence
                + ":1: the sentence stands 2 times in corpus/concurrency.md (lines 6 and 8);"
                + " reword"),
        finding(
            "sentence: Node.js serves 46,850 requests/s on one event loop.",
            "sentence: Python runs one thread at a time. It waits.",
            evidence + ":1: the sentence runs over a paragraph's end, a heading or code in"),
        file(
            "concurrency.evidence.yaml",
            FINDING
                .replace(
                    "Node.js serves 46,850 requests/s on one event loop.",
                    "It waits. The Guide says so.")
                .replace("46850 requests/s", "nobody"),
            evidence + ":1: warning: these are 2 sentences; quote the one that says it"),
        finding(
            "on one event loop.",
            "on one",
            evidence + ":1: warning: this is only a part of 'Node.js serves 46,850 requests/s on"),
        finding(
            "gist: serves 46850 requests/s",
            "gist: serves 50,000 requests/s",
            evidence + ":10: 'gist' has 50,000, which the sentence does not have; correct 'gist'"),
        finding(
            "  recorded: 46,850 requests/s\n",
            "",
            evidence
                + ":1: warning: the sentence has 46,850, which no 'recorded', 'value', 'versions',"
                + " 'support', 'condition', 'as-of' of this finding has; copy into 'recorded' what"
                + " the source says, and compare"),
        finding(
            "gist: serves 46850 requests/s",
            "value: 47 ms",
            evidence + ":10: 'value' has 47, which the sentence does not have; correct 'value' or"),
        finding(
            "gist: serves 46850 requests/s",
            "gist: outruns Django's server",
            evidence + ":10: warning: 'gist' names 'Django', which the sentence does not; use the"),
        finding(
            "gist: serves 46850 requests/s",
            "support: {version: 24, from: 2025-05, until: 2028-04-30}",
            evidence + ":10: 'from: 2025-05' names no day; write YYYY-MM-DD"),
        finding(
            "gist: serves 46850 requests/s",
            "support: {version: 24, from: 2028-04-30, until: 2025-05-06}",
            evidence + ":10: support ends before it starts; swap 'from' and 'until'"),
        finding(
            FINDING.substring(FINDING.indexOf("  says:")),
            "",
            evidence + ":1: 'says' is missing in this finding; add 'says: …'"),
        finding(
            FINDING.substring(FINDING.indexOf("  says:")),
            "  says: []\n",
            evidence + ":6: this finding says nothing; add '- technology: …' with 'criterion: …'"),
        finding(
            "  says:\n",
            "  basis: opinion\n  says:\n",
            evidence + ":6: 'basis' stands twice in this finding; keep one"),
        finding(
            "gist: serves 46850 requests/s",
            "versions: Node.js 24",
            evidence
                + ":10: 'versions' must be a list, but is 'Node.js 24'; write 'versions: [one"),
        finding(
            "sentence: Node.js serves 46,850 requests/s on one event loop.",
            "sentence: Node.js: fast",
            evidence
                + ":1: this is not valid YAML: mapping values are not allowed here; put words"),
        finding(
            "  basis: measured",
            "\tbasis: measured",
            evidence
                + ":4: this is not valid YAML: found character '\\t(TAB)' that cannot start any"),
        finding(
            "source: nodejs-guides",
            "source: *guides",
            evidence
                + ":2: references to other entries (*name) are not read here; write the value"),
        finding(
            "gist: serves 46850 requests/s",
            "gist: " + "[".repeat(5_000),
            evidence + ":10: this is nested too deeply; the schema needs 5 levels at most"),
        finding(
            "serves 46850 requests/s",
            "serves\u0007 it",
            evidence + ":10: the character U+0007 is not allowed in YAML; remove it"),
        finding(
            FINDING,
            "sentence: It waits.\n",
            evidence + ":1: expected a list with one '- …' a finding, but found a mapping of keys"),
        finding(
            FINDING,
            "- It waits.\n",
            evidence + ":1: expected a finding with the keys sentence, source, as-of, basis,"),
        finding(
            FINDING,
            FINDING + "---\n" + FINDING,
            evidence + ":12: a second YAML document starts here; put everything in one list"),
        file(
            "elsewhere.evidence.yaml",
            FINDING,
            "corpus/elsewhere.evidence.yaml: there is no page 'elsewhere.md' for this evidence;"
                + " add"),
        // declarations
        file(
            "technologies.yaml",
            "- id: go\n  name: Go\n  kind: langauge\n",
            "corpus/technologies.yaml:3: 'kind: langauge' is not known; did you mean 'language'?"),
        file(
            "technologies.yaml",
            "- id: Go\n  name: Go\n  kind: language\n",
            "corpus/technologies.yaml:1: 'id: Go' must be lower-case letters, digits, '-' and '.'"),
        file(
            "technologies.yaml",
            "- id: go\n  name: Go\n  kind: language\n- id: go\n  name: Go!\n  kind: language\n",
            "corpus/technologies.yaml:4: technology 'go' is declared twice, first at"
                + " corpus/technologies.yaml:1; remove one"),
        file(
            "technologies.yaml",
            "- {id: django, name: Django, kind: framework, language: pyhton}\n",
            "corpus/technologies.yaml:1: technology 'django': its language is left out: technology"
                + " 'pyhton' is not declared; did you mean 'python'?"),
        file(
            "technologies.yaml",
            "- {id: django, name: Django, kind: framework, language: python, inherits: [sped]}\n",
            "corpus/technologies.yaml:1: technology 'django': it cannot inherit: criterion 'sped'"),
        file(
            "technologies.yaml",
            "- id: django\n  name: Django\n  kind: framework\n  inherits: [concurrency]\n",
            "corpus/technologies.yaml:4: 'inherits' needs a language to inherit from; add"),
        file(
            "technologies.yaml",
            "- {id: deno, name: Deno, aliases: [JavaScript], kind: runtime}\n",
            "corpus/technologies.yaml:1: warning: 'javascript' names both 'nodejs' and 'deno';"
                + " give"),
        file(
            "criteria.yaml",
            "- id: speed\n"
                + "  name: speed\n"
                + "  rubric: {1: slow, 3: fair, 5: fast}\n"
                + "  half-life: long\n",
            "corpus/criteria.yaml:4: 'half-life: long' must be a number above 0, as in"),
        file(
            "criteria.yaml",
            "- id: speed\n  name: speed\n  rubric: {1: slow, 5: fast}\n  half-life: 2\n",
            "corpus/criteria.yaml:3: warning: the rubric of 'speed' should say what 1, 3 and 5"
                + " mean"),
        file(
            "criteria.yaml",
            "- id: speed\n"
                + "  name: speed\n"
                + "  rubric: {1: slow, 3: fair, 5: fast, 6: wow}\n"
                + "  half-life: 2\n",
            "corpus/criteria.yaml:3: '6' is no level of a rubric; levels are 1 to 5"),
        file(
            "sources.yaml",
            "- {id: a, title: A, publisher: B, origin: c, read-from: primary}\n",
            "corpus/sources.yaml:1: source 'a' has neither 'date' nor 'undated'; add 'date:"),
        file(
            "sources.yaml",
            "- id: a\n  title: A\n  publisher: B\n  origin: c\n  read-from: primary\n"
                + "  date: 2026\n  undated: it changes daily\n",
            "corpus/sources.yaml:7: source 'a' has both 'date' and 'undated'; keep one"),
        file(
            "sources.yaml",
            "- id: a\n  title: A\n  publisher: B\n  origin: c\n  read-from: primary\n"
                + "  date: 2026\n  url: javascript:alert(1)\n",
            "corpus/sources.yaml:7: 'url' must start with https:// or http://; leave it out when"),
        file(
            "policies.yaml",
            "- {technology: nodejs, standing: banned, owner: CTO, reason: Because.}\n",
            "corpus/policies.yaml:1: 'standing: banned' is not known; write one of approved,"
                + " hold,"),
        file(
            "gaps.yaml",
            "- {technology: pyton, criterion: concurrency, reason: Nobody measured it.}\n",
            "corpus/gaps.yaml:1: technology 'pyton' is not declared; did you mean 'python'?"),
        file(
            "technology.yaml",
            "- id: go\n",
            "corpus/technology.yaml: warning: this file is not read; did you mean"
                + " 'technologies.yaml'?"),
        file(
            "deeper/sources.yaml",
            "- id: go\n",
            "corpus/deeper/sources.yaml: warning: this is not read here; move it to the top of"
                + " the"),
        // pages
        file(
            "page.md",
            "---\ntitle: [a]\n---\nText.\n",
            "corpus/page.md:2: 'title' must be words, but is a list; write 'title: …'"),
        file(
            "page.md",
            "---\ntitle: A\ndocument: maybe\n---\nText.\n",
            "corpus/page.md:3: 'document' must be true or false, but is 'maybe'"),
        file(
            "page.md",
            "---\ntags: [a]\ntitel: A\n---\nText.\n",
            "corpus/page.md:3: warning: 'titel' is not read; did you mean 'title'?"),
        file(
            "page.md",
            "---\ntitle: A\nText.\n",
            "corpus/page.md:1: warning: the front matter is never closed, so it is read as text;"),
        file(
            "page.md",
            "---\ntitle: A\nauthor: B: C\n---\nText.\n",
            "corpus/page.md:3: the front matter is left out: this is not valid YAML: mapping"
                + " values"),
        file(
            "page.md",
            "---\nOnly words.\n---\nText.\n",
            "corpus/page.md:2: warning: the lines between '---' hold no 'key: value', so they"
                + " are"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void each_mistake_is_reported_at_its_line_with_what_to_do(
      String path, String text, String expected) {
    List<CorpusProblem> problems = read(path, text.getBytes(StandardCharsets.UTF_8)).problems();

    assertEquals(1, problems.size(), () -> expected + "\nbut got\n" + problems);
    assertTrue(
        problems.getFirst().toString().startsWith(expected),
        () -> expected + "\nbut got\n" + problems.getFirst());
  }

  private static Corpus read(String path, byte[] text) {
    CorpusFiles files = CorpusFiles.withVocabulary().add("concurrency.md", PAGE);
    // The mistake comes last, as if from a folder laid over: pages replace, declarations merge.
    return files.add(path, text).read();
  }

  @Test
  void the_page_and_the_finding_behind_the_cases_are_in_order() {
    Corpus corpus = read("concurrency.evidence.yaml", FINDING.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), corpus.problems());
    assertEquals(1, corpus.evidence().size());
  }

  @Test
  void bytes_that_are_not_utf8_are_found_at_their_line() {
    byte[] latin = "First.\r\nSecond.\rCaf\u00e9.".getBytes(StandardCharsets.ISO_8859_1);
    Corpus corpus = read("latin.md", latin);
    assertEquals(
        "corpus/latin.md:3: byte 20 (0xE9) is not UTF-8; save the file as UTF-8",
        corpus.problems().getFirst().toString());
    assertEquals(List.of("concurrency"), List.copyOf(corpus.documents().keySet()));
  }

  @Test
  void a_broken_finding_leaves_its_neighbours_whole() {
    String broken = FINDING.replace("basis: measured", "basis: 'measured");
    String other = FINDING.replace("technology: nodejs", "technology: python");
    Corpus corpus =
        read(
            "concurrency.evidence.yaml",
            (FINDING + broken + other).getBytes(StandardCharsets.UTF_8));
    assertEquals(1, corpus.problems().size(), corpus.problems()::toString);
    assertTrue(corpus.problems().getFirst().line() > 10, corpus.problems()::toString);
    assertEquals(
        List.of("nodejs", "python"), corpus.evidence().stream().map(Evidence::technology).toList());
  }

  @Test
  void what_a_broken_declaration_takes_with_it_points_back_to_it() {
    Corpus corpus =
        new CorpusFiles()
            .add("technologies.yaml", "- id: nodejs\n  name: Node.js\n")
            .add("gaps.yaml", "- {technology: nodejs, criterion: x, reason: y}\n")
            .read();
    assertEquals(
        List.of(
            "corpus/gaps.yaml:1: criterion 'x' is not declared; declare it in criteria.yaml",
            "corpus/gaps.yaml:1: technology 'nodejs' was left out because of an error; correct"
                + " corpus/technologies.yaml:1 first",
            "corpus/technologies.yaml:1: 'kind' is missing in this technology; add 'kind: …'"),
        corpus.problems().stream().map(CorpusProblem::toString).toList());
  }

  @Test
  void a_gap_with_rated_evidence_is_pointed_out() {
    Corpus corpus =
        CorpusFiles.withVocabulary()
            .add("concurrency.md", PAGE)
            .add("concurrency.evidence.yaml", FINDING)
            .add("gaps.yaml", "- {technology: nodejs, criterion: concurrency, reason: None.}\n")
            .read();
    assertEquals(
        "corpus/gaps.yaml:1: warning: there is rated evidence for nodejs on concurrency; remove the"
            + " gap",
        corpus.problems().getFirst().toString());
  }

  @Test
  void evidence_of_a_page_that_is_kept_out_is_reported() {
    Corpus corpus =
        CorpusFiles.withVocabulary()
            .add("concurrency.md", "---\ndocument: false\n---\n" + PAGE)
            .add("concurrency.evidence.yaml", FINDING)
            .read();
    assertEquals(
        "corpus/concurrency.evidence.yaml: its page corpus/concurrency.md is no document; correct"
            + " the page, or remove this file",
        corpus.problems().getFirst().toString());
  }

  @Test
  void a_folder_laid_over_another_fills_its_gaps_silently() {
    Corpus corpus =
        CorpusFiles.withVocabulary()
            .add("gaps.yaml", "- {technology: nodejs, criterion: concurrency, reason: None.}\n")
            .over("concurrency.md", PAGE)
            .over("concurrency.evidence.yaml", FINDING)
            .read();
    assertEquals(List.of(), corpus.problems());
    assertEquals(List.of(), corpus.gaps());
  }

  @Test
  void a_gap_laid_over_rated_evidence_is_pointed_out() {
    Corpus corpus =
        CorpusFiles.withVocabulary()
            .add("concurrency.md", PAGE)
            .add("concurrency.evidence.yaml", FINDING)
            .over("gaps.yaml", "- {technology: nodejs, criterion: concurrency, reason: None.}\n")
            .read();
    assertEquals(
        "ours/gaps.yaml:1: warning: there is rated evidence for nodejs on concurrency; remove the"
            + " gap",
        corpus.problems().getFirst().toString());
  }

  @Test
  void a_page_laid_over_another_hides_it_with_its_evidence() {
    Corpus corpus =
        CorpusFiles.withVocabulary()
            .add("concurrency.md", PAGE)
            .add("concurrency.evidence.yaml", FINDING)
            .over("concurrency.md", "---\ndocument: false\n---\n")
            .read();
    assertEquals(List.of(), corpus.problems());
    assertEquals(Set.of(), corpus.documents().keySet());
    assertEquals(List.of(), corpus.evidence());
  }
}
