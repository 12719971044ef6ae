package dev.backendadvisor.format;

import static dev.backendadvisor.format.Json.field;
import static dev.backendadvisor.format.Json.number;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.backendadvisor.answer.Citation;
import dev.backendadvisor.answer.CitedRecommendation;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Gap;
import dev.backendadvisor.corpus.PartialDate;
import dev.backendadvisor.corpus.Policy;
import dev.backendadvisor.corpus.Rating;
import dev.backendadvisor.corpus.Source;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.decision.Matrix;
import dev.backendadvisor.decision.Recommendation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Writes recommendations as JSON, and the matrix behind them. The same recommendation gives the
/// same text.
public final class RecommendationJson {
  private static final int PLACES = 4;

  /// Enough that a share just beyond a flip is just beyond it.
  private static final int EXACT_PLACES = 9;

  private RecommendationJson() {}

  /// A recommendation that stands by itself.
  public static String write(CitedRecommendation cited) {
    return Json.object(json -> write(json, cited, cited.citations()));
  }

  /// Writes a recommendation.
  ///
  /// @param numbered the citations that its cells point to
  static void write(JsonGenerator json, CitedRecommendation cited, List<Citation> numbered)
      throws IOException {
    Recommendation recommendation = cited.recommendation();
    field(json, "profile", inner -> ProfileJson.write(inner, recommendation.profile()));
    json.writeArrayFieldStart("ranking");
    for (Recommendation.Rank rank : recommendation.ranking()) {
      json.writeStartObject();
      json.writeStringField("technology", rank.technology());
      decimal(json, "score", rank.score(), PLACES);
      decimal(json, "low", rank.low(), PLACES);
      decimal(json, "high", rank.high(), PLACES);
      decimal(json, "wins", rank.wins(), PLACES);
      field(json, "dominatedBy", rank.dominatedBy());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("firmness", recommendation.firmness().id());
    json.writeArrayFieldStart("contributions");
    for (Recommendation.Contribution one : recommendation.contributions()) {
      json.writeStartObject();
      json.writeStringField("technology", one.technology());
      json.writeStringField("criterion", one.criterion());
      decimal(json, "weight", one.weight(), EXACT_PLACES);
      rating(json, Optional.of(one.rating()));
      json.writeNumberField("origins", one.cell().map(Cell::origins).orElse(0));
      Json.integers(json, "citations", numbers(one.cell(), numbered));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("flips");
    for (Recommendation.Flip flip : recommendation.flips()) {
      json.writeStartObject();
      write(json, flip);
      json.writeEndObject();
    }
    json.writeEndArray();
    if (recommendation.split().isPresent()) {
      Recommendation.Split split = recommendation.split().get();
      field(json, "split", inner -> write(inner, split));
    } else {
      json.writeNullField("split");
    }
    json.writeArrayFieldStart("excluded");
    for (Recommendation.Exclusion exclusion : recommendation.excluded()) {
      json.writeStartObject();
      json.writeStringField("technology", exclusion.technology());
      json.writeStringField("constraint", exclusion.constraint());
      if (exclusion.policy().isPresent()) {
        write(json, exclusion.policy().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("gaps");
    for (Recommendation.Gap gap : recommendation.gaps()) {
      json.writeStartObject();
      json.writeStringField("technology", gap.technology());
      json.writeStringField("criterion", gap.criterion());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (cited.question().isPresent()) {
      CitedRecommendation.Asking asking = cited.question().get();
      field(json, "nextQuestion", inner -> write(inner, asking));
    } else {
      json.writeNullField("nextQuestion");
    }
    json.writeBooleanField("settled", recommendation.settled());
    json.writeBooleanField("proven", recommendation.proven());
    json.writeNumberField("seed", recommendation.seed());
    json.writeStringField("asOf", recommendation.asOf().toString());
    json.writeArrayFieldStart("citations");
    for (Citation citation : cited.citations()) {
      json.writeStartObject();
      AnswerJson.write(json, citation);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// The evidence behind every cell: `{"cells": […], "gaps": […]}`.
  public static String matrix(Corpus corpus, Matrix matrix) {
    return Json.object(
        json -> {
          json.writeArrayFieldStart("cells");
          for (String technology : corpus.technologies().keySet()) {
            for (Cell cell : matrix.cells(technology)) {
              json.writeStartObject();
              write(json, technology, cell);
              json.writeEndObject();
            }
          }
          json.writeEndArray();
          json.writeArrayFieldStart("gaps");
          for (var gap : corpus.gaps()) {
            write(json, gap);
          }
          json.writeEndArray();
        });
  }

  /// One cell with the sources of its evidence: `{"cells": […], "gaps": […], "sources": […]}`, each
  /// of them empty where there is nothing.
  public static String cell(Corpus corpus, Matrix matrix, String technology, String criterion) {
    Optional<Cell> cell = matrix.cell(technology, criterion);
    return Json.object(
        json -> {
          json.writeArrayFieldStart("cells");
          if (cell.isPresent()) {
            json.writeStartObject();
            write(json, technology, cell.get());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("gaps");
          for (var gap : corpus.gaps()) {
            if (gap.technology().equals(technology) && gap.criterion().equals(criterion)) {
              write(json, gap);
            }
          }
          json.writeEndArray();
          json.writeArrayFieldStart("sources");
          for (Source source : sources(cell)) {
            json.writeStartObject();
            CorpusJson.write(json, source);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static List<Source> sources(Optional<Cell> cell) {
    return cell.stream()
        .flatMap(one -> one.evidence().stream())
        .map(Evidence::source)
        .distinct()
        .toList();
  }

  private static void write(JsonGenerator json, Gap gap) throws IOException {
    json.writeStartObject();
    json.writeStringField("technology", gap.technology());
    json.writeStringField("criterion", gap.criterion());
    json.writeStringField("reason", gap.reason());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String technology, Cell cell) throws IOException {
    json.writeStringField("technology", technology);
    json.writeStringField("criterion", cell.criterion());
    rating(json, Optional.of(cell.rating()));
    json.writeNumberField("origins", cell.origins());
    json.writeArrayFieldStart("evidence");
    for (var record : cell.evidence()) {
      json.writeStartObject();
      json.writeStringField("technology", record.technology());
      json.writeStringField("document", record.span().document());
      json.writeStringField("version", record.span().version());
      json.writeNumberField("start", record.span().start());
      json.writeNumberField("end", record.span().end());
      json.writeStringField("quote", record.sentence());
      rating(json, record.rating());
      field(json, "condition", record.condition());
      json.writeStringField("asOf", record.asOf().toString());
      json.writeStringField("basis", Json.id(record.basis()));
      json.writeStringField("confidence", Json.id(record.confidence()));
      json.writeStringField("source", record.source().id());
      json.writeStringField("origin", record.source().origin());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Recommendation.Flip flip) throws IOException {
    json.writeStringField("criterion", flip.criterion());
    decimal(json, "weightNow", flip.weightNow(), EXACT_PLACES);
    decimal(json, "weightThen", flip.weightThen(), EXACT_PLACES);
    json.writeStringField("winner", flip.winner());
  }

  private static void write(JsonGenerator json, Recommendation.Split split) throws IOException {
    decimal(json, "score", split.score(), PLACES);
    json.writeArrayFieldStart("parts");
    for (Recommendation.Split.Half half : split.parts()) {
      json.writeStartObject();
      json.writeStringField("technology", half.technology());
      json.writeArrayFieldStart("criteria");
      for (String criterion : half.criteria()) {
        json.writeString(criterion);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Policy policy) throws IOException {
    json.writeStringField("standing", Json.id(policy.standing()));
    json.writeStringField("owner", policy.owner());
    field(json, "expires", policy.expires().map(PartialDate::toString));
    json.writeStringField("reason", policy.reason());
  }

  private static void write(JsonGenerator json, CitedRecommendation.Asking asking)
      throws IOException {
    json.writeStringField("criterion", asking.criterion());
    json.writeStringField("text", asking.text());
    json.writeArrayFieldStart("choices");
    for (CitedRecommendation.Saying saying : asking.choices()) {
      json.writeStartObject();
      json.writeStringField("label", saying.label());
      json.writeStringField("importance", saying.choice().importance().id());
      field(json, "technology", saying.choice().technology());
      json.writeStringField("message", saying.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static List<Integer> numbers(Optional<Cell> cell, List<Citation> citations) {
    return citations.stream()
        .filter(
            citation ->
                cell.isPresent()
                    && cell.get().evidence().stream()
                        .anyMatch(one -> citation.span().contains(one.span())))
        .map(Citation::number)
        .toList();
  }

  private static void rating(JsonGenerator json, Optional<Rating> rating) throws IOException {
    if (rating.isEmpty()) {
      json.writeNullField("rating");
      return;
    }
    json.writeArrayFieldStart("rating");
    number(json, rating.get().low(), 2);
    number(json, rating.get().high(), 2);
    json.writeEndArray();
  }

  private static void decimal(JsonGenerator json, String name, double value, int places)
      throws IOException {
    json.writeFieldName(name);
    number(json, value, places);
  }
}
