package dev.backendadvisor.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What a process takes of the machine, where `/proc` tells it.
final class ProcessFigures {
  private ProcessFigures() {}

  /// Resident memory in MB.
  static OptionalLong memory(Process process) throws IOException {
    return line(process, "VmRSS:").stream().map(kilobytes -> kilobytes / 1024).findFirst();
  }

  /// Threads of the system; virtual threads are none.
  static OptionalLong threads(Process process) throws IOException {
    return line(process, "Threads:");
  }

  /// Open files and connections.
  static OptionalLong files(Process process) throws IOException {
    Path folder = folder(process).resolve("fd");
    if (!Files.exists(folder)) {
      return OptionalLong.empty();
    }
    try (Stream<Path> open = Files.list(folder)) {
      return OptionalLong.of(open.count());
    }
  }

  private static OptionalLong line(Process process, String name) throws IOException {
    Path status = folder(process).resolve("status");
    if (!Files.exists(status)) {
      return OptionalLong.empty();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst();
  }

  private static Path folder(Process process) {
    return Path.of("/proc", Long.toString(process.pid()));
  }
}
