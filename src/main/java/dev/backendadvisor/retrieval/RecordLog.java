package dev.backendadvisor.retrieval;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;

/// An append-only file of records, each with its checksum.
///
/// A record that a crash tore off or a disk damaged is passed over; what follows it is still read.
/// Appending starts behind the last sound record.
final class RecordLog implements AutoCloseable {
  private static final int MARK = 0x41445652;
  private static final int HEAD = 12;
  private static final int LARGEST = 1 << 24;

  private final FileChannel channel;
  private final boolean writable;
  private long end;

  /// Takes each sound record in order.
  interface Visitor {
    /// @param position where the payload begins, for [#read]
    void record(long position, ByteBuffer payload) throws IOException;
  }

  private RecordLog(FileChannel channel, boolean writable) {
    this.channel = channel;
    this.writable = writable;
  }

  /// Opens or creates the file and reads every record.
  static RecordLog open(Path file, Visitor visitor) throws IOException {
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return scanned(new RecordLog(channel, true), visitor);
  }

  /// Opens an existing file, which another process may be appending to, and reads every record.
  static RecordLog openToRead(Path file, Visitor visitor) throws IOException {
    return scanned(new RecordLog(FileChannel.open(file, StandardOpenOption.READ), false), visitor);
  }

  private static RecordLog scanned(RecordLog log, Visitor visitor) throws IOException {
    try {
      log.scan(visitor);
      return log;
    } catch (IOException | RuntimeException e) {
      log.close();
      throw e;
    }
  }

  private void scan(Visitor visitor) throws IOException {
    var window = new Window(channel);
    long size = channel.size();
    long at = 0;
    while (at + HEAD <= size) {
      ByteBuffer head = window.at(at, HEAD);
      int length = head.getInt(4);
      boolean plausible =
          head.getInt(0) == MARK && length >= 0 && length <= LARGEST && at + HEAD + length <= size;
      int checksum = head.getInt(8);
      if (plausible) {
        ByteBuffer payload = window.at(at + HEAD, length);
        if (checksum(payload, length) == checksum) {
          visitor.record(at + HEAD, payload);
          at += HEAD + length;
          end = at;
          continue;
        }
      }
      at++;
    }
    if (writable && end < size) {
      channel.truncate(end);
    }
  }

  private static int checksum(ByteBuffer payload, int length) {
    var checksum = new CRC32C();
    checksum.update(ByteBuffer.allocate(4).putInt(length).flip());
    checksum.update(payload.duplicate());
    return (int) checksum.getValue();
  }

  /// Appends records and waits until the disk has them; gives the payloads' positions.
  long[] append(List<ByteBuffer> payloads) throws IOException {
    int size = payloads.stream().mapToInt(payload -> HEAD + payload.remaining()).sum();
    var bytes = ByteBuffer.allocate(size);
    long[] positions = new long[payloads.size()];
    for (int i = 0; i < positions.length; i++) {
      ByteBuffer payload = payloads.get(i);
      bytes.putInt(MARK).putInt(payload.remaining());
      bytes.putInt(checksum(payload, payload.remaining()));
      positions[i] = end + bytes.position();
      bytes.put(payload.duplicate());
    }
    bytes.flip();
    long at = end;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
    channel.force(false);
    end = at;
    return positions;
  }

  /// The bytes of a payload.
  ByteBuffer read(long position, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw new IOException("A record ends too early");
      }
    }
    return bytes.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /// A sliding view of the file, so that a scan reads each byte about once.
  private static final class Window {
    private final FileChannel channel;
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 20).limit(0);
    private long start;

    Window(FileChannel channel) {
      this.channel = channel;
    }

    ByteBuffer at(long position, int length) throws IOException {
      if (position < start || position + length > start + bytes.limit()) {
        if (length > bytes.capacity()) {
          bytes = ByteBuffer.allocate(length);
        }
        bytes.clear();
        start = position;
        while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {
          continue;
        }
        bytes.flip();
        if (bytes.limit() < length) {
          throw new IOException("The file became shorter while it was read");
        }
      }
      return bytes.slice((int) (position - start), length);
    }
  }
}
