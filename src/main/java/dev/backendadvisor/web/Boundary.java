package dev.backendadvisor.web;

import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.format.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpException;

/// What holds for every request: its id, the headers that keep browsers strict, foreign origins,
/// and errors that people can read.
final class Boundary {
  private static final System.Logger LOG = System.getLogger(Boundary.class.getName());
  private static final String REQUEST_ID = "X-Request-Id";
  private static final Pattern GIVEN_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern METHOD = Pattern.compile("[A-Z]{3,}");

  private final Set<String> allowedOrigins;
  private final Map<String, String> headers;
  private final Bodies bodies;
  private final Visitors visitors;
  private final Set<String> uncounted;
  private final SecureRandom random = new SecureRandom();

  /// Makes the boundary.
  ///
  /// @param uncounted paths that may be asked for as often as anybody likes
  Boundary(WebSettings settings, Bodies bodies, Visitors visitors, Set<String> uncounted) {
    this.allowedOrigins = settings.allowedOrigins();
    this.headers = headers(settings.frameAncestors());
    this.bodies = bodies;
    this.visitors = visitors;
    this.uncounted = uncounted;
  }

  /// The headers every response carries.
  static Map<String, String> headers(String frameAncestors) {
    return Map.of(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src"
            + " 'self' data:; require-trusted-types-for 'script'; base-uri 'none'; form-action"
            + " 'none'; frame-ancestors "
            + frameAncestors,
        "X-Content-Type-Options",
        "nosniff",
        "Referrer-Policy",
        "no-referrer",
        "Cross-Origin-Opener-Policy",
        "same-origin",
        "Cross-Origin-Resource-Policy",
        "same-origin",
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=()",
        "Cache-Control",
        "no-store");
  }

  void install(RoutesConfig routes) {
    routes.before(this::enter);
    routes.exception(Refusal.class, ending(this::refuse));
    routes.exception(
        ConversationStore.Away.class,
        ending((away, context) -> refuse(Refusal.storeAway(), context)));
    routes.exception(HttpResponseException.class, ending(this::refuseUnrouted));
    routes.exception(Exception.class, ending(this::fail));
  }

  /// Sends a problem to a client that may be gone.
  @FunctionalInterface
  private interface Ending<E extends Exception> {
    void send(E why, Context context) throws IOException;
  }

  /// What a problem says it is about: problems must not tell one id from another.
  private static String instance(Context context) {
    Endpoint matched = context.endpoints().matchedHttpEndpoint();
    return matched == null
        ? context.path()
        : new Route(matched.method.name(), matched.path).stem().orElseGet(context::path);
  }

  private static <E extends Exception> ExceptionHandler<E> ending(Ending<E> ending) {
    return (why, context) -> {
      try {
        ending.send(why, context);
      } catch (IOException gone) {
        LOG.log(Level.DEBUG, "A client left before it was told of a problem", gone);
      }
    };
  }

  /// The id the response carries, and the log.
  static String requestId(Context context) {
    String id = context.res().getHeader(REQUEST_ID);
    return id == null ? "without an id" : id;
  }

  private void enter(Context context) {
    String given = context.header(REQUEST_ID);
    String id = given != null && GIVEN_ID.matcher(given).matches() ? given : newId();
    context.header(REQUEST_ID, id);
    headers.forEach(context::header);
    String origin = context.header("Origin");
    if (!allowedOrigins.isEmpty()) {
      context.header("Vary", "Origin");
      if (origin != null && allowedOrigins.contains(origin)) {
        context.header("Access-Control-Allow-Origin", origin);
        context.header("Access-Control-Expose-Headers", REQUEST_ID + ", Retry-After");
      }
    }
    if (origin != null
        && context.req().getMethod().equals("OPTIONS")
        && context.header("Access-Control-Request-Method") != null) {
      preflight(context, origin);
    } else {
      count(context);
    }
  }

  private void count(Context context) {
    if (context.req().getMethod().equals("POST") && context.path().equals(ChatApi.PATH)) {
      visitors.question(context);
    } else if (!uncounted.contains(context.path())) {
      visitors.request(context);
    }
  }

  private void preflight(Context context, String origin) {
    if (!allowedOrigins.contains(origin)) {
      throw new Refusal(
          403,
          "Forbidden",
          "Pages of this origin may not call the API: see ADVISOR_ALLOWED_ORIGINS.");
    }
    context.header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
    context.header(
        "Access-Control-Allow-Headers", "Content-Type, Accept, Last-Event-ID, " + REQUEST_ID);
    context.header("Access-Control-Max-Age", "600");
    context.status(204);
    context.skipRemainingHandlers();
  }

  private void refuse(Refusal refusal, Context context) throws IOException {
    if (refusal.retryAfter() > 0) {
      context.header("Retry-After", Long.toString(refusal.retryAfter()));
    }
    send(context, refusal.problem(instance(context)));
  }

  private void refuseUnrouted(HttpResponseException refusal, Context context) throws IOException {
    if (refusal instanceof MethodNotAllowedResponse) {
      String methods =
          METHOD
              .matcher(refusal.getDetails().values().toString())
              .results()
              .map(MatchResult::group)
              .distinct()
              .sorted()
              .collect(Collectors.joining(", "));
      context.header("Allow", methods);
      send(context, 405, "Method not allowed", "This can be asked with " + methods + " only.");
    } else if (refusal.getStatus() == 404) {
      send(context, Refusal.nothingHere().problem(instance(context)));
    } else {
      String why = refusal.getMessage();
      send(context, refusal.getStatus(), "Refused", why == null ? "It was refused." : why);
    }
  }

  private void fail(Exception fault, Context context) throws IOException {
    if (fault instanceof IOException || fault instanceof HttpException) {
      LOG.log(Level.DEBUG, "A client left in the middle of its request", fault);
      send(context, 400, "Malformed request", "The request broke off; send it again, whole.");
      return;
    }
    LOG.log(Level.ERROR, "Request " + requestId(context) + " failed", fault);
    send(context, Refusal.fault().problem(instance(context)));
  }

  private void send(Context context, int status, String title, String detail) throws IOException {
    send(context, new Problem(status, title, detail, instance(context)));
  }

  /// Written at once, since a client may still be sending its body.
  private void send(Context context, Problem problem) throws IOException {
    if (context.res().isCommitted()) {
      return;
    }
    byte[] json = problem.toJson().getBytes(StandardCharsets.UTF_8);
    boolean hasBody =
        context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null;
    context.status(problem.status());
    context.contentType(Problem.MEDIA_TYPE);
    // JSON is UTF-8 and its media type takes no charset
    context.res().setCharacterEncoding(null);
    if (hasBody && problem.status() != 400) {
      context.header("Connection", "close");
      context.res().setContentLength(json.length);
      context.res().getOutputStream().write(json);
      context.res().flushBuffer();
      if (context.header("Expect") == null) {
        bodies.linger(context);
      }
    } else {
      context.result(json);
    }
  }

  private String newId() {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
