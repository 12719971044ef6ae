package dev.backendadvisor.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.BufferUtil;

/// Whether the one a request came from is still there, found out without sending anything: HTTP/1.1
/// has nobody say so, but who hangs up closes the connection. Like Go's server, takes one who will
/// not send any more for one who left.
final class Presence {
  /// How often somebody who waits is looked after.
  static final Duration LOOK = Duration.ofMillis(400);

  private final Connection connection;
  private final ByteBuffer byteRead = BufferUtil.allocate(1);
  private boolean speaks;

  /// The one a request came from, whose body has been read.
  Presence(Context context) {
    connection =
        ServletContextRequest.getServletContextRequest(context.req())
            .getConnectionMetaData()
            .getConnection();
  }

  /// The one who asked has left.
  static final class Gone extends IOException {
    private static final long serialVersionUID = 1L;

    Gone() {
      super("the reader has hung up");
    }
  }

  /// @throws Gone when nobody is there any more
  void check() throws IOException {
    if (speaks) {
      return;
    }
    EndPoint end = connection.getEndPoint();
    int read = end.fill(byteRead);
    if (read < 0) {
      throw new Gone();
    }
    if (read > 0) {
      // the next request came early and is cut off here, so it cannot be answered on this
      // connection
      speaks = true;
      if (connection instanceof HttpConnection http) {
        http.getGenerator().setPersistent(false);
      }
    }
  }
}
