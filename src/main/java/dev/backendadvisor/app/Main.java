package dev.backendadvisor.app;

import picocli.CommandLine.Command;

/// The command line.
@Command(name = "advisor")
public final class Main {
  private Main() {}

  /// Runs the command asked for.
  public static void main(String[] arguments) {
    throw new UnsupportedOperationException(String.join(" ", arguments));
  }
}
