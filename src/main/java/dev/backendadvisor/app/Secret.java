package dev.backendadvisor.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// What comes from the environment alone, never from the command line, where others could read it.
final class Secret {
  private Secret() {}

  /// The value of a variable, or what stands in the file that the same variable with `_FILE` names.
  ///
  /// @throws Trouble when the file cannot be read
  static Optional<String> read(World world, String variable) {
    String value = world.environment().getOrDefault(variable, "").strip();
    String file = world.environment().getOrDefault(variable + "_FILE", "").strip();
    if (!value.isEmpty() || file.isEmpty()) {
      return Optional.of(value).filter(one -> !one.isEmpty());
    }
    try {
      return Optional.of(Files.readString(Path.of(file)).strip()).filter(one -> !one.isEmpty());
    } catch (IOException | InvalidPathException unreadable) {
      throw new Trouble(variable + "_FILE names a file that cannot be read: " + file + ".");
    }
  }
}
