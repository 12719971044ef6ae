package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.Basis;
import dev.backendadvisor.answer.CheckedSentence;
import dev.backendadvisor.answer.Citation;
import dev.backendadvisor.answer.Part;
import dev.backendadvisor.corpus.Document;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Some two hundred questions people might ask, answered from the corpus as it stands: whatever an
/// answer says, it can show.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnswerLaws {
  private static final int LONGEST = 180;

  /// Ceilings to be lowered whenever an answer gets better, never to be raised.
  private static final int MOST_ANSWERED_IN_ERROR = 1;

  private static final int MOST_TURNED_AWAY = 18;

  private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,]\\d+)*");

  private final Map<String, String> kinds = new LinkedHashMap<>();
  private final Map<String, Pattern> says = new LinkedHashMap<>();
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final Supplier<RealAdvisor> advisors;
  private final RealAdvisor real;

  /// @param advisors those who answer, all alike
  AnswerLaws(Supplier<RealAdvisor> advisors) {
    this.advisors = advisors;
    this.real = advisors.get();
  }

  @BeforeAll
  void ask() throws Exception {
    var json = new ObjectMapper();
    for (String line : Files.readAllLines(Path.of("corpus/golden/questions.jsonl"))) {
      JsonNode one = json.readTree(line);
      if (!one.has("question")) {
        continue; // the thresholds
      }
      kinds.put(one.path("question").textValue(), one.path("kind").textValue());
      if (one.has("says")) {
        says.put(one.path("question").textValue(), Pattern.compile(one.path("says").textValue()));
      }
    }
    kinds.keySet().forEach(question -> answers.put(question, real.ask(question)));
  }

  @AfterAll
  void close() {
    real.close();
  }

  @Test
  void there_are_two_hundred_questions_and_each_is_asked_once() {
    assertTrue(kinds.size() >= 200, kinds.size() + " questions");
    assertTrue(
        kinds.values().stream().filter("abstention"::equals).count() >= kinds.size() / 7,
        "too few questions nobody here can answer");
  }

  @Test
  void every_citation_is_the_span_it_names() {
    holds(
        answer ->
            answer.citations().stream()
                .filter(one -> !slice(one).equals(one.quote()) || one.quote().isBlank())
                .map(one -> "cites " + one.span() + " as " + one.quote())
                .toList());
  }

  @Test
  void citations_are_numbered_by_first_use_and_none_is_left_over() {
    holds(
        answer -> {
          Set<Integer> used = new LinkedHashSet<>();
          answer.sentences().forEach(one -> used.addAll(one.citations()));
          List<Integer> listed = answer.citations().stream().map(Citation::number).toList();
          List<Integer> counted = new ArrayList<>();
          for (int number = 1; number <= used.size(); number++) {
            counted.add(number);
          }
          return listed.equals(counted) && List.copyOf(used).equals(counted)
              ? List.of()
              : List.of("uses " + used + " and lists " + listed);
        });
  }

  @Test
  void the_text_is_its_sentences_one_after_the_other() {
    holds(
        answer -> {
          String joined =
              answer.sentences().stream()
                  .map(
                      one ->
                          one.before()
                              + one.text()
                              + one.citations().stream()
                                  .map(number -> " [" + number + "]")
                                  .collect(Collectors.joining()))
                  .collect(Collectors.joining());
          boolean laidOut =
              answer.sentences().stream()
                  .map(CheckedSentence::before)
                  .allMatch(List.of("", " ", "\n\n", "\n- ")::contains);
          return joined.equals(answer.text()) && laidOut ? List.of() : List.of(answer.text());
        });
  }

  @Test
  void no_answer_is_empty_and_only_the_first_sentence_opens_it() {
    holds(
        answer ->
            !answer.sentences().isEmpty()
                    && answer.sentences().stream().skip(1).noneMatch(one -> one.before().isEmpty())
                ? List.of()
                : List.of("is made of " + answer.sentences()));
  }

  @Test
  void an_abstention_cites_nothing_and_an_answer_something() {
    holds(
        answer ->
            switch (answer.kind()) {
              case ABSTENTION, SMALLTALK ->
                  answer.citations().isEmpty() ? List.of() : List.of("cites " + answer.text());
              case ANSWER, RECOMMENDATION ->
                  answer.citations().isEmpty() ? List.of("cites nothing") : List.of();
              case CLARIFICATION -> List.of();
            });
  }

  @Test
  void every_figure_of_a_sourced_sentence_stands_in_what_it_cites() {
    holds(
        answer -> {
          List<String> faults = new ArrayList<>();
          for (CheckedSentence sentence : answer.sentences()) {
            Set<String> given = figures(quotes(answer, sentence));
            for (String figure : figures(sentence.text())) {
              if (sentence.basis() == Basis.SOURCE && !given.contains(figure)) {
                faults.add(figure + " is not in the quotes of: " + sentence.text());
              }
            }
          }
          return faults;
        });
  }

  @Test
  void a_sentence_that_rests_on_sources_cites_and_one_that_states_nothing_does_not() {
    holds(
        answer ->
            answer.sentences().stream()
                .filter(
                    one ->
                        switch (one.basis()) {
                          case SOURCE -> one.citations().isEmpty();
                          case CALCULATION -> false;
                          case NONE -> !one.citations().isEmpty();
                        })
                .map(one -> one.basis() + " with " + one.citations() + ": " + one.text())
                .toList());
  }

  @Test
  void nothing_is_said_twice() {
    holds(
        answer -> {
          Set<String> said = new HashSet<>();
          return answer.sentences().stream()
              .map(one -> one.text().toLowerCase(Locale.ROOT))
              .filter(text -> !said.add(text))
              .map(text -> "says again: " + text)
              .toList();
        });
  }

  @Test
  void no_two_points_of_a_list_show_the_same_quote() {
    holds(
        answer -> {
          Set<String> shown = new HashSet<>();
          return answer.sentences().stream()
              .filter(one -> one.before().equals("\n- ") && one.basis() == Basis.SOURCE)
              .map(one -> String.join("\n", quotes(answer, one)))
              .filter(quotes -> !shown.add(quotes))
              .map(quotes -> "shows again: " + quotes)
              .toList();
        });
  }

  @Test
  void no_sentence_of_the_corpus_is_said_twice() {
    holds(
        answer -> {
          Set<String> said = new HashSet<>();
          return answer.sentences().stream()
              .flatMap(
                  one ->
                      quotes(answer, one).stream()
                          .map(AnswerLaws::read)
                          .filter(quote -> read(one.text()).contains(quote)))
              .filter(quote -> !said.add(quote))
              .map(quote -> "says again: " + quote)
              .toList();
        });
  }

  private static String read(String text) {
    return text.replaceAll("[*`]", "").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
  }

  @Test
  void the_verdict_comes_first() {
    holds(
        answer ->
            answer.kind() == Answer.Kind.SMALLTALK
                    || answer.sentences().getFirst().part() == Part.VERDICT
                ? List.of()
                : List.of("begins with " + answer.sentences().getFirst()));
  }

  @Test
  void a_suggestion_is_no_question_just_asked() {
    List<String> found = new ArrayList<>();
    answers.forEach(
        (question, answer) ->
            answer.suggestions().stream()
                .filter(one -> one.equalsIgnoreCase(question) || !one.endsWith("?"))
                .forEach(found::add));
    assertEquals(List.of(), found);
  }

  @Test
  void no_answer_is_long() {
    holds(
        answer -> {
          int words = answer.text().replaceAll(" \\[\\d+]", "").strip().split("\\s+").length;
          return words <= LONGEST ? List.of() : List.of("has " + words + " words");
        });
  }

  @Test
  @Tag("slow")
  void the_same_question_gets_the_same_text() {
    try (var another = advisors.get()) {
      List<String> backwards = new ArrayList<>(kinds.keySet()).reversed();
      for (String question : backwards) {
        assertEquals(text(question), another.ask(question).text(), question);
      }
    }
  }

  @Test
  void rules_say_nothing_that_the_check_refuses() {
    assertEquals(List.of(), real.refused());
  }

  @Test
  void the_first_two_sentences_say_what_is_expected() {
    List<String> others = new ArrayList<>();
    says.forEach(
        (question, expected) -> {
          String first =
              answer(question).sentences().stream()
                  .limit(2)
                  .map(CheckedSentence::text)
                  .collect(Collectors.joining(" "));
          if (!expected.matcher(first).find()) {
            others.add("“" + question + "” says: " + first);
          }
        });
    assertTrue(others.isEmpty(), () -> String.join("\n", others));
  }

  @Test
  void few_questions_of_other_subjects_are_answered() {
    List<String> answered =
        asked("abstention").stream().filter(one -> !answer(one).citations().isEmpty()).toList();
    assertTrue(answered.size() <= MOST_ANSWERED_IN_ERROR, answered::toString);
  }

  @Test
  void few_questions_of_the_subject_are_turned_away() {
    List<String> turnedAway =
        asked("answer", "recommendation").stream()
            .filter(one -> answer(one).citations().isEmpty())
            .toList();
    assertTrue(turnedAway.size() <= MOST_TURNED_AWAY, turnedAway::toString);
  }

  private List<String> asked(String... some) {
    return kinds.keySet().stream()
        .filter(question -> List.of(some).contains(kinds.get(question)))
        .toList();
  }

  private Answer answer(String question) {
    Answer answer = answers.get(question);
    if (answer == null) {
      throw new AssertionError("was not asked: " + question);
    }
    return answer;
  }

  private String text(String question) {
    return answer(question).text();
  }

  /// Every answer is free of these faults; says all there are at once.
  private void holds(Function<Answer, List<String>> faults) {
    List<String> found = new ArrayList<>();
    answers.forEach(
        (question, answer) ->
            faults.apply(answer).forEach(fault -> found.add("“" + question + "” " + fault)));
    assertTrue(found.isEmpty(), () -> String.join("\n", found));
  }

  /// What the corpus has at a span, in the version the citation names.
  private String slice(Citation citation) {
    Document document = real.corpus().documents().get(citation.span().document());
    return document == null || !document.version().equals(citation.span().version())
        ? ""
        : document.text().substring(citation.span().start(), citation.span().end());
  }

  private static List<String> quotes(Answer answer, CheckedSentence sentence) {
    return sentence.citations().stream()
        .map(number -> answer.citations().get(number - 1).quote())
        .toList();
  }

  private static Set<String> figures(List<String> texts) {
    return texts.stream().flatMap(text -> figures(text).stream()).collect(Collectors.toSet());
  }

  private static Set<String> figures(String text) {
    return FIGURE
        .matcher(text)
        .results()
        .map(one -> one.group().replaceAll(",(?=\\d{3})", ""))
        .collect(Collectors.toSet());
  }
}
