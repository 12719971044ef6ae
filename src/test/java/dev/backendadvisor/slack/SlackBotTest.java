package dev.backendadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.backendadvisor.answer.AnswerFixture;
import dev.backendadvisor.conversation.Advisor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// What the bot takes in, and what it does when there is too much, too little time, or nonsense.
class SlackBotTest {
  private static final String QUESTION = "Is Node.js better than Python?";

  @Test
  void whoever_is_not_slack_is_told_nothing() throws Exception {
    try (var running = new RunningSlack()) {
      String body = SlackRequests.mention("Ev1", QUESTION, "1.1", "");
      Map<String, String> good = SlackRequests.signed(body, SlackRequests.NOW);
      String time = good.getOrDefault("X-Slack-Request-Timestamp", "");
      List<Map<String, String>> forged =
          List.of(
              Map.of(),
              Map.of("X-Slack-Request-Timestamp", time),
              Map.of("X-Slack-Signature", good.getOrDefault("X-Slack-Signature", "")),
              Map.of(
                  "X-Slack-Request-Timestamp", time, "X-Slack-Signature", "v0=" + "0".repeat(64)),
              Map.of(
                  "X-Slack-Request-Timestamp",
                  time,
                  "X-Slack-Signature",
                  SlackRequests.signature("another secret", time, body)),
              SlackRequests.signed(body + " ", SlackRequests.NOW),
              SlackRequests.signed(body, SlackRequests.NOW.minus(Duration.ofSeconds(301))),
              SlackRequests.signed(body, SlackRequests.NOW.plus(Duration.ofSeconds(301))));
      Set<String> told = new HashSet<>();
      for (Map<String, String> headers : forged) {
        HttpResponse<String> reply = running.send(body, headers);
        assertEquals(401, reply.statusCode(), headers::toString);
        told.add(reply.body());
      }
      String challenge = "{\"type\":\"url_verification\",\"challenge\":\"tell\"}";
      told.add(running.send(challenge, Map.of()).body());
      told.add(running.send("not even a request", Map.of()).body());
      assertEquals(1, told.size(), told::toString);
      running.finish();
      assertEquals(List.of(), running.slack.calls());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "[]",
        "null",
        "{\"type\":1}",
        "{\"type\":[]}",
        "{\"type\":\"event_callback\"}",
        "{\"type\":\"event_callback\",\"event\":[]}",
        "{\"type\":\"event_callback\",\"event\":{\"type\":null}}",
        "{\"type\":\"event_callback\",\"event\":{\"type\":\"app_mention\",\"blocks\":[{}]}}",
        "payload=",
        "payload=%7B",
        "payload=%7B%7D",
        "payload=%7B%22type%22%3A%22block_actions%22%7D",
        "payload=%zz",
        "text=%zz&command=%2Fadvisor",
        "nothing=known"
      })
  void nonsense_with_a_good_signature_is_refused_and_harms_nothing(String body) throws Exception {
    try (var running = new RunningSlack()) {
      assertEquals(400, running.send(body).statusCode());
      assertEquals(400, running.send("[".repeat(60_000)).statusCode());
      assertEquals(413, running.send("x".repeat(70_000)).statusCode());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"message\",\"user\":\"U1\",\"text\":\"hello\",\"channel\":\"C1\",\"ts\":\"1.1\"}}",
        "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"not_yet_known\"}}",
        "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"app_mention\",\"user\":\"U1\"}}",
        "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22actions%22%3A%5B%7B%22action_id%22%3A%22other%22%7D%5D%7D",
        "payload=%7B%22type%22%3A%22shortcut%22%2C%22callback_id%22%3A%22other%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22team%22%3A%7B%22id%22%3A%22T1%22%7D%7D"
      })
  void what_nobody_waits_for_is_acknowledged(String body) throws Exception {
    try (var running = new RunningSlack()) {
      assertEquals(200, running.send(body).statusCode());
      running.finish();
      assertEquals(List.of(), running.slack.calls());
    }
  }

  @Test
  void when_there_is_no_room_it_says_so_politely_and_once() throws Exception {
    var asked = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var running = new RunningSlack(Optional.of("xoxb-1"), 1, own -> waiting(asked, go))) {
      running.send(SlackRequests.mention("Ev1", QUESTION, "1.1", ""));
      assertTrue(asked.await(20, TimeUnit.SECONDS));
      for (int time = 0; time < 3; time++) {
        assertEquals(
            200, running.send(SlackRequests.mention("Ev2", QUESTION, "2.1", "")).statusCode());
        running.slack.calls(1);
      }
      assertEquals(StockTexts.BUSY.text(), running.slack.calls(1).getFirst().text());
      HttpResponse<String> command =
          running.send(SlackRequests.command(QUESTION, "1.1", running.slack.responseUrl()));
      assertEquals(StockTexts.BUSY.text(), FakeSlack.read(command.body()).path("text").asText());
      go.countDown();
      running.finish();
      assertEquals(
          List.of("2.1", "1.1"),
          running.slack.calls().stream().map(call -> call.form().get("thread_ts")).toList());
    }
  }

  @Test
  void a_stop_finishes_what_runs_and_takes_nothing_new() throws Exception {
    var asked = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var running = new RunningSlack(Optional.of("xoxb-1"), 9, own -> waiting(asked, go))) {
      running.send(SlackRequests.mention("Ev1", QUESTION, "1.1", ""));
      assertTrue(asked.await(20, TimeUnit.SECONDS));
      running.bot.stop();
      assertEquals(
          503, running.send(SlackRequests.mention("Ev2", QUESTION, "2.1", "")).statusCode());
      go.countDown();
      running.finish();
      assertEquals(1, running.slack.calls().size());
      assertTrue(running.slack.calls().getFirst().text().startsWith("*For the chat itself"));
    }
  }

  @Test
  @Tag("slow")
  void what_is_not_done_when_the_grace_is_over_ends_with_a_word() throws Exception {
    var asked = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    try (var running = new RunningSlack(Optional.of("xoxb-1"), 9, own -> waiting(asked, never))) {
      running.send(SlackRequests.mention("Ev1", QUESTION, "1.1", ""));
      assertTrue(asked.await(20, TimeUnit.SECONDS));
      running.finish();
      assertEquals(StockTexts.STOPPING.text(), running.slack.calls().getFirst().text());
    }
  }

  @Test
  void a_fault_is_answered_with_a_sentence() throws Exception {
    Advisor broken =
        (inquiry, events) -> {
          throw new IllegalStateException("broken");
        };
    try (var running = new RunningSlack(Optional.of("xoxb-1"), 9, own -> broken)) {
      running.send(SlackRequests.mention("Ev1", QUESTION, "1.1", ""));
      assertEquals(StockTexts.FAULT.text(), running.slack.calls(1).getFirst().text());
    }
  }

  @Test
  void nothing_people_wrote_and_no_secret_is_logged() throws Exception {
    var log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    log.addAppender(lines);
    List<String> said = new ArrayList<>();
    try (var running = new RunningSlack()) {
      String words = "Is confidential-plan better than Python?";
      running.slack.script(
          FakeSlack.Scripted.refusal("invalid_blocks"),
          FakeSlack.Scripted.fault(),
          FakeSlack.Scripted.refusal("confidential-plan"));
      running.send(SlackRequests.mention("Ev1", words, "1.1", ""));
      running.send(SlackRequests.command(words, "1.1", running.slack.responseUrl()));
      running.send(SlackRequests.command(words, "2.1", "https://confidential-plan.example/"));
      running.send("{\"type\":\"other\",\"text\":\"confidential-plan\"}");
      running.send("text=confidential-plan&nothing=known");
      running.send(
          SlackRequests.mention("Ev2", words, "1.1", "")
              .replace("\"user\"", "\"bot_id\":{\"confidential-plan\":1},\"user\""));
      running.send(words, Map.of());
      running.finish();
    } finally {
      log.detachAppender(lines);
    }
    lines.list.forEach(
        line -> {
          said.add(line.getFormattedMessage());
          if (line.getThrowableProxy() != null) {
            said.add(String.valueOf(line.getThrowableProxy().getMessage()));
          }
        });
    assertFalse(said.isEmpty());
    for (String line : said) {
      assertFalse(line.contains("confidential-plan"), line);
      assertFalse(line.contains(RunningSlack.BOT_TOKEN), line);
      assertFalse(line.contains(SlackRequests.SECRET), line);
    }
  }

  @Test
  void settings_name_no_secret() {
    var settings =
        new SlackSettings(
            "signing", Optional.of("token"), SlackSettings.API, SlackSettings.Limits.defaults());
    assertEquals("SlackSettings[api=https://slack.com/api/, botToken=set]", settings.toString());
  }

  @Test
  void a_request_is_checked_before_it_is_read() throws Exception {
    try (var running = new RunningSlack()) {
      byte[] odd = {(byte) 0xff, (byte) 0xfe};
      assertEquals(401, running.bot.receive(Map.of(), odd).status());
      assertEquals(
          401,
          running
              .bot
              .receive(SlackRequests.headers("{}"), "{ }".getBytes(StandardCharsets.UTF_8))
              .status());
    }
  }

  /// Says it was asked, and answers when it may.
  private static Advisor waiting(CountDownLatch asked, CountDownLatch go) {
    return (inquiry, events) -> {
      asked.countDown();
      try {
        go.await();
      } catch (InterruptedException cancelled) {
        throw new IllegalStateException(cancelled);
      }
      return AnswerFixture.comparison("m_1", "c_1");
    };
  }
}
