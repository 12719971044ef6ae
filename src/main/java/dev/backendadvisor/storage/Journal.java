package dev.backendadvisor.storage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// A file of its own beside the database, in which deeds wait. It takes all its room when it is
/// made, so that it can be written on a full disk too, and what has waited is overwritten.
///
/// After a head of 24 bytes, the name of the program and of the journal, it holds one record after
/// the other: length, number, checksum, bytes. A length of 0 ends them, and so does a record that
/// was not written whole, since nobody was told that it was kept.
final class Journal implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Journal.class.getName());
  private static final long MAGIC = 0x4164_7669_736F_7231L;
  private static final int HEAD = 24;
  private static final int RECORD = Integer.BYTES + Long.BYTES + Integer.BYTES;

  private final Path path;
  // no FileChannel, which closes for good when a thread that uses it is interrupted
  private final RandomAccessFile file;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private UUID id = new UUID(0, 0);
  private long end = HEAD;
  private long room;
  private long last;

  /// What waits.
  ///
  /// @param number later ones have higher numbers
  /// @param bytes the deed
  record Waiting(long number, byte[] bytes) {}

  private Journal(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /// Opens a journal with what waits in it, or makes one.
  ///
  /// @param most bytes it may take; where the disk has less, it takes less
  /// @throws StorageException when another process uses it
  /// @throws IOException when it can neither be read nor made
  static Journal open(Path path, long most) throws IOException {
    Files.createDirectories(path.toAbsolutePath().resolveSibling(""));
    var file = new RandomAccessFile(path.toFile(), "rw");
    try {
      if (lock(file) == null) {
        throw StorageException.inUse(path);
      }
      var journal = new Journal(path, file);
      journal.read();
      if (journal.waiting.isEmpty()) {
        journal.begin();
      }
      journal.take(most);
      return journal;
    } catch (IOException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  private static @Nullable FileLock lock(RandomAccessFile file) throws IOException {
    try {
      return file.getChannel().tryLock();
    } catch (OverlappingFileLockException held) {
      return null;
    }
  }

  private void read() throws IOException {
    long length = file.length();
    if (length < HEAD || file.readLong() != MAGIC) {
      return;
    }
    id = new UUID(file.readLong(), file.readLong());
    while (end + RECORD <= length) {
      file.seek(end);
      int size = file.readInt();
      long number = file.readLong();
      int sum = file.readInt();
      if (size <= 0 || size > length - end - RECORD || number <= last) {
        break;
      }
      byte[] bytes = new byte[size];
      file.readFully(bytes);
      if (sum(number, bytes) != sum) {
        break;
      }
      waiting.add(new Waiting(number, bytes));
      last = number;
      end += RECORD + size;
    }
  }

  /// Under a new name, since the numbers begin anew too.
  private void begin() throws IOException {
    last = 0;
    end = HEAD;
    id = UUID.randomUUID();
    var head = ByteBuffer.allocate(HEAD + Integer.BYTES);
    head.putLong(MAGIC).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    file.seek(0);
    file.write(head.array());
  }

  /// Takes the room, and wipes what a process that died had left behind the end.
  private void take(long most) throws IOException {
    room = end;
    byte[] zeros = new byte[64 * 1024];
    try {
      file.seek(end);
      while (room < most) {
        int size = (int) Math.min(zeros.length, most - room);
        file.write(zeros, 0, size);
        room += size;
      }
      if (file.length() > room) {
        file.setLength(room);
      }
    } catch (IOException full) {
      LOG.log(Level.WARNING, "The journal {0} has {1} bytes only ({2})", path, room, full);
    }
  }

  private static int sum(long number, byte[] bytes) {
    var sum = new CRC32();
    sum.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
    sum.update(bytes);
    return (int) sum.getValue();
  }

  /// What the journal is called in the database.
  synchronized String name() {
    return id.toString();
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// How many wait.
  synchronized int size() {
    return waiting.size();
  }

  /// Lets a deed wait. It is on the disk when this returns.
  ///
  /// @return whether there was room for it
  synchronized boolean add(byte[] bytes) throws IOException {
    long next = end + RECORD + bytes.length;
    if (next + Integer.BYTES > room) {
      return false;
    }
    long number = last + 1;
    var record = ByteBuffer.allocate(RECORD + bytes.length + Integer.BYTES);
    record.putInt(bytes.length).putLong(number).putInt(sum(number, bytes)).put(bytes);
    file.seek(end);
    file.write(record.array());
    file.getFD().sync();
    last = number;
    end = next;
    waiting.add(new Waiting(number, bytes));
    return true;
  }

  /// Those that have waited longest, oldest first.
  ///
  /// @param most how many at most
  synchronized List<Waiting> oldest(int most) {
    return waiting.stream().limit(most).toList();
  }

  /// Lets go of what was done. Once nothing waits any more, it is overwritten.
  ///
  /// @param number of the last that was done
  synchronized void done(long number) throws IOException {
    waiting.removeIf(one -> one.number() <= number);
    if (waiting.isEmpty()) {
      byte[] zeros = new byte[(int) (end - HEAD)];
      file.seek(HEAD);
      file.write(zeros);
      file.getFD().sync();
      end = HEAD;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
