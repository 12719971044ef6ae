package dev.backendadvisor.slack;

import com.google.gson.Gson;
import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message.Metadata;
import com.slack.api.util.json.GsonFactory;
import com.slack.api.webhook.WebhookResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Brings messages to Slack: waits when Slack asks for it, tries again when Slack is at fault, and
/// says it in plain text when Slack does not take the layout.
///
/// A call that broke off after it was sent is not repeated, since the message may have arrived and
/// two replies are worse than none. Each message in a channel carries the id of the event it
/// answers, so that this can be looked up.
final class Delivery {
  private static final System.Logger LOG = System.getLogger(Delivery.class.getName());
  private static final Gson GSON = GsonFactory.createSnakeCase();

  /// How often Slack's wish to wait is obeyed for one message.
  private static final int WAITS = 2;

  /// The pauses after faults of Slack; then the message is given up.
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(4));

  private final Slack slack;
  private final Optional<String> botToken;
  private final Duration patience;
  private final Pauses pauses;

  Delivery(Slack slack, Optional<String> botToken, Duration patience, Pauses pauses) {
    this.slack = slack;
    this.botToken = botToken;
    this.patience = patience;
    this.pauses = pauses;
  }

  /// Lets time pass.
  @FunctionalInterface
  interface Pauses {
    void pause(Duration time) throws InterruptedException;
  }

  /// Sends a message, and logs when it could not be brought.
  void send(Message message, Address address) throws InterruptedException {
    send(message, address, WAITS, PAUSES);
  }

  private void send(Message message, Address address, int waits, List<Duration> left)
      throws InterruptedException {
    switch (tried(message, address)) {
      case Outcome.Arrived() -> {}
      case Outcome.LayoutRefused(String why) when !message.blocks().isEmpty() -> {
        LOG.log(Level.WARNING, "Slack did not take a layout ({0}); it is said as text", why);
        send(message.plain(), address, waits, left);
      }
      case Outcome.Wait(Duration time) when waits > 0 && time.compareTo(patience) <= 0 -> {
        pauses.pause(time);
        send(message, address, waits - 1, left);
      }
      case Outcome.Fault(String why) when !left.isEmpty() -> {
        pauses.pause(left.getFirst());
        send(message, address, waits, left.subList(1, left.size()));
      }
      case Outcome.LayoutRefused(String why) -> giveUp(why);
      case Outcome.Wait(Duration time) -> giveUp("asked to wait " + time.toSeconds() + " s");
      case Outcome.Fault(String why) -> giveUp(why);
      case Outcome.Lost(String why) -> giveUp(why);
    }
  }

  private static void giveUp(String why) {
    LOG.log(Level.WARNING, "A reply in Slack was given up: {0}", why);
  }

  private Outcome tried(Message message, Address address) {
    try {
      return switch (address) {
        case Address.Channel channel -> posted(message, channel);
        case Address.Private(String url) -> responded(message, url);
      };
    } catch (SlackApiException refused) {
      var response = refused.getResponse();
      return Outcome.of(
          response.code(),
          Optional.ofNullable(response.header("Retry-After")),
          refused.getError() == null ? null : refused.getError().getError());
    } catch (ConnectException | UnknownHostException unreached) {
      return new Outcome.Fault("Slack cannot be reached");
    } catch (IOException broken) {
      return new Outcome.Lost(
          "the call broke off (" + broken.getClass().getSimpleName() + "); it may have arrived");
    } catch (RuntimeException unreadable) {
      return new Outcome.Lost("what Slack said to it cannot be read; it may have arrived");
    }
  }

  private Outcome posted(Message message, Address.Channel channel)
      throws IOException, SlackApiException {
    ChatPostMessageResponse response =
        slack
            .methods(botToken.orElseThrow())
            .chatPostMessage(
                ChatPostMessageRequest.builder()
                    .channel(channel.channel())
                    .threadTs(channel.thread())
                    .text(message.text())
                    .blocks(message.blocks().isEmpty() ? null : message.blocks())
                    .metadata(
                        Metadata.builder()
                            .eventType("advisor_answer")
                            .eventPayload(Map.of("event_id", channel.event()))
                            .build())
                    .parse("none")
                    .unfurlLinks(false)
                    .unfurlMedia(false)
                    .build());
    return response.isOk()
        ? new Outcome.Arrived()
        : Outcome.of(
            200, Optional.empty(), Objects.requireNonNullElse(response.getError(), "unknown"));
  }

  private Outcome responded(Message message, String url) throws IOException {
    var reply =
        ActionResponse.builder()
            .responseType("ephemeral")
            .text(message.text())
            .blocks(message.blocks().isEmpty() ? null : message.blocks())
            .build();
    WebhookResponse response = slack.send(url, GSON.toJson(reply));
    return Outcome.of(
        response.getCode(),
        response.getHeaders().getOrDefault("retry-after", List.of()).stream().findFirst(),
        Outcome.error(response.getBody()));
  }
}
