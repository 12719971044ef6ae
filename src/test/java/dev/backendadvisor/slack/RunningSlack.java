package dev.backendadvisor.slack;

import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.Advisor;
import dev.backendadvisor.conversation.Budget;
import dev.backendadvisor.conversation.CorpusAdvisor;
import dev.backendadvisor.conversation.Decisions;
import dev.backendadvisor.conversation.FalteringStore;
import dev.backendadvisor.conversation.Ids;
import dev.backendadvisor.conversation.PassingConversations;
import dev.backendadvisor.conversation.PassingEvents;
import dev.backendadvisor.corpus.CorpusFolder;
import dev.backendadvisor.corpus.CorpusReader;
import dev.backendadvisor.retrieval.PassageIndex;
import dev.backendadvisor.web.RawRoute;
import dev.backendadvisor.web.Readiness;
import dev.backendadvisor.web.WebServer;
import dev.backendadvisor.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/// The real server with Slack's door open, and Slack on its other side.
final class RunningSlack implements AutoCloseable {
  static final String BOT_TOKEN = "xoxb-1-2-three";

  final FakeSlack slack = new FakeSlack();
  final FalteringStore conversations = new FalteringStore(new PassingConversations(1_000, 50));
  final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  final SlackBot bot;
  final WebServer server;

  /// The corpus as it stands, findable by words; kept for all tests.
  private static final PassageIndex INDEX = index();

  private final HttpClient client = HttpClient.newHttpClient();

  /// With the corpus as it stands, finding by words.
  RunningSlack() {
    this(Optional.of(BOT_TOKEN), 32, own -> own);
  }

  /// With another advisor.
  ///
  /// @param botToken by which it posts
  /// @param answers how many at once
  /// @param advisor made from the one that answers from the corpus
  RunningSlack(Optional<String> botToken, int answers, Function<Advisor, Advisor> advisor) {
    Clock clock = Clock.fixed(SlackRequests.NOW, ZoneOffset.UTC);
    var own =
        new CorpusAdvisor(
            INDEX::current,
            new RuleAnswerer(),
            conversations,
            Budget.open(clock),
            new Ids(new Random(1)),
            clock);
    SlackSettings.Limits usual = SlackSettings.Limits.defaults();
    var limits =
        new SlackSettings.Limits(
            usual.question(),
            answers,
            usual.deadline(),
            usual.call(),
            usual.patience(),
            Duration.ofSeconds(3));
    bot =
        new SlackBot(
            new SlackSettings(SlackRequests.SECRET, botToken, slack.api(), limits),
            advisor.apply(own),
            conversations,
            new PassingEvents(1_000),
            clock,
            pauses::add);
    server =
        new WebServer(
            new WebSettings("127.0.0.1", 0, Set.of(), "'self'", WebSettings.Limits.defaults()),
            own,
            conversations,
            INDEX::current,
            new Decisions(INDEX::current, clock),
            () -> new Readiness(true, ""),
            List.of(
                new RawRoute(
                    SlackBot.PATH,
                    (headers, body) -> {
                      SlackBot.Reply reply = bot.receive(headers, body);
                      return new RawRoute.Reply(reply.status(), reply.contentType(), reply.body());
                    })));
    server.start();
  }

  private static PassageIndex index() {
    var contents = new CorpusFolder(List.of(Path.of("corpus"))).read();
    var reader = new CorpusReader();
    var index = PassageIndex.inMemory(reader, Optional.empty());
    index.update(reader.read(contents.files(), contents.problems()), contents.files());
    return index;
  }

  /// Sends a request as Slack does.
  HttpResponse<String> send(String body) throws IOException, InterruptedException {
    return send(body, SlackRequests.signed(body, SlackRequests.NOW));
  }

  HttpResponse<String> send(String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    String type = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
    var request =
        HttpRequest.newBuilder(URI.create(server.address() + SlackBot.PATH))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// Waits until everything taken on is done.
  void finish() {
    bot.close();
  }

  @Override
  public void close() {
    server.close();
    bot.close();
    slack.close();
    client.close();
  }
}
