package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.Part;
import dev.backendadvisor.question.Manner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every golden question: short by default with the verdict first, longer and plainer on demand,
/// and whatever is suggested below can be answered.
@Tag("slow")
class BrevityTest {
  private static final int LONGEST = 180;
  private static final Pattern FIGURE = Pattern.compile("\\d[\\d.,]*");

  private static final Map<String, Answer> ANSWERS = new LinkedHashMap<>();
  private static RealAdvisor real;

  @BeforeAll
  static void ask() {
    real = RealAdvisor.byMeaning();
    Golden.questions().forEach(question -> ANSWERS.put(question, real.ask(question)));
  }

  @AfterAll
  static void close() {
    real.close();
  }

  private static int words(Answer answer) {
    return answer.text().replaceAll(" \\[\\d+]", "").strip().split("\\s+").length;
  }

  private static long figures(Answer answer) {
    return FIGURE.matcher(answer.text().replaceAll(" \\[\\d+]", "")).results().count();
  }

  private static Answer then(Answer answer, String words) {
    return real.advisor()
        .ask(new Inquiry(words, Optional.of(answer.conversation()), Optional.empty()), event -> {});
  }

  private static void none(List<String> found) {
    assertTrue(found.isEmpty(), () -> found.size() + ":\n" + String.join("\n", found));
  }

  @Test
  void an_answer_has_at_most_180_words_and_begins_with_its_verdict() {
    List<String> others = new ArrayList<>();
    ANSWERS.forEach(
        (question, answer) -> {
          boolean first =
              answer.kind() == Answer.Kind.SMALLTALK
                  || answer.sentences().getFirst().part() == Part.VERDICT;
          if (words(answer) > LONGEST || !first) {
            others.add(question + " -> " + words(answer) + " words: " + answer.text());
          }
        });
    none(others);
  }

  @Test
  void what_people_want_of_a_company_is_not_answered_by_its_story() {
    for (String errand :
        List.of(
            "can you find me an uber and have it here at 7pm", "what are some deals on amazon")) {
      assertTrue(real.ask(errand).citations().isEmpty(), real.ask(errand).text());
    }
    for (String ours : List.of("what does amazon run on", "does uber use go")) {
      assertTrue(!real.ask(ours).citations().isEmpty(), real.ask(ours).text());
    }
  }

  @Test
  void more_is_never_less_and_mostly_more() {
    List<String> less = new ArrayList<>();
    int asked = 0;
    int longer = 0;
    for (Map.Entry<String, Answer> one : ANSWERS.entrySet()) {
      if (!one.getValue().citations().isEmpty()) {
        Answer more = then(real.ask(one.getKey()), "tell me more");
        asked++;
        longer += words(more) > words(one.getValue()) ? 1 : 0;
        if (words(more) < words(one.getValue())) {
          less.add(one.getKey() + " -> " + one.getValue().text() + "\n   " + more.text());
        }
      }
    }
    none(less);
    assertTrue(longer > asked / 2, longer + " of " + asked);
  }

  @Test
  void simpler_has_no_more_figures_and_stays_with_the_question() {
    List<String> harder = new ArrayList<>();
    for (Map.Entry<String, Answer> one : ANSWERS.entrySet()) {
      Answer usual = one.getValue();
      boolean told = usual.understood().reading().manner() == Manner.USUAL;
      if (told && !usual.citations().isEmpty()) {
        Answer plain = then(real.ask(one.getKey()), "simpler, please");
        if (plain.kind() != usual.kind() || figures(plain) > Math.max(1, figures(usual))) {
          harder.add(one.getKey() + " -> " + usual.text() + "\n   " + plain.text());
        }
      }
    }
    none(harder);
  }

  @Test
  void whatever_is_suggested_or_offered_can_be_answered() {
    Set<String> suggested = new LinkedHashSet<>();
    ANSWERS.values().forEach(answer -> suggested.addAll(answer.suggestions()));
    List<String> declined = new ArrayList<>();
    for (String suggestion : new TreeSet<>(suggested)) {
      Answer answer = real.ask(suggestion);
      if (answer.citations().isEmpty()) {
        declined.add(suggestion + " -> " + answer.text());
      }
    }
    assertTrue(suggested.size() > 100, suggested.size() + " suggestions");
    none(declined);
  }

  @Test
  void a_choice_offered_is_taken_up() {
    List<String> declined = new ArrayList<>();
    for (Map.Entry<String, Answer> one : ANSWERS.entrySet()) {
      for (Answer.Choice choice : one.getValue().choices()) {
        Answer answer = then(real.ask(one.getKey()), choice.message());
        if (answer.kind() == Answer.Kind.ABSTENTION) {
          declined.add(one.getKey() + " / " + choice.message() + " -> " + answer.text());
        }
      }
    }
    none(declined);
  }
}
