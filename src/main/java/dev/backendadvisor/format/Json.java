package dev.backendadvisor.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/// How every form here is written: fields in the order of the code, no blanks, so that the same
/// value gives the same text.
final class Json {
  // Written through a Writer on purpose: the byte generator throws at half a surrogate pair.
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /// Something that writes itself.
  @FunctionalInterface
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /// One object.
  static String object(Body fields) {
    var text = new StringWriter(1024);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  static void field(JsonGenerator json, String name, Body value) throws IOException {
    json.writeObjectFieldStart(name);
    value.write(json);
    json.writeEndObject();
  }

  static void field(JsonGenerator json, String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  static void strings(JsonGenerator json, String name, Iterable<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  static void integers(JsonGenerator json, String name, Iterable<Integer> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (int value : values) {
      json.writeNumber(value);
    }
    json.writeEndArray();
  }

  /// A number rounded to some places, whole ones without a point: `4`, `3.75`.
  static void number(JsonGenerator json, double value, int places) throws IOException {
    double scale = Math.pow(10, places);
    double rounded = Math.rint(value * scale) / scale;
    if (rounded == Math.rint(rounded) && Math.abs(rounded) < 1e9) {
      json.writeNumber((long) rounded);
    } else {
      json.writeNumber(rounded);
    }
  }

  /// A constant as clients read it: `case-study`.
  static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
