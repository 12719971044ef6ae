package dev.backendadvisor.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.answer.Notice;
import dev.backendadvisor.format.AnswerJson;
import dev.backendadvisor.format.StoredAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is remembered from one question to the next, and what a store that falters does to answers.
class ConversationTest {
  private static final UUID REQUEST = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

  private final FalteringStore store = new FalteringStore(new PassingConversations(100, 200));
  private final RealAdvisor advisor = new RealAdvisor(store);

  @AfterEach
  void close() {
    advisor.close();
  }

  @Test
  void a_follow_up_is_understood_also_by_an_advisor_that_was_just_started() {
    Answer first = ask("Is Node.js better than Python for a chat application?", "");
    Answer second = ask("And Java?", first.conversation());
    try (var restarted = new RealAdvisor(store)) {
      Answer third =
          restarted
              .advisor()
              .ask(
                  new Inquiry(
                      "what about memory?", Optional.of(first.conversation()), Optional.empty()),
                  event -> {});
      assertEquals(
          List.of("nodejs", "python", "java"), third.understood().reading().technologies());
      assertEquals(second.id(), third.understood().reading().carriedOver().getFirst().from());
    }
  }

  @Test
  void a_long_conversation_keeps_its_thread() {
    String conversation = ask("Is Node.js better than Python for chat?", "").conversation();
    for (int turn = 0; turn < 2 * EarlierQuestions.MOST; turn++) {
      Answer next = ask(turn % 2 == 0 ? "what about memory?" : "and for learning?", conversation);
      assertEquals(List.of("nodejs", "python"), next.understood().reading().technologies());
    }
    assertEquals(
        2 * EarlierQuestions.MOST + 1, store.turns(conversation, 1_000).orElseThrow().size());
  }

  @Test
  void a_turn_keeps_the_words_and_the_answer_as_sent() {
    Answer answer = ask("  Is Node.js\nbetter than Python for chat? ", "");
    Turn turn = store.turn(answer.id()).orElseThrow();
    assertEquals("  Is Node.js\nbetter than Python for chat? ", turn.words());
    assertEquals(AnswerJson.write(answer), turn.json());
    assertEquals(List.of(turn), store.turns(answer.conversation(), 10).orElseThrow());
  }

  @Test
  void a_stored_answer_is_told_event_by_event_as_the_first_time() {
    for (String question :
        List.of(
            "Is Node.js better than Python for a chat application?",
            "How many connections can Node.js hold?",
            "Which framework should I learn?",
            "Is Cassandra faster than ScyllaDB?",
            "Hello!")) {
      List<AnswerJson.Event> told = new ArrayList<>();
      Answer answer =
          advisor.advisor().ask(Inquiry.of(question), event -> told.add(AnswerJson.write(event)));
      assertEquals(
          lines(told), lines(StoredAnswer.events(store.turn(answer.id()).orElseThrow().json())));
    }
  }

  @Test
  void a_request_that_was_answered_makes_no_second_turn() {
    Answer answer = advisor.advisor().ask(retry(Optional.empty()), event -> {});
    for (RealAdvisor one : List.of(advisor, new RealAdvisor(store))) {
      try (one) {
        var before =
            assertThrows(
                Advisor.AnsweredBefore.class,
                () -> one.advisor().ask(retry(Optional.empty()), event -> {}));
        assertEquals(answer.id(), before.turn().answer());
        assertEquals(AnswerJson.write(answer), before.turn().json());
      }
    }
    assertEquals(1, store.turns(answer.conversation(), 10).orElseThrow().size());
  }

  @Test
  void the_same_request_many_times_at_once_makes_one_turn() {
    String conversation = ask("Is Node.js better than Python for chat?", "").conversation();
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<CompletableFuture<String>> ids =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> idOf(retry(Optional.of(conversation))), threads))
              .toList();
      assertEquals(1, ids.stream().map(CompletableFuture::join).distinct().count());
    }
    assertEquals(2, store.turns(conversation, 100).orElseThrow().size());
  }

  private String idOf(Inquiry inquiry) {
    try {
      return advisor.advisor().ask(inquiry, event -> {}).id();
    } catch (Advisor.AnsweredBefore before) {
      return before.turn().answer();
    }
  }

  @Test
  void a_conversation_that_is_not_there_is_refused() {
    assertThrows(Advisor.UnknownConversation.class, () -> ask("And Java?", "c_nowhere"));
  }

  @Test
  void a_store_that_cannot_write_keeps_nobody_from_an_answer() {
    String conversation = ask("Is Node.js better than Python for chat?", "").conversation();
    store.writable = false;
    List<AnswerEvent> told = new ArrayList<>();
    for (Optional<String> where : List.of(Optional.<String>empty(), Optional.of(conversation))) {
      Answer answer =
          advisor.advisor().ask(new Inquiry("And Java?", where, Optional.of(REQUEST)), told::add);
      assertEquals(1, notSaved(answer));
      assertEquals(new AnswerEvent.Done(answer), told.getLast());
      assertEquals(new AnswerEvent.Noticed(answer.notices().getLast()), told.get(told.size() - 2));
    }
    assertEquals(1, store.turns(conversation, 10).orElseThrow().size());

    store.writable = true;
    Answer again = advisor.advisor().ask(retry(Optional.of(conversation)), event -> {});
    assertEquals(0, notSaved(again));
    assertEquals(List.of("nodejs", "python"), again.understood().reading().technologies());
  }

  @Test
  void a_store_that_cannot_be_read_keeps_nobody_from_an_answer() {
    String conversation = ask("Is Node.js better than Python for chat?", "").conversation();
    store.readable = false;
    Answer answer = ask("Is Java better than Go for learning?", conversation);
    assertEquals(conversation, answer.conversation());
    assertEquals(1, notSaved(answer));
    assertNotEquals(Answer.Kind.ABSTENTION, answer.kind());
    store.readable = true;
    assertEquals(answer.id(), store.turns(conversation, 10).orElseThrow().getLast().answer());
  }

  @Test
  void a_conversation_forgotten_while_a_question_is_answered_stays_forgotten() {
    String conversation = ask("Is Node.js better than Python for chat?", "").conversation();
    var events = new AtomicInteger();
    Answer answer =
        advisor
            .advisor()
            .ask(
                new Inquiry("And Java?", Optional.of(conversation), Optional.empty()),
                event -> {
                  if (events.getAndIncrement() == 0) {
                    assertTrue(store.forget(conversation));
                  }
                });
    assertEquals(1, notSaved(answer));
    assertEquals(Optional.empty(), store.turns(conversation, 10));
    assertEquals(Optional.empty(), store.turn(answer.id()));
  }

  private static long notSaved(Answer answer) {
    return answer.notices().stream()
        .filter(notice -> notice.code() == Notice.Code.CONVERSATION_NOT_SAVED)
        .count();
  }

  private static Inquiry retry(Optional<String> conversation) {
    return new Inquiry("what about memory?", conversation, Optional.of(REQUEST));
  }

  private Answer ask(String words, String conversation) {
    return advisor
        .advisor()
        .ask(
            new Inquiry(
                words, Optional.of(conversation).filter(id -> !id.isEmpty()), Optional.empty()),
            event -> {});
  }

  private static List<String> lines(List<AnswerJson.Event> events) {
    return events.stream().map(event -> event.name() + " " + event.data()).toList();
  }
}
