package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tests of `web/`, as part of every build.
class WidgetTest {
  private static final long MINUTES = 8;

  @TempDir private Path folder;

  @Test
  void the_parts_of_the_widget_keep_to_their_types_and_tests() throws Exception {
    run("test");
  }

  @Test
  @Tag("slow")
  void the_widget_and_the_pages_work_in_a_browser() throws Exception {
    run("test:browser");
    assertEquals(
        Set.of("0 0 A reason of a browser’s own", "1 0 It does not say that"),
        judged(),
        "of what others.test.ts said of answers, and of their citations, the database has");
  }

  /// What is kept of answers in which something was found wrong: whether of a citation, whether it
  /// helped, and why.
  private Set<String> judged() throws SQLException {
    Set<String> judged = new HashSet<>();
    Path database = folder.resolve("kept/data/advisor.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select citation > 0, helpful, reason from feedback where reason is not null")) {
      while (rows.next()) {
        String reason = new String(rows.getBytes(3), StandardCharsets.UTF_8);
        judged.add(rows.getInt(1) + " " + rows.getInt(2) + " " + reason);
      }
    }
    return judged;
  }

  private void run(String script) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    var builder =
        new ProcessBuilder(List.of("npm", "run", "--silent", script))
            .directory(Path.of("web").toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("NO_COLOR", "1");
    builder.environment().put("ADVISOR_BROWSER_DATA", folder.resolve("kept").toString());
    builder.environment().put("ADVISOR_JAVA_HOME", System.getProperty("java.home"));
    Process tests = builder.start();
    if (!tests.waitFor(MINUTES, TimeUnit.MINUTES)) {
      tests.descendants().forEach(ProcessHandle::destroy);
      tests.destroy();
      fail(
          "npm run "
              + script
              + " took longer than "
              + MINUTES
              + " minutes:\n"
              + Files.readString(said));
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
