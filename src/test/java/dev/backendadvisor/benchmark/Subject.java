package dev.backendadvisor.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.app.CampaignServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// A [CampaignServer] that runs as a process of its own.
///
/// @param process the server
/// @param address where it listens
record Subject(Process process, URI address) implements AutoCloseable {
  private static final String LISTENING = "listening on ";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// Starts one.
  ///
  /// @param data its folder
  /// @param storage whether turns are kept in a database
  /// @param megabytes of heap
  static Subject start(Path data, boolean storage, int megabytes) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + megabytes + "m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                CampaignServer.class.getName(),
                data.toString(),
                storage ? "on" : "off")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (line == null || !line.startsWith(LISTENING)) {
      throw new IllegalStateException("The server did not start");
    }
    return new Subject(process, URI.create(line.substring(LISTENING.length())));
  }

  /// What its operator sees.
  JsonNode status() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return MAPPER.readTree(
          client
              .send(
                  HttpRequest.newBuilder(address.resolve("/api/admin/status"))
                      .header("Authorization", "Bearer " + CampaignServer.TOKEN)
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body());
    }
  }

  /// Streams it holds open.
  int streams() throws IOException, InterruptedException {
    return status().path("streams").path("open").intValue();
  }

  /// The answer that waits, for as long as whoever asked is there.
  ///
  /// @param id its id
  /// @param asker who asked
  record Held(String id, Reader asker) implements AutoCloseable {
    /// Asks to read it.
    Request reading() {
      return Request.get("/api/answers/" + id).streamed();
    }

    @Override
    public void close() throws IOException {
      asker.close();
    }
  }

  /// Begins the answer that waits.
  Held hold() throws IOException {
    var socket = new Reader(address, "127.0.0.1", Request.question(CampaignServer.HELD).streamed());
    String first = socket.until("\"id\":\"m_");
    int from = first.indexOf("\"id\":\"m_") + "\"id\":\"".length();
    return new Held((first + socket.until("\"")).substring(from).split("\"")[0], socket);
  }

  /// Its memory, threads and open files.
  String figures() throws IOException {
    return String.format(
        Locale.ROOT,
        "%s MB resident, %s threads, %s open files",
        told(ProcessFigures.memory(process)),
        told(ProcessFigures.threads(process)),
        told(ProcessFigures.files(process)));
  }

  private static String told(OptionalLong figure) {
    return figure.isPresent() ? Long.toString(figure.getAsLong()) : "unknown";
  }

  /// Questions whose rate is no matter.
  void warmUp(List<Request> requests) {
    var connection = new Connection(address);
    requests.forEach(connection::send);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(15, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
