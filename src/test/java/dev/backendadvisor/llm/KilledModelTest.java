package dev.backendadvisor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backendadvisor.answer.Answer;
import dev.backendadvisor.answer.AnswerEvent;
import dev.backendadvisor.answer.CheckedSentence;
import dev.backendadvisor.answer.Citation;
import dev.backendadvisor.answer.RuleAnswerer;
import dev.backendadvisor.conversation.RealAdvisor;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.llm.ScriptedModel.Request;
import dev.backendadvisor.llm.ScriptedModel.Script;
import dev.backendadvisor.retrieval.Generation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Fault 14: after whichever of an answer's 60 tokens a model dies, a visitor gets a whole answer:
/// the same sources, the verdict first, nothing torn.
class KilledModelTest {
  private static final int TOKENS = 60;

  private static AskedModel asked;
  private static RealAdvisor rules;
  private static Answer byRules;
  private static Corpus corpus;

  @BeforeAll
  static void open() throws IOException {
    asked = new AskedModel();
    rules = new RealAdvisor(new RuleAnswerer());
    byRules = rules.ask(AskedModel.DEMO);
    try (Generation generation = rules.generation()) {
      corpus = generation.corpus();
    }
  }

  @AfterAll
  static void close() throws IOException {
    asked.close();
    rules.close();
  }

  /// How it dies.
  enum Death {
    /// The connection ends in order, without a word.
    ENDS,
    /// The connection is reset.
    IS_RESET,
    /// It sends what cannot be read.
    BABBLES
  }

  /// An answer of 60 tokens in the model's own words.
  static List<String> tokens(Request request) throws IOException {
    String text =
        "[1] Yes: Node.js is clearly the stronger choice over Python for real-time traffic.\n"
            + request.grounds().stream()
                .skip(1)
                .filter(one -> !one.kind().equals("further"))
                .map(ModelScripts::line)
                .collect(Collectors.joining("\n", "", "\n"));
    return IntStream.range(0, TOKENS)
        .mapToObj(
            one -> text.substring(text.length() * one / TOKENS, text.length() * (one + 1) / TOKENS))
        .toList();
  }

  private static Script killed(Provider provider, int after, Death death) {
    Dialect dialect = Dialect.of(provider);
    return (request, reply) -> {
      dialect.begin(reply);
      for (String token : tokens(request).subList(0, after)) {
        dialect.text(reply, token);
      }
      switch (death) {
        case ENDS -> {
          // and nothing more
        }
        case IS_RESET -> reply.cut();
        case BABBLES -> reply.event("{oops");
      }
    };
  }

  static Stream<Arguments> some() {
    return IntStream.of(0, 1, 5, 9, 10, 11, 30, 59, 60)
        .boxed()
        .flatMap(after -> Stream.of(Death.values()).map(death -> Arguments.of(after, death)));
  }

  @ParameterizedTest
  @MethodSource("some")
  void the_answer_is_whole_after_some_of_them(int after, Death death) {
    kill(Provider.OPENAI, after, death);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(Provider.class)
  void the_answer_is_whole_after_any_of_them(Provider provider) {
    for (int after = 0; after <= TOKENS; after++) {
      for (Death death : Death.values()) {
        kill(provider, after, death);
      }
    }
  }

  private static void kill(Provider provider, int after, Death death) {
    asked.restart(provider, killed(provider, after, death));
    List<AnswerEvent> events = new ArrayList<>();
    Answer answer = asked.ask(AskedModel.DEMO, events::add);
    String where = provider + " " + death + " after " + after + ": " + answer.text();

    assertEquals(byRules.kind(), answer.kind(), where);
    assertEquals(byRules.comparison(), answer.comparison(), where);
    assertEquals(byRules.sentences().size(), answer.sentences().size(), where);
    assertTrue(answer.sentences().getFirst().text().startsWith("Yes"), where);
    assertEquals(spans(byRules), spans(answer), where);
    for (Citation citation : answer.citations()) {
      assertEquals(corpus.quote(citation.span()).orElseThrow(), citation.quote(), where);
    }
    List<String> texts = answer.sentences().stream().map(CheckedSentence::text).toList();
    assertEquals(texts.stream().distinct().toList(), texts, where);
    assertTrue(texts.stream().allMatch(one -> one.endsWith(".")), where);
    assertEquals(1, AskedModel.unavailable(answer).size(), where);

    assertEquals(
        answer.sentences(),
        events.stream()
            .filter(AnswerEvent.Said.class::isInstance)
            .map(one -> ((AnswerEvent.Said) one).sentence())
            .toList(),
        where);
    assertEquals(new AnswerEvent.Done(answer), events.getLast(), where);
  }

  private static Set<Span> spans(Answer answer) {
    return answer.citations().stream().map(Citation::span).collect(Collectors.toSet());
  }
}
