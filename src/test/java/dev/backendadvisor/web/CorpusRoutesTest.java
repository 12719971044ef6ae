package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorpusRoutesTest {
  private RunningServer running;

  @BeforeEach
  void start() {
    running = RunningServer.with(RunningServer.comparing());
  }

  @AfterEach
  void everyGenerationIsGivenBack() {
    assertEquals(0, running.openGenerations.get());
    running.close();
  }

  @Test
  void a_hit_is_a_span_of_its_document() throws Exception {
    JsonNode hits =
        RunningServer.json(running.get("/api/search?q=event%20loop&limit=5")).path("hits");
    assertEquals(1, hits.size());
    JsonNode hit = hits.get(0);
    assertEquals(
        List.of("document", "version", "title", "heading", "start", "end", "text", "score"),
        names(hit));
    assertEquals("concurrency", hit.path("document").textValue());
    assertEquals("Event loops", hit.path("heading").textValue());
    assertEquals(0.512346, hit.path("score").doubleValue());
    String text =
        RunningServer.json(running.get("/api/documents/concurrency")).path("text").textValue();
    assertEquals(
        hit.path("text").textValue(),
        text.substring(hit.path("start").intValue(), hit.path("end").intValue()));
  }

  @Test
  void the_limit_is_kept() throws Exception {
    assertEquals(2, RunningServer.json(running.get("/api/search?q=s")).path("hits").size());
    assertEquals(1, RunningServer.json(running.get("/api/search?q=s&limit=1")).path("hits").size());
  }

  @Test
  void a_document_has_its_text_and_sources() throws Exception {
    JsonNode document = RunningServer.json(running.get("/api/documents/concurrency"));
    assertEquals(
        List.of("id", "version", "title", "text", "sources", "superseded"), names(document));
    assertEquals(FakeGeneration.CONCURRENCY.text(), document.path("text").textValue());
    JsonNode source = document.path("sources").get(0);
    assertEquals("OpenJS Foundation", source.path("publisher").textValue());
    assertTrue(source.path("date").isNull());
    assertEquals("a living document", source.path("undated").textValue());
    assertEquals("primary", source.path("readFrom").textValue());
  }

  @Test
  void an_id_may_hold_slashes_and_anything_else() throws Exception {
    String id = FakeGeneration.NESTED.id();
    String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    for (String path : List.of(encoded, encoded.replace("%2F", "/"))) {
      HttpResponse<String> response = running.get("/api/documents/" + path);
      assertEquals(200, response.statusCode(), path);
      assertEquals(id, RunningServer.json(response).path("id").textValue());
      assertEquals(200, running.get("/sources/" + path).statusCode());
    }
  }

  @Test
  void a_version_is_served_when_it_is_the_one_there_is() throws Exception {
    String version = FakeGeneration.CONCURRENCY.version();
    assertEquals(200, running.get("/api/documents/concurrency?version=" + version).statusCode());
    ChatTest.problem(404, running.get("/api/documents/concurrency?version=sha256:00"));
    ChatTest.problem(404, running.get("/api/documents/concurrenc"));
  }

  @Test
  void all_documents_are_listed_without_their_text() throws Exception {
    JsonNode documents = RunningServer.json(running.get("/api/documents")).path("documents");
    assertEquals(2, documents.size());
    assertEquals(
        List.of("id", "version", "title", "sources", "superseded"), names(documents.get(0)));
  }

  @Test
  void the_pages_are_served_with_a_tag_that_spares_the_next_fetch() throws Exception {
    for (String path :
        List.of(
            "/",
            "/widget.js",
            "/sources/concurrency",
            "/page/source.js",
            "/page/page.css",
            "/page/icon.svg")) {
      HttpResponse<String> first = running.get(path);
      assertEquals(200, first.statusCode(), path);
      String tag = first.headers().firstValue("ETag").orElseThrow();
      var second = running.send(running.request(path).header("If-None-Match", tag));
      assertEquals(304, second.statusCode(), path);
      assertEquals("", second.body());
    }
    HttpResponse<String> missing = running.get("/sources/none");
    assertEquals(404, missing.statusCode());
    assertTrue(missing.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
    ChatTest.problem(404, running.get("/page/none.js"));
  }

  private static List<String> names(JsonNode node) {
    return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
        .toList();
  }
}
