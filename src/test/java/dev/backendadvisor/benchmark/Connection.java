package dev.backendadvisor.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
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
  private final Socket socket;
  private final InputStream in;

  Connection(URI address) {
    try {
      this.socket = new Socket(address.getHost(), address.getPort());
      this.in = new BufferedInputStream(socket.getInputStream());
      socket.setTcpNoDelay(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What came back.
  ///
  /// @param status of HTTP
  /// @param body as text
  record Response(int status, String body) {
    boolean good() {
      return status / 100 == 2;
    }
  }

  /// Sends a request and reads the response to its end.
  Response send(Request request) {
    try {
      socket.getOutputStream().write(request.bytes());
      int status = Integer.parseInt(line().split(" ")[1]);
      int length = 0;
      boolean chunked = false;
      for (String header = line(); !header.isEmpty(); header = line()) {
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(lower.substring("content-length:".length()).strip());
        }
        chunked |= lower.equals("transfer-encoding: chunked");
      }
      byte[] body = chunked ? chunks() : in.readNBytes(length);
      return new Response(status, new String(body, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    int length;
    do {
      length = Integer.parseInt(line(), 16);
      body.write(in.readNBytes(length));
      in.skipNBytes("\r\n".length());
    } while (length > 0);
    return body.toByteArray();
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
