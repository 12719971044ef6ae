package dev.backendadvisor.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.conversation.Advisor;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.Ids;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.format.Problem;
import dev.backendadvisor.retrieval.Generation;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/// The advisor over HTTP: the page, the API, and answers event by event.
public final class WebServer implements AutoCloseable {
  /// Longer than an answer may take, so that a quiet connection is not taken for a dead one.
  private static final Duration IDLE = Duration.ofSeconds(60);

  private static final String HEALTH = "/healthz";
  private static final String READY = "/readyz";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final WebSettings settings;
  private final Supplier<Readiness> readiness;
  private final Deadlines deadlines = new Deadlines();
  private final Answers answers;
  private final StreamWriter streams;
  private final Javalin javalin;
  private volatile boolean stopping;

  /// Makes a server without routes of others, that does not listen yet.
  ///
  /// @param settings where it listens and what it lets through
  /// @param advisor answers the questions, called by many threads at once
  /// @param conversations where its turns are kept
  /// @param generations hands out the newest generation, to be closed after use
  /// @param decisions hands out the decision model of the moment
  /// @param readiness whether questions can be answered; asked by `/readyz`
  public WebServer(
      WebSettings settings,
      Advisor advisor,
      ConversationStore conversations,
      Supplier<Generation> generations,
      Supplier<DecisionModel> decisions,
      Supplier<Readiness> readiness) {
    this(settings, advisor, conversations, generations, decisions, readiness, List.of());
  }

  /// Makes a server that does not listen yet.
  ///
  /// @param settings where it listens and what it lets through
  /// @param advisor answers the questions, called by many threads at once
  /// @param conversations where its turns are kept
  /// @param generations hands out the newest generation, to be closed after use
  /// @param decisions hands out the decision model of the moment
  /// @param readiness whether questions can be answered; asked by `/readyz`
  /// @param others routes mounted beside the API
  public WebServer(
      WebSettings settings,
      Advisor advisor,
      ConversationStore conversations,
      Supplier<Generation> generations,
      Supplier<DecisionModel> decisions,
      Supplier<Readiness> readiness,
      List<RawRoute> others) {
    this.settings = settings;
    this.readiness = readiness;
    WebSettings.Limits limits = settings.limits();
    this.answers = new Answers(advisor, conversations, limits, deadlines, System::nanoTime);
    var bodies = new Bodies(limits, deadlines);
    var visitors = new Visitors(settings.visitor(), System::nanoTime);
    var raw = new RawRoutes(others, bodies, limits);
    var boundary = new Boundary(settings, bodies, visitors, uncounted(raw));
    this.streams = new StreamWriter(limits, settings.visitor().streams(), deadlines);
    var chat = new ChatApi(answers, decisions, bodies, streams, visitors, limits);
    var memory = new ConversationApi(conversations, answers, decisions, bodies);
    var feedback = new FeedbackApi(conversations, bodies, limits.question(), Clock.systemUTC());
    var shares = new ShareApi(conversations, new Ids(new SecureRandom()));
    var corpus = new CorpusApi(generations, limits.question());
    var recommendations = new RecommendationApi(decisions, bodies);
    var pages = new Pages(id -> isDocument(generations, id));
    var operator =
        settings
            .operatorToken()
            .map(OperatorGate::new)
            .map(gate -> new OperatorApi(gate, generations, readiness, answers, streams));
    this.javalin =
        Javalin.create(
            config -> {
              configure(config);
              boundary.install(config.routes);
              chat.install(config.routes);
              memory.install(config.routes);
              feedback.install(config.routes);
              shares.install(config.routes);
              corpus.install(config.routes);
              recommendations.install(config.routes);
              pages.install(config.routes);
              raw.install(config.routes);
              operator.ifPresent(api -> api.install(config.routes));
              config.routes.get(HEALTH, WebServer::health);
              config.routes.get(READY, this::ready);
            });
  }

  /// The server cannot listen where it should.
  public static final class CannotListen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotListen(String message, IOException cause) {
      super(message, cause);
    }
  }

  /// Listens from now on.
  ///
  /// @throws CannotListen when the port is taken or the address is not one of this machine
  public void start() {
    javalin.start();
  }

  /// The port listened on.
  public int port() {
    return javalin.port();
  }

  /// Where it listens: `http://127.0.0.1:8080`.
  public String address() {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return "http://" + host + ":" + port();
  }

  /// Every route there is.
  List<Route> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> new Route(endpoint.method.name(), endpoint.path))
        .toList();
  }

  /// How many streams are open.
  int streams() {
    return streams.open();
  }

  /// Takes no more requests, waits for what runs within the grace, and ends.
  @Override
  public void close() {
    stopping = true;
    Duration last = Duration.ofSeconds(1);
    long end = System.nanoTime() + settings.limits().grace().toNanos();
    try {
      answers.finish(settings.limits().grace().minus(last));
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    javalin.jettyServer().server().setStopTimeout(Math.max(left, last.toMillis()));
    javalin.stop();
    answers.close();
    deadlines.close();
  }

  /// What watches over the server, and what counts for itself.
  private static Set<String> uncounted(RawRoutes raw) {
    return Stream.concat(Stream.of(HEALTH, READY), raw.paths().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.router.ignoreTrailingSlashes = false;
    config.http.defaultContentType = Media.JSON;
    config.jetty.modifyServer(
        server -> {
          server.addBean(new NetworkConnectionLimit(settings.limits().connections(), server));
          server.setErrorHandler(new UnreadRequests(Boundary.headers(settings.frameAncestors())));
        });
    config.jetty.addConnector(this::connector);
  }

  private ServerConnector connector(Server server, HttpConfiguration http) {
    http.setHeaderCacheCaseSensitive(true); // or secrets in headers match in any case
    http.setUriCompliance(http.getUriCompliance().without("strict", Violation.UTF16_ENCODINGS));
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE.toMillis());
    connector.setShutdownIdleTimeout(500);
    try {
      connector.open();
    } catch (IOException refused) {
      throw new CannotListen(
          String.format(
              Locale.ROOT,
              "Cannot listen on %s port %d (%s): stop what uses it or choose another with --port.",
              settings.host(),
              settings.port(),
              refused.getCause() == null ? refused.getMessage() : refused.getCause().getMessage()),
          refused);
    }
    return connector;
  }

  private static boolean isDocument(Supplier<Generation> generations, String id) {
    try (Generation generation = generations.get()) {
      return generation.corpus().documents().containsKey(id);
    }
  }

  private static void health(Context context) {
    // a widget on a page that is refused finds out by it that the advisor is there
    context.header("Cross-Origin-Resource-Policy", "cross-origin");
    context.contentType(Media.JSON).result("{\"status\":\"alive\"}");
  }

  private void ready(Context context) {
    Readiness now =
        stopping ? new Readiness(false, "the server is being stopped") : readiness.get();
    if (now.ready()) {
      context
          .contentType(Media.JSON)
          .result(
              MAPPER
                  .createObjectNode()
                  .put("status", "ready")
                  .put("detail", now.detail())
                  .toString());
    } else {
      context.status(503).contentType(Problem.MEDIA_TYPE);
      context.result(new Problem(503, "Not ready", now.detail(), READY).toJson());
    }
  }
}
