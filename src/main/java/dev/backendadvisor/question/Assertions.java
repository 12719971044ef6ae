package dev.backendadvisor.question;

import dev.backendadvisor.question.Assertion.Sense;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Takes apart what was found to be said.
final class Assertions {
  private final Direction direction;
  private final SenseReader senses;
  private final Set<String> pronouns;
  private final Map<String, String> written = new HashMap<>();
  private final Function<String, Read> reading;

  /// @param written the technologies' names by id
  /// @param reading reads words by themselves
  Assertions(
      English english,
      Direction direction,
      Stem stem,
      Map<String, String> written,
      Function<String, Read> reading) {
    this.direction = direction;
    this.senses = new SenseReader(english, stem);
    this.pronouns = english.words("pronouns");
    this.written.putAll(written);
    this.reading = reading;
  }

  /// Words read by themselves.
  ///
  /// @param reading what was read
  /// @param text their tokens
  record Read(Reading reading, Sentences text) {}

  /// An assertion of a stretch of tokens.
  ///
  /// @param words the visitor's words, in which the tokens stand
  Assertion of(ClaimReader.Stretch stretch, String words) {
    String said = said(stretch.tokens(), words);
    Read read = reading.apply(said);
    List<Token> tokens = read.text().tokens();
    Optional<Direction.Found> found =
        tokens.stream().filter(Token::named).map(Assertions::side).distinct().count() > 1
            ? direction.find(read.text())
            : Optional.empty();
    Question asked =
        found
            .<Question>map(one -> new Question.Comparison(read.reading(), ahead(one)))
            .orElseGet(() -> new Question.Fact(read.reading(), true));
    Sense sense = found.isPresent() ? Sense.PLAIN : senses.sense(tokens);
    return new Assertion(
        said,
        asked,
        sense,
        found.map(Direction.Found::strict).orElse(true),
        senses.extreme(tokens),
        senses.denies(tokens),
        stretch.doubted());
  }

  private static String side(Token token) {
    return token.id().isEmpty() ? token.word() : token.id();
  }

  private static Optional<String> ahead(Direction.Found found) {
    return found.ahead().map(Token::id).filter(id -> !id.isEmpty());
  }

  /// The words of the tokens: as written where they follow each other there, else joined anew; with
  /// the name of what a pronoun stands for.
  private String said(List<Token> tokens, String words) {
    StringBuilder said = new StringBuilder();
    int start = -1;
    int end = -1;
    for (Token token : tokens) {
      boolean again = token.start() == start && token.end() == end;
      if (again) {
        continue;
      }
      if (end >= 0) {
        String between = token.start() >= end ? words.substring(end, token.start()) : " ";
        said.append(between.codePoints().anyMatch(Character::isLetterOrDigit) ? " " : between);
      }
      String one = words.substring(token.start(), Math.max(token.start(), token.end()));
      said.append(
          token.named() && pronouns.contains(Tokenizer.normal(one))
              ? written.getOrDefault(token.id(), one)
              : one);
      start = token.start();
      end = token.end();
    }
    return said.toString().strip();
  }
}
