package dev.backendadvisor.question;

/// A word, number or mark of the visitor's words, or a name that several of them make up.
///
/// @param kind what it is
/// @param word in lower case, contractions taken apart: `not` for `n't`
/// @param start first code unit in the visitor's words
/// @param end one past the last code unit
/// @param capital whether it starts with a capital letter
/// @param opens whether it is the first word of a sentence
/// @param id the technology's id, or `""`
record Token(
    Kind kind, String word, int start, int end, boolean capital, boolean opens, String id) {
  /// What a token is.
  enum Kind {
    /// A word.
    WORD,
    /// A number, with what is written to it: `20k`.
    NUMBER,
    /// A mark that parts or ends sentences.
    MARK,
    /// The name of a technology of the corpus.
    TECHNOLOGY,
    /// A name of something the corpus does not know.
    NAME
  }

  /// Whether it names something that can be compared.
  boolean named() {
    return kind == Kind.TECHNOLOGY || kind == Kind.NAME;
  }

  /// Whether no cue reaches over it.
  boolean parts() {
    return kind == Kind.MARK && !word.equals("/");
  }

  /// Whether a sentence ends with it.
  boolean endsSentence() {
    return parts() && !word.equals(",");
  }

  /// This token as a name.
  Token as(Kind other, String technology) {
    return new Token(other, word, start, end, capital, opens, technology);
  }

  /// This token with its word put right.
  Token spelt(String right) {
    return new Token(kind, right, start, end, capital, opens, id);
  }

  /// The tokens from this one to another as one name.
  Token through(Token last, Kind other, String technology) {
    String words = equals(last) ? word : word + " " + last.word;
    return new Token(other, words, start, last.end, capital, opens, technology);
  }
}
