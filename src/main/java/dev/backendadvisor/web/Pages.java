package dev.backendadvisor.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The page at `/`, the widget for pages elsewhere, the pages of documents, and what they load: all
/// that the build of `web/` makes.
final class Pages {
  private static final Map<String, String> TYPES =
      Map.of(
          "chat.html", "text/html",
          "source.html", "text/html",
          "page.css", "text/css",
          "widget.js", "text/javascript",
          "source.js", "text/javascript",
          "workplace.js", "text/javascript",
          "decision.js", "text/javascript",
          "decision.css", "text/css",
          "icon.svg", "image/svg+xml");

  private final Map<String, Page> pages = new LinkedHashMap<>();
  private final Predicate<String> isDocument;

  private record Page(String type, String tag, String body) {}

  /// Loads the pages.
  ///
  /// @param isDocument whether there is a document of that id
  Pages(Predicate<String> isDocument) {
    this.isDocument = isDocument;
    TYPES.forEach((name, type) -> pages.put(name, load(name, type)));
  }

  void install(RoutesConfig routes) {
    routes.get("/", context -> send(context, "chat.html"));
    routes.get("/widget.js", this::sendWidget);
    routes.get(
        "/sources/<id>",
        context -> {
          if (!isDocument.test(context.pathParam("id"))) {
            context.status(404);
          }
          send(context, "source.html");
        });
    routes.get("/page/{name}", context -> send(context, context.pathParam("name")));
  }

  /// To any page: a module is fetched under CORS, and this one holds no secret.
  private void sendWidget(Context context) {
    context.header("Access-Control-Allow-Origin", "*");
    context.header("Cross-Origin-Resource-Policy", "cross-origin");
    send(context, "widget.js");
  }

  private void send(Context context, String name) {
    Page page =
        Optional.ofNullable(pages.get(name))
            .orElseThrow(() -> new Refusal(404, "Not found", "There is no such file."));
    context.header("Cache-Control", "no-cache");
    context.header("ETag", page.tag());
    if (page.tag().equals(context.header("If-None-Match")) && context.statusCode() == 200) {
      context.status(304);
    } else {
      context.contentType(page.type() + "; charset=utf-8").result(page.body());
    }
  }

  private static Page load(String name, String type) {
    try (InputStream file = Pages.class.getResourceAsStream("/page/" + name)) {
      if (file == null) {
        throw new IllegalStateException("The build of web/ left out page/" + name);
      }
      byte[] body = file.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      String tag = "\"" + HexFormat.of().formatHex(digest, 0, 8) + "\"";
      return new Page(type, tag, new String(body, java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
