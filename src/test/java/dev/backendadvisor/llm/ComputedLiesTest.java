package dev.backendadvisor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.Basis;
import dev.backendadvisor.answer.CheckedSentence;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.RealAdvisor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was computed, who comes first, how firmly, what would change it, is said as it came out.
class ComputedLiesTest {
  private static final String CHOICE =
      "We build a chat with 20,000 concurrent WebSockets and some machine learning, and our team"
          + " knows JavaScript. Should we choose Node.js, Python or Java?";

  private static final Pattern NAME = Pattern.compile("Node\\.js|Python|Java\\b");
  private static final Pattern FIGURE = Pattern.compile("\\d+");

  private static final List<String[]> TURNED =
      List.of(
          new String[] {"fairly firmly", "clearly"},
          new String[] {"probably", "certainly"},
          new String[] {"about as well", "far better"},
          new String[] {"ahead of", "behind"},
          new String[] {"better", "worse"},
          new String[] {"first", "last"},
          new String[] {"more", "less"},
          new String[] {"stays", "changes"},
          new String[] {"No ", "Any "},
          new String[] {"not ", ""},
          new String[] {"would", "will"},
          new String[] {"Yes", "No"},
          new String[] {"once", "even before"});

  private static ScriptedModel model;
  private static RealAdvisor advisor;
  private static RealAdvisor rules;

  @BeforeAll
  static void open() throws IOException {
    model = ScriptedModel.playing(ModelScripts.honest());
    var settings = AskedModel.settings(model.baseUrl());
    // a new one each time, since nobody asks a model again that writes nothing fit
    advisor =
        new RealAdvisor(
            (brief, scribe) ->
                new ModelAnswerer(settings, new RuleAnswerer()).answer(brief, scribe));
    rules = new RealAdvisor(new RuleAnswerer());
  }

  @AfterAll
  static void close() throws IOException {
    advisor.close();
    rules.close();
    model.close();
  }

  private static Set<String> lies(String text) {
    Set<String> lies = new LinkedHashSet<>();
    Matcher figure = FIGURE.matcher(text);
    while (figure.find()) {
      int other = Integer.parseInt(figure.group()) + 7;
      lies.add(text.substring(0, figure.start()) + other + text.substring(figure.end()));
    }
    for (String other : List.of("Node.js", "Python", "Java", "Ruby")) {
      lies.add(NAME.matcher(text).replaceFirst(other));
      lies.add(NAME.matcher(text).replaceAll(other));
    }
    for (String[] words : TURNED) {
      lies.add(text.replace(words[0], words[1]));
      lies.add(text.replace(words[1].isEmpty() ? words[0] : words[1], words[0]));
    }
    lies.add(text.replaceFirst("\\W*$", ", by far."));
    lies.add(text.replaceFirst("\\W*$", ", whatever counts."));
    lies.add(text.replaceFirst("\\W*$", " in 97 of 100 draws."));
    lies.add("It is certain that " + text);
    lies.remove(text);
    return lies;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CHOICE,
        AskedModel.DEMO,
        "Which is better for a bank with strict types, Java or Node.js?",
        "Should a beginner learn Python or Java first?",
      })
  void nothing_false_is_said_of_what_was_computed(String question) {
    Answer byRules = rules.ask(question);
    List<String> fair = byRules.sentences().stream().map(CheckedSentence::text).toList();
    List<String> computed =
        byRules.sentences().stream()
            .filter(one -> one.basis() == Basis.CALCULATION)
            .map(CheckedSentence::text)
            .toList();
    assertFalse(computed.isEmpty(), byRules::text);

    Set<String> left = new HashSet<>();
    int most = computed.stream().mapToInt(text -> lies(text).size()).max().orElseThrow();
    for (int i = 0; i < most; i++) {
      int which = i;
      model.play(
          ModelScripts.writing(
              grounds -> {
                List<String> lines = new ArrayList<>();
                grounds.stream()
                    .filter(one -> computed.contains(one.text()))
                    .forEach(
                        one ->
                            lies(one.text()).stream()
                                .skip(which)
                                .limit(1)
                                .forEach(lie -> lines.add("[" + one.number() + "] " + lie)));
                return lines;
              }));
      advisor.ask(question).sentences().stream()
          .map(CheckedSentence::text)
          .filter(text -> !fair.contains(text))
          .forEach(left::add);
    }
    assertEquals(Set.of(), left);
  }
}
