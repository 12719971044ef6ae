package dev.backendadvisor.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.event.AppMentionEvent;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads requests that were found to be Slack's, acknowledges them, and has what they ask answered.
///
/// Whatever Slack may send and nobody here waits for is acknowledged and let be.
final class Intake {
  private static final System.Logger LOG = System.getLogger(Intake.class.getName());

  private final Answering answering;
  private final ResponseUrls responseUrls;
  private final boolean postsInChannels;
  private final AtomicBoolean saidWhatIsMissing = new AtomicBoolean();
  private final SlackRequestParser parser;
  private final App app;

  Intake(SlackSettings settings, Slack slack, Answering answering) {
    this.answering = answering;
    this.responseUrls = new ResponseUrls(settings.api());
    this.postsInChannels = settings.botToken().isPresent();
    AppConfig config =
        AppConfig.builder()
            .slack(slack)
            .signingSecret(settings.signingSecret())
            .singleTeamBotToken(settings.botToken().orElse(null))
            .allEventsApiAutoAckEnabled(true)
            .unmatchedRequestHandler(request -> Response.ok())
            .build();
    this.parser = new SlackRequestParser(config);
    // without Bolt's middleware: signatures are checked before, and it would call auth.test
    this.app = new App(config, new ArrayList<>());
    app.command(
        Pattern.compile(".*"), (request, context) -> command(request.getPayload(), context));
    app.event(AppMentionEvent.class, this::mention);
    app.blockAction(
        Pattern.compile(AnswerMessage.BUTTON + "\\d+"),
        (request, context) -> press(request.getPayload(), context));
  }

  /// Reads a request and acknowledges it; none when it cannot be read.
  Optional<Response> read(Map<String, List<String>> headers, byte[] body) {
    try {
      Request<?> request =
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestBody(new String(body, StandardCharsets.UTF_8))
                  .headers(new RequestHeaders(headers))
                  .build());
      return request == null ? Optional.empty() : Optional.of(app.run(request));
    } catch (Exception unreadable) {
      // without its message, which may hold what people wrote
      LOG.log(
          Level.WARNING,
          "A request from Slack cannot be read ({0})",
          unreadable.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /// Reads a mention by nobody, so that Bolt is loaded before the first request: Slack waits 3 s.
  void warmUp() {
    var unused =
        read(
            Map.of(),
            "{\"type\":\"event_callback\",\"event\":{\"type\":\"app_mention\"}}"
                .getBytes(StandardCharsets.UTF_8));
  }

  private Response command(SlashCommandPayload payload, Context context) {
    String words = PlainWords.of(payload.getText());
    if (PlainWords.askHow(words)) {
      return telling(StockTexts.help(payload.getCommand() + " "));
    }
    Optional<String> url = responseUrls.trusted(payload.getResponseUrl());
    if (url.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "A command was not answered, since the address to answer to is none of Slack");
      return telling(StockTexts.FOREIGN_ADDRESS);
    }
    String trigger = given(payload.getTriggerId()).orElse(url.get());
    var asked =
        new Asked(
            trigger,
            words,
            team(context, payload.getTeamId()),
            given(payload.getChannelId()).orElse(""),
            trigger,
            false,
            new Address.Private(url.get()));
    return telling(answering.takeOn(asked) ? StockTexts.looking(words) : StockTexts.BUSY);
  }

  private Response mention(EventsApiPayload<AppMentionEvent> payload, Context context) {
    AppMentionEvent event = payload.getEvent();
    Optional<String> time = given(event.getTs());
    Optional<String> channel = given(event.getChannel());
    Optional<String> id = given(payload.getEventId());
    if (isByABot(payload) || time.isEmpty() || channel.isEmpty() || id.isEmpty()) {
      return context.ack();
    }
    if (!postsInChannels) {
      sayWhatIsMissing();
      return context.ack();
    }
    String thread = given(event.getThreadTs()).orElse(time.get());
    return takeOn(
        new Asked(
            id.get(),
            PlainWords.of(event.getText()),
            team(context, payload.getTeamId()),
            channel.get(),
            thread,
            false,
            new Address.Channel(channel.get(), thread, id.get())),
        context);
  }

  /// A button was pressed, in a thread or below an answer that only who asked can read.
  private Response press(BlockActionPayload payload, Context context) {
    BlockActionPayload.Action action = payload.getActions().getFirst();
    Optional<String> event = given(payload.getTriggerId());
    Optional<String> words = given(action.getValue());
    Optional<String> channel =
        Optional.ofNullable(payload.getChannel()).flatMap(one -> given(one.getId()));
    Optional<Address> address =
        event.flatMap(id -> channel.flatMap(where -> address(payload, action, where, id)));
    if (words.isEmpty() || address.isEmpty()) {
      return context.ack();
    }
    return takeOn(
        new Asked(
            event.orElseThrow(),
            words.get(),
            team(context, null),
            channel.orElseThrow(),
            action.getBlockId(),
            true,
            address.get()),
        context);
  }

  private Optional<Address> address(
      BlockActionPayload payload, BlockActionPayload.Action action, String channel, String event) {
    boolean hidden = payload.getContainer() == null || payload.getContainer().isEphemeral();
    return hidden || !postsInChannels
        ? responseUrls.trusted(payload.getResponseUrl()).map(Address.Private::new)
        : Optional.of(new Address.Channel(channel, action.getBlockId(), event));
  }

  /// Acknowledges; has Slack send the request again later when there is no room even for a word.
  private Response takeOn(Asked asked, Context context) {
    return answering.takeOn(asked) || answering.apologise(asked)
        ? context.ack()
        : Response.error(503);
  }

  private static boolean isByABot(EventsApiPayload<AppMentionEvent> payload) {
    AppMentionEvent event = payload.getEvent();
    boolean own =
        payload.getAuthorizations() != null
            && payload.getAuthorizations().stream()
                .anyMatch(
                    one ->
                        Boolean.TRUE.equals(one.getIsBot())
                            && one.getUserId() != null
                            && one.getUserId().equals(event.getUser()));
    return own
        || event.getBotId() != null
        || event.getBotProfile() != null
        || event.getUser() == null;
  }

  private void sayWhatIsMissing() {
    if (saidWhatIsMissing.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "A mention in Slack was not answered: set SLACK_BOT_TOKEN, by which answers are posted in"
              + " threads.");
    }
  }

  private static String team(Context context, @Nullable String other) {
    return given(context.getTeamId()).or(() -> given(other)).orElse("");
  }

  private static Optional<String> given(@Nullable String value) {
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  private static Response telling(Message message) {
    return Response.json(
        200, SlashCommandResponse.builder().responseType("ephemeral").text(message.text()).build());
  }
}
