package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.conversation.ConversationStore.Asked;
import dev.backendadvisor.conversation.ConversationStore.Keeping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of conversations does.
public abstract class StoreContract {
  private static final int MOST = 1_000;

  /// The store, which holds nothing yet.
  protected abstract ConversationStore store();

  /// A turn whose words and answer tell it from others.
  public static Turn turn(String conversation, String answer) {
    return turn(conversation, answer, Optional.empty());
  }

  /// A turn that a request made.
  public static Turn turn(String conversation, String answer, Optional<UUID> request) {
    return new Turn(
        answer,
        conversation,
        request,
        "Which, " + answer + "?",
        "{\"id\":\"" + answer + "\"}",
        Instant.parse("2026-11-25T10:11:12.345Z"));
  }

  @Test
  void a_conversation_has_its_turns_in_their_order() {
    List<Turn> turns = talk("c_1", 12);
    talk("c_2", 3);
    assertEquals(Optional.of(turns), store().turns("c_1", MOST));
    assertEquals(Optional.of(turns.subList(7, 12)), store().turns("c_1", 5));
    assertEquals(
        Optional.of(List.of(asked(turns.get(10)), asked(turns.get(11)))), store().asked("c_1", 2));
  }

  @Test
  void what_is_not_there_is_not_found() {
    talk("c_1", 1);
    for (String wrong :
        List.of(
            "c_2", "c_", "c_1 ", "C_1", "c_1'--", "c_\u0000", "m_c_1_0", "", "x".repeat(9_000))) {
      assertEquals(Optional.empty(), store().turns(wrong, MOST), wrong);
      assertEquals(Optional.empty(), store().asked(wrong, MOST), wrong);
      assertEquals(Optional.empty(), store().turn(wrong + "x"), wrong);
      assertEquals(Optional.empty(), store().at(wrong), wrong);
      assertFalse(store().forget(wrong), wrong);
      assertEquals(Keeping.FORGOTTEN, store().append(turn(wrong, "m_new")), wrong);
      assertEquals(Optional.empty(), store().shared(wrong, MOST), wrong);
      assertFalse(store().share("s_new", wrong), wrong);
      assertFalse(store().judge(praise(wrong + "x")), wrong);
    }
    assertEquals(Optional.empty(), store().turn("m_new"));
    assertEquals(1, store().turns("c_1", MOST).orElseThrow().size());
  }

  @Test
  void words_and_answers_come_back_as_they_were() {
    String odd = "\u0000\u0001\r\n\t'\"%_\\ café 🧵 \uffff  " + "x".repeat(4_000);
    Turn turn =
        new Turn("m_1", "c_1", Optional.empty(), odd, "{\"text\":\"" + odd + "\"}", Instant.EPOCH);
    store().begin(turn);
    assertEquals(Optional.of(turn), store().turn("m_1"));
    assertEquals(Optional.of(List.of(new Asked("m_1", odd))), store().asked("c_1", MOST));
  }

  @Test
  void a_request_makes_one_turn() {
    var request = new UUID(1, 2);
    Turn first = turn("c_1", "m_1", Optional.of(request));
    store().begin(first);
    assertEquals(Keeping.REPEATED, store().begin(turn("c_2", "m_2", Optional.of(request))));
    assertEquals(Keeping.REPEATED, store().append(turn("c_1", "m_3", Optional.of(request))));
    assertEquals(Optional.of(first), store().requested(request));
    assertEquals(Optional.of(List.of(first)), store().turns("c_1", MOST));
    assertEquals(Optional.empty(), store().turns("c_2", MOST));
    assertEquals(Optional.empty(), store().requested(new UUID(1, 3)));

    assertEquals(Keeping.KEPT, store().append(turn("c_1", "m_4", Optional.of(new UUID(1, 3)))));
    assertEquals(2, store().turns("c_1", MOST).orElseThrow().size());
  }

  @Test
  void a_place_keeps_the_conversation_it_was_first_given() {
    talk("c_1", 1);
    talk("c_2", 1);
    store().settle("slack:T1:C1:1.2", "c_1");
    store().settle("slack:T1:C1:1.2", "c_2");
    store().settle("slack:T1:C1:1.3", "c_1");
    store().settle("slack:T1:C1:1.4", "c_nowhere");
    assertEquals(Optional.of("c_1"), store().at("slack:T1:C1:1.2"));
    assertEquals(Optional.of("c_1"), store().at("slack:T1:C1:1.3"));
    assertEquals(Optional.empty(), store().at("slack:T1:C1:1.4"));
  }

  @Test
  void what_is_forgotten_is_gone_with_its_answers_requests_and_places() {
    var request = new UUID(7, 7);
    store().begin(turn("c_1", "m_1", Optional.of(request)));
    store().append(turn("c_1", "m_2"));
    store().settle("here", "c_1");
    List<Turn> others = talk("c_2", 3);
    store().settle("there", "c_2");

    assertTrue(store().forget("c_1"));
    assertFalse(store().forget("c_1"));
    assertEquals(Optional.empty(), store().turns("c_1", MOST));
    assertEquals(Optional.empty(), store().turn("m_1"));
    assertEquals(Optional.empty(), store().turn("m_2"));
    assertEquals(Optional.empty(), store().requested(request));
    assertEquals(Optional.empty(), store().at("here"));
    assertEquals(Keeping.FORGOTTEN, store().append(turn("c_1", "m_3")));
    assertEquals(Optional.of(others), store().turns("c_2", MOST));
    assertEquals(Optional.of("c_2"), store().at("there"));

    store().begin(turn("c_3", "m_4", Optional.of(request)));
    store().settle("here", "c_3");
    assertEquals(Optional.of("c_3"), store().at("here"));
  }

  private static Feedback praise(String answer) {
    return new Feedback(answer, Optional.empty(), true, Optional.empty(), Instant.EPOCH);
  }

  @Test
  void the_latest_feedback_on_an_answer_and_on_each_citation_stays() {
    talk("c_1", 2);
    Instant at = Instant.parse("2026-11-25T10:11:12.345Z");
    String odd = "\u0000 wrong, since \"2\" < '3' 🧵";
    var whole = new Feedback("m_c_1_0", Optional.empty(), true, Optional.empty(), at);
    var second = new Feedback("m_c_1_0", Optional.of(2), false, Optional.of(odd), at);
    assertTrue(store().judge(new Feedback("m_c_1_0", Optional.of(2), true, Optional.of("x"), at)));
    assertTrue(store().judge(second));
    assertTrue(store().judge(whole));
    assertEquals(List.of(whole, second), store().feedback("m_c_1_0"));
    assertEquals(List.of(), store().feedback("m_c_1_1"));
    assertTrue(store().forget("c_1"));
    assertEquals(List.of(), store().feedback("m_c_1_0"));
    assertFalse(store().judge(whole));
  }

  @Test
  void a_share_shows_the_conversation_as_it_was_until_that_is_forgotten() {
    List<Turn> turns = talk("c_1", 3);
    talk("c_2", 1);
    assertTrue(store().share("s_1", "c_1"));
    assertEquals(Keeping.KEPT, store().append(turn("c_1", "m_later")));
    assertTrue(store().share("s_2", "c_1"));
    assertTrue(store().share("s_3", "c_2"));
    assertEquals(Optional.of(turns), store().shared("s_1", MOST));
    assertEquals(Optional.of(turns.subList(1, 3)), store().shared("s_1", 2));
    assertEquals(4, store().shared("s_2", MOST).orElseThrow().size());
    assertEquals(Optional.empty(), store().shared("c_1", MOST));
    assertTrue(store().forget("c_1"));
    assertEquals(Optional.empty(), store().shared("s_1", MOST));
    assertEquals(Optional.empty(), store().shared("s_2", MOST));
    assertEquals(1, store().shared("s_3", MOST).orElseThrow().size());
  }

  @Test
  void a_request_that_is_claimed_makes_its_turn_and_can_be_claimed_again_once_released() {
    var request = new UUID(3, 4);
    assertTrue(store().claim(request, Duration.ofMinutes(1)));
    store().release(request);
    assertTrue(store().claim(request, Duration.ofMinutes(1)));
    assertEquals(Keeping.KEPT, store().begin(turn("c_1", "m_1", Optional.of(request))));
    assertEquals("m_1", store().requested(request).orElseThrow().answer());
  }

  @Test
  void many_at_once_lose_nothing_and_change_no_order() throws Exception {
    int threads = 8;
    int each = 25;
    List<Callable<List<Turn>>> talks = new ArrayList<>();
    store().begin(turn("c_all", "m_all"));
    for (int thread = 0; thread < threads; thread++) {
      String own = "c_" + thread;
      talks.add(
          () -> {
            List<Turn> turns = talk(own, each);
            for (int at = 0; at < each; at++) {
              assertEquals(Keeping.KEPT, store().append(turn("c_all", "m_all_" + own + "_" + at)));
              assertEquals(Optional.of(turns), store().turns(own, MOST));
            }
            return turns;
          });
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (Future<List<Turn>> talk : pool.invokeAll(talks)) {
        List<Turn> turns = talk.get();
        assertEquals(Optional.of(turns), store().turns(turns.getFirst().conversation(), MOST));
      }
    }
    List<String> all =
        store().turns("c_all", MOST).orElseThrow().stream().map(Turn::answer).toList();
    assertEquals(1 + threads * each, all.size());
    assertEquals(all.size(), new HashSet<>(all).size());
    for (int thread = 0; thread < threads; thread++) {
      String own = "m_all_c_" + thread + "_";
      assertEquals(
          IntStream.range(0, each).mapToObj(at -> own + at).toList(),
          all.stream().filter(answer -> answer.startsWith(own)).toList());
    }
  }

  private List<Turn> talk(String conversation, int count) {
    List<Turn> turns = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      Turn turn = turn(conversation, "m_" + conversation + "_" + at);
      if (at == 0) {
        assertEquals(Keeping.KEPT, store().begin(turn));
      } else {
        assertEquals(Keeping.KEPT, store().append(turn));
      }
      turns.add(turn);
    }
    return turns;
  }

  private static Asked asked(Turn turn) {
    return new Asked(turn.answer(), turn.words());
  }

  @Test
  void a_profile_that_was_given_stays_until_the_next_or_until_all_is_forgotten() {
    ConversationStore store = store();
    store.begin(turn("c_given", "m_given"));

    assertEquals(Optional.empty(), store.profile("c_given"));
    assertTrue(store.give("c_given", new ConversationStore.Given(Optional.empty(), "{}")));
    var second = new ConversationStore.Given(Optional.of("m_given"), "{\"goal\":\"learn\"}");
    assertTrue(store.give("c_given", second));
    assertEquals(Optional.of(second), store.profile("c_given"));
    assertTrue(store.forget("c_given"));
    assertEquals(Optional.empty(), store.profile("c_given"));
    assertTrue(!store.give("c_given", second));
  }
}
