package dev.backendadvisor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.conversation.PassingConversations;
import dev.backendadvisor.conversation.PassingEvents;
import dev.backendadvisor.slack.SlackBot;
import dev.backendadvisor.slack.SlackSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackDoorTest {
  @TempDir private Path home;

  private Optional<SlackSettings> settings(Map<String, String> environment) {
    return SlackDoor.settings(
        new Worlds(home, environment).world(), SlackSettings.Limits.defaults());
  }

  private String trouble(Map<String, String> environment) {
    return String.valueOf(assertThrows(Trouble.class, () -> settings(environment)).getMessage());
  }

  @Test
  void without_settings_there_is_no_door() {
    assertEquals(Optional.empty(), settings(Map.of()));
    assertEquals(
        Optional.empty(), settings(Map.of("SLACK_SIGNING_SECRET", " ", "SLACK_BOT_TOKEN", "")));
    try (SlackDoor door = open(Optional.empty())) {
      assertEquals(List.of(), door.routes());
      door.stop();
    }
  }

  @Test
  void the_signing_secret_alone_opens_it() {
    SlackSettings settings = settings(Map.of("SLACK_SIGNING_SECRET", " abc\n")).orElseThrow();
    assertEquals("abc", settings.signingSecret());
    assertEquals(Optional.empty(), settings.botToken());
    assertEquals(URI.create("https://slack.com/api/"), settings.api());
    try (SlackDoor door = open(Optional.of(settings))) {
      assertEquals("/slack/events", door.routes().getFirst().path());
    }
  }

  private SlackDoor open(Optional<SlackSettings> settings) {
    return SlackDoor.open(
        settings,
        (inquiry, events) -> {
          throw new IllegalStateException("nobody asks");
        },
        new PassingConversations(1, 1),
        new PassingEvents(1),
        new Worlds(home, Map.of()).world());
  }

  @Test
  void secrets_come_from_files_too() throws IOException {
    Path secret = Files.writeString(home.resolve("secret"), "abc\n");
    Path token = Files.writeString(home.resolve("token"), "xoxb-1\n");
    SlackSettings settings =
        settings(
                Map.of(
                    "SLACK_SIGNING_SECRET_FILE", secret.toString(),
                    "SLACK_BOT_TOKEN_FILE", token.toString(),
                    "SLACK_API_URL", "http://127.0.0.1:9999/api"))
            .orElseThrow();
    assertEquals("abc", settings.signingSecret());
    assertEquals(Optional.of("xoxb-1"), settings.botToken());
    assertEquals(URI.create("http://127.0.0.1:9999/api/"), settings.api());
  }

  @Test
  void a_token_without_a_signing_secret_stops_the_start_with_one_sentence() {
    var worlds = new Worlds(home, Map.of("SLACK_BOT_TOKEN", "xoxb-1"));
    assertEquals(2, Main.run(worlds.world()));
    assertEquals(
        "advisor: SLACK_BOT_TOKEN is set but SLACK_SIGNING_SECRET is not, without which no request"
            + " can be known to be Slack's; it stands under Basic Information of the Slack app.\n",
        worlds.err());
  }

  @Test
  void a_secret_that_cannot_be_had_is_named_but_not_shown() throws IOException {
    Path empty = Files.writeString(home.resolve("empty"), " \n");
    assertEquals(
        "SLACK_SIGNING_SECRET and SLACK_SIGNING_SECRET_FILE are both set; keep one of them.",
        trouble(Map.of("SLACK_SIGNING_SECRET", "abc", "SLACK_SIGNING_SECRET_FILE", "x")));
    assertEquals(
        "SLACK_SIGNING_SECRET_FILE: There is no file " + home + "/gone.",
        trouble(Map.of("SLACK_SIGNING_SECRET_FILE", home + "/gone")));
    assertEquals(
        "SLACK_SIGNING_SECRET_FILE: " + empty + " is empty; put the secret there.",
        trouble(Map.of("SLACK_SIGNING_SECRET_FILE", empty.toString())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"slack.com/api", "ftp://slack.com/", "https://", "https://slack.com/?a=b", "::"})
  void an_api_that_is_no_address_is_refused(String url) {
    assertTrue(
        trouble(Map.of("SLACK_SIGNING_SECRET", "abc", "SLACK_API_URL", url))
            .startsWith("SLACK_API_URL must be an address such as https://slack.com/api/, not '"));
  }

  @Test
  void the_readme_and_the_help_name_every_variable_and_the_route() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    var worlds = new Worlds(home, Map.of());
    assertEquals(0, Main.run(worlds.world(), "serve", "--help"));
    for (String variable : SlackDoor.VARIABLES) {
      assertTrue(readme.contains("| – | `" + variable + "` |"), variable);
      assertTrue(worlds.out().contains(variable), variable);
    }
    assertTrue(readme.contains("| `POST " + SlackBot.PATH + "` |"));
  }
}
