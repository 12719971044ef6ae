package dev.backendadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.Slack;
import dev.backendadvisor.answer.AnswerFixture;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How messages are brought to Slack when Slack is busy, at fault or does not like them.
class DeliveryTest {
  private static final Message MESSAGE =
      AnswerMessage.of(AnswerFixture.comparison("m_1", "c_1"), Optional.empty(), "1.1");

  private final FakeSlack slack = new FakeSlack();
  private final List<Duration> pauses = new ArrayList<>();
  private final Slack client = client(slack.api());
  private final Delivery delivery =
      new Delivery(client, Optional.of("xoxb-1"), Duration.ofSeconds(30), pauses::add);

  /// The two ways to Slack.
  enum Way {
    CHANNEL,
    PRIVATE;

    Address address(FakeSlack slack) {
      return switch (this) {
        case CHANNEL -> new Address.Channel("C1", "1.1", "Ev1");
        case PRIVATE -> new Address.Private(slack.responseUrl());
      };
    }
  }

  private static Slack client(URI api) {
    return SlackBot.client(
        new SlackSettings("secret", Optional.empty(), api, SlackSettings.Limits.defaults()));
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    slack.close();
  }

  private List<Integer> send(Way way, FakeSlack.Scripted... script) throws InterruptedException {
    slack.script(script);
    delivery.send(MESSAGE, way.address(slack));
    return slack.calls().stream().map(FakeSlack.Call::status).toList();
  }

  @ParameterizedTest
  @EnumSource
  void it_arrives_at_the_first_try_and_nothing_else_is_called(Way way) throws Exception {
    assertEquals(List.of(200), send(way));
    assertEquals(MESSAGE.blocks().size(), slack.calls().getFirst().blocks().size());
    assertEquals(MESSAGE.text(), slack.calls().getFirst().text());
    assertEquals(List.of(), pauses);
  }

  @ParameterizedTest
  @EnumSource
  void it_waits_as_long_as_slack_asks_twice_at_most(Way way) throws Exception {
    assertEquals(
        List.of(429, 429, 429),
        send(
            way,
            FakeSlack.Scripted.wait("7"),
            FakeSlack.Scripted.wait(""),
            FakeSlack.Scripted.wait("1"),
            FakeSlack.Scripted.wait("1")));
    assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(1)), pauses);
  }

  @ParameterizedTest
  @EnumSource
  void an_absurd_wait_is_not_waited_for(Way way) throws Exception {
    assertEquals(List.of(429), send(way, FakeSlack.Scripted.wait("86400")));
    assertEquals(List.of(), pauses);
  }

  @ParameterizedTest
  @EnumSource
  void faults_of_slack_are_outlasted_with_bounds(Way way) throws Exception {
    assertEquals(
        List.of(500, 500, 200), send(way, FakeSlack.Scripted.fault(), FakeSlack.Scripted.fault()));
    assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(4)), pauses);
  }

  @ParameterizedTest
  @EnumSource
  void it_is_given_up_when_slack_stays_at_fault(Way way) throws Exception {
    FakeSlack.Scripted[] faults =
        Stream.generate(FakeSlack.Scripted::fault).limit(9).toArray(FakeSlack.Scripted[]::new);
    assertEquals(List.of(500, 500, 500), send(way, faults));
  }

  @ParameterizedTest
  @EnumSource
  void a_layout_that_is_refused_is_said_as_text(Way way) throws Exception {
    assertEquals(List.of(200, 200), send(way, FakeSlack.Scripted.refusal("invalid_blocks")));
    FakeSlack.Call second = slack.calls().getLast();
    assertTrue(second.blocks().isMissingNode() || second.blocks().isNull());
    assertEquals(MESSAGE.text(), second.text());
    assertTrue(second.text().contains("our summary of"), second.text());
  }

  @ParameterizedTest
  @EnumSource
  void a_text_that_is_refused_too_is_given_up(Way way) throws Exception {
    assertEquals(
        List.of(200, 200),
        send(
            way,
            FakeSlack.Scripted.refusal("invalid_blocks"),
            FakeSlack.Scripted.refusal("invalid_blocks"),
            FakeSlack.Scripted.refusal("invalid_blocks")));
  }

  @Test
  void a_bare_word_in_place_of_json_is_understood() throws Exception {
    assertEquals(
        List.of(400, 200), send(Way.PRIVATE, new FakeSlack.Scripted(400, "", "invalid_blocks")));
  }

  @ParameterizedTest
  @EnumSource
  void troubles_that_add_up_still_make_one_message(Way way) throws Exception {
    assertEquals(
        List.of(429, 500, 200, 500, 200),
        send(
            way,
            FakeSlack.Scripted.wait("2"),
            FakeSlack.Scripted.fault(),
            FakeSlack.Scripted.refusal("invalid_blocks"),
            FakeSlack.Scripted.fault()));
  }

  @ParameterizedTest
  @EnumSource
  void what_will_not_change_is_not_tried_again(Way way) throws Exception {
    assertEquals(List.of(200), send(way, FakeSlack.Scripted.refusal("not_in_channel")));
    assertEquals(List.of(), pauses);
  }

  @ParameterizedTest
  @EnumSource
  void a_call_that_broke_off_is_not_repeated_since_it_may_have_arrived(Way way) throws Exception {
    assertEquals(List.of(0), send(way, FakeSlack.Scripted.breakOff()));
    assertEquals(List.of(0, 0), send(way, FakeSlack.Scripted.breakOff()));
    assertEquals(List.of(), pauses);
  }

  @ParameterizedTest
  @EnumSource
  void no_connection_is_used_twice_since_slack_may_be_closing_it(Way way) throws Exception {
    delivery.send(MESSAGE, way.address(slack));
    delivery.send(MESSAGE, way.address(slack));
    assertEquals(2, slack.calls().stream().map(FakeSlack.Call::port).distinct().count());
  }

  @ParameterizedTest
  @EnumSource
  void redirects_are_not_followed(Way way) throws Exception {
    for (int status : new int[] {301, 302, 307, 308}) {
      slack.script(new FakeSlack.Scripted(status, "", ""));
      delivery.send(MESSAGE, way.address(slack));
    }
    assertEquals(4, slack.calls().size());
    assertFalse(slack.calls().stream().anyMatch(call -> call.path().equals("/elsewhere")));
  }

  @ParameterizedTest
  @EnumSource
  void a_reply_that_is_no_json_is_taken_for_nothing_more(Way way) throws Exception {
    for (String odd : List.of("<html>", "null", "[]", "{", "{\"ok\":[]}", "{\"ok\":null}", "")) {
      slack.script(new FakeSlack.Scripted(200, "", odd));
      delivery.send(MESSAGE, way.address(slack));
    }
    assertEquals(7, slack.calls().size());
  }

  @Test
  void a_slack_that_is_away_is_tried_again_and_given_up() throws Exception {
    slack.close();
    assertEquals(List.of(), send(Way.CHANNEL));
    assertEquals(2, pauses.size());
  }
}
