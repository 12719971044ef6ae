package dev.backendadvisor.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A line to a server that can be cut, and that can be slow.
public final class FaultyLine implements AutoCloseable {
  private final ServerSocket listening;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean up = true;
  private volatile Duration delay = Duration.ZERO;

  /// Leads to a port of this machine.
  public FaultyLine(int target) {
    this.target = target;
    try {
      this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /// Where it begins.
  public int port() {
    return listening.getLocalPort();
  }

  /// Cuts whatever is connected, and whatever connects until it is mended.
  public void cut() {
    up = false;
    open.forEach(FaultyLine::close);
  }

  /// From now on all goes through, after a while.
  public void mend(Duration after) {
    delay = after;
    up = true;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        if (up) {
          Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
          open.add(client);
          open.add(server);
          Thread.ofVirtual().start(() -> pass(client, server));
          Thread.ofVirtual().start(() -> pass(server, client));
        } else {
          close(client);
        }
      } catch (IOException ended) {
        // the next one, or none when it is closed
      }
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] bytes = new byte[8192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int read;
      while ((read = in.read(bytes)) >= 0) {
        Thread.sleep(delay);
        out.write(bytes, 0, read);
        out.flush();
      }
    } catch (IOException | InterruptedException ended) {
      // both ends are closed below
    }
    close(from);
    close(to);
    open.remove(from);
    open.remove(to);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
  }
}
