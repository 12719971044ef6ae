package dev.backendadvisor.slack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Text for Slack in which nothing that others wrote can act: no mention, no link, no other markup
/// that starts with `<`.
final class Mrkdwn {
  private static final int LONGEST_ADDRESS = 1_000;

  /// What Slack takes for a call to everybody when it is told to look for names.
  private static final Pattern CALL =
      Pattern.compile("@(?:here|channel|everyone)", Pattern.CASE_INSENSITIVE);

  /// Parts a call from its sign without being seen.
  private static final String NO_WIDTH = "\u200b";

  private Mrkdwn() {}

  /// Escapes a text.
  static String escape(String text) {
    return escape(text, Integer.MAX_VALUE, "");
  }

  /// As much of a text as fits, escaped; cut behind a word, never inside an escape.
  ///
  /// @param most characters, escapes and end counted
  /// @param end what a cut text ends in
  static String escape(String text, int most, String end) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), most));
    int room = most - end.length();
    int word = 0;
    int fits = 0;
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      if (out.length() <= room && Character.isWhitespace(text.codePointAt(at))) {
        word = out.length();
      }
      out.append(escaped(text, at));
      if (out.length() <= room) {
        fits = out.length();
      }
      if (out.length() > most) {
        out.setLength(word > 0 ? word : fits);
        return out.append(end).toString();
      }
    }
    return out.toString();
  }

  private static String escaped(String text, int at) {
    int point = text.codePointAt(at);
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '@' -> CALL.matcher(text).region(at, text.length()).lookingAt() ? "@" + NO_WIDTH : "@";
      default -> Character.isISOControl(point) ? " " : Character.toString(point);
    };
  }

  /// A label that leads to an address when that is one of the web, else the label alone.
  ///
  /// @param label escaped already
  static String link(Optional<String> url, String label) {
    return url.filter(Mrkdwn::isOfTheWeb)
        .map(address -> "<" + address.replace("&", "&amp;") + "|" + label + ">")
        .orElse(label);
  }

  /// An address that parses holds none of the characters that Slack's markup is made of.
  private static boolean isOfTheWeb(String url) {
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      return url.length() <= LONGEST_ADDRESS
          && (scheme.equals("https") || scheme.equals("http"))
          && uri.getHost() != null;
    } catch (URISyntaxException none) {
      return false;
    }
  }
}
