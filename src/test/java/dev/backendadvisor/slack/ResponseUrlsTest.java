package dev.backendadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseUrlsTest {
  private static final ResponseUrls SLACK = new ResponseUrls(SlackSettings.API);
  private static final ResponseUrls LOCAL =
      new ResponseUrls(URI.create("http://127.0.0.1:8090/api/"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.slack.com/commands/T1/2/three",
        "https://HOOKS.slack.com/actions/T1/2/three",
        "https://hooks.slack.com:443/commands/T1/2/three"
      })
  void addresses_of_slack_are_trusted(String url) {
    assertEquals(Optional.of(url), SLACK.trusted(url));
    assertEquals(Optional.of(url), LOCAL.trusted(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/commands/T1",
        "//hooks.slack.com/commands",
        "http://hooks.slack.com/commands/T1/2/three",
        "https://hooks.slack.com:8443/commands",
        "https://hooks.slack.com.evil.example/commands",
        "https://evil.example/hooks.slack.com",
        "https://evil.example/#https://hooks.slack.com",
        "https://evil.example?https://hooks.slack.com",
        "https://hooks.slack.com@evil.example/",
        "https://user:word@hooks.slack.com/commands",
        "https://hooks.slack.com\\@evil.example/",
        "https://hooks.slack.com%2eevil.example/",
        "https://hooks.slack.com%00.evil.example/",
        "https://hooks.slack.com\n.evil.example/",
        "https://hooks。slack。com/",
        "https://xhooks.slack.com/commands",
        "https://slack.com/api/chat.postMessage",
        "ftp://hooks.slack.com/",
        "file:///etc/passwd",
        "http://127.0.0.1/",
        "http://127.0.0.1:8091/",
        "http://127.1:8090/",
        "http://localhost:8090/",
        "http://[::1]:8090/",
        "http://169.254.169.254/latest/meta-data/",
        "https://127.0.0.1:8090/"
      })
  void others_are_not(String url) {
    assertEquals(Optional.empty(), SLACK.trusted(url));
    assertEquals(Optional.empty(), LOCAL.trusted(url));
  }

  @Test
  void the_host_that_calls_were_pointed_to_is_trusted_as_it_was_named() {
    String url = "http://127.0.0.1:8090/commands/T1";
    assertEquals(Optional.of(url), LOCAL.trusted(url));
    assertEquals(Optional.empty(), SLACK.trusted(url));
    assertEquals(Optional.empty(), SLACK.trusted(null));
  }
}
