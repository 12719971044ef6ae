package dev.backendadvisor.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// A server that speaks as a script tells it to, OpenAI's chat completions for one, on a free port
/// of the loopback address. It answers one request a connection. [ModelScripts] has scripts, honest
/// and not.
public final class ScriptedModel implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private volatile Script script;

  private ScriptedModel(ServerSocket listening, Script script) {
    this.listening = listening;
    this.script = script;
    Thread.ofVirtual().name("scripted-model").start(this::listen);
  }

  /// What the server does with a request.
  public interface Script {
    /// Answers; the connection is closed afterwards.
    ///
    /// @throws IOException when the client is gone, which ends the script
    void play(Request request, Reply reply) throws IOException, InterruptedException;
  }

  /// A server that plays a script.
  public static ScriptedModel playing(Script script) throws IOException {
    return new ScriptedModel(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
  }

  /// An address at which nobody listens.
  public static URI nowhere() throws IOException {
    try (ScriptedModel gone = playing((request, reply) -> {})) {
      return gone.baseUrl();
    }
  }

  /// Plays another script from the next request on.
  public void play(Script other) {
    script = other;
  }

  /// What to set `OPENAI_BASE_URL` to.
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/v1");
  }

  /// The requests so far.
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /// Waits until every client has hung up.
  ///
  /// @return whether they have, in time
  public boolean isLeftAlone(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!open.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    return open.isEmpty();
  }

  private void listen() {
    try {
      while (true) {
        Socket socket = listening.accept();
        open.add(socket);
        Thread.ofVirtual().name("scripted-reply").start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Request request = Request.read(new BufferedInputStream(socket.getInputStream()));
      requests.add(request);
      script.play(request, new Reply(socket));
    } catch (IOException | InterruptedException gone) {
      // the client hung up, which the script has to bear
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /// A request as it came.
  ///
  /// @param path with its query
  /// @param headers by name in lower case
  /// @param body JSON
  public record Request(String path, Map<String, String> headers, String body) {
    private static final Pattern GROUND =
        Pattern.compile("<ground number=\"(\\d+)\" kind=\"([^\"]+)\">\n(.*)\n");

    /// A numbered ground the advisor offers.
    ///
    /// @param number from 1
    /// @param kind `verdict`, `reason`, `further` and so on
    /// @param text what it says
    public record Ground(int number, String kind, String text) {}

    static Request read(InputStream in) throws IOException {
      String[] first = line(in).split(" ", -1);
      Map<String, String> headers = new TreeMap<>();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        String[] header = line.split(": ", 2);
        headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
      }
      int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
      String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      return new Request(first[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
      var line = new ByteArrayOutputStream();
      for (int one = in.read(); one != '\n'; one = in.read()) {
        if (one < 0) {
          throw new IOException("the client hung up");
        }
        line.write(one);
      }
      return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    /// The body.
    public JsonNode json() throws IOException {
      return JSON.readTree(body);
    }

    /// The last message, which holds the question and the grounds, in whichever protocol.
    public String data() throws IOException {
      JsonNode all = json().has("contents") ? json().path("contents") : json().path("messages");
      JsonNode last = all.path(all.size() - 1);
      JsonNode content = last.has("parts") ? last.path("parts") : last.path("content");
      return (content.isArray() ? content.path(0).path("text") : content).asText();
    }

    /// The grounds offered, in order.
    public List<Ground> grounds() throws IOException {
      return GROUND
          .matcher(data())
          .results()
          .map(one -> new Ground(Integer.parseInt(one.group(1)), one.group(2), one.group(3)))
          .toList();
    }
  }

  /// The way back to the client.
  public static final class Reply {
    private final Socket socket;
    private final OutputStream out;

    Reply(Socket socket) throws IOException {
      this.socket = socket;
      this.out = socket.getOutputStream();
    }

    /// The head of an answer.
    ///
    /// @param headers as in `Retry-After: 1`
    public Reply head(int status, String contentType, String... headers) throws IOException {
      var head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      head.append("Content-Type: ").append(contentType).append("\r\nConnection: close\r\n\r\n");
      return bytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /// The usual head.
    public Reply head() throws IOException {
      return head(200, "text/event-stream; charset=utf-8");
    }

    /// Bytes as they are.
    public Reply bytes(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
      return this;
    }

    /// An event with some data.
    public Reply event(String data) throws IOException {
      return bytes(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    /// A piece of the answer's text.
    public Reply text(String text) throws IOException {
      return event(chunk(JSON.writeValueAsString(Map.of("content", text)), "null"));
    }

    /// A line of the answer, in pieces of a few characters as models send them.
    public Reply line(String line) throws IOException {
      for (int from = 0; from < line.length(); from += 7) {
        text(line.substring(from, Math.min(line.length(), from + 7)));
      }
      return text("\n");
    }

    /// The reason for the end: `stop`, `length`, `content_filter`.
    public Reply finish(String reason) throws IOException {
      return event(chunk("{}", "\"" + reason + "\""));
    }

    /// The end, as the protocol has it.
    public void done() throws IOException {
      event("[DONE]");
    }

    /// Cuts the connection as a crash does, without a farewell.
    public void cut() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /// Says nothing until the client hangs up.
    public void waitForHangUp() throws IOException {
      while (socket.getInputStream().read() >= 0) {
        // whatever it sends
      }
    }

    private static String chunk(String delta, String reason) {
      return "{\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"scripted\","
                 + "\"choices\":[{\"index\":0,\"delta\":"
          + delta
          + ",\"finish_reason\":"
          + reason
          + "}]}";
    }
  }
}
