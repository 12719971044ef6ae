package dev.backendadvisor.embedding;

import java.io.IOException;

/// Walks the members of a JSON object whose values are all whole numbers: a vocabulary.
final class FlatObject {
  private final String json;
  private int at;

  /// Starts behind the object's opening brace.
  FlatObject(String json, int at) {
    this.json = json;
    this.at = at;
  }

  boolean hasNext() throws IOException {
    while (at < json.length() && (json.charAt(at) == ',' || json.charAt(at) <= ' ')) {
      at++;
    }
    return peek() != '}';
  }

  String name() throws IOException {
    expect('"');
    var name = new StringBuilder();
    while (peek() != '"') {
      char unit = json.charAt(at++);
      name.append(unit == '\\' ? escaped() : unit);
    }
    at++;
    return name.toString();
  }

  private char escaped() throws IOException {
    char letter = peek();
    at++;
    return switch (letter) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        if (at + 4 > json.length()) {
          throw new IOException("The tokenizer file ends inside a string");
        }
        char unit = (char) Integer.parseInt(json, at, at + 4, 16);
        at += 4;
        yield unit;
      }
      default -> letter;
    };
  }

  int number() throws IOException {
    while (peek() == ':' || peek() <= ' ') {
      at++;
    }
    int start = at;
    while (Character.isDigit(peek())) {
      at++;
    }
    return Integer.parseInt(json, start, at, 10);
  }

  private void expect(char wanted) throws IOException {
    if (peek() != wanted) {
      throw new IOException(
          "The tokenizer file has '" + peek() + "' at " + at + " instead of '" + wanted + "'");
    }
    at++;
  }

  private char peek() throws IOException {
    if (at >= json.length()) {
      throw new IOException("The tokenizer file ends too early");
    }
    return json.charAt(at);
  }
}
