package dev.backendadvisor.retrieval;

import static dev.backendadvisor.retrieval.SmallCorpus.SOON;
import static dev.backendadvisor.retrieval.SmallCorpus.found;
import static dev.backendadvisor.retrieval.SmallCorpus.open;
import static dev.backendadvisor.retrieval.SmallCorpus.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
  private static final String[] PAGES = {
    "node: # Node.js\n\nNode.js runs one event loop.", "python: # Python\n\nPython has a lock."
  };

  @TempDir Path folder;

  private interface Harm {
    void to(Path file) throws IOException;
  }

  private static void flip(Path file) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      long middle = bytes.length() / 2;
      bytes.seek(middle);
      int old = bytes.read();
      bytes.seek(middle);
      bytes.write(old ^ 0x10);
    }
  }

  private static void cut(Path file) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(bytes.length() / 2);
    }
  }

  private static void fill(Path file) throws IOException {
    Files.writeString(file, "something else entirely");
  }

  @Test
  void whatever_file_is_damaged_answers_are_never_wrong_and_everything_is_made_anew()
      throws Exception {
    int harmed = 0;
    for (Harm harm :
        List.<Harm>of(DamageTest::flip, DamageTest::cut, DamageTest::fill, Files::delete)) {
      build();
      for (Path name : files()) {
        Folders.delete(folder);
        Files.createDirectories(folder);
        build();
        Path file = same(name);
        harm.to(file);
        harmed++;
        try (var index = open(folder, Optional.of(new SmallCorpus.Letters("letters")))) {
          for (String id : found(index, "lock")) {
            assertTrue(List.of("python", "node").contains(id), file.toString());
          }
          if (!found(index, "event loop").isEmpty()) {
            assertEquals("node", found(index, "event loop").getFirst(), file.toString());
          }
          update(index, PAGES);
          index.awaitVectors(SOON);
          assertEquals("node", found(index, "event loop").getFirst(), file.toString());
          assertEquals("python", found(index, "lock").getFirst(), file.toString());
          assertEquals(1, index.status().embedded(), file.toString());
        }
        try (var index = open(folder, Optional.empty())) {
          assertEquals("python", found(index, "lock").getFirst(), "after " + file);
        }
      }
    }
    assertTrue(harmed > 20, harmed + " files");
  }

  private void build() throws Exception {
    try (var index = open(folder, Optional.of(new SmallCorpus.Letters("letters")))) {
      update(index, PAGES);
      index.awaitVectors(SOON);
    }
  }

  private List<Path> files() throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().endsWith(".lock"))
          .sorted()
          .toList();
    }
  }

  /// The file of that name, or one of its kind: segments are numbered anew.
  private Path same(Path name) throws IOException {
    if (Files.exists(name)) {
      return name;
    }
    return files().stream()
        .filter(file -> file.startsWith(String.valueOf(name.getParent())))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_index_of_another_schema_is_moved_aside_and_said_so() throws Exception {
    Path index = Files.createDirectories(folder.resolve("index"));
    Files.writeString(index.resolve("segments_1"), "from another program");
    try (var opened = open(folder, Optional.empty())) {
      assertTrue(opened.status().trouble().orElseThrow().contains("index.damaged"));
      update(opened, PAGES);
      assertEquals(List.of("python"), found(opened, "lock"));
    }
    assertTrue(Files.exists(folder.resolve("index.damaged").resolve("segments_1")));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> records(Path file) throws IOException {
    List<String> records = new ArrayList<>();
    RecordLog.open(
            file,
            (position, payload) -> records.add(StandardCharsets.UTF_8.decode(payload).toString()))
        .close();
    return records;
  }

  @Test
  void a_torn_record_is_cut_off_and_a_damaged_one_passed_over() throws Exception {
    Path file = folder.resolve("log");
    try (var log = RecordLog.open(file, (position, payload) -> {})) {
      long[] positions = log.append(List.of(bytes("first"), bytes("second")));
      log.append(List.of(bytes("third")));
      assertEquals("second", StandardCharsets.UTF_8.decode(log.read(positions[1], 6)).toString());
    }
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      List<String> kept = records(file);
      assertEquals(List.of("first", "second", "third").subList(0, kept.size()), kept);
      try (var log = RecordLog.open(file, (position, payload) -> {})) {
        log.append(List.of(bytes("next")));
      }
      assertEquals("next", records(file).getLast());
    }
    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 4;
      Files.write(file, flipped);
      List<String> kept = records(file);
      assertEquals(2, kept.size(), "flipped at " + at);
      assertTrue(List.of("first", "second", "third").containsAll(kept));
    }
  }
}
