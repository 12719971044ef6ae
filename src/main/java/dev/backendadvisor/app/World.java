package dev.backendadvisor.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// What surrounds the process; read once, here.
///
/// @param home the folder of the project, where `corpus` and `data` lie by default
/// @param environment the variables
/// @param clock tells the day
/// @param out where results go, UTF-8
/// @param err where everything else goes, UTF-8
/// @param columns of the terminal; 0 when the output goes elsewhere
record World(
    Path home,
    Map<String, String> environment,
    Clock clock,
    PrintWriter out,
    PrintWriter err,
    int columns) {
  World {
    environment = Map.copyOf(environment);
  }

  /// Whether the output may be bold and faint; see https://no-color.org.
  boolean colours() {
    return columns > 0 && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /// The real one, as the launcher describes it.
  static World here() {
    return new World(
        Path.of(System.getProperty("advisor.home", "")).toAbsolutePath(),
        System.getenv(),
        Clock.systemUTC(),
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        Integer.getInteger("advisor.columns", 0));
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
