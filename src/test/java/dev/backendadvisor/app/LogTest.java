package dev.backendadvisor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.Budget;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.storage.StorageSettings;
import dev.backendadvisor.web.WebServer;
import dev.backendadvisor.web.WebSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// What the log holds of those who ask, whatever happens: nothing.
class LogTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "Zwiebelfisch";

  private static final List<String> ODD =
      List.of(
          SECRET,
          "Is " + SECRET + " better than Java?",
          "My name is " + SECRET + ", " + SECRET + "@example.org, +41 44 668 18 00 \u0000\u202e🧵",
          "'; drop table turns; -- " + SECRET,
          "${jndi:ldap://" + SECRET + "} %s {} {0} \r\n2026-12-01 ERROR " + SECRET,
          SECRET + " ".repeat(3_000) + SECRET);

  @TempDir Path data;

  private final HttpClient client = HttpClient.newHttpClient();
  private String address = "";

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private List<String> talk(String words) throws Exception {
    List<String> ids = new ArrayList<>();
    String conversation = "";
    for (int turn = 0; turn < 2; turn++) {
      var body = JSON.createObjectNode().put("message", words);
      if (turn > 0) {
        body.put("conversation", conversation);
      }
      HttpResponse<String> answered = send("POST", "/api/chat", body.toString());
      assertEquals(200, answered.statusCode(), answered.body());
      JsonNode answer = JSON.readTree(answered.body());
      conversation = answer.path("conversation").textValue();
      String id = answer.path("id").textValue();
      ids.addAll(List.of(conversation, id));
      var judgement = JSON.createObjectNode().put("answer", id).put("helpful", false);
      send("POST", "/api/feedback", judgement.put("reason", words).toString());
      send("GET", "/api/answers/" + id, "");
    }
    String path = "/api/conversations/" + conversation;
    HttpResponse<String> shared = send("POST", path + "/share", "");
    if (shared.statusCode() == 200) {
      ids.add(JSON.readTree(shared.body()).path("share").textValue());
      send("GET", "/api/conversations/" + ids.getLast(), "");
    }
    send("PUT", path + "/profile", "{\"goal\":\"" + SECRET + "\"}");
    send(
        "POST",
        "/api/chat",
        "{\"message\":\"" + SECRET + "\",\"conversation\":\"c_" + SECRET + "\"}");
    send("POST", "/api/chat", "{\"message\":\"" + SECRET);
    send("GET", "/api/conversations/" + SECRET, "");
    send("GET", "/api/" + SECRET, "");
    send("DELETE", path, "");
    return ids;
  }

  @Test
  void the_log_holds_no_words_and_no_ids() throws Exception {
    var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    var own = (Logger) LoggerFactory.getLogger("dev.backendadvisor");
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    root.addAppender(lines);
    own.setLevel(Level.ALL);
    List<String> ids = new ArrayList<>();
    var corpus = new CorpusOptions();
    CommandLine.populateCommand(
        corpus, "--corpus", "corpus", "--data", data.toString(), "--embeddings", "off");
    var world = new Worlds(Path.of(""), Map.of()).world();
    Path file = data.resolve("advisor.db");
    var keeping = StorageSettings.in(file).patient(Duration.ofSeconds(2));
    try (House house = House.toServe(world, corpus, keeping)) {
      ConversationStore conversations = house.storage().conversations();
      try (WebServer server =
          house.server(
              new WebSettings("127.0.0.1", 0, Set.of(), "'self'", WebSettings.Limits.defaults()),
              house.advisor(new RuleAnswerer(), conversations, Budget.open(world.clock())),
              conversations,
              List.of())) {
        server.start();
        address = server.address();
        for (String words : ODD) {
          ids.addAll(talk(words));
        }
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
            Statement statement = other.createStatement()) {
          statement.execute("begin exclusive");
          ids.addAll(talk(ODD.get(2)));
        }
      }
    } finally {
      root.detachAppender(lines);
      own.setLevel(null);
    }
    assertTrue(lines.list.stream().anyMatch(line -> line.getLevel() == Level.WARN));
    for (ILoggingEvent line : List.copyOf(lines.list)) {
      IThrowableProxy thrown = line.getThrowableProxy();
      String said =
          line.getLoggerName()
              + " "
              + line.getFormattedMessage()
              + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
      assertFalse(said.contains(SECRET), said);
      for (String id : ids) {
        assertFalse(said.contains(id), said);
      }
    }
  }
}
