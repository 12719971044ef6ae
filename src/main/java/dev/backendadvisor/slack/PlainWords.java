package dev.backendadvisor.slack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody wrote, without [Slack's
/// markup](https://docs.slack.dev/messaging/formatting-message-text): mentions of people and groups
/// are dropped, links and channels keep their label, escapes become what they stand for.
final class PlainWords {
  private static final Pattern MARKED = Pattern.compile("<([^<>]*)>");
  private static final Pattern LEADING = Pattern.compile("^[\\s,:;–—-]+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private PlainWords() {}

  /// Reads a text as Slack sends it; none is empty.
  static String of(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String plain =
        MARKED
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(label(found)))
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
    return SPACE.matcher(LEADING.matcher(plain).replaceFirst("")).replaceAll(" ").strip();
  }

  /// Whether nothing is asked but how to ask.
  static boolean askHow(String words) {
    return words.isEmpty() || words.equalsIgnoreCase("help");
  }

  private static String label(MatchResult found) {
    String[] parts = found.group(1).split("\\|", 2);
    String label = parts.length > 1 ? parts[1] : "";
    if (parts[0].startsWith("@") || parts[0].startsWith("!")) {
      return "";
    }
    if (parts[0].startsWith("#")) {
      return label.isEmpty() ? "" : "#" + label;
    }
    return label.isEmpty() ? parts[0] : label;
  }
}
