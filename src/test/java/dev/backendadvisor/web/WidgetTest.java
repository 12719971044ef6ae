package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tests of `web/`, as part of every build.
class WidgetTest {
  private static final long MINUTES = 5;

  @TempDir private Path folder;

  @Test
  void the_parts_of_the_widget_keep_to_their_types_and_tests() throws Exception {
    run("test");
  }

  @Test
  @Tag("slow")
  void the_widget_and_the_pages_work_in_a_browser() throws Exception {
    run("test:browser");
  }

  private void run(String script) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    var builder =
        new ProcessBuilder(List.of("npm", "run", "--silent", script))
            .directory(Path.of("web").toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("NO_COLOR", "1");
    builder.environment().put("ADVISOR_JAVA_HOME", System.getProperty("java.home"));
    Process tests = builder.start();
    if (!tests.waitFor(MINUTES, TimeUnit.MINUTES)) {
      tests.descendants().forEach(ProcessHandle::destroy);
      tests.destroy();
      fail("npm run " + script + " took longer than 5 minutes:\n" + Files.readString(said));
    }
    assertEquals(
        0, tests.exitValue(), () -> "npm run " + script + " in web/ failed:\n" + read(said));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
