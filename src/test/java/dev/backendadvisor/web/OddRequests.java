package dev.backendadvisor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Lines that broke programs elsewhere, and every place of a request where one can stand: each
/// field of a body, each parameter, each part of a path that is not fixed, each header that is
/// read.
///
/// The lines are the Big List of Naughty Strings and lists of fuzzdb, each under its licence beside
/// it.
public final class OddRequests {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final List<String> LISTS =
      List.of(
          "fuzzdb_XSSPolyglot.txt",
          "fuzzdb_html-event-attributes.txt",
          "fuzzdb_xss-other.txt",
          "fuzzdb_xss-rsnake.txt",
          "fuzzdb_xss-uri.txt");

  private static final String PROFILE =
      """
      {"goal": "build",
       "needs": [{"criterion": "realtime", "importance": "high", "from": "many at once"}],
       "constraints": [{"kind": "team-knows", "technology": "nodejs", "from": "we know it"}],
       "technologies": ["java", "nodejs"],
       "overrides": [{"technology": "java", "criterion": "realtime", "rating": [4, 5], "by": "me", "why": "so"}],
       "unknown": ["hosting"]}\
      """;

  /// The bodies that are taken, by route; an id in the path is `%s`.
  private static final Map<String, String> BODIES =
      Map.of(
          "POST /api/chat",
          """
          {"message": "Node.js or Java?", "conversation": "c_x",
           "request": "123e4567-e89b-12d3-a456-426614174000", "profile": %s}\
          """
              .formatted(PROFILE),
          "POST /api/recommendations",
          PROFILE,
          "POST /api/feedback",
          """
          {"answer": "m_x", "helpful": true, "reason": "It was wrong.", "citation": 1}\
          """,
          "POST /api/conversations/c_x/share",
          "{}",
          "PUT /api/conversations/c_x/profile",
          PROFILE);

  /// Addresses in which a line can stand, at `%s`.
  private static final List<String> ADDRESSES =
      List.of(
          "/%s",
          "/api/%s",
          "/api/answers/%s",
          "/api/conversations/%s",
          "/api/conversations/%s/decision-record",
          "/api/documents/%s",
          "/api/documents/concurrency?version=%s",
          "/api/search?q=%s",
          "/api/search?q=x&limit=%s",
          "/api/search?q=x&%s",
          "/page/%s",
          "/sources/%s");

  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "Authorization",
          "Content-Type",
          "If-None-Match",
          "Last-Event-ID",
          "Origin",
          "X-Forwarded-For",
          "X-Request-Id");

  private OddRequests() {}

  /// A place where a line can stand.
  ///
  /// @param name of the place
  /// @param request with a line there; none when it cannot be sent
  public record Place(
      String name, BiFunction<URI, String, Optional<HttpRequest.Builder>> request) {}

  /// Every line.
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    try (InputStream naughty = file("blns.json")) {
      MAPPER.readTree(naughty).forEach(line -> lines.add(line.textValue()));
      for (String list : LISTS) {
        try (InputStream text = file(list)) {
          lines.addAll(new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return lines;
  }

  private static InputStream file(String name) throws IOException {
    InputStream file = OddRequests.class.getResourceAsStream("odd-input/" + name);
    if (file == null) {
      throw new IOException("There is no " + name);
    }
    return file;
  }

  /// Every place.
  public static List<Place> places() {
    List<Place> places = new ArrayList<>();
    BODIES.forEach(
        (route, body) -> {
          String[] parts = route.split(" ");
          filled(body)
              .forEach(
                  (field, filling) ->
                      places.add(
                          place(
                              route + " " + field,
                              (server, line) ->
                                  to(server, parts[1])
                                      .header("Content-Type", "application/json")
                                      .method(
                                          parts[0],
                                          BodyPublishers.ofString(filling.apply(line))))));
          places.add(
              place(
                  route + " as the whole body",
                  (server, line) ->
                      to(server, parts[1])
                          .header("Content-Type", "application/json")
                          .method(parts[0], BodyPublishers.ofString(line))));
        });
    for (String address : ADDRESSES) {
      places.add(
          place("GET " + address, (server, line) -> to(server, address.formatted(escaped(line)))));
    }
    places.add(
        place(
            "DELETE /api/conversations/%s",
            (server, line) -> to(server, "/api/conversations/" + escaped(line)).DELETE()));
    for (String header : HEADERS) {
      for (String path : List.of("/api/answers/m_x", "/api/documents", "/page/page.css")) {
        places.add(
            place(
                header + " of GET " + path,
                (server, line) -> to(server, path).header(header, line)));
      }
    }
    return places;
  }

  private static Place place(String name, BiFunction<URI, String, HttpRequest.Builder> request) {
    return new Place(
        name,
        (server, line) -> {
          try {
            return Optional.of(request.apply(server, line));
          } catch (IllegalArgumentException cannotBeSent) {
            return Optional.empty();
          }
        });
  }

  private static HttpRequest.Builder to(URI server, String path) {
    return HttpRequest.newBuilder(URI.create(server + path));
  }

  /// As a query or a path has it; a lone surrogate becomes a question mark.
  private static String escaped(String line) {
    return URLEncoder.encode(line, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// How a line gets into each string of a body, and into the name of each field.
  private static Map<String, Function<String, String>> filled(String body) {
    Map<String, Function<String, String>> filled = new LinkedHashMap<>();
    for (String pointer : pointers(read(body), "")) {
      String parent = pointer.substring(0, pointer.lastIndexOf('/'));
      String name = pointer.substring(pointer.lastIndexOf('/') + 1);
      filled.put(
          pointer,
          line -> {
            JsonNode root = read(body);
            JsonNode around = root.at(parent);
            if (around instanceof ObjectNode object) {
              object.put(name, line);
            } else if (around instanceof ArrayNode array) {
              array.set(Integer.parseInt(name), new TextNode(line));
            }
            return root.toString();
          });
      if (read(body).at(parent).isObject()) {
        filled.put(
            pointer + " by name",
            line -> {
              JsonNode root = read(body);
              ((ObjectNode) root.at(parent)).set(line, new TextNode("x"));
              return root.toString();
            });
      }
    }
    return filled;
  }

  private static List<String> pointers(JsonNode node, String at) {
    List<String> pointers = new ArrayList<>();
    node.properties()
        .forEach(field -> deeper(field.getValue(), at + "/" + field.getKey(), pointers));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      deeper(node.get(i), at + "/" + i, pointers);
    }
    return pointers;
  }

  private static void deeper(JsonNode node, String at, List<String> pointers) {
    pointers.add(at);
    pointers.addAll(pointers(node, at));
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
