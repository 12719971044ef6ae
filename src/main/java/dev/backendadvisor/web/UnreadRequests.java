package dev.backendadvisor.web;

import dev.backendadvisor.format.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers requests that never became one: a broken request line, headers that are too large.
final class UnreadRequests extends ErrorHandler {
  private final Map<String, String> headers;

  UnreadRequests(Map<String, String> headers) {
    this.headers = headers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.write(true, fill(response.getStatus(), response.getHeaders()), callback);
    return true;
  }

  @Override
  public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
    return fill(status, fields);
  }

  private ByteBuffer fill(int status, HttpFields.Mutable fields) {
    headers.forEach(fields::put);
    fields.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    String title = HttpStatus.getMessage(status);
    String detail =
        status >= 500
            ? "This should not have happened; ask again."
            : "The request could not be read: mend its address or its headers.";
    String json = new Problem(status, title, detail, "/").toJson();
    return ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
  }
}
