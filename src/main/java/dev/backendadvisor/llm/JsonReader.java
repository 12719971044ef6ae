package dev.backendadvisor.llm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a model writes as JSON, `{"sentences": [{"grounds": [3, 5], "sentence": "…"}]}`,
/// while it comes. What stands before the first brace is passed over, and all that comes after
/// something that is no JSON.
final class JsonReader implements SentenceReader {
  private static final int DEEPEST = 20;
  private static final int LONGEST_NUMBER = 9;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(10 * LONGEST)
                  .maxNameLength(LONGEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\ufffd]");

  /// Where the members of a sentence stand: in an object of an array of the whole.
  private static final int DEPTH = 3;

  private final JsonParser parser;
  private final List<Integer> grounds = new ArrayList<>();
  private String sentence = "";
  private boolean sound = true;
  private boolean begun;
  private boolean over;
  private int depth;
  private @Nullable String member;
  private @Nullable Character half;

  JsonReader() {
    try {
      parser = FACTORY.createNonBlockingByteArrayParser();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public List<LineReader.Line> read(String text) {
    List<LineReader.Line> lines = new ArrayList<>();
    String more = whole(text);
    int start = begun ? 0 : more.indexOf('{');
    if (over || start < 0) {
      return lines;
    }
    begun = true;
    byte[] bytes = more.substring(start).getBytes(StandardCharsets.UTF_8);
    try {
      ((ByteArrayFeeder) parser.getNonBlockingInputFeeder()).feedInput(bytes, 0, bytes.length);
      for (JsonToken token = parser.nextToken();
          token != null && token != JsonToken.NOT_AVAILABLE && !over;
          token = parser.nextToken()) {
        take(token).ifPresent(lines::add);
      }
    } catch (IOException noJson) {
      over = true;
    }
    return lines;
  }

  /// Text in which no character is halved: the first half of one waits for the second.
  private String whole(String text) {
    String more = half == null ? text : half + text;
    half = null;
    if (!more.isEmpty() && Character.isHighSurrogate(more.charAt(more.length() - 1))) {
      half = more.charAt(more.length() - 1);
      return more.substring(0, more.length() - 1);
    }
    return more;
  }

  private Optional<LineReader.Line> take(JsonToken token) throws IOException {
    if (token.isStructStart()) {
      depth++;
      if (depth == DEPTH) {
        grounds.clear();
        sentence = "";
        sound = true;
      }
      sound &= depth <= DEPTH || (depth == DEPTH + 1 && token == JsonToken.START_ARRAY);
    } else if (token.isStructEnd()) {
      depth--;
      over = depth == 0;
      if (depth == DEPTH - 1 && token == JsonToken.END_OBJECT) {
        return line();
      }
    } else if (token == JsonToken.FIELD_NAME) {
      member = parser.currentName();
    } else if (depth == DEPTH && token == JsonToken.VALUE_STRING && "sentence".equals(member)) {
      sentence = parser.getText().strip();
    } else if (depth == DEPTH + 1 && "grounds".equals(member)) {
      sound &= token == JsonToken.VALUE_NUMBER_INT && grounds.size() <= MOST_GROUNDS;
      if (sound) {
        grounds.add(parser.getIntValue());
      }
    }
    return Optional.empty();
  }

  private Optional<LineReader.Line> line() {
    List<Integer> numbers = grounds.stream().distinct().toList();
    boolean isOne =
        sound
            && !sentence.isEmpty()
            && sentence.length() <= LONGEST
            && numbers.size() <= MOST_GROUNDS
            && !CONTROL.matcher(sentence).find();
    return isOne ? Optional.of(new LineReader.Line(numbers, sentence)) : Optional.empty();
  }

  /// Nothing: a sentence that has not ended is none.
  @Override
  public Optional<LineReader.Line> end() {
    return Optional.empty();
  }
}
