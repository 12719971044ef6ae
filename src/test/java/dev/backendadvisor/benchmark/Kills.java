package dev.backendadvisor.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Kills a server, as `kill -9` does, again and again while it is asked, judged and told to forget,
/// and looks each time for whatever it had acknowledged.
public final class Kills {
  private static final int ASKING = 4;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path data;
  private final PrintStream out;
  private final Random random = new Random(20_261_201);
  private final List<Duration> ready = new ArrayList<>();

  /// Answers that were acknowledged, as they were sent.
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  private final Map<String, String> conversationOf = new ConcurrentHashMap<>();
  private final Set<String> judged = ConcurrentHashMap.newKeySet();
  private final Set<String> forgetting = ConcurrentHashMap.newKeySet();
  private final Set<String> forgotten = ConcurrentHashMap.newKeySet();

  private Kills(Path data, PrintStream out) {
    this.data = data;
    this.out = out;
  }

  /// What came of it.
  ///
  /// @param kills how many there were
  /// @param answers that were acknowledged
  /// @param judgements that were
  /// @param forgotten conversations whose end was
  /// @param median from the start of the process until it was ready
  /// @param worst likewise
  record Result(
      int kills, int answers, int judgements, int forgotten, Duration median, Duration worst) {}

  /// Kills as often as the variable `KILLS` says, 200 times if it is silent, and prints what came
  /// of it.
  public static void main(String[] none) throws Exception {
    int count = Integer.parseInt(System.getenv().getOrDefault("KILLS", "200"));
    Path data = Files.createTempDirectory("advisor-kills");
    try {
      Result result = kill(count, data, System.out);
      System.out.printf(
          Locale.ROOT,
          "%d kills: %d answers, %d judgements and %d deletions were acknowledged, none was lost or"
              + " doubled; ready after %.2f s (median), %.2f s (worst)%n",
          result.kills(),
          result.answers(),
          result.judgements(),
          result.forgotten(),
          result.median().toMillis() / 1e3,
          result.worst().toMillis() / 1e3);
    } finally {
      try (Stream<Path> files = Files.walk(data)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  /// Kills so many times.
  ///
  /// @param data an empty folder
  /// @throws IllegalStateException when something acknowledged was lost or doubled
  static Result kill(int count, Path data, PrintStream out) throws Exception {
    var kills = new Kills(data, out);
    kills.prepare();
    for (int at = 1; at <= count; at++) {
      kills.once(at);
    }
    kills.check(kills.answers.keySet(), true);
    List<Duration> sorted = kills.ready.stream().sorted().toList();
    return new Result(
        count,
        kills.answers.size(),
        kills.judged.size(),
        kills.forgotten.size(),
        sorted.get(sorted.size() / 2),
        sorted.getLast());
  }

  /// Lets the index be made, which is not what is looked at here.
  private void prepare() throws Exception {
    try (RunningAdvisor running = RunningAdvisor.start(data, body("Is Go fast?", "").toString());
        HttpClient client = HttpClient.newHttpClient()) {
      URI readiness = running.address().resolve("/readyz");
      String said = "";
      for (int left = 600; left > 0 && !said.contains("100 %"); left--) {
        Thread.sleep(500);
        said =
            client
                .send(
                    HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.ofString())
                .body();
      }
    }
  }

  private void once(int number) throws Exception {
    RunningAdvisor running = RunningAdvisor.start(data, body("Is Go fast?", "").toString());
    ready.add(running.toListening());
    List<Thread> asking = new ArrayList<>();
    Set<String> before = Set.copyOf(answers.keySet());
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int thread = 0; thread < ASKING; thread++) {
        String name = number + "-" + thread;
        asking.add(Thread.ofPlatform().start(() -> ask(client, running.address(), name)));
      }
      if (number % 2 == 0) {
        awaitMoreThan(before.size(), asking);
      }
      Thread.sleep(random.nextInt(1_500));
      running.process().destroyForcibly();
      if (!running.process().waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("It could not be killed");
      }
      for (Thread one : asking) {
        one.join();
      }
    }
    Set<String> now = ConcurrentHashMap.newKeySet();
    now.addAll(answers.keySet());
    now.removeAll(before);
    check(now, false);
    if (number % 10 == 0) {
      out.printf(Locale.ROOT, "%d kills, %d answers acknowledged%n", number, answers.size());
    }
  }

  /// Waits until something more is acknowledged: on a slow machine a life may be over before.
  private void awaitMoreThan(int before, List<Thread> asking) throws InterruptedException {
    while (answers.size() <= before && asking.stream().anyMatch(Thread::isAlive)) {
      Thread.sleep(20);
    }
  }

  /// Asks, judges and forgets, until the server is gone.
  private void ask(HttpClient client, URI server, String name) {
    try {
      for (int talk = 0; ; talk++) {
        String conversation = "";
        for (int turn = 0; turn < 3; turn++) {
          var body = body("Is Java faster than Python? " + name + " " + talk, conversation);
          body.put("request", UUID.randomUUID().toString());
          String answer = post(client, server.resolve("/api/chat"), body.toString(), 200);
          JsonNode read = JSON.readTree(answer);
          if (answer.contains("conversation-not-saved")) {
            continue;
          }
          String id = read.path("id").textValue();
          conversation = read.path("conversation").textValue();
          conversationOf.put(id, conversation);
          answers.put(id, answer);
          var judgement = JSON.createObjectNode().put("answer", id).put("helpful", turn > 0);
          post(client, server.resolve("/api/feedback"), judgement.toString(), 204);
          judged.add(id);
        }
        if (talk % 3 == 0 && !conversation.isEmpty()) {
          forgetting.add(conversation);
          URI uri = server.resolve("/api/conversations/" + conversation);
          HttpRequest request = HttpRequest.newBuilder(uri).DELETE().build();
          if (client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 204) {
            forgotten.add(conversation);
          }
        }
      }
    } catch (IOException killed) {
      // which is what it waits for
    } catch (InterruptedException never) {
      throw new IllegalStateException(never);
    }
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode body(
      String message, String conversation) {
    var body = JSON.createObjectNode().put("message", message);
    if (!conversation.isEmpty()) {
      body.put("conversation", conversation);
    }
    return body;
  }

  private static String post(HttpClient client, URI uri, String body, int expected)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != expected) {
      throw new IllegalStateException(
          uri.getPath() + " was answered with " + response.statusCode() + ": " + response.body());
    }
    return response.body();
  }

  /// Looks into a copy of the database as the killed process left it.
  private void check(Set<String> ids, boolean all) throws IOException, SQLException {
    Path copy = Files.createDirectories(data.resolve("looked-at"));
    for (String end : List.of("", "-wal")) {
      Path file = data.resolve("advisor.db" + end);
      Files.deleteIfExists(copy.resolve("advisor.db" + end));
      if (Files.exists(file)) {
        Files.copy(file, copy.resolve("advisor.db" + end));
      }
    }
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("advisor.db"))) {
      same("ok", first(connection, "pragma " + (all ? "integrity_check" : "quick_check"), ""));
      for (String id : ids) {
        String conversation = conversationOf.getOrDefault(id, "");
        if (forgotten.contains(conversation)) {
          same("0", first(connection, "select count(*) from turns where answer = ?", id));
          same(
              "0",
              first(connection, "select count(*) from conversations where id = ?", conversation));
        } else if (!forgetting.contains(conversation)) {
          same("1", first(connection, "select count(*) from turns where answer = ?", id));
          same(
              answers.getOrDefault(id, ""),
              first(connection, "select json from turns where answer = ?", id));
          if (judged.contains(id)) {
            same("1", first(connection, "select count(*) from feedback where answer = ?", id));
          }
        }
      }
      same(
          "0",
          first(
              connection,
              "select count(*) from (select 1 from turns where request is not null"
                  + " group by request having count(*) > 1)",
              ""));
    }
  }

  private static void same(String expected, String found) {
    if (!expected.equals(found)) {
      throw new IllegalStateException("Expected " + expected + " but found " + found);
    }
  }

  private static String first(Connection connection, String sql, String value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (!value.isEmpty()) {
        statement.setString(1, value);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? new String(row.getBytes(1), StandardCharsets.UTF_8) : "";
      }
    }
  }
}
