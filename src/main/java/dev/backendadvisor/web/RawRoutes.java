package dev.backendadvisor.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// Mounts [RawRoute]s.
final class RawRoutes {
  private final List<RawRoute> routes;
  private final Bodies bodies;
  private final Duration deadline;
  private final Semaphore room;

  RawRoutes(List<RawRoute> routes, Bodies bodies, WebSettings.Limits limits) {
    this.routes = List.copyOf(routes);
    this.bodies = bodies;
    this.deadline = limits.deadline();
    this.room = new Semaphore(limits.others());
  }

  /// Where they are mounted.
  Set<String> paths() {
    return routes.stream().map(RawRoute::path).collect(Collectors.toUnmodifiableSet());
  }

  void install(RoutesConfig config) {
    routes.forEach(route -> config.post(route.path(), context -> answer(context, route.handler())));
  }

  private void answer(Context context, RawRoute.Handler handler)
      throws IOException, InterruptedException {
    byte[] body = bodies.raw(context);
    if (!room.tryAcquire()) {
      throw Refusal.busy();
    }
    try {
      answer(context, handler, body);
    } finally {
      room.release();
    }
  }

  private void answer(Context context, RawRoute.Handler handler, byte[] body)
      throws InterruptedException {
    Map<String, List<String>> headers = headers(context);
    var reply = new FutureTask<>(() -> handler.answer(headers, body));
    Thread.ofVirtual().name("raw route").start(reply);
    try {
      send(context, reply.get(deadline.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException late) {
      throw Refusal.late(deadline.toSeconds());
    } catch (ExecutionException fault) {
      throw new IllegalStateException("The handler of " + context.path() + " failed", fault);
    } finally {
      reply.cancel(true);
    }
  }

  private static Map<String, List<String>> headers(Context context) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (String name : Collections.list(context.req().getHeaderNames())) {
      headers.put(
          name.toLowerCase(Locale.ROOT),
          List.copyOf(Collections.list(context.req().getHeaders(name))));
    }
    return headers;
  }

  private static void send(Context context, RawRoute.Reply reply) {
    context.status(reply.status()).contentType(reply.contentType());
    context.result(reply.body().getBytes(StandardCharsets.UTF_8));
  }
}
