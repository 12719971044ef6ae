package dev.backendadvisor.app;

import dev.backendadvisor.conversation.Advisor;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.EventLedger;
import dev.backendadvisor.slack.SlackBot;
import dev.backendadvisor.slack.SlackSettings;
import dev.backendadvisor.web.RawRoute;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Joins what comes to the web server to Slack, when Slack is set up. Nothing of Slack's libraries
/// is loaded when it is not.
final class SlackDoor implements AutoCloseable {
  private static final Secret SIGNING_SECRET = new Secret("SLACK_SIGNING_SECRET");
  private static final Secret BOT_TOKEN = new Secret("SLACK_BOT_TOKEN");
  private static final String API_URL = "SLACK_API_URL";

  /// Every variable it reads.
  static final List<String> VARIABLES =
      List.of(SIGNING_SECRET.variable(), BOT_TOKEN.variable(), API_URL);

  private static final System.Logger LOG = System.getLogger(SlackDoor.class.getName());

  private final Optional<SlackBot> bot;

  private SlackDoor(Optional<SlackBot> bot) {
    this.bot = bot;
  }

  /// What the environment says of Slack; none when it is not set up.
  ///
  /// @param limits what is taken on
  /// @throws Trouble when something is missing, or cannot be used
  static Optional<SlackSettings> settings(World world, SlackSettings.Limits limits) {
    Map<String, String> environment = world.environment();
    Optional<String> secret = SIGNING_SECRET.read(environment);
    Optional<String> token = BOT_TOKEN.read(environment);
    if (secret.isEmpty() && token.isPresent()) {
      throw new Trouble(
          BOT_TOKEN.variable()
              + " is set but "
              + SIGNING_SECRET.variable()
              + " is not, without which no request can be known to be Slack's; it stands under"
              + " Basic Information of the Slack app.");
    }
    URI api = api(environment.getOrDefault(API_URL, "").strip());
    return secret.map(signing -> new SlackSettings(signing, token, api, limits));
  }

  private static URI api(String value) {
    if (value.isEmpty()) {
      return SlackSettings.API;
    }
    try {
      URI uri = new URI(value.endsWith("/") ? value : value + "/");
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException none) {
      // said below
    }
    throw new Trouble(
        API_URL + " must be an address such as " + SlackSettings.API + ", not '" + value + "'.");
  }

  /// Opens the door, if there is one.
  static SlackDoor open(
      Optional<SlackSettings> settings,
      Advisor advisor,
      ConversationStore conversations,
      EventLedger events,
      World world) {
    settings.ifPresent(
        one ->
            LOG.log(
                Level.INFO,
                one.botToken().isPresent()
                    ? "Slack may ask at {0}"
                    : "Slack may ask at {0}, by commands only, since {1} is not set",
                SlackBot.PATH,
                BOT_TOKEN.variable()));
    return new SlackDoor(
        settings.map(one -> new SlackBot(one, advisor, conversations, events, world.clock())));
  }

  /// The route that Slack is told; none when Slack is not set up.
  List<RawRoute> routes() {
    return bot.map(one -> new RawRoute(SlackBot.PATH, handler(one))).stream().toList();
  }

  private static RawRoute.Handler handler(SlackBot bot) {
    return (headers, body) -> {
      SlackBot.Reply reply = bot.receive(headers, body);
      return new RawRoute.Reply(reply.status(), reply.contentType(), reply.body());
    };
  }

  /// Takes nothing in any more.
  void stop() {
    bot.ifPresent(SlackBot::stop);
  }

  @Override
  public void close() {
    bot.ifPresent(SlackBot::close);
  }
}
