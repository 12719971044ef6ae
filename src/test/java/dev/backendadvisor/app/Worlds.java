package dev.backendadvisor.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/// A world to run commands in, and what they say there.
final class Worlds {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final World world;

  Worlds(Path home, Map<String, String> environment) {
    this.world =
        new World(
            home, environment, CLOCK, new PrintWriter(out, true), new PrintWriter(err, true), 0);
  }

  World world() {
    return world;
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
