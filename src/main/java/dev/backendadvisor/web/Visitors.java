package dev.backendadvisor.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/// Who asks, and how often they may. A visitor is an address; several people behind one count as
/// one.
final class Visitors {
  private static final String FORWARDED = "X-Forwarded-For";

  /// More than any true chain of proxies has.
  private static final int HOPS = 20;

  /// Visitors and conversations remembered; about 10 MB at most.
  private static final int REMEMBERED = 50_000;

  /// Ids longer than this lead nowhere.
  private static final int LONGEST_ID = 64;

  private static final String ATTRIBUTE = Visitors.class.getName();

  private final Set<Network> proxies;
  private final Rate questions;
  private final Rate requests;
  private final Rate turns;

  Visitors(WebSettings.Visitor most, LongSupplier nanoTime) {
    this.proxies = most.proxies();
    this.questions = new Rate(most.questions(), REMEMBERED, nanoTime);
    this.requests = new Rate(most.requests(), REMEMBERED, nanoTime);
    this.turns = new Rate(most.turns(), REMEMBERED, nanoTime);
  }

  /// Counts a question.
  ///
  /// @throws Refusal with 429 when its visitor asked too often
  void question(Context context) {
    check(questions.take(visitor(context)), "Too many questions from your address");
  }

  /// Counts a request that is no question.
  ///
  /// @throws Refusal with 429 when its visitor sent too many
  void request(Context context) {
    check(requests.take(visitor(context)), "Too many requests from your address");
  }

  /// Counts a turn of a conversation, whoever takes it.
  ///
  /// @throws Refusal with 429 when it has had too many
  void turn(String conversation) {
    if (conversation.length() <= LONGEST_ID) {
      check(turns.take(conversation), "Too many questions in this conversation");
    }
  }

  private static void check(long wait, String what) {
    if (wait > 0) {
      throw Refusal.tooOften(what, wait);
    }
  }

  /// Whoever sent a request: the address it came from; where that is a proxy's of ours, the last
  /// one named that is not.
  String visitor(Context context) {
    String known = context.attribute(ATTRIBUTE);
    if (known != null) {
      return known;
    }
    String from = context.req().getRemoteAddr().replaceAll("[\\[\\]]|%.*", "");
    String visitor =
        Network.address(from)
            .map(peer -> Network.household(proxies.isEmpty() ? peer : behind(peer, context)))
            .orElse(from);
    context.attribute(ATTRIBUTE, visitor);
    return visitor;
  }

  private InetAddress behind(InetAddress peer, Context context) {
    List<String> named =
        List.of(String.join(",", Collections.list(context.req().getHeaders(FORWARDED))).split(","));
    InetAddress last = peer;
    int hops = 0;
    for (String hop : named.reversed()) {
      if (!isProxy(last) || hops++ == HOPS) {
        return last;
      }
      Optional<InetAddress> next = Network.address(withoutPort(hop.strip()));
      if (next.isEmpty()) {
        return last;
      }
      last = next.get();
    }
    return last;
  }

  private boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(proxy -> proxy.holds(address));
  }

  /// `192.0.2.1:80` and `[2001:db8::1]:80` as some proxies write them.
  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      return end < 0 ? hop : hop.substring(1, end);
    }
    int colon = hop.indexOf(':');
    return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
  }
}
