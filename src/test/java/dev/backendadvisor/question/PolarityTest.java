package dev.backendadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Who is put ahead does not depend on how it is said: opposite words, changed sides and negations
/// each turn a comparison round, and two of them turn it back.
class PolarityTest {
  private static final List<Side> SIDES =
      List.of(
          new Side("Node", "nodejs"),
          new Side("Go", "go"),
          new Side("C#", "csharp"),
          new Side("Spring Boot", "spring-boot"));

  private record Side(String name, String id) {}

  /// What puts its subject ahead, and its opposite; both follow "is".
  private static final Map<String, String> ADJECTIVES =
      new TreeMap<>(
          Map.of(
              "faster", "slower",
              "better", "worse",
              "easier to learn", "harder to learn",
              "cheaper", "more expensive",
              "more secure", "less secure",
              "less complex", "more complex",
              "lighter", "heavier",
              "more memory efficient", "less memory efficient",
              "more popular", "less popular",
              "safer", "riskier"));

  /// The same with verbs.
  private static final Map<String, String> VERBS =
      new TreeMap<>(
          Map.of(
              "use less memory", "use more memory",
              "scale better", "scale worse",
              "have fewer bugs", "have more bugs",
              "have more libraries", "have fewer libraries",
              "start faster", "start slower",
              "need less code", "need more code"));

  /// Questions in which W keeps its direction.
  private static final List<String> UPRIGHT =
      List.of(
          "Is A W than B?",
          "Isn't A W than B?",
          "Is A not W than B?",
          "Is A really much W than B for a chat app?",
          "Why is A W than B?",
          "Is it true that A is W than B?",
          "Do you think A is W than B?",
          "I wonder whether A is W than B",
          "Would you say that A is W than B?",
          "A is W than B, isn't it?",
          "A is W than B, right?",
          "Compared to B, is A W?",
          "Is A W compared with B?",
          "What makes A W than B?",
          "hi! is A W than B, please?",
          "I'm not sure if A is W than B",
          "Could you tell me if A is W than B?",
          "A isn't not W than B");

  /// Questions in which W is turned round.
  private static final List<String> TURNED =
      List.of(
          "A is not W than B, right?",
          "A isn't W than B",
          "Why isn't A W than B?",
          "Why is A not W than B?",
          "Is it true that A is not W than B?",
          "Is it true that A isn't W than B?",
          "Do you think A isn't W than B?",
          "I don't think A is W than B",
          "Is it false that A is W than B?",
          "Is it a myth that A is W than B?",
          "I doubt that A is W than B",
          "A was never W than B");

  private static final List<String> UPRIGHT_VERBS =
      List.of(
          "Does A W than B?",
          "Doesn't A W than B?",
          "Can A W than B?",
          "Does A usually W than B?",
          "Is it true that A would W than B?",
          "Why does A W than B?",
          "Will A W than B, please?");

  private static final List<String> TURNED_VERBS =
      List.of(
          "A doesn't W than B, right?",
          "Why doesn't A W than B?",
          "Is it true that A does not W than B?",
          "I don't think A would W than B",
          "A can't W than B");

  private static final List<String> RELATIONS =
      List.of(
          "Does A beat B?",
          "Doesn't A outperform B?",
          "Is B beaten by A?",
          "Does B lag behind A?",
          "Is B inferior to A?",
          "Is A superior to B?",
          "Is A ahead of B?",
          "Would you choose A over B?",
          "Why do teams pick A instead of B?",
          "Why not use A rather than B?",
          "Should we migrate from B to A?",
          "Should I replace B with A?",
          "Should we switch to A from B?",
          "Should we drop B in favour of A?",
          "What are the advantages of A over B?",
          "What are the disadvantages of B compared to A?",
          "B doesn't beat A, right?",
          "Is it true that A isn't behind B?",
          "B is not as good as A",
          "Why isn't B as fast as A?");

  private static final List<String> OPEN =
      List.of(
          "A or B?",
          "A vs B",
          "A versus B for chat",
          "What is the difference between A and B?",
          "Compare A with B",
          "Is A or B faster?",
          "Which is faster, A or B?",
          "Which one is slower: A or B?",
          "Is A faster or slower than B?",
          "Is A as fast as B?",
          "Isn't A as good as B?",
          "How does A compare to B?",
          "Should we use A or B for a chat app?");

  /// The questions about two sides in which somebody else is put ahead than should be.
  private static void each(
      List<String> phrasings, String words, Function<List<Side>, String> ahead) {
    List<String> wrong = new ArrayList<>();
    for (Side one : SIDES) {
      for (Side other : SIDES) {
        for (String phrasing : one.equals(other) ? List.<String>of() : phrasings) {
          String said =
              phrasing
                  .replaceAll("\\bW\\b", words)
                  .replaceAll("\\bA\\b", one.name())
                  .replaceAll("\\bB\\b", other.name());
          String read = QuestionFixture.proposed(said);
          if (!read.equals(ahead.apply(List.of(one, other)))) {
            wrong.add(said + " -> " + read);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static void each(List<String> phrasings, String words, boolean first) {
    each(phrasings, words, sides -> sides.get(first ? 0 : 1).id());
  }

  @Test
  void adjectives_and_their_opposites_agree_however_they_are_put() {
    ADJECTIVES.forEach(
        (ahead, behind) -> {
          each(UPRIGHT, ahead, true);
          each(UPRIGHT, behind, false);
          each(TURNED, ahead, false);
          each(TURNED, behind, true);
        });
  }

  @Test
  void verbs_and_their_opposites_agree_however_they_are_put() {
    VERBS.forEach(
        (ahead, behind) -> {
          each(UPRIGHT_VERBS, ahead, true);
          each(UPRIGHT_VERBS, behind, false);
          each(TURNED_VERBS, ahead, false);
          each(TURNED_VERBS, behind, true);
        });
  }

  @Test
  void relations_put_the_right_side_ahead() {
    each(RELATIONS, "", true);
  }

  @Test
  void open_comparisons_put_nobody_ahead() {
    each(OPEN, "", sides -> "nobody");
  }
}
