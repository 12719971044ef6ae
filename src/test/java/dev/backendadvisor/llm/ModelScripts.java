package dev.backendadvisor.llm;

import dev.backendadvisor.llm.ScriptedModel.Request.Ground;
import dev.backendadvisor.llm.ScriptedModel.Script;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// What a model may do, from the best to the worst.
public final class ModelScripts {
  private ModelScripts() {}

  /// Says every ground of the rules word for word, the verdict first.
  public static Script honest() {
    return writing(
        grounds ->
            grounds.stream().filter(one -> !isFurther(one)).map(ModelScripts::line).toList());
  }

  /// Says every ground word for word, the further ones too.
  public static Script thorough() {
    return writing(grounds -> grounds.stream().map(ModelScripts::line).toList());
  }

  /// Writes these lines.
  public static Script saying(String... lines) {
    return writing(grounds -> List.of(lines));
  }

  /// Writes lines made from the grounds, and ends as it should.
  public static Script writing(Function<List<Ground>, List<String>> lines) {
    return (request, reply) -> {
      reply.head();
      for (String line : lines.apply(request.grounds())) {
        reply.line(line);
      }
      reply.finish("stop").done();
    };
  }

  /// Answers with a status and a page.
  public static Script status(int status) {
    return (request, reply) ->
        reply.head(status, "text/html").bytes("<h1>No.</h1>".getBytes(StandardCharsets.UTF_8));
  }

  /// Takes the request and says nothing.
  public static Script silent() {
    return (request, reply) -> reply.waitForHangUp();
  }

  /// Says nothing after the head.
  public static Script silentAfterHead() {
    return (request, reply) -> reply.head().waitForHangUp();
  }

  /// Says the first grounds, then does something else.
  ///
  /// @param lines how many
  public static Script after(int lines, Script rest) {
    return (request, reply) -> {
      reply.head();
      for (Ground ground : request.grounds().subList(0, lines)) {
        reply.line(line(ground));
      }
      rest.play(request, reply);
    };
  }

  /// Sends a character, waits, sends the next, and so on for good.
  public static Script dripping(Duration pause) {
    return (request, reply) -> {
      reply.head();
      while (true) {
        reply.text("x");
        Thread.sleep(pause);
      }
    };
  }

  /// Sends these bytes after the usual head.
  public static Script bytes(String bytes) {
    return (request, reply) -> reply.head().bytes(bytes.getBytes(StandardCharsets.UTF_8));
  }

  /// Sends one line without an end.
  ///
  /// @param bytes how long it gets, unless the client hangs up before
  public static Script endlessLine(long bytes) {
    return (request, reply) -> {
      byte[] piece = "x".repeat(64 << 10).getBytes(StandardCharsets.UTF_8);
      reply.head().bytes("data: ".getBytes(StandardCharsets.UTF_8));
      for (long sent = 0; sent < bytes; sent += piece.length) {
        reply.bytes(piece);
      }
    };
  }

  /// Sends very many events of one character.
  public static Script tinyEvents(int events) {
    return (request, reply) -> {
      reply.head();
      for (int i = 0; i < events; i++) {
        reply.text("x");
      }
      reply.finish("stop").done();
    };
  }

  /// A ground as a line of the protocol.
  public static String line(Ground ground) {
    return "[" + ground.number() + "] " + ground.text();
  }

  private static boolean isFurther(Ground ground) {
    return ground.kind().equals("further");
  }
}
