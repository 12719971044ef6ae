package dev.backendadvisor.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One HTTP/1.1 connection kept open. Small, since it takes its time from the server it measures.
final class Connection {
  private final String path;
  private final Socket socket;
  private final InputStream in;

  Connection(URI address, String path) {
    try {
      this.path = path;
      this.socket = new Socket(address.getHost(), address.getPort());
      this.in = new BufferedInputStream(socket.getInputStream());
      socket.setTcpNoDelay(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends JSON and reads the response to its end.
  ///
  /// @return whether the status is 200
  boolean post(String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, body.length);
    byte[] request = (head + json).getBytes(StandardCharsets.UTF_8);
    try {
      socket.getOutputStream().write(request);
      boolean good = line().startsWith("HTTP/1.1 200 ");
      long length = 0;
      boolean chunked = false;
      for (String header = line(); !header.isEmpty(); header = line()) {
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Long.parseLong(lower.substring("content-length:".length()).strip());
        }
        chunked |= lower.equals("transfer-encoding: chunked");
      }
      if (chunked) {
        skipChunks();
      } else {
        in.skipNBytes(length);
      }
      return good;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void skipChunks() throws IOException {
    long length;
    do {
      length = Long.parseLong(line(), 16);
      in.skipNBytes(length + "\r\n".length());
    } while (length > 0);
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The server closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
