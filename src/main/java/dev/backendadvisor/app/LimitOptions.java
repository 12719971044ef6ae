package dev.backendadvisor.app;

import dev.backendadvisor.web.Network;
import dev.backendadvisor.web.WebSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// What visitors may take, each alone and all together.
final class LimitOptions implements Settings {
  private static final int MANY = 1_000_000;
  private static final int HOUR = 3_600;

  @Option(
      names = "--questions-per-minute",
      paramLabel = "N",
      defaultValue = "60",
      description = {
        "Questions one address may ask a minute, all at once or spread; 0 for any number.",
        "ADVISOR_QUESTIONS_PER_MINUTE; ${DEFAULT-VALUE}."
      })
  private String questions = "";

  @Option(
      names = "--requests-per-minute",
      paramLabel = "N",
      defaultValue = "600",
      description = {
        "Other requests one address may send a minute; 0 for any number.",
        "ADVISOR_REQUESTS_PER_MINUTE; ${DEFAULT-VALUE}."
      })
  private String requests = "";

  @Option(
      names = "--turns-per-minute",
      paramLabel = "N",
      defaultValue = "30",
      description = {
        "Questions a minute in one conversation, whoever asks; 0 for any number.",
        "ADVISOR_TURNS_PER_MINUTE; ${DEFAULT-VALUE}."
      })
  private String turns = "";

  @Option(
      names = "--streams-per-address",
      paramLabel = "N",
      defaultValue = "100",
      description = {
        "Event streams one address may have open at once; 0 for any number.",
        "ADVISOR_STREAMS_PER_ADDRESS; ${DEFAULT-VALUE}."
      })
  private String streamsPerAddress = "";

  @Option(
      names = "--trusted-proxies",
      paramLabel = "NETWORK",
      split = ",",
      description = {
        "Proxies in front, separated by commas, as in 10.0.0.0/8; their X-Forwarded-For names the"
            + " visitor. From all others it is ignored.",
        "ADVISOR_TRUSTED_PROXIES; none."
      })
  private List<String> proxies = new ArrayList<>();

  @Option(
      names = "--answers",
      paramLabel = "N",
      defaultValue = "256",
      description = {"Answers made at once.", "ADVISOR_ANSWERS; ${DEFAULT-VALUE}."})
  private String answers = "";

  @Option(
      names = "--queue",
      paramLabel = "N",
      defaultValue = "64",
      description = {
        "Questions that wait for one of these to be done; more are refused.",
        "ADVISOR_QUEUE; ${DEFAULT-VALUE}."
      })
  private String queue = "";

  @Option(
      names = "--queue-wait",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description = {
        "How long a question waits there before it is refused.",
        "ADVISOR_QUEUE_WAIT; ${DEFAULT-VALUE}."
      })
  private String queueWait = "";

  @Option(
      names = "--deadline",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = {"How long one answer may take.", "ADVISOR_DEADLINE; ${DEFAULT-VALUE}."})
  private String deadline = "";

  @Option(
      names = "--streams",
      paramLabel = "N",
      defaultValue = "10000",
      description = {
        "Event streams open at once; more are refused.",
        "ADVISOR_STREAMS; ${DEFAULT-VALUE}."
      })
  private String streams = "";

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "20000",
      description = {
        "Connections open at once; more are left waiting.",
        "ADVISOR_CONNECTIONS; ${DEFAULT-VALUE}."
      })
  private String connections = "";

  @Option(
      names = "--slack-requests",
      paramLabel = "N",
      defaultValue = "64",
      description = {
        "Requests from Slack looked at at once; more are refused.",
        "ADVISOR_SLACK_REQUESTS; ${DEFAULT-VALUE}."
      })
  private String slackRequests = "";

  @Option(
      names = "--body-bytes",
      paramLabel = "N",
      defaultValue = "65536",
      description = {
        "Bytes the body of a request may have.",
        "ADVISOR_BODY_BYTES; ${DEFAULT-VALUE}."
      })
  private String body = "";

  @Option(
      names = "--question-characters",
      paramLabel = "N",
      defaultValue = "4000",
      description = {
        "Characters a question may have.",
        "ADVISOR_QUESTION_CHARACTERS; ${DEFAULT-VALUE}."
      })
  private String question = "";

  @Option(
      names = "--heartbeat",
      paramLabel = "SECONDS",
      defaultValue = "8",
      description = {
        "How long an event stream is silent before a comment is sent, which finds readers gone.",
        "ADVISOR_HEARTBEAT; ${DEFAULT-VALUE}."
      })
  private String heartbeat = "";

  @Option(
      names = "--slow-client",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = {
        "How long a client may take nothing of a stream, or send nothing of a body, before it is"
            + " cut off.",
        "ADVISOR_SLOW_CLIENT; ${DEFAULT-VALUE}."
      })
  private String slowClient = "";

  @Option(
      names = "--kept-minutes",
      paramLabel = "MINUTES",
      defaultValue = "10",
      description = {
        "How long a stream can be taken up again where it broke off.",
        "ADVISOR_KEPT_MINUTES; ${DEFAULT-VALUE}."
      })
  private String keptMinutes = "";

  @Option(
      names = "--kept-megabytes",
      paramLabel = "MB",
      defaultValue = "32",
      description = {
        "Memory for the answers kept for that; the oldest go first.",
        "ADVISOR_KEPT_MEGABYTES; ${DEFAULT-VALUE}."
      })
  private String keptMegabytes = "";

  /// What one visitor can take.
  ///
  /// @throws Trouble when a value cannot be used
  WebSettings.Visitor visitor() {
    return new WebSettings.Visitor(
        new Setting("--questions-per-minute", questions).number(0, MANY),
        new Setting("--requests-per-minute", requests).number(0, MANY),
        new Setting("--turns-per-minute", turns).number(0, MANY),
        new Setting("--streams-per-address", streamsPerAddress).number(0, MANY),
        networks());
  }

  private Set<Network> networks() {
    return proxies.stream()
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(
            text ->
                Network.of(text)
                    .orElseThrow(
                        () ->
                            new Setting("--trusted-proxies", text)
                                .wrong("addresses or networks such as 10.0.0.0/8")))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What all visitors together can take.
  ///
  /// @throws Trouble when a value cannot be used
  WebSettings.Limits together() {
    return new WebSettings.Limits(
        new Setting("--body-bytes", body).number(1_000, 16 << 20),
        new Setting("--question-characters", question).number(1, MANY),
        new Setting("--answers", answers).number(1, 100_000),
        new Setting("--queue", queue).number(0, 100_000),
        seconds("--queue-wait", queueWait, 0, HOUR),
        new Setting("--streams", streams).number(1, MANY),
        new Setting("--connections", connections).number(1, MANY),
        new Setting("--slack-requests", slackRequests).number(1, 100_000),
        seconds("--deadline", deadline, 1, HOUR),
        seconds("--heartbeat", heartbeat, 1, HOUR),
        seconds("--slow-client", slowClient, 1, HOUR),
        Duration.ofMinutes(new Setting("--kept-minutes", keptMinutes).number(0, 1_440)),
        (long) new Setting("--kept-megabytes", keptMegabytes).number(0, 100_000) << 20,
        WebSettings.Limits.defaults().grace());
  }

  private static Duration seconds(String flag, String value, int least, int most) {
    return Duration.ofSeconds(new Setting(flag, value).number(least, most));
  }
}
