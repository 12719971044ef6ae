package dev.backendadvisor.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.answer.AnswerFixture;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {
  private static final Answer ANSWER = AnswerFixture.comparison("m_1", "c_1");

  @Test
  void an_answer_has_all_fields_in_their_order() throws Exception {
    JsonNode json = json(AnswerJson.write(ANSWER));
    assertEquals(
        List.of(
            "id",
            "conversation",
            "kind",
            "understood",
            "confidence",
            "text",
            "sentences",
            "citations",
            "recommendation",
            "comparison",
            "claims",
            "choices",
            "suggestions",
            "nearest",
            "notices",
            "writer"),
        names(json));
    assertEquals("m_1", json.path("id").textValue());
    assertEquals("c_1", json.path("conversation").textValue());
    assertEquals("answer", json.path("kind").textValue());
    assertEquals(ANSWER.text(), json.path("text").textValue());
    assertTrue(json.path("recommendation").isNull());
    assertTrue(json.path("claims").isNull());
    assertEquals(
        "[{\"code\":\"words-only\",\"text\":\"Passages were found by words alone.\"}]",
        json.path("notices").toString());
    assertEquals(
        "{\"label\":\"hundreds\",\"message\":\"Hundreds of people at once.\"}",
        json.path("choices").get(0).toString());
    assertEquals(2, json.path("suggestions").size());
    assertEquals("[]", json.path("nearest").toString());
    assertEquals("{\"kind\":\"rules\"}", json.path("writer").toString());
  }

  @Test
  void it_says_how_the_question_was_understood() throws Exception {
    assertEquals(
        "{\"standalone\":\"Is Node.js better than Python for a chat application?\","
            + "\"technologies\":[\"nodejs\",\"python\"],\"criteria\":[\"realtime\"],"
            + "\"form\":\"comparison\",\"carriedOver\":[{\"what\":\"technology\",\"value\":\"nodejs\","
            + "\"from\":\"m_earlier\"}],\"confidence\":0.9}",
        json(AnswerJson.write(ANSWER)).path("understood").toString());
  }

  @Test
  void a_sentence_names_its_part_basis_and_citations() throws Exception {
    JsonNode sentences = json(AnswerJson.write(ANSWER)).path("sentences");
    assertEquals(6, sentences.size());
    assertEquals(
        "{\"before\":\"\\n- \",\"text\":\"It holds while handlers stay short.\",\"citations\":[1],"
            + "\"part\":\"condition\",\"basis\":\"source\"}",
        sentences.get(3).toString());
    assertEquals("calculation", sentences.get(0).path("basis").textValue());
    assertEquals("none", sentences.get(5).path("basis").textValue());
  }

  @Test
  void a_citation_names_its_span_and_what_it_summarises() throws Exception {
    JsonNode citation = json(AnswerJson.write(ANSWER)).path("citations").get(0);
    assertEquals(
        List.of(
            "number",
            "document",
            "version",
            "start",
            "end",
            "quote",
            "title",
            "heading",
            "condition",
            "asOf",
            "basis",
            "origins",
            "source"),
        names(citation));
    assertEquals(1, citation.path("number").intValue());
    assertEquals("concurrency", citation.path("document").textValue());
    assertEquals(AnswerFixture.VERSION, citation.path("version").textValue());
    assertEquals(120, citation.path("start").intValue());
    assertEquals(
        citation.path("quote").textValue().length(),
        citation.path("end").intValue() - citation.path("start").intValue());
    assertEquals("handlers stay short", citation.path("condition").textValue());
    assertEquals("2026-08", citation.path("asOf").textValue());
    assertEquals("case-study", citation.path("basis").textValue());
    assertEquals(2, citation.path("origins").intValue());
    assertEquals(
        "{\"id\":\"nodejs-guides\",\"title\":\"Don't block the event loop\","
            + "\"publisher\":\"OpenJS Foundation\",\"url\":\"https://nodejs.org/en/learn\","
            + "\"date\":\"2025-10-07\",\"undated\":null,\"readFrom\":\"primary\"}",
        citation.path("source").toString());
  }

  @Test
  void a_citation_without_evidence_names_no_source() throws Exception {
    JsonNode citation = json(AnswerJson.write(ANSWER)).path("citations").get(2);
    for (String field : List.of("condition", "asOf", "basis", "source")) {
      assertTrue(citation.path(field).isNull(), field);
    }
    assertEquals(0, citation.path("origins").intValue());
  }

  @Test
  void a_comparison_has_a_cell_for_every_technology() throws Exception {
    JsonNode comparison = json(AnswerJson.write(ANSWER)).path("comparison");
    assertEquals("[\"nodejs\",\"python\"]", comparison.path("technologies").toString());
    assertEquals(
        "{\"criterion\":\"realtime\",\"leader\":\"nodejs\",\"firmness\":\"firm\",\"cells\":["
            + "{\"technology\":\"nodejs\",\"rating\":[4,5],\"citations\":[1]},"
            + "{\"technology\":\"python\",\"rating\":[2.26,3.5],\"citations\":[2]}]}",
        comparison.path("rows").get(0).toString());
    assertEquals(
        "{\"criterion\":\"learning\",\"leader\":null,\"firmness\":\"toss-up\",\"cells\":["
            + "{\"technology\":\"nodejs\",\"rating\":null,\"citations\":[]},"
            + "{\"technology\":\"python\",\"rating\":null,\"citations\":[]}]}",
        comparison.path("rows").get(1).toString());
  }

  @Test
  void an_abstention_shows_what_is_nearest() throws Exception {
    JsonNode json = json(AnswerJson.write(AnswerFixture.abstention("m_2", "c_2")));
    assertEquals("abstention", json.path("kind").textValue());
    assertTrue(json.path("comparison").isNull());
    assertEquals(
        "[{\"document\":\"guide/concurrency\",\"title\":\"Concurrency\",\"heading\":\"Event"
            + " loops\"}]",
        json.path("nearest").toString());
    assertEquals("{\"kind\":\"model\",\"name\":\"a-model\"}", json.path("writer").toString());
  }

  @Test
  void an_event_carries_the_part_of_the_answer_it_tells_of() throws Exception {
    JsonNode whole = json(AnswerJson.write(ANSWER));
    int sentences = 0;
    int citations = 0;
    for (AnswerEvent event : AnswerFixture.events(ANSWER)) {
      AnswerJson.Event written = AnswerJson.write(event);
      assertFalse(written.data().contains("\n"));
      JsonNode data = json(written.data());
      switch (written.name()) {
        case "understood" -> {
          assertEquals(List.of("id", "conversation", "understood"), names(data));
          assertEquals(whole.path("understood"), data.path("understood"));
        }
        case "comparison" -> assertEquals(2, data.path("rows").size());
        case "sentence" -> assertEquals(whole.path("sentences").get(sentences++), data);
        case "citation" -> assertEquals(whole.path("citations").get(citations++), data);
        case "notice" -> assertEquals(whole.path("notices").get(0), data);
        case "done" -> assertEquals(whole, data);
        default -> throw new AssertionError(written.name());
      }
    }
    assertEquals(6, sentences);
    assertEquals(3, citations);
  }

  @Test
  void the_same_answer_gives_the_same_text() {
    assertEquals(
        AnswerJson.write(ANSWER), AnswerJson.write(AnswerFixture.comparison("m_1", "c_1")));
  }

  @Test
  void half_a_surrogate_pair_does_no_harm() throws Exception {
    String text = AnswerJson.write(AnswerFixture.saying("half \ud83d"));
    assertTrue(
        json(new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.UTF_8))
            .isObject());
  }

  @Test
  void a_problem_reads_as_rfc_9457_has_it() {
    assertEquals(
        "{\"title\":\"Not found\",\"status\":404,\"detail\":\"Say"
            + " \\\"hello\\\".\",\"instance\":\"/x\"}",
        new Problem(404, "Not found", "Say \"hello\".", "/x").toJson());
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  private static List<String> names(JsonNode node) {
    return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
        .toList();
  }
}
