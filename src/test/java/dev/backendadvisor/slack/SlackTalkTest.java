package dev.backendadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Talks in Slack, over HTTP, with the corpus as it stands.
class SlackTalkTest {
  private static final String QUESTION = "Is Node.js better than Python for a chat application?";

  @Test
  void a_command_is_acknowledged_and_answered_once_however_often_it_comes() throws Exception {
    try (var running = new RunningSlack()) {
      String command =
          SlackRequests.command(QUESTION, "398738663015.1.a", running.slack.responseUrl());
      for (int time = 0; time < 3; time++) {
        HttpResponse<String> reply = running.send(command);
        assertEquals(200, reply.statusCode());
        JsonNode said = FakeSlack.read(reply.body());
        assertEquals("ephemeral", said.path("response_type").asText());
        assertTrue(said.path("text").asText().startsWith("Looking up: " + QUESTION));
      }
      running.finish();
      FakeSlack.Call call = only(running.slack.calls());
      assertEquals("/commands/T1/2/three", call.path());
      assertEquals("", call.authorization());
      JsonNode said = FakeSlack.read(call.body());
      assertEquals("ephemeral", said.path("response_type").asText());
      assertFalse(said.path("replace_original").asBoolean());
      String verdict = call.blocks().get(0).path("text").path("text").asText();
      assertTrue(
          verdict.startsWith("*Yes") && verdict.contains("Node.js suits real-time traffic better"),
          verdict);
      assertTrue(call.text().contains("our summary of"), call.text());
    }
  }

  @Test
  void a_mention_is_answered_once_in_its_thread_and_followed_up_there() throws Exception {
    try (var running = new RunningSlack()) {
      String first = SlackRequests.mention("Ev1", "<@U0BOT> " + QUESTION, "1700000000.000100", "");
      for (int time = 0; time < 3; time++) {
        assertEquals(200, running.send(first).statusCode());
      }
      FakeSlack.Call call = only(running.slack.calls(1));
      assertEquals("/api/chat.postMessage", call.path());
      assertEquals("Bearer " + RunningSlack.BOT_TOKEN, call.authorization());
      Map<String, String> form = call.form();
      assertEquals("C1", form.get("channel"));
      assertEquals("1700000000.000100", form.get("thread_ts"));
      assertEquals(
          FakeSlack.read(
              "{\"event_type\":\"advisor_answer\",\"event_payload\":{\"event_id\":\"Ev1\"}}"),
          FakeSlack.read(form.getOrDefault("metadata", "")));
      Optional<String> conversation = running.conversations.at("slack:T1:C1:1700000000.000100");
      assertTrue(conversation.isPresent());

      running.send(
          SlackRequests.mention(
              "Ev2", "<@U0BOT> and Java?", "1700000005.000100", "1700000000.000100"));
      running.finish();
      assertEquals(2, running.slack.calls().size());
      FakeSlack.Call second = running.slack.calls().getLast();
      assertEquals("1700000000.000100", second.form().get("thread_ts"));
      assertTrue(second.text().contains("Java"), second.text());
      assertTrue(second.text().contains("real-time traffic"), second.text());
      assertEquals(2, running.conversations.turns(conversation.get(), 10).orElseThrow().size());
      assertEquals(
          QUESTION,
          running.conversations.turns(conversation.get(), 10).orElseThrow().getFirst().words());
    }
  }

  @Test
  void a_store_that_is_away_keeps_nobody_from_a_reply() throws Exception {
    try (var running = new RunningSlack()) {
      running.conversations.readable = false;
      running.conversations.writable = false;
      running.send(SlackRequests.mention("Ev1", "<@U0BOT> " + QUESTION, "1700000000.000100", ""));
      running.finish();
      assertTrue(only(running.slack.calls(1)).text().contains("Node.js"));
      running.conversations.readable = true;
      assertEquals(Optional.empty(), running.conversations.at("slack:T1:C1:1700000000.000100"));
    }
  }

  @Test
  void mentions_by_bots_and_by_itself_are_let_be() throws Exception {
    try (var running = new RunningSlack()) {
      for (String by :
          List.of(
              "\"user\":\"U0BOT\",",
              "\"user\":\"U7\",\"bot_id\":\"B7\",",
              "\"user\":\"U7\",\"bot_profile\":{\"id\":\"B7\"},",
              "\"subtype\":\"bot_message\",\"bot_id\":\"B7\",")) {
        assertEquals(
            200,
            running
                .send(SlackRequests.mention("Ev" + by.hashCode(), QUESTION, "1.1", "", by))
                .statusCode());
      }
      running.finish();
      assertEquals(List.of(), running.slack.calls());
    }
  }

  @Test
  void a_button_asks_on_where_it_was_pressed() throws Exception {
    try (var running = new RunningSlack()) {
      running.send(
          SlackRequests.mention("Ev1", "<@U0BOT> Which is best?", "1700000000.000100", ""));
      JsonNode buttons = buttons(running.slack.calls(1).getFirst());
      assertEquals("1700000000.000100", buttons.path("block_id").asText());
      JsonNode button = buttons.path("elements").get(0);
      assertTrue(button.path("action_id").asText().startsWith("ask-"));

      String value = button.path("value").asText();
      running.send(
          SlackRequests.press(
              "12.1.a", value, "1700000000.000100", false, running.slack.responseUrl()));
      FakeSlack.Call inThread = running.slack.calls(2).getLast();
      assertEquals("/api/chat.postMessage", inThread.path());
      assertEquals("1700000000.000100", inThread.form().get("thread_ts"));
      assertEquals(
          "Asked: " + value,
          inThread.blocks().get(0).path("elements").get(0).path("text").asText());

      running.send(
          SlackRequests.press("12.2.a", value, "98.1.x", true, running.slack.responseUrl()));
      assertEquals("/commands/T1/2/three", running.slack.calls(3).getLast().path());
      assertTrue(running.conversations.at("slack:T1:C1:98.1.x").isPresent());
    }
  }

  @Test
  void how_to_ask_is_told_with_two_examples() throws Exception {
    try (var running = new RunningSlack()) {
      for (String text : List.of("", "  ", "help")) {
        HttpResponse<String> reply =
            running.send(SlackRequests.command(text, "1.1", running.slack.responseUrl()));
        assertEquals(200, reply.statusCode());
        String said = FakeSlack.read(reply.body()).path("text").asText();
        assertEquals(2, said.split("• /advisor ", -1).length - 1, said);
      }
      assertEquals(List.of(), running.slack.calls());
      running.send(SlackRequests.mention("Ev1", "<@U0BOT>", "1.1", ""));
      assertTrue(running.slack.calls(1).getFirst().text().startsWith("Ask me"));
    }
  }

  @Test
  void a_question_too_long_is_answered_with_a_sentence() throws Exception {
    try (var running = new RunningSlack()) {
      running.send(SlackRequests.command("why ".repeat(1_001), "1.1", running.slack.responseUrl()));
      assertEquals(
          "A question may have 4,000 characters, and this one has 4,003; ask a shorter one.",
          running.slack.calls(1).getFirst().text());
    }
  }

  @Test
  void without_a_bot_token_commands_are_answered_and_mentions_acknowledged() throws Exception {
    try (var running = new RunningSlack(Optional.empty(), 32, own -> own)) {
      assertEquals(
          200, running.send(SlackRequests.mention("Ev1", QUESTION, "1.1", "")).statusCode());
      running.send(SlackRequests.command(QUESTION, "1.1", running.slack.responseUrl()));
      running.finish();
      assertEquals("/commands/T1/2/three", only(running.slack.calls()).path());
    }
  }

  @Test
  void no_call_is_made_to_an_address_that_is_not_slacks() throws Exception {
    try (var running = new RunningSlack();
        var other = new FakeSlack()) {
      HttpResponse<String> reply =
          running.send(SlackRequests.command(QUESTION, "1.1", other.responseUrl()));
      assertEquals(200, reply.statusCode());
      assertTrue(reply.body().contains("not Slack"), reply.body());
      running.finish();
      assertEquals(List.of(), other.calls());
      assertEquals(List.of(), running.slack.calls());
    }
  }

  @Test
  void slack_learns_that_it_reached_the_right_one() throws Exception {
    try (var running = new RunningSlack()) {
      HttpResponse<String> reply =
          running.send(
              "{\"token\":\"t\",\"challenge\":\"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P\",\"type\":\"url_verification\"}");
      assertEquals(200, reply.statusCode());
      assertEquals("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P", reply.body());
    }
  }

  private static JsonNode buttons(FakeSlack.Call call) {
    for (JsonNode block : call.blocks()) {
      if (block.path("type").asText().equals("actions")) {
        return block;
      }
    }
    throw new AssertionError("no buttons in " + call.blocks());
  }

  private static FakeSlack.Call only(List<FakeSlack.Call> calls) {
    assertEquals(1, calls.size(), calls::toString);
    return calls.getFirst();
  }
}
