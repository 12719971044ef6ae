package dev.backendadvisor.llm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// What a model sends, as long as neither the whole nor a line of it is longer than an answer
/// needs.
final class BoundedStream extends FilterInputStream {
  private final int mostBytes;
  private final int mostInLine;
  private int bytes;
  private int inLine;

  BoundedStream(InputStream in, ModelSettings.Limits limits) {
    super(in);
    this.mostBytes = limits.bytes();
    this.mostInLine = limits.lineBytes();
  }

  /// There was more than the bounds let through.
  static final class Exceeded extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /// The connection did not hold.
  static final class Broken extends IOException {
    private static final long serialVersionUID = 1L;

    Broken(IOException cause) {
      super(cause);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read;
    try {
      read = super.read(into, from, length);
    } catch (IOException broken) {
      throw new Broken(broken);
    }
    for (int i = from; i < from + read; i++) {
      inLine = into[i] == '\n' ? 0 : inLine + 1;
      if (++bytes > mostBytes || inLine > mostInLine) {
        throw new Exceeded();
      }
    }
    return read;
  }
}
