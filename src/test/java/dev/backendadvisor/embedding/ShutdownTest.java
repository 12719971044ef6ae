package dev.backendadvisor.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ShutdownTest {
  @TempDir Path folder;

  /// Goes on embedding in threads and in a shutdown hook, as a server does that finishes what runs.
  static final class Stopping {
    private Stopping() {}

    public static void main(String[] arguments) throws InterruptedException {
      var embedder = OnnxEmbedder.load();
      for (int i = 0; i < 2; i++) {
        Thread.ofPlatform().daemon().start(() -> embedFor(embedder, 60_000));
      }
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> System.out.println(embedFor(embedder, 1_500) > 0 ? "whole" : "idle")));
      Thread.sleep(300);
      System.exit(0);
    }

    private static int embedFor(OnnxEmbedder embedder, long milliseconds) {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
      int count = 0;
      while (System.nanoTime() < end) {
        embedder.embed("The last answer is still being written, word for word " + count++);
      }
      return count;
    }
  }

  @Test
  void questions_are_embedded_to_the_end_when_the_process_stops_and_no_file_is_left()
      throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path said = folder.resolve("said");
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:ErrorFile=" + folder.resolve("crash"),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Stopping.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertEquals(0, process.waitFor(), Files.readString(said));
    assertEquals("whole", Files.readString(said).strip());
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(0, left.count());
    }
  }
}
