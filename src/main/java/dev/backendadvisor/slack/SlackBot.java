package dev.backendadvisor.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.response.Response;
import com.slack.api.util.http.SlackHttpClient;
import dev.backendadvisor.conversation.Advisor;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.EventLedger;
import dev.backendadvisor.format.Problem;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;

/// The advisor in Slack. Hand it what comes to the one address that Slack is told: events, slash
/// commands and presses of buttons.
public final class SlackBot implements AutoCloseable {
  /// Where Slack sends its requests.
  public static final String PATH = "/slack/events";

  private static final System.Logger LOG = System.getLogger(SlackBot.class.getName());

  private final Duration grace;
  private final SignatureCheck signatures;
  private final Slack slack;
  private final Answering answering;
  private final Intake intake;
  private volatile boolean stopping;
  private volatile long end;

  /// Puts the parts together; Slack is not called yet.
  ///
  /// @param settings how Slack and the advisor reach each other
  /// @param advisor answers the questions, called by many threads at once
  /// @param conversations where it is kept which conversation a thread holds
  /// @param events which events were answered
  /// @param clock tells whether a request is recent
  public SlackBot(
      SlackSettings settings,
      Advisor advisor,
      ConversationStore conversations,
      EventLedger events,
      InstantSource clock) {
    this(settings, advisor, conversations, events, clock, Thread::sleep);
  }

  /// The same with time handed in.
  SlackBot(
      SlackSettings settings,
      Advisor advisor,
      ConversationStore conversations,
      EventLedger events,
      InstantSource clock,
      Delivery.Pauses pauses) {
    SlackSettings.Limits limits = settings.limits();
    this.grace = limits.grace();
    this.signatures = new SignatureCheck(settings.signingSecret(), clock);
    this.slack = client(settings);
    var delivery = new Delivery(slack, settings.botToken(), limits.patience(), pauses);
    this.answering = new Answering(limits, advisor, conversations, events, delivery);
    this.intake = new Intake(settings, slack, answering);
    Thread.ofVirtual().name("slack-warm-up").start(intake::warmUp);
  }

  /// What is sent back to Slack.
  ///
  /// @param status of HTTP
  /// @param contentType of the body
  /// @param body text
  public record Reply(int status, String contentType, String body) {}

  /// Checks, reads and acknowledges a request. Its answer goes to Slack afterwards.
  ///
  /// @param headers by lower-case name, each with every value it came with
  /// @param body as it came, which is what the signature is for
  public Reply receive(Map<String, List<String>> headers, byte[] body) {
    if (!signatures.accepts(headers, body)) {
      return problem(401, "Unauthorized", "This address takes requests signed by Slack only.");
    }
    if (stopping) {
      return problem(503, "Stopping", "The server is being stopped; send it again in a moment.");
    }
    return intake
        .read(headers, body)
        .map(SlackBot::reply)
        .orElseGet(() -> problem(400, "Malformed request", "This is none of Slack's requests."));
  }

  /// Takes no more requests, which Slack sends again later.
  public void stop() {
    if (!stopping) {
      end = System.nanoTime() + grace.toNanos();
      stopping = true;
      answering.stop();
    }
  }

  /// Stops, unless that was done, and waits for what runs until the grace since then is over.
  @Override
  public void close() {
    stop();
    try {
      answering.finish(Duration.ofNanos(end - System.nanoTime()));
      slack.close();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (Exception unclosed) {
      LOG.log(Level.WARNING, "Connections to Slack were not closed", unclosed);
    }
  }

  static Slack client(SlackSettings settings) {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.api().toString());
    config.setHttpClientCallTimeoutMillis((int) settings.limits().call().toMillis());
    // its statistics would call auth.test, its listeners log what people wrote, and its proxy comes
    // from variables this reads nothing of; Java's own settings of a proxy hold
    config.setStatsEnabled(false);
    config.setHttpClientResponseHandlers(List.of());
    config.setProxyUrl(null);
    // a call that broke off is not sent twice, and no connection is kept, which Slack might be
    // closing just when it is used again; redirects are not followed by default
    var client =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .retryOnConnectionFailure(false)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .build();
    return Slack.getInstance(config, new SlackHttpClient(client));
  }

  private static Reply reply(Response response) {
    return new Reply(
        response.getStatusCode(),
        response.getContentType(),
        Objects.requireNonNullElse(response.getBody(), ""));
  }

  private static Reply problem(int status, String title, String detail) {
    return new Reply(status, Problem.MEDIA_TYPE, new Problem(status, title, detail, PATH).toJson());
  }
}
