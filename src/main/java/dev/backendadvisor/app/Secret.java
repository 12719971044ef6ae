package dev.backendadvisor.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A secret, which comes from a variable of the environment or from the file that the variable with
/// `_FILE` behind it names. It has no flag, since others can read the command line of a process.
///
/// @param variable as in `SLACK_BOT_TOKEN`
record Secret(String variable) {
  /// The secret without white space around it; none when it is not set.
  ///
  /// @throws Trouble when it is set twice, or its file cannot be read
  Optional<String> read(Map<String, String> environment) {
    String value = environment.getOrDefault(variable, "").strip();
    String file = environment.getOrDefault(variable + "_FILE", "").strip();
    if (!value.isEmpty() && !file.isEmpty()) {
      throw new Trouble(variable + " and " + variable + "_FILE are both set; keep one of them.");
    }
    return file.isEmpty()
        ? Optional.of(value).filter(one -> !one.isEmpty())
        : Optional.of(inFile(file));
  }

  private String inFile(String file) {
    try {
      String value = Files.readString(Path.of(file)).strip();
      if (value.isEmpty()) {
        throw new Trouble(variable + "_FILE: " + file + " is empty; put the secret there.");
      }
      return value;
    } catch (InvalidPathException none) {
      throw new Trouble(variable + "_FILE must name a file, not '" + file + "'.");
    } catch (IOException unreadable) {
      throw new Trouble(variable + "_FILE: " + Trouble.with(unreadable).getMessage());
    }
  }
}
