package dev.backendadvisor.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// `./advisor serve` as a process of its own.
///
/// @param process the server; the launcher has become it
/// @param address where it listens
/// @param toListening from the start until it said so
/// @param toFirstAnswer from the start until its first answer was read
record RunningAdvisor(Process process, URI address, Duration toListening, Duration toFirstAnswer)
    implements AutoCloseable {
  private static final String LISTENING = "listening on ";

  /// Starts it and asks once.
  ///
  /// @param data the folder of its index
  /// @param question the first question
  static RunningAdvisor start(Path data, String question) throws IOException {
    var command =
        new ProcessBuilder(
                "./advisor",
                "serve",
                "--port",
                "0",
                "--data",
                data.toString(),
                "--questions-per-minute",
                "0",
                "--requests-per-minute",
                "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    var environment = command.environment();
    environment
        .keySet()
        .removeIf(name -> name.startsWith("ADVISOR_") && !name.equals("ADVISOR_JAVA_OPTIONS"));
    environment.put("ADVISOR_JAVA_HOME", System.getProperty("java.home"));
    long start = System.nanoTime();
    Process process = command.start();
    String line = process.inputReader(StandardCharsets.UTF_8).readLine();
    Duration listening = Duration.ofNanos(System.nanoTime() - start);
    if (line == null || !line.startsWith(LISTENING)) {
      throw new IllegalStateException("./advisor serve did not start");
    }
    URI address = URI.create(line.substring(LISTENING.length()));
    if (!new Connection(address).send(Request.question(question)).good()) {
      throw new IllegalStateException("The first question was not answered");
    }
    Duration answered = Duration.ofNanos(System.nanoTime() - start);
    return new RunningAdvisor(process, address, listening, answered);
  }

  /// Resident memory in MB, where `/proc` tells it.
  OptionalLong memory() throws IOException {
    return ProcessFigures.memory(process);
  }

  /// Stops it as the system would.
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(15, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
