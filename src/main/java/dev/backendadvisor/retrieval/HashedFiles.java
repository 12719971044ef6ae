package dev.backendadvisor.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A folder of files named by the SHA-256 of what they hold.
final class HashedFiles {
  private static final String UNFINISHED = ".unfinished";

  private final Path folder;
  private final Set<String> sound = new HashSet<>();

  HashedFiles(Path folder) {
    this.folder = folder;
  }

  void create() throws IOException {
    Files.createDirectories(folder);
    try (var unfinished = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
      for (Path file : unfinished) {
        Files.delete(file);
      }
    }
  }

  /// Keeps the content and gives its name; replaces a damaged copy.
  String keep(byte[] content) throws IOException {
    String name = Digests.hex(content);
    if (sound.contains(name) || isSound(name)) {
      sound.add(name);
      return name;
    }
    Path unfinished = folder.resolve(name + UNFINISHED);
    try (var channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    sound.add(name);
    return name;
  }

  private boolean isSound(String name) {
    try {
      read(name);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// The content of a name.
  ///
  /// @throws NoSuchFileException when it is not there, or is not what its name says
  byte[] read(String name) throws IOException {
    Path file = folder.resolve(name);
    byte[] content = Files.readAllBytes(file);
    if (!Digests.hex(content).equals(name)) {
      throw new NoSuchFileException(file.toString(), null, "is damaged");
    }
    return content;
  }

  /// Waits until the disk has the folder's names.
  void sync() throws IOException {
    if (System.getProperty("os.name", "").startsWith("Windows")) {
      return; // cannot open a folder
    }
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  void touch(String name, Instant when) throws IOException {
    Files.setLastModifiedTime(folder.resolve(name), FileTime.from(when));
  }

  /// The names, the last touched first.
  List<String> newestFirst() throws IOException {
    List<Path> files = new ArrayList<>();
    try (var stream = Files.newDirectoryStream(folder)) {
      stream.forEach(files::add);
    }
    return new ArrayList<>(
        files.stream()
            .sorted(Comparator.comparing(HashedFiles::modified).reversed())
            .map(file -> file.getFileName().toString())
            .toList());
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String name) throws IOException {
    sound.remove(name);
    Files.deleteIfExists(folder.resolve(name));
  }
}
