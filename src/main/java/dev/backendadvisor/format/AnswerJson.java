package dev.backendadvisor.format;

import static dev.backendadvisor.format.Json.field;
import static dev.backendadvisor.format.Json.id;
import static dev.backendadvisor.format.Json.number;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.answer.CheckedSentence;
import dev.backendadvisor.answer.Citation;
import dev.backendadvisor.answer.CitedRecommendation;
import dev.backendadvisor.answer.Notice;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes answers and their events as JSON. The same answer gives the same text.
public final class AnswerJson {
  private AnswerJson() {}

  /// An event as it goes over the wire. It is written when it is first read, since most readers
  /// read the last of an answer's events alone.
  public static final class Event {
    private final String name;
    private final Supplier<String> writing;
    private volatile @Nullable String data;

    Event(String name, Supplier<String> writing) {
      this.name = name;
      this.writing = writing;
    }

    /// Its name: `understood`, `recommendation`, `comparison`, `citation`, `sentence`, `notice`,
    /// `done`, `error`.
    public String name() {
      return name;
    }

    /// One JSON object on one line.
    public String data() {
      String written = data;
      if (written == null) {
        written = writing.get();
        data = written;
      }
      return written;
    }
  }

  /// A whole answer.
  public static String write(Answer answer) {
    return Json.object(json -> write(json, answer));
  }

  /// One event. The data of `done` is the whole answer; cells of `comparison` name no citations
  /// yet, since numbers are given by first use.
  public static Event write(AnswerEvent event) {
    return switch (event) {
      case AnswerEvent.Understood understood ->
          event("understood", json -> write(json, understood));
      case AnswerEvent.Compared compared ->
          event("comparison", json -> write(json, compared.comparison(), List.of()));
      case AnswerEvent.Recommended recommended ->
          event(
              "recommendation",
              json -> RecommendationJson.write(json, recommended.recommendation(), List.of()));
      case AnswerEvent.Cited cited -> event("citation", json -> write(json, cited.citation()));
      case AnswerEvent.Said said -> event("sentence", json -> write(json, said.sentence()));
      case AnswerEvent.Noticed noticed -> event("notice", json -> write(json, noticed.notice()));
      case AnswerEvent.Done done -> event("done", json -> write(json, done.answer()));
    };
  }

  /// The event that ends a stream with a problem.
  public static Event error(Problem problem) {
    return new Event("error", problem::toJson);
  }

  private static Event event(String name, Json.Body fields) {
    return new Event(name, () -> Json.object(fields));
  }

  private static void write(JsonGenerator json, AnswerEvent.Understood event) throws IOException {
    json.writeStringField("id", event.answer());
    json.writeStringField("conversation", event.conversation());
    field(json, "understood", inner -> write(inner, event.question()));
  }

  private static void write(JsonGenerator json, Answer answer) throws IOException {
    json.writeStringField("id", answer.id());
    json.writeStringField("conversation", answer.conversation());
    json.writeStringField("kind", id(answer.kind()));
    field(json, "understood", inner -> write(inner, answer.understood()));
    json.writeFieldName("confidence");
    number(json, answer.confidence(), 2);
    json.writeStringField("text", answer.text());
    json.writeArrayFieldStart("sentences");
    for (CheckedSentence sentence : answer.sentences()) {
      json.writeStartObject();
      write(json, sentence);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("citations");
    for (Citation citation : answer.citations()) {
      json.writeStartObject();
      write(json, citation);
      json.writeEndObject();
    }
    json.writeEndArray();
    if (answer.recommendation().isPresent()) {
      CitedRecommendation recommendation = answer.recommendation().get();
      field(
          json,
          "recommendation",
          inner -> RecommendationJson.write(inner, recommendation, answer.citations()));
    } else {
      json.writeNullField("recommendation");
    }
    if (answer.comparison().isPresent()) {
      Comparison comparison = answer.comparison().get();
      field(json, "comparison", inner -> write(inner, comparison, answer.citations()));
    } else {
      json.writeNullField("comparison");
    }
    if (answer.claims().isEmpty()) {
      json.writeNullField("claims");
    } else {
      json.writeArrayFieldStart("claims");
      for (Answer.Claim claim : answer.claims()) {
        json.writeStartObject();
        json.writeStringField("text", claim.text());
        json.writeStringField("finding", id(claim.finding()));
        Json.integers(json, "citations", claim.citations());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeArrayFieldStart("choices");
    for (Answer.Choice choice : answer.choices()) {
      json.writeStartObject();
      json.writeStringField("label", choice.label());
      json.writeStringField("message", choice.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.strings(json, "suggestions", answer.suggestions());
    json.writeArrayFieldStart("nearest");
    for (Answer.Nearest nearest : answer.nearest()) {
      json.writeStartObject();
      json.writeStringField("document", nearest.document());
      json.writeStringField("title", nearest.title());
      json.writeStringField("heading", nearest.heading());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notices");
    for (Notice notice : answer.notices()) {
      json.writeStartObject();
      write(json, notice);
      json.writeEndObject();
    }
    json.writeEndArray();
    field(json, "writer", inner -> write(inner, answer.writer()));
  }

  private static void write(JsonGenerator json, Answer.Writer writer) throws IOException {
    switch (writer) {
      case Answer.Writer.Rules() -> json.writeStringField("kind", "rules");
      case Answer.Writer.Model(String name) -> {
        json.writeStringField("kind", "model");
        json.writeStringField("name", name);
      }
    }
  }

  private static void write(JsonGenerator json, Question question) throws IOException {
    Reading reading = question.reading();
    json.writeStringField("standalone", reading.standalone());
    Json.strings(json, "technologies", reading.technologies());
    Json.strings(
        json,
        "criteria",
        reading.criteria().stream().map(Reading.CriterionMention::criterion).toList());
    json.writeStringField("form", question.form());
    json.writeArrayFieldStart("carriedOver");
    for (Reading.CarriedOver carried : reading.carriedOver()) {
      json.writeStartObject();
      json.writeStringField("what", carried.what());
      json.writeStringField("value", carried.value());
      json.writeStringField("from", carried.from());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeFieldName("confidence");
    number(json, reading.confidence(), 2);
  }

  private static void write(JsonGenerator json, CheckedSentence sentence) throws IOException {
    json.writeStringField("before", sentence.before());
    json.writeStringField("text", sentence.text());
    Json.integers(json, "citations", sentence.citations());
    json.writeStringField("part", id(sentence.part()));
    json.writeStringField("basis", id(sentence.basis()));
  }

  private static void write(JsonGenerator json, Notice notice) throws IOException {
    json.writeStringField("code", notice.code().id());
    json.writeStringField("text", notice.text());
  }

  static void write(JsonGenerator json, Citation citation) throws IOException {
    Optional<Evidence> shown = citation.shown();
    json.writeNumberField("number", citation.number());
    json.writeStringField("document", citation.span().document());
    json.writeStringField("version", citation.span().version());
    json.writeNumberField("start", citation.span().start());
    json.writeNumberField("end", citation.span().end());
    json.writeStringField("quote", citation.quote());
    json.writeStringField("title", citation.title());
    json.writeStringField("heading", citation.heading());
    field(json, "condition", shown.flatMap(Evidence::condition));
    field(json, "asOf", shown.map(evidence -> evidence.asOf().toString()));
    field(json, "basis", shown.map(evidence -> id(evidence.basis())));
    json.writeNumberField("origins", citation.origins());
    if (shown.isPresent()) {
      field(json, "source", inner -> CorpusJson.write(inner, shown.get().source()));
    } else {
      json.writeNullField("source");
    }
  }

  private static void write(JsonGenerator json, Comparison comparison, List<Citation> citations)
      throws IOException {
    Json.strings(json, "technologies", comparison.technologies());
    field(json, "leader", comparison.leader());
    json.writeStringField("firmness", comparison.firmness().id());
    json.writeArrayFieldStart("rows");
    for (Comparison.Row row : comparison.rows()) {
      json.writeStartObject();
      json.writeStringField("criterion", row.criterion());
      field(json, "leader", row.leader());
      json.writeStringField("firmness", row.firmness().id());
      json.writeArrayFieldStart("cells");
      for (int at = 0; at < row.cells().size(); at++) {
        json.writeStartObject();
        json.writeStringField("technology", comparison.technologies().get(at));
        write(json, row.cells().get(at), citations);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Optional<Cell> cell, List<Citation> citations)
      throws IOException {
    if (cell.isPresent()) {
      json.writeArrayFieldStart("rating");
      number(json, cell.get().rating().low(), 2);
      number(json, cell.get().rating().high(), 2);
      json.writeEndArray();
    } else {
      json.writeNullField("rating");
    }
    Json.integers(
        json,
        "citations",
        citations.stream()
            .filter(citation -> cell.isPresent() && standsOn(cell.get(), citation))
            .map(Citation::number)
            .toList());
  }

  private static boolean standsOn(Cell cell, Citation citation) {
    return cell.evidence().stream().anyMatch(evidence -> citation.span().contains(evidence.span()));
  }
}
