package dev.backendadvisor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.CheckedSentence;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.RealAdvisor;
import dev.backendadvisor.llm.ScriptedModel.Request.Ground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Fault 16: whatever a hostile model makes of the grounds, a visitor reads what the rules say.
class HostileModelTest {
  private static final Map<String, Answer> BY_RULES = new LinkedHashMap<>();
  private static ScriptedModel model;
  private static RealAdvisor advisor;

  @BeforeAll
  static void ask_the_rules() throws IOException {
    try (var rules = new RealAdvisor(new RuleAnswerer())) {
      var json = new ObjectMapper();
      for (String line : Files.readAllLines(Path.of("corpus/golden/questions.jsonl"))) {
        JsonNode one = json.readTree(line);
        if (!one.has("question")) {
          continue; // the thresholds
        }
        Answer answer = rules.ask(one.path("question").textValue());
        if (!answer.citations().isEmpty()) {
          BY_RULES.put(one.path("question").textValue(), answer);
        }
      }
    }
    model = ScriptedModel.playing(ModelScripts.honest());
    var settings =
        ModelSettings.of(
            "openai:scripted",
            name ->
                name.equals("OPENAI_BASE_URL")
                    ? Optional.of(model.baseUrl().toString())
                    : Optional.empty());
    // a new one each time, since nobody asks a model again that writes nothing fit
    advisor =
        new RealAdvisor(
            (brief, scribe) ->
                new ModelAnswerer(settings, new RuleAnswerer()).answer(brief, scribe));
  }

  @AfterAll
  static void close() throws IOException {
    advisor.close();
    model.close();
  }

  /// What is done to every ground.
  enum Malice {
    CHANGES_FIGURES(text -> text.replaceAll("\\d(?=[\\d.,]*)", "7")),
    EXCHANGES_FIGURES(Malice::withFiguresExchanged),
    EXCHANGES_TECHNOLOGIES(Malice::withTechnologiesExchanged),
    NAMES_ANOTHER(text -> text.replaceAll("Node\\.js|Python|Java\\b", "Ruby")),
    ADDS_NEVER(text -> text.replaceFirst(" (\\w+)", " never $1")),
    DROPS_NEGATIONS(text -> text.replaceAll(" (?:not|no|cannot|without|only|never)\\b", "")),
    TURNS_ROUND(Malice::turned),
    ADDS_A_CLAIM(text -> text.replaceFirst("\\.$", " and is used by NASA.")),
    ADDS_ADVICE(text -> text + " Everybody should take Python."),
    REPLACES_A_WORD(text -> text.replaceFirst("(\\w+) (\\w+)\\.$", "$1 kittens.")),
    ADDS_A_LINK(text -> text + " See https://evil.example/login"),
    ADDS_A_MARKDOWN_LINK(text -> "[" + text + "](evil.example)"),
    ADDS_A_SCRIPT(text -> text + "<script>alert(1)</script>"),
    ADDS_A_MARKER(text -> text + " [7]"),
    ADDS_AN_INVISIBLE_SIGN(text -> text.replaceFirst(" ", " \u202e")),
    FABRICATES_A_QUOTE(
        text -> "Netflix says “" + text.replaceFirst("\\W*$", "") + ", and we love it”."),
    NAMES_ANOTHER_WINNER(text -> "Python is clearly ahead of Node.js and Java for everything."),
    NAMES_A_FOREIGN_WINNER(text -> "Rust is the best choice here."),
    SAYS_THE_OPPOSITE(text -> "No, it is the other way round."),
    ;

    private static final Pattern FIGURE = Pattern.compile("\\d[\\d.,]*\\d|\\d");
    private static final Map<String, String> TURNED =
        Map.ofEntries(
            Map.entry("ahead of", "behind"),
            Map.entry("faster", "slower"),
            Map.entry("fewer", "more"),
            Map.entry("more", "fewer"),
            Map.entry("less", "more"),
            Map.entry("clearly", "hardly"),
            Map.entry("strong", "weak"),
            Map.entry("weak", "strong"),
            Map.entry("Yes", "No"),
            Map.entry("No", "Yes"),
            Map.entry("supported", "unsupported"),
            Map.entry("slowly", "quickly"),
            Map.entry("needs", "spares"));

    private final UnaryOperator<String> change;

    Malice(UnaryOperator<String> change) {
      this.change = change;
    }

    private static String withFiguresExchanged(String text) {
      List<String> figures = FIGURE.matcher(text).results().map(one -> one.group()).toList();
      if (new HashSet<>(figures).size() < 2) {
        return text.replaceAll("\\d", "3");
      }
      String first = figures.getFirst();
      String last = figures.getLast();
      return FIGURE
          .matcher(text)
          .replaceAll(
              one ->
                  Matcher.quoteReplacement(
                      one.group().equals(first)
                          ? last
                          : one.group().equals(last) ? first : one.group()));
    }

    private static String withTechnologiesExchanged(String text) {
      List<String> names =
          Pattern.compile("Node\\.js|Python|Java\\b|Django|FastAPI|Spring Boot|Express|Go\\b|Rust")
              .matcher(text)
              .results()
              .map(one -> one.group())
              .distinct()
              .toList();
      return names.size() < 2
          ? text.replaceFirst("Node\\.js|Python|Java\\b", "Ruby")
          : text.replace(names.get(0), "\u0001")
              .replace(names.get(1), names.get(0))
              .replace("\u0001", names.get(1));
    }

    private static String turned(String text) {
      for (Map.Entry<String, String> one : TURNED.entrySet()) {
        Matcher word = Pattern.compile("\\b" + one.getKey() + "\\b").matcher(text);
        if (word.find()) {
          return word.replaceFirst(one.getValue());
        }
      }
      return "Not so: " + text;
    }

    String of(Ground ground) {
      return change.apply(ground.text());
    }
  }

  @Test
  void many_lies_at_once_leave_what_the_rules_say() {
    model.play(ModelScripts.hostile());
    BY_RULES.entrySet().stream()
        .limit(10)
        .forEach(
            asked -> assertEquals(asked.getValue().text(), advisor.ask(asked.getKey()).text()));
  }

  @Test
  @Tag("slow")
  void a_talkative_one_makes_no_answer_long_and_leaves_nothing_out() {
    model.play(ModelScripts.thorough());
    BY_RULES.forEach(
        (question, byRules) -> {
          Answer answer = advisor.ask(question);
          int most = Math.max(220, byRules.text().split("\\s+").length);
          assertTrue(
              answer.text().replaceAll(" \\[\\d+]", "").split("\\s+").length <= most, question);
          assertTrue(texts(answer).containsAll(texts(byRules)), question);
          assertEquals(texts(answer).stream().distinct().toList(), texts(answer), question);
        });
  }

  @ParameterizedTest
  @EnumSource
  void nothing_of_it_leaves(Malice malice) {
    nothingLeaves(malice, BY_RULES.keySet().stream().limit(10).toList());
  }

  @ParameterizedTest
  @EnumSource
  @Tag("slow")
  void nothing_of_it_leaves_whatever_is_asked(Malice malice) {
    nothingLeaves(malice, List.copyOf(BY_RULES.keySet()));
  }

  private static void nothingLeaves(Malice malice, List<String> questions) {
    model.play(
        ModelScripts.writing(
            grounds ->
                grounds.stream()
                    .filter(one -> !malice.of(one).equals(one.text()))
                    .map(one -> "[" + one.number() + "] " + malice.of(one))
                    .toList()));
    List<String> left = new ArrayList<>();
    for (String question : questions) {
      List<String> fair = texts(Objects.requireNonNull(BY_RULES.get(question)));
      List<String> said = texts(advisor.ask(question));
      said.stream()
          .filter(text -> !fair.contains(text))
          .forEach(text -> left.add("“" + question + "” " + text));
      assertEquals(fair.getFirst(), said.getFirst(), question);
    }
    assertTrue(left.isEmpty(), () -> left.size() + "\n" + String.join("\n", left));
  }

  private static List<String> texts(Answer answer) {
    return answer.sentences().stream().map(CheckedSentence::text).toList();
  }
}
