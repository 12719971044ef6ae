package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.Finding;
import dev.backendadvisor.question.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Claims put to the corpus as it stands: what an answer says of them, however they are put.
class ClaimAnswersTest {
  private static RealAdvisor real;

  @BeforeAll
  static void open() {
    real = new RealAdvisor();
  }

  @AfterAll
  static void close() {
    real.close();
  }

  // ---- the law of polarity ----------------------------------------------------------------------

  private static final Map<String, String> NAMES =
      Map.of("Node.js", "nodejs", "Python", "python", "Java", "java", "Go", "go");

  /// What puts its subject ahead, and its opposite.
  private static final Map<String, String> OPPOSITES =
      Map.of(
          "faster", "slower",
          "easier to learn", "harder to learn",
          "better for chat", "worse for chat",
          "better for machine learning", "worse for machine learning",
          "more popular", "less popular",
          "better for cold starts", "worse for cold starts",
          "better for memory", "worse for memory");

  /// Phrasings that ask for the same, `+` the words that put ahead, `-` those that put behind.
  private static final List<String> SAME =
      List.of(
          "Is A + than B?",
          "Is B - than A?",
          "Isn't A + than B?",
          "Is it true that A is + than B?",
          "My colleague says B is - than A.",
          "A is + than B, right?");

  /// Phrasings that only deny that A is behind.
  private static final List<String> NOT_BEHIND =
      List.of("A is not - than B, right?", "Is it true that B isn't + than A?");

  private static final List<String> SWAPPED = List.of("Is B + than A?", "B is + than A, right?");

  /// Whom an answer to a claim puts ahead by its yes or no: `A`, `B`, `level`, or nothing where it
  /// says neither.
  private static String ahead(Answer answer, String ifYes, String ifNo) {
    String first = answer.sentences().getFirst().text();
    if (first.contains("about level")) {
      return "level";
    }
    if (first.matches("(?:Yes|Probably yes)\\b.*")) {
      return ifYes;
    }
    return first.matches("(?:No|Rather not)\\b.*") ? ifNo : "";
  }

  private static Answer ask(String phrasing, String one, String other, String plus, String minus) {
    return real.ask(
        phrasing
            .replace("+", plus)
            .replace(" - ", " " + minus + " ")
            .replaceAll("\\bA\\b", one)
            .replaceAll("\\bB\\b", other));
  }

  @Test
  void however_a_comparison_is_put_nothing_contradicts() {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    int told = 0;
    for (String one : NAMES.keySet()) {
      for (String other : NAMES.keySet()) {
        for (Map.Entry<String, String> words : OPPOSITES.entrySet()) {
          if (one.compareTo(other) >= 0) {
            continue;
          }
          compared++;
          Map<String, String> said = new LinkedHashMap<>();
          SAME.forEach(
              each ->
                  said.put(
                      each,
                      ahead(ask(each, one, other, words.getKey(), words.getValue()), one, other)));
          NOT_BEHIND.forEach(
              each ->
                  said.put(
                      each,
                      ahead(ask(each, one, other, words.getKey(), words.getValue()), one, other)));
          SWAPPED.forEach(
              each ->
                  said.put(
                      each,
                      ahead(ask(each, one, other, words.getKey(), words.getValue()), other, one)));
          List<String> verdicts =
              said.values().stream().filter(verdict -> !verdict.isEmpty()).distinct().toList();
          told += verdicts.isEmpty() ? 0 : 1;
          if (verdicts.size() > 1) {
            wrong.add(one + " " + words.getKey() + " than " + other + ": " + said);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(compared >= 40, compared + " comparisons");
    assertTrue(told >= 36, told + " of them with a verdict");
  }

  @Test
  void who_is_ahead_does_not_depend_on_the_phrasing() {
    Optional<String> leader = Optional.of("java");
    for (String phrasing :
        List.of("Is A + than B?", "B is - than A, right?", "Isn't B + than A?")) {
      Answer answer = ask(phrasing, "Java", "Python", "faster", "slower");
      assertEquals(leader, answer.comparison().orElseThrow().leader(), phrasing);
    }
  }

  // ---- what is said
  // ------------------------------------------------------------------------------

  private static Finding finding(String question) {
    List<Answer.Claim> claims = real.ask(question).claims();
    assertEquals(1, claims.size(), question);
    return claims.getFirst().finding();
  }

  @Test
  void a_claim_that_the_evidence_contradicts_is_denied_in_the_first_sentence() {
    Answer answer = real.ask("My colleague says: Python is faster than Java");
    assertEquals(Finding.CONTRADICTED, answer.claims().getFirst().finding());
    assertEquals("Python is faster than Java", answer.claims().getFirst().text());
    assertTrue(answer.text().startsWith("No"), answer.text());
    assertTrue(answer.text().contains("Java"), answer.text());
  }

  @Test
  void each_claim_of_a_paragraph_is_judged() {
    Answer answer =
        real.ask(
            "Python is faster than Java. Node.js is bad for chat. Java is faster than Python.");
    assertEquals(
        List.of(Finding.CONTRADICTED, Finding.CONTRADICTED, Finding.SUPPORTED),
        answer.claims().stream().map(Answer.Claim::finding).toList());
    answer.claims().forEach(claim -> assertTrue(!claim.citations().isEmpty(), claim.text()));
    assertTrue(answer.text().startsWith("Of three claims, "), answer.text());
  }

  @Test
  void what_nothing_is_known_of_is_never_denied() {
    for (String question :
        List.of(
            "Is it true that Java is good for quantum chemistry?",
            "I heard that Cassandra is faster than ScyllaDB",
            "Is it true that Node.js handles 90 million connections?",
            "My boss says Python was written by Bach")) {
      Answer answer = real.ask(question);
      assertEquals(Finding.UNKNOWN, answer.claims().getFirst().finding(), question);
      assertTrue(!answer.text().matches("(?s)(?:Yes|No)\\b.*"), answer.text());
    }
  }

  /// Openings by which a first sentence agrees with a claim.
  private static final Pattern AGREES =
      Pattern.compile("(?:Yes|Probably yes|Indeed|True|Right)\\b.*");

  private static List<Map<?, ?>> judged() throws IOException {
    String yaml = Files.readString(Path.of("corpus", "golden", "claims-judged.yaml"));
    List<Map<?, ?>> claims = new ArrayList<>();
    if (new Load(LoadSettings.builder().build()).loadFromString(yaml) instanceof List<?> list) {
      list.forEach(one -> claims.add((Map<?, ?>) one));
    }
    return claims;
  }

  @Test
  void no_claim_of_the_article_is_agreed_with_against_better_evidence() throws IOException {
    List<String> agreed = new ArrayList<>();
    List<String> otherwise = new ArrayList<>();
    for (Map<?, ?> claim : judged()) {
      String text = String.valueOf(claim.get("claim"));
      String expected = String.valueOf(claim.get("finding"));
      Answer answer = real.ask("Is it true that " + text + "?");
      String first = answer.sentences().getFirst().text();
      if (!expected.equals("supported") && AGREES.matcher(first).matches()) {
        agreed.add(text + " -> " + first);
      }
      String found =
          answer.claims().getFirst().finding().name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (!found.equals(expected)) {
        otherwise.add(text + ": " + found + ", not " + expected);
      }
    }
    assertTrue(judged().size() >= 50);
    assertEquals(List.of(), agreed);
    assertTrue(otherwise.size() <= judged().size() / 10, otherwise.toString());
  }

  @Test
  void where_sources_disagree_both_are_cited_with_their_dates() {
    Answer answer = real.ask("Is it true that a single thread makes Node.js scale?");
    assertEquals(Finding.CONTRADICTED, answer.claims().getFirst().finding());
    assertTrue(answer.claims().getFirst().citations().size() >= 2, answer.text());
    assertTrue(answer.text().contains("2026 comparison article"), answer.text());
    assertTrue(answer.citations().stream().allMatch(one -> one.shown().isPresent()), answer.text());
  }

  @Test
  void what_people_say_is_put_right_to_the_point() {
    Answer answer = real.ask("Is it true that the GIL is gone?");
    assertTrue(answer.text().startsWith("No, not by default."), answer.text());
    assertTrue(answer.text().contains("since Python 3.14"), answer.text());
    for (String same :
        List.of(
            "the GIL is gone, right?",
            "Is the GIL gone?",
            "isn't the GIL gone?",
            "My colleague claims that Python has no GIL",
            "Python no longer has a GIL.")) {
      assertTrue(real.ask(same).text().startsWith("No, not by default."), same);
    }
    for (String contrary :
        List.of(
            "Is it true that Python still has the GIL?", "Python isn't without a GIL, right?")) {
      assertTrue(!real.ask(contrary).text().startsWith("No"), contrary);
    }
  }

  @Test
  void a_false_premise_is_corrected_first_with_a_citation() {
    for (String question :
        List.of(
            "since the GIL is gone, can I use threads for CPU work in Python?",
            "why is Node.js multithreaded?",
            "Why is Python faster than Java?",
            "Java is dead. What should I learn first?",
            "now that Node 20 is still supported, should we stay on it?")) {
      Answer answer = real.ask(question);
      assertTrue(answer.text().startsWith("That premise does not hold"), answer.text());
      assertTrue(!answer.sentences().getFirst().citations().isEmpty(), answer.text());
      assertTrue(answer.claims().isEmpty(), question);
    }
  }

  @Test
  void a_premise_that_holds_or_is_unknown_is_left_alone() {
    for (String question :
        List.of(
            "why is Python slower than Java?",
            "since Java has virtual threads, is it good for chat?",
            "why is Node.js so popular?")) {
      Answer answer = real.ask(question);
      assertTrue(!answer.text().contains("premise"), answer.text());
    }
  }

  @Test
  void what_was_measured_of_two_answers_a_claim_about_them() {
    Answer answer = real.ask("Is it true that Express is faster than Fastify?");
    assertEquals(Finding.CONTRADICTED, answer.claims().getFirst().finding());
    assertTrue(answer.text().startsWith("No: "), answer.text());
    assertEquals(Finding.SUPPORTED, finding("Is it true that Fastify is faster than Express?"));
  }

  @Test
  void two_said_to_be_equal_are_not_when_one_is_ahead() {
    Answer answer = real.ask("Is it true that Python is as fast as Java?");
    assertEquals(Finding.CONTRADICTED, answer.claims().getFirst().finding());
    assertTrue(answer.text().startsWith("No"), answer.text());
    assertEquals(Finding.SUPPORTED, finding("Is it true that Python is not as fast as Java?"));
  }

  @Test
  void every_answer_to_a_claim_opens_with_how_it_stands() {
    for (String question :
        List.of(
            "Is it true that Java applets are still used?",
            "Is it true that TypeScript removes all runtime type errors in Node.js?",
            "Is it true that Node.js was created by Google?",
            "Is it true that Python integrates easily with other systems?")) {
      Answer answer = real.ask(question);
      assertEquals(Finding.UNKNOWN, answer.claims().getFirst().finding(), question);
      assertTrue(
          answer.text().matches("(?s)(?:I have no evidence|Nothing I have read)\\b.*"),
          answer.text());
    }
  }

  @Test
  void one_voice_is_heard_once() {
    for (Map.Entry<String, String> told :
        Map.of(
                "Is it true that Netflix uses Node.js?", "Netflix put|Netflix kept",
                "Is it true that PayPal uses Node.js?", "PayPal rebuilt|PayPal built",
                "Is it true that Reddit uses Python?", "Reddit moved|Reddit halved")
            .entrySet()) {
      String text = real.ask(told.getKey()).text();
      assertTrue(Pattern.compile(told.getValue()).matcher(text).results().count() <= 1, text);
    }
  }

  @Test
  void what_speaks_for_a_claim_is_never_shown_as_against_it() {
    for (String question :
        List.of(
            "Is it true that frequent API updates make Node.js unstable?",
            "Is it true that Python roles in AI and machine learning often pay best?",
            "Is it true that Node.js is ideal for e-commerce platforms?")) {
      String text = real.ask(question).text();
      assertTrue(
          !text.matches(
              "(?s).*(?:Against it|On the other side|What speaks against it|To be weighed): A 2026"
                  + " comparison article.*"),
          text);
    }
  }

  @Test
  void a_saying_about_packages_is_judged_by_what_befell_them() {
    for (String question :
        List.of("My colleague says npm packages are insecure", "npm packages are safe, right?")) {
      Answer answer = real.ask(question);
      assertTrue(answer.text().contains("Shai-Hulud"), answer.text());
      assertTrue(!answer.text().startsWith("Yes"), answer.text());
    }
  }

  @Test
  void nobody_is_the_most_popular_where_one_count_puts_another_first() {
    Answer answer = real.ask("Is it true that Python is the most popular language?");
    assertEquals(Finding.CONDITIONAL, answer.claims().getFirst().finding());
    assertTrue(answer.text().contains("TypeScript became the most used"), answer.text());
  }

  @Test
  void a_question_whether_a_paragraph_is_right_asks_for_no_other_manner() {
    Answer answer =
        real.ask("Node.js uses less memory than Java. Java is slower than Python. Is that right?");
    assertEquals(2, answer.claims().size());
    for (Answer.Claim claim : answer.claims()) {
      assertTrue(answer.text().contains("“" + claim.text() + "”: "), answer.text());
    }
  }

  @Test
  void a_sentence_about_it_is_about_what_the_one_before_was_about() {
    Answer answer =
        real.ask(
            "A vendor wrote: \"Node.js is good for chat. It blocks on heavy CPU work.\" Is that"
                + " right?");
    assertEquals(
        List.of("Node.js is good for chat", "Node.js blocks on heavy CPU work"),
        answer.claims().stream().map(Answer.Claim::text).toList());
    assertEquals(Finding.SUPPORTED, answer.claims().getLast().finding());
  }

  @Test
  void what_somebody_went_over_to_says_not_who_is_ahead() {
    assertEquals(Finding.UNKNOWN, finding("I was told that PayPal switched from Java to Node.js"));
  }

  @Test
  void what_python_does_with_cores_is_judged_by_its_lock() {
    for (String question :
        List.of(
            "They told me Python cannot use more than one core",
            "Is it true that Python uses only one core?")) {
      assertEquals(Finding.CONDITIONAL, finding(question), question);
    }
  }

  @Test
  void support_is_judged_by_the_dates() {
    assertEquals(Finding.SUPPORTED, finding("Is it true that Node 20 is no longer supported?"));
    assertEquals(Finding.CONTRADICTED, finding("Is it true that Node 20 is still supported?"));
    assertEquals(Finding.SUPPORTED, finding("I heard that Node 24 is still supported"));
  }

  @Test
  void a_question_that_claims_nothing_has_no_claims() {
    for (String question :
        List.of(
            "Is Node.js good for chat?",
            "is Node 20 still supported?",
            "Node.js or Python for chat?",
            "We use Java. Which one for chat?")) {
      Answer answer = real.ask(question);
      assertTrue(answer.claims().isEmpty(), question);
      assertTrue(!(answer.understood() instanceof Question.Claim), question);
    }
  }

  @Test
  void no_sentence_about_a_claim_is_refused() {
    for (String question :
        List.of(
            "Is it a myth that Java is hard to learn?",
            "Is it true that Python is slow?",
            "Python is slow. Java is dead. Node.js is for chat. Is that right?",
            "Is it true that Node 18 is end of life?")) {
      int before = real.refused().size();
      real.ask(question);
      assertEquals(List.of(), real.refused().subList(before, real.refused().size()), question);
    }
  }
}
