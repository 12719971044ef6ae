package dev.backendadvisor.app;

import dev.backendadvisor.answer.Answerer;
import dev.backendadvisor.conversation.Advisor;
import dev.backendadvisor.conversation.Budget;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.slack.SlackSettings;
import dev.backendadvisor.storage.StorageSettings;
import dev.backendadvisor.web.WebServer;
import dev.backendadvisor.web.WebSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Serves until the process is told to stop.
@Command(
    name = "serve",
    description = "Indexes the corpus, follows its changes, and serves.",
    footer = {
      "",
      "From the environment only:",
      "  ADVISOR_DATABASE_PASSWORD  Password for a PostgreSQL server; what its URL says.",
      "  ADVISOR_ADMIN_TOKEN    Lets the operator see GET /api/admin/status; none.",
      "  SLACK_SIGNING_SECRET   Lets Slack ask at POST /slack/events; none.",
      "  SLACK_BOT_TOKEN        Lets mentions be answered in their threads; none.",
      "  SLACK_API_URL          Where Slack's API is called; https://slack.com/api/.",
      "A secret may stand in a file: SLACK_BOT_TOKEN_FILE names it."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private final World world;

  @Mixin private ServeOptions serving = new ServeOptions();
  @Mixin private LimitOptions limits = new LimitOptions();
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private CorpusOptions corpus = new CorpusOptions();

  ServeCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() throws InterruptedException {
    WebSettings settings = serving.web(world, limits);
    Optional<SlackSettings> slackSettings = SlackDoor.settings(world, ServeOptions.slack(settings));
    Duration every = serving.watch();
    Answerer answerer = model.answerer(world, settings.limits().deadline());
    StorageSettings keeping = serving.storage(world, corpus.data(world));
    var stop = new Stop();
    try (House house = House.toServe(world, corpus, keeping)) {
      ConversationStore conversations = house.storage().conversations();
      Budget budget = model.budget(house.storage().spending(), world.clock());
      Advisor advisor = house.advisor(answerer, conversations, budget);
      try (SlackDoor slack =
              SlackDoor.open(
                  slackSettings, advisor, conversations, house.storage().events(), world);
          WebServer server = house.server(settings, advisor, conversations, slack.routes())) {
        server.start();
        house.follow(every);
        world.out().println("listening on " + server.address());
        stop.await();
        slack.stop();
      }
    } finally {
      stop.done();
    }
    return 0;
  }

  /// The system's wish that the process end, as SIGTERM tells it. Without this the process would
  /// end at once and with another code than 0.
  private static final class Stop {
    private static final long PATIENCE_SECONDS = 15;

    private final CountDownLatch wished = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");

    Stop() {
      Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
      wished.countDown();
      try {
        var unused = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
      Runtime.getRuntime().halt(0);
    }

    void await() throws InterruptedException {
      wished.await();
    }

    /// Everything is closed; where nobody wished it, the process ends with a code of its own.
    void done() {
      done.countDown();
      if (wished.getCount() > 0) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }
}
