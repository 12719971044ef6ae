package dev.backendadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TyposTest {
  private static final Set<String> CORPUS =
      Set.of("connections", "world", "memory", "lambda", "vendure");

  private final Tokenizer tokenizer = new Tokenizer(English.TABLES);
  private final Typos typos =
      new Typos(
          CORPUS,
          English.TABLES::knows,
          word -> English.TABLES.knows(word) || CORPUS.contains(word));

  @ParameterizedTest
  @CsvSource({
    "how many conections does it hold, how many connections does it hold",
    "a hello wrld lamdba, a hello world lambda",
    "memmory and memory, memory and memory",
    "is sanic faster, is sanic faster",
    "Conections, Conections",
    "does ktor scale, does ktor scale",
  })
  void one_slip_is_put_right_and_nothing_else_is_touched(String typed, String read) {
    assertEquals(read, corrected(typed, false));
  }

  /// A name that is not known may look like a slip of another: Vendura is not Vendure.
  @ParameterizedTest
  @CsvSource({"vendura, vendura", "conections, connections"})
  void where_a_name_could_stand_only_an_ordinary_word_is_meant(String typed, String read) {
    assertEquals(read, corrected(typed, true));
  }

  private String corrected(String typed, boolean names) {
    List<Token> tokens = tokenizer.tokens(typed, QuestionReader.LONGEST);
    return typos.corrected(
        typed, names ? tokens.stream().map(one -> one.as(Token.Kind.NAME, "")).toList() : tokens);
  }
}
