package dev.backendadvisor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher and the processes it becomes, as a person starts and stops them.
@Tag("slow")
class LauncherTest {
  private static final Path LAUNCHER = Path.of("advisor").toAbsolutePath();
  private static final long SECONDS = 120;

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Process> started = new ArrayList<>();
  private Path corpus;

  @BeforeEach
  void write_a_corpus() throws IOException {
    corpus = Files.createDirectories(folder.resolve("pages"));
    Files.writeString(
        corpus.resolve("loop.md"), "# Loop\n\nNode.js runs JavaScript on one event loop.\n");
  }

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void it_serves_follows_the_corpus_and_ends_with_0_on_sigterm() throws Exception {
    Process server = start(LAUNCHER, "serve", "--port", "0");
    String address = listening(server);
    assertTrue(found(address, "loop").contains("\"loop\""));

    Files.writeString(
        corpus.resolve("actors.md"), "# Actors\n\nErlang gives each actor a mailbox.\n");
    String hits = "";
    for (int tenth = 0; tenth < SECONDS * 10 && !hits.contains("\"actors\""); tenth++) {
      Thread.sleep(100);
      hits = found(address, "mailbox");
    }
    assertTrue(hits.contains("\"actors\""), hits);

    server.destroy();
    assertTrue(server.waitFor(SECONDS, TimeUnit.SECONDS));
    assertEquals(0, server.exitValue());
  }

  @Test
  void a_second_server_on_the_same_data_says_who_holds_it_but_questions_are_answered()
      throws Exception {
    Process server = start(LAUNCHER, "serve", "--port", "0");
    listening(server);

    Process second = start(LAUNCHER, "serve", "--port", "0");
    assertTrue(second.waitFor(SECONDS, TimeUnit.SECONDS));
    assertEquals(2, second.exitValue());
    List<String> said = Files.readAllLines(errors(second));
    assertEquals(1, said.size(), said::toString);
    assertTrue(said.getFirst().contains("process " + server.pid()), said::toString);

    Process question = start(LAUNCHER, "search", "--json", "event loop");
    String hits = new String(question.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, question.waitFor());
    assertTrue(hits.startsWith("{\"hits\":[{\"document\":\"loop\""), hits);
  }

  @Test
  void killed_it_comes_back_with_its_conversations_and_a_damaged_database_is_named()
      throws Exception {
    Process server = start(LAUNCHER, "serve", "--port", "0");
    String address = listening(server);
    String answer = ask(address, "What runs on one event loop?");
    server.destroyForcibly();
    assertTrue(server.waitFor(SECONDS, TimeUnit.SECONDS));

    Process second = start(LAUNCHER, "serve", "--port", "0");
    address = listening(second);
    String id = answer.replaceFirst("^.*?\"id\":\"(m_[^\"]+)\".*$", "$1");
    assertEquals(answer, get(address + "/api/answers/" + id).body());
    second.destroy();
    assertTrue(second.waitFor(SECONDS, TimeUnit.SECONDS));
    assertEquals(0, second.exitValue());

    Files.writeString(folder.resolve("data/advisor.db"), "These are no conversations.");
    address = listening(start(LAUNCHER, "serve", "--port", "0"));
    assertTrue(get(address + "/readyz").body().contains("advisor.db.damaged-"));
    assertEquals(404, get(address + "/api/answers/" + id).statusCode());
    assertTrue(ask(address, "What runs on one event loop?").startsWith("{\"id\":\"m_"));
  }

  @Test
  void it_runs_through_a_link_from_another_folder_and_prints_only_json() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("linked"), LAUNCHER);
    Process question = start(link, "ask", "--json", "What runs on one event loop?");
    String answer = new String(question.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, question.waitFor());
    assertTrue(answer.startsWith("{\"id\":\"m_"), answer);
    assertEquals(1, answer.lines().count());
  }

  @Test
  void a_wrong_java_home_gets_one_sentence() throws Exception {
    Process refused =
        start(Map.of("ADVISOR_JAVA_HOME", folder.toString()), LAUNCHER.toString(), "check");
    assertTrue(refused.waitFor(SECONDS, TimeUnit.SECONDS));
    assertEquals(2, refused.exitValue());
    assertEquals(
        List.of(
            "advisor: ADVISOR_JAVA_HOME is "
                + folder
                + ", which holds no Java 21 or newer; point it at one, or unset it."),
        Files.readAllLines(errors(refused)));
  }

  @Test
  void without_maven_a_build_gets_one_sentence() throws Exception {
    assertEquals(
        List.of(
            "advisor: Maven 3.8 or newer is needed to build and was not found; install it and see"
                + " that mvn is on the PATH."),
        refusedToBuild(tools()));
  }

  @Test
  void without_a_new_enough_node_a_build_gets_one_sentence() throws Exception {
    Path tools = tools();
    write(tools.resolve("mvn"), "");
    List<String> sentence =
        List.of(
            "advisor: Node.js 20.19 or newer is needed to build the widget and was not found;"
                + " install it and see that node and npm are on the PATH.");
    assertEquals(sentence, refusedToBuild(tools));

    write(tools.resolve("npm"), "");
    for (String old : List.of("v18.20.4", "v20.18.3", "v8.0.0")) {
      write(tools.resolve("node"), "echo " + old);
      assertEquals(sentence, refusedToBuild(tools), old);
    }
  }

  /// A PATH with what the launcher needs but for the tools that build.
  private Path tools() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : new String[] {"bash", "dirname", "readlink", "grep", "head", "find"}) {
      for (String place : new String[] {"/bin/", "/usr/bin/"}) {
        if (Files.exists(Path.of(place, tool)) && Files.notExists(tools.resolve(tool))) {
          Files.createSymbolicLink(tools.resolve(tool), Path.of(place, tool));
        }
      }
    }
    return tools;
  }

  private static void write(Path tool, String script) throws IOException {
    Files.writeString(tool, "#!/bin/sh\n" + script + "\n");
    assertTrue(tool.toFile().setExecutable(true));
  }

  /// What the launcher says in a project without a jar.
  private List<String> refusedToBuild(Path tools) throws Exception {
    Path project = Files.createDirectories(folder.resolve("project"));
    Files.copy(LAUNCHER, project.resolve("advisor"), StandardCopyOption.REPLACE_EXISTING);
    Process refused =
        start(
            Map.of("PATH", tools.toString(), "ADVISOR_JAVA_HOME", System.getProperty("java.home")),
            tools.resolve("bash").toString(),
            project.resolve("advisor").toString());
    assertTrue(refused.waitFor(SECONDS, TimeUnit.SECONDS));
    assertEquals(2, refused.exitValue());
    return Files.readAllLines(errors(refused));
  }

  private Process start(Path launcher, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    return start(
        Map.of(
            "ADVISOR_CORPUS", corpus.toString(),
            "ADVISOR_DATA", folder.resolve("data").toString(),
            "ADVISOR_EMBEDDINGS", "off"),
        command.toArray(String[]::new));
  }

  private Process start(Map<String, String> environment, String... command) throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    Process process = builder.redirectError(errors.toFile()).start();
    Files.move(errors, errors(process));
    started.add(process);
    return process;
  }

  private Path errors(Process process) {
    return folder.resolve("errors-" + process.pid() + ".txt");
  }

  private String listening(Process server) throws IOException {
    BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    assertNotNull(line, () -> "the server ended: " + read(errors(server)));
    assertTrue(line.startsWith("listening on http://127.0.0.1:"), line);
    assertFalse(out.ready(), "nothing else is printed");
    return line.substring("listening on ".length());
  }

  private String ask(String address, String message) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address + "/api/chat"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"message\":\"" + message + "\"}"))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private String found(String address, String words) throws IOException, InterruptedException {
    var uri =
        URI.create(address + "/api/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    HttpResponse<String> response =
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(200, response.statusCode());
    return response.body();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
