package dev.backendadvisor.slack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which addresses to answer to are Slack's, so that nobody can make the server call another.
final class ResponseUrls {
  private static final URI HOOKS = URI.create("https://hooks.slack.com");

  private final List<URI> trusted;

  /// Trusts Slack's own, and the host the Web API was pointed to.
  ///
  /// @param api an address of http or https
  ResponseUrls(URI api) {
    this.trusted = api.equals(SlackSettings.API) ? List.of(HOOKS) : List.of(HOOKS, api);
  }

  /// The address when it can be trusted: same scheme, host and port as one of Slack's, nobody
  /// logged in.
  Optional<String> trusted(@Nullable String url) {
    try {
      URI uri = new URI(url == null ? "" : url);
      boolean known = trusted.stream().anyMatch(one -> sameOrigin(one, uri));
      return known && uri.getRawUserInfo() == null ? Optional.of(uri.toString()) : Optional.empty();
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  private static boolean sameOrigin(URI one, URI other) {
    return other.getScheme() != null
        && other.getHost() != null
        && one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return uri.getScheme().toLowerCase(Locale.ROOT).equals("https") ? 443 : 80;
  }
}
