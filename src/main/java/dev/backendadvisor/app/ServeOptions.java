package dev.backendadvisor.app;

import dev.backendadvisor.slack.SlackSettings;
import dev.backendadvisor.storage.DatabasePlace;
import dev.backendadvisor.storage.StorageSettings;
import dev.backendadvisor.web.WebSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// How the server listens, what it looks at and where it keeps things.
final class ServeOptions implements Settings {
  /// By which the operator is known.
  static final Secret OPERATOR_TOKEN = new Secret("ADVISOR_ADMIN_TOKEN");

  private static final int SHORTEST_TOKEN = 16;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = {
        "Address to listen on; 0.0.0.0 means every address of this machine.",
        "ADVISOR_HOST; ${DEFAULT-VALUE}."
      })
  private String host = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = {"Port to listen on; 0 takes a free one.", "ADVISOR_PORT; ${DEFAULT-VALUE}."})
  private String port = "";

  @Option(
      names = "--allowed-origins",
      paramLabel = "ORIGIN",
      split = ",",
      description = {
        "Origins whose pages may call the API, separated by commas, as in https://example.org.",
        "ADVISOR_ALLOWED_ORIGINS; none."
      })
  private List<String> allowedOrigins = new ArrayList<>();

  @Option(
      names = "--watch",
      paramLabel = "SECONDS",
      defaultValue = "1",
      description = {
        "How often the corpus is looked at for changes; 0 never looks again.",
        "ADVISOR_WATCH; ${DEFAULT-VALUE}."
      })
  private String watch = "";

  @Option(
      names = Setting.DATABASE,
      paramLabel = "URL",
      description = {
        "Database of the conversations: a file, made when missing, or postgresql://USER@HOST/NAME.",
        "ADVISOR_DATABASE_URL; advisor.db in the data folder."
      })
  private String database = "";

  @Option(
      names = "--database-connections",
      paramLabel = "N",
      defaultValue = "8",
      description = {
        "Connections to a PostgreSQL server at most.",
        "ADVISOR_DATABASE_CONNECTIONS; ${DEFAULT-VALUE}."
      })
  private String databaseConnections = "";

  @Option(
      names = "--database-patience",
      paramLabel = "SECONDS",
      defaultValue = "3",
      description = {
        "How long the database may take; after that it counts as away.",
        "ADVISOR_DATABASE_PATIENCE; ${DEFAULT-VALUE}."
      })
  private String databasePatience = "";

  @Option(
      names = "--journal",
      paramLabel = "MB",
      defaultValue = "8",
      description = {
        "Room on the disk for turns that wait while the database is away; 0 keeps none of them.",
        "ADVISOR_JOURNAL; ${DEFAULT-VALUE}."
      })
  private String journal = "";

  @Option(
      names = "--retention",
      paramLabel = "DAYS",
      defaultValue = "90",
      description = {
        "How long conversations are kept after their last turn; 0 keeps them for ever.",
        "ADVISOR_RETENTION; ${DEFAULT-VALUE}."
      })
  private String retention = "";

  /// What the server is told.
  ///
  /// @param limits what visitors may take
  /// @throws Trouble when a value cannot be used
  WebSettings web(World world, LimitOptions limits) {
    if (host.isBlank()) {
      throw new Setting("--host", host).wrong("an address such as 127.0.0.1");
    }
    return new WebSettings(
        host.strip(),
        new Setting("--port", port).number(0, 65_535),
        allowedOrigins.stream()
            .map(origin -> new Setting("--allowed-origins", origin))
            .map(Setting::origin)
            .collect(Collectors.toSet()),
        WebSettings.defaults().frameAncestors(),
        limits.together(),
        limits.visitor(),
        operatorToken(world));
  }

  private static Optional<String> operatorToken(World world) {
    Optional<String> token = OPERATOR_TOKEN.read(world.environment());
    if (token.filter(one -> one.length() < SHORTEST_TOKEN).isPresent()) {
      throw new Trouble(
          OPERATOR_TOKEN.variable()
              + " must have "
              + SHORTEST_TOKEN
              + " characters at least, not to be guessed; openssl rand -hex 16 makes a good one.");
    }
    return token;
  }

  /// Where conversations are kept.
  ///
  /// @param world the password of a database server is read from its environment
  /// @param data the data folder
  /// @throws Trouble when a value cannot be used
  StorageSettings storage(World world, Path data) {
    Optional<String> password = new Secret("ADVISOR_DATABASE_PASSWORD").read(world.environment());
    DatabasePlace place =
        database.isBlank()
            ? new DatabasePlace.InFile(data.resolve(StorageSettings.FILE))
            : new Setting(Setting.DATABASE, database.strip()).database(password);
    return new StorageSettings(
        place,
        data.resolve(StorageSettings.JOURNAL),
        1024L * 1024 * new Setting("--journal", journal).number(0, 1_024),
        Duration.ofSeconds(new Setting("--database-patience", databasePatience).number(1, 600)),
        new Setting("--database-connections", databaseConnections).number(2, 1_000),
        Duration.ofDays(new Setting("--retention", retention).number(0, 36_500)));
  }

  /// What is taken on in Slack.
  ///
  /// @param web what the server is told
  static SlackSettings.Limits slack(WebSettings web) {
    SlackSettings.Limits usual = SlackSettings.Limits.defaults();
    return new SlackSettings.Limits(
        web.limits().question(),
        usual.answers(),
        web.limits().deadline(),
        usual.call(),
        usual.patience(),
        web.limits().grace());
  }

  /// How often the corpus is looked at; zero for never.
  ///
  /// @throws Trouble when the value cannot be used
  Duration watch() {
    return Duration.ofSeconds(new Setting("--watch", watch).number(0, 86_400));
  }
}
