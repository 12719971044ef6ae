package dev.backendadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The manifest from which the Slack app is created.
class ManifestTest {
  private final String manifest = Files.readString(Path.of("packaging/slack-manifest.yaml"));

  ManifestTest() throws IOException {}

  @Test
  void it_asks_for_no_more_than_is_used() {
    assertEquals(List.of("commands", "app_mentions:read", "chat:write"), listed("bot"));
    assertEquals(List.of("app_mention"), listed("bot_events"));
  }

  @Test
  void every_address_is_the_one_route() {
    List<String> addresses =
        Pattern.compile("url: (\\S+)")
            .matcher(manifest)
            .results()
            .map(one -> one.group(1))
            .toList();
    assertEquals(3, addresses.size());
    assertTrue(addresses.stream().allMatch(one -> one.endsWith(".example.org" + SlackBot.PATH)));
  }

  /// What is listed below a name.
  private List<String> listed(String name) {
    return manifest
        .lines()
        .map(String::strip)
        .dropWhile(line -> !line.equals(name + ":"))
        .skip(1)
        .takeWhile(line -> line.startsWith("- "))
        .map(line -> line.substring(2))
        .toList();
  }
}
