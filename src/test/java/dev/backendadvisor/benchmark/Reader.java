package dev.backendadvisor.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A client that reads a stream, and may leave in any manner. It comes from a loopback address of
/// its own, since one has too few ports for all.
final class Reader implements AutoCloseable {
  private final Socket socket = new Socket();

  Reader(URI server, String from, Request request) throws IOException {
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 30_000);
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(request.bytes());
  }

  /// The loopback address of the number-th client.
  static String from(int number) {
    return "127.0." + number / 200 % 200 + "." + (1 + number % 200);
  }

  /// Reads until this has come.
  String until(String mark) throws IOException {
    var read = new StringBuilder();
    while (read.indexOf(mark) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new EOFException("The server closed the connection after: " + read);
      }
      read.append((char) next);
    }
    return read.toString();
  }

  /// Reads what comes.
  ///
  /// @return nothing at the end
  String some() throws IOException {
    byte[] buffer = new byte[512];
    int length = socket.getInputStream().read(buffer);
    return length < 0 ? "" : new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
  }

  /// Leaves without a word: the connection is reset.
  void vanish() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
