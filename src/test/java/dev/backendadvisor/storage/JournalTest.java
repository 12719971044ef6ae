package dev.backendadvisor.storage;

import static dev.backendadvisor.conversation.StoreContract.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.conversation.ConversationStore.Given;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What waits on the disk, and what of it is there after a process died.
class JournalTest {
  private static final int MOST = 64 * 1024;

  @TempDir Path folder;

  private Path path;

  @BeforeEach
  void name_it() {
    path = folder.resolve("advisor.waiting");
  }

  private Journal open() throws IOException {
    return Journal.open(path, MOST);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> texts(Journal journal) {
    return journal.oldest(1_000).stream()
        .map(one -> new String(one.bytes(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void what_waits_is_there_after_a_restart_and_goes_on_in_its_order() throws IOException {
    String name;
    try (Journal journal = open()) {
      name = journal.name();
      assertTrue(journal.add(bytes("first")));
      assertTrue(journal.add(bytes("second")));
      journal.done(1);
      assertEquals(List.of("second"), texts(journal));
    }
    try (Journal journal = open()) {
      assertEquals(name, journal.name());
      assertEquals(List.of("first", "second"), texts(journal), "the database knows what is done");
      assertTrue(journal.add(bytes("third")));
      assertEquals(
          List.of(1L, 2L, 3L), journal.oldest(9).stream().map(one -> one.number()).toList());
    }
  }

  @Test
  void once_all_is_done_nothing_of_it_is_left_and_the_next_has_another_name() throws IOException {
    String name;
    try (Journal journal = open()) {
      name = journal.name();
      journal.add(bytes("a secret"));
      journal.add(bytes("another secret"));
      journal.done(2);
      assertTrue(journal.isEmpty());
      assertFalse(Files.readString(path, StandardCharsets.ISO_8859_1).contains("secret"));
      journal.add(bytes("later"));
      assertEquals(3, journal.oldest(1).getFirst().number());
      journal.done(3);
    }
    try (Journal journal = open()) {
      assertTrue(journal.isEmpty());
      assertNotEquals(name, journal.name(), "numbers begin anew, so the name must");
    }
  }

  @Test
  void it_has_its_room_from_the_start_and_takes_no_more() throws IOException {
    try (Journal journal = open()) {
      assertEquals(MOST, Files.size(path));
      int kept = 0;
      while (journal.add(new byte[1_000])) {
        kept++;
      }
      assertEquals(64, kept);
      assertEquals(MOST, Files.size(path));
      journal.done(kept);
      assertTrue(journal.add(new byte[1_000]));
    }
    try (Journal journal = Journal.open(folder.resolve("none"), 0)) {
      assertFalse(journal.add(new byte[1]));
    }
  }

  @Test
  void a_record_that_was_not_written_whole_is_left_out_with_what_lies_behind() throws IOException {
    try (Journal journal = open()) {
      for (int at = 0; at < 40; at++) {
        journal.add(bytes("record " + at + " " + "x".repeat(at)));
      }
    }
    byte[] whole = Files.readAllBytes(path);
    var random = new Random(2);
    for (int round = 0; round < 200; round++) {
      int cut = 24 + random.nextInt(3_000);
      byte[] torn = whole.clone();
      Arrays.fill(torn, cut, torn.length, round % 2 == 0 ? 0 : (byte) random.nextInt());
      Files.write(path, torn);
      try (Journal journal = open()) {
        List<String> left = texts(journal);
        for (int at = 0; at < left.size(); at++) {
          assertTrue(left.get(at).startsWith("record " + at + " "), left::toString);
        }
        journal.add(bytes("new"));
        assertEquals("new", texts(journal).getLast());
      }
      try (Journal journal = open()) {
        assertEquals("new", texts(journal).getLast());
      }
    }
  }

  @Test
  void another_file_in_its_place_is_written_over_and_one_in_use_is_refused() throws IOException {
    Files.writeString(path, "no journal at all, but some text that is long enough");
    try (Journal journal = open()) {
      assertTrue(journal.isEmpty());
      String said = String.valueOf(assertThrows(StorageException.class, this::open).getMessage());
      assertTrue(said.contains("in use"), said);
    }
  }

  @Test
  void every_deed_is_read_as_it_was_written() throws IOException {
    var odd = turn("c_1", "m_\u0000🧵", Optional.of(new UUID(1, 2)));
    for (Deed<?> deed :
        List.of(
            new Deed.Begun(odd),
            new Deed.Appended(turn("c_1", "m_2")),
            new Deed.Gave("c_1", new Given(Optional.of("m_1"), "{}")),
            new Deed.Gave("c_1", new Given(Optional.empty(), "{}")),
            new Deed.Settled("slack:T:C:1", "c_1"),
            new Deed.Took("slack:Ev1", 7))) {
      byte[] written = DeedBytes.write(deed);
      assertEquals(deed, DeedBytes.read(written));
      assertThrows(
          IOException.class, () -> DeedBytes.read(Arrays.copyOf(written, written.length - 1)));
    }
    assertThrows(IOException.class, () -> DeedBytes.read(new byte[] {99}));
  }
}
