package dev.backendadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.util.json.GsonFactory;
import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerMessageTest {
  private static Message message(Answer answer) {
    return AnswerMessage.of(answer, Optional.empty(), "1.1");
  }

  private static JsonNode json(Message message) {
    return FakeSlack.read(GsonFactory.createSnakeCase().toJson(message.blocks()));
  }

  @Test
  void the_verdict_comes_first_then_the_reasons_as_a_list_then_the_sources() {
    Message message = message(AnswerFixture.comparison("m_1", "c_1"));
    List<String> lines = new ArrayList<>();
    for (JsonNode block : json(message)) {
      lines.add(block.path("type").asText() + " " + said(block));
    }
    assertEquals(
        List.of(
            "section *For the chat itself, yes, fairly firmly.*",
            "section • Chat means many open connections that mostly wait, and Node.js serves them"
                + " without a thread each.\u00a0[1]\n"
                + "• Python can do it with an async server, but its default build runs one thread"
                + " of Python code at a time.\u00a0[2]\n"
                + "• It holds while handlers stay short.\u00a0[1]\n"
                + "• At very large scale look at Java: Slack's real-time servers are"
                + " Java.\u00a0[3]",
            "section How many people will be connected at once?",
            "actions hundreds|thousands|hundreds of thousands",
            "context Passages were found by words alone.",
            "context [1] “Node.js runs JavaScript on one event loop per process, so a waiting"
                + " connection costs memory but no thread.” – our summary of"
                + " <https://nodejs.org/en/learn|OpenJS Foundation: Don't block the event loop>,"
                + " 2025-10-07, case study",
            "context [2] “The default build of Python runs one thread of Python code at a time.” –"
                + " our summary of <https://nodejs.org/en/learn|OpenJS Foundation: Don't block the"
                + " event loop>, 2025-10-07, case study",
            "context [3] “Slack's real-time servers are written in Java.” – from Concurrency, Event"
                + " loops"),
        lines);
  }

  @Test
  void the_text_says_the_same_without_layout() {
    String text = message(AnswerFixture.comparison("m_1", "c_1")).text();
    assertTrue(text.startsWith("*For the chat itself, yes, fairly firmly.*\n• Chat means"), text);
    assertTrue(text.contains("\n› thousands\n"), text);
    assertTrue(text.contains("\n[3] “Slack's real-time servers"), text);
  }

  @Test
  void an_abstention_says_what_is_nearest_and_offers_something_to_ask() {
    JsonNode blocks = json(message(AnswerFixture.abstention("m_1", "c_1")));
    assertEquals("*I have no evidence on databases.*", said(blocks.get(0)));
    assertEquals("Nearest in what I have read: Concurrency: Event loops", said(blocks.get(1)));
    assertEquals("Which back end handles many small writes?", said(blocks.get(2)));
    assertEquals("1.1", blocks.get(2).path("block_id").asText());
  }

  @Test
  void a_question_that_nobody_read_is_said_first() {
    JsonNode blocks =
        json(
            AnswerMessage.of(
                AnswerFixture.abstention("m_1", "c_1"), Optional.of("a <!here> b"), "1.1"));
    assertEquals("Asked: a &lt;!here&gt; b", said(blocks.get(0)));
  }

  @Test
  void what_is_too_long_is_cut_at_a_sentence_and_says_so() {
    Message message = message(AnswerFixture.long_("m_1", 400, 100));
    JsonNode blocks = json(message);
    withinBounds(blocks, message);
    String last = said(blocks.get(blocks.size() - 1));
    assertTrue(last.endsWith("xxx … more in the full answer"), last);
    assertTrue(message.text().endsWith("… more in the full answer"), message.text());
  }

  @Test
  void a_sentence_too_long_is_cut_at_a_word_and_says_so() {
    Message message = message(AnswerFixture.saying("many words ".repeat(1_000)));
    withinBounds(json(message), message);
    assertTrue(said(json(message).get(0)).endsWith("words… more in the full answer"));
  }

  @Test
  void lengths_hold_whatever_is_said() {
    for (int sentences : new int[] {1, 2, 50, 2_000}) {
      for (int length : new int[] {1, 250, 2_600, 2_699, 2_701, 10_000}) {
        if (sentences * length < 2_000_000) {
          Message message = message(AnswerFixture.long_("m_1", sentences, length));
          withinBounds(json(message), message);
        }
      }
    }
    Message escapes = message(AnswerFixture.saying("&<>".repeat(5_000)));
    withinBounds(json(escapes), escapes);
    assertFalse(said(json(escapes).get(0)).replaceAll("&(amp|lt|gt);", "").contains("&"));
  }

  @Test
  void words_of_others_cannot_act() {
    Message message =
        message(AnswerFixture.saying("See <!channel> & <https://x.org|y> @here <@U1>."));
    String said = said(json(message).get(0));
    assertFalse(said.contains("<"), said);
    assertFalse(said.contains("@here"), said);
    assertFalse(message.text().contains("<"), message.text());
    assertTrue(json(message).get(0).path("text").path("verbatim").asBoolean());
  }

  private static void withinBounds(JsonNode blocks, Message message) {
    assertTrue(blocks.size() <= 50, () -> blocks.size() + " blocks");
    assertTrue(message.text().length() <= 4_000);
    assertFalse(message.text().isBlank());
    int all = 0;
    for (JsonNode block : blocks) {
      assertTrue(said(block).length() <= 3_000, () -> said(block));
      assertFalse(said(block).isBlank());
      assertTrue(block.path("elements").size() <= 10);
      all += said(block).length();
    }
    assertTrue(all <= 12_000, "characters in all: " + all);
  }

  private static String said(JsonNode block) {
    List<String> texts = new ArrayList<>();
    if (block.has("text")) {
      texts.add(block.path("text").path("text").asText());
    }
    for (JsonNode element : block.path("elements")) {
      JsonNode text = element.path("text");
      texts.add(text.isTextual() ? text.asText() : text.path("text").asText());
    }
    return String.join("|", texts);
  }
}
