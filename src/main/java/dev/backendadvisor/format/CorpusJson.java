package dev.backendadvisor.format;

import static dev.backendadvisor.format.Json.field;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Document;
import dev.backendadvisor.corpus.PartialDate;
import dev.backendadvisor.corpus.Source;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.retrieval.Hit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes what was read and found as JSON.
public final class CorpusJson {
  private CorpusJson() {}

  /// Passages found: `{"hits": […]}`, the best first.
  public static String hits(List<Hit> hits) {
    return Json.object(
        json -> {
          json.writeArrayFieldStart("hits");
          for (Hit hit : hits) {
            json.writeStartObject();
            write(json, hit);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /// One document with its text and the sources it summarises.
  public static String document(Document document, Corpus corpus) {
    return Json.object(
        json -> {
          json.writeStringField("id", document.id());
          json.writeStringField("version", document.version());
          json.writeStringField("title", document.title());
          json.writeStringField("text", document.text());
          writeSources(json, document, corpus);
          json.writeBooleanField("superseded", false);
        });
  }

  /// Every document without its text: `{"documents": […]}`.
  public static String documents(Corpus corpus) {
    return Json.object(
        json -> {
          json.writeArrayFieldStart("documents");
          for (Document document : corpus.documents().values()) {
            json.writeStartObject();
            json.writeStringField("id", document.id());
            json.writeStringField("version", document.version());
            json.writeStringField("title", document.title());
            writeSources(json, document, corpus);
            json.writeBooleanField("superseded", false);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /// The technologies that can be compared: `{"technologies": […]}`.
  public static String technologies(Corpus corpus) {
    return Json.object(
        json -> {
          json.writeArrayFieldStart("technologies");
          for (Technology technology : corpus.technologies().values()) {
            json.writeStartObject();
            json.writeStringField("id", technology.id());
            json.writeStringField("name", technology.name());
            Json.strings(json, "aliases", technology.aliases());
            json.writeStringField("kind", Json.id(technology.kind()));
            field(json, "language", technology.language());
            Json.strings(json, "inherits", technology.inherits());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /// What they are compared on, with the rubrics: `{"criteria": […]}`.
  public static String criteria(Corpus corpus) {
    return Json.object(
        json -> {
          json.writeArrayFieldStart("criteria");
          for (Criterion criterion : corpus.criteria().values()) {
            json.writeStartObject();
            json.writeStringField("id", criterion.id());
            json.writeStringField("name", criterion.name());
            Json.strings(json, "words", criterion.words());
            json.writeObjectFieldStart("rubric");
            for (Map.Entry<Integer, String> mark : criterion.rubric().entrySet()) {
              json.writeStringField(mark.getKey().toString(), mark.getValue());
            }
            json.writeEndObject();
            Json.strings(json, "goals", criterion.goals().stream().map(Json::id).toList());
            field(json, "ask", criterion.ask());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  static void write(JsonGenerator json, Source source) throws IOException {
    json.writeStringField("id", source.id());
    json.writeStringField("title", source.title());
    json.writeStringField("publisher", source.publisher());
    field(json, "url", source.url());
    field(json, "date", source.date().map(PartialDate::toString));
    field(json, "undated", source.undated());
    json.writeStringField("readFrom", Json.id(source.readFrom()));
  }

  private static void writeSources(JsonGenerator json, Document document, Corpus corpus)
      throws IOException {
    json.writeArrayFieldStart("sources");
    for (String id : document.sources()) {
      Optional<Source> source = Optional.ofNullable(corpus.sources().get(id));
      if (source.isPresent()) {
        json.writeStartObject();
        write(json, source.get());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Hit hit) throws IOException {
    Span span = hit.passage().span();
    List<String> headings = hit.passage().headings();
    json.writeStringField("document", span.document());
    json.writeStringField("version", span.version());
    json.writeStringField("title", hit.document().title());
    json.writeStringField("heading", headings.isEmpty() ? "" : headings.get(headings.size() - 1));
    json.writeNumberField("start", span.start());
    json.writeNumberField("end", span.end());
    json.writeStringField("text", hit.passage().text());
    json.writeFieldName("score");
    Json.number(json, hit.score(), 6);
  }
}
