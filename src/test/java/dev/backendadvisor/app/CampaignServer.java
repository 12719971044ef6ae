package dev.backendadvisor.app;

import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.conversation.Advisor;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.PassingConversations;
import dev.backendadvisor.storage.StorageSettings;
import dev.backendadvisor.web.WebSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;

/// The server that campaigns run against, as a process of its own: `./advisor serve` in all but
/// that it bounds nobody, can do without storage, and lets one question wait for long, so that
/// streams stay open.
public final class CampaignServer {
  /// The question whose answer begins and then waits.
  public static final String HELD = "Is Node.js better than Python for holding on?";

  /// By which campaigns read what runs.
  public static final String TOKEN = "campaign-campaign";

  private CampaignServer() {}

  /// Serves until the process ends.
  ///
  /// @param words the data folder, then `on` or `off` for storage
  public static void main(String[] words) throws InterruptedException {
    Path data = Path.of(words[0]);
    var options = new CorpusOptions();
    CommandLine.populateCommand(options, "--data", data.toString());
    World real = World.here();
    World world = new World(Path.of(""), Map.of(), real.clock(), real.out(), real.err(), 0);
    var keeping = StorageSettings.in(data.resolve(StorageSettings.FILE));
    try (House house = House.toServe(world, options, keeping)) {
      ConversationStore conversations =
          words[1].equals("on")
              ? house.storage().conversations()
              : new PassingConversations(100_000, 500);
      Advisor advisor = holding(house.advisor(conversations));
      try (var server = house.server(settings(), advisor, conversations, List.of())) {
        house.awaitVectors();
        server.start();
        world.out().println("listening on " + server.address());
        new CountDownLatch(1).await();
      }
    }
  }

  private static Advisor holding(Advisor advisor) {
    return (inquiry, listener) ->
        advisor.ask(
            inquiry,
            event -> {
              listener.accept(event);
              if (event instanceof AnswerEvent.Understood && inquiry.message().equals(HELD)) {
                hold();
              }
            });
  }

  private static void hold() {
    try {
      Thread.sleep(Duration.ofHours(1));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static WebSettings settings() {
    WebSettings usual = WebSettings.defaults();
    WebSettings.Limits limits = usual.limits();
    return new WebSettings(
        usual.host(),
        0,
        usual.allowedOrigins(),
        usual.frameAncestors(),
        new WebSettings.Limits(
            limits.body(),
            limits.question(),
            limits.answers(),
            limits.queue(),
            limits.queueWait(),
            limits.streams(),
            limits.connections(),
            limits.others(),
            Duration.ofHours(1),
            limits.heartbeat(),
            limits.write(),
            limits.kept(),
            limits.keptBytes(),
            limits.grace()),
        usual.visitor(),
        Optional.of(TOKEN));
  }
}
