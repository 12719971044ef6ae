package dev.backendadvisor.llm;

import dev.backendadvisor.answer.Brief;
import dev.backendadvisor.answer.DraftSentence;
import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.answer.Part;
import dev.backendadvisor.answer.PastTurn;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.decision.Firmness;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// What a model is told: how to write, which is always the same, and then, as data between tags,
/// the question and the grounds. No sign in the data can close a tag.
final class Prompt {
  private static final String INSTRUCTIONS = read("instructions.txt");
  private static final String STANDALONE = read("standalone.txt");

  /// Characters of a question or sentence of an earlier turn.
  private static final int LONGEST_PAST = 300;

  private Prompt() {}

  /// The order the engine puts technologies in.
  ///
  /// @param technologies their ids, the first first; of a comparison the leader alone
  /// @param firmness how firm that is
  record Order(List<String> technologies, Firmness firmness) {
    Order {
      technologies = List.copyOf(technologies);
    }
  }

  static List<ChatMessage> of(Brief brief, Optional<Order> order, Grounds grounds) {
    StringBuilder data = new StringBuilder(earlier(brief.past().get()));
    data.append("<question>\n")
        .append(escaped(brief.question().reading().standalone()))
        .append("\n</question>\n");
    order.ifPresent(one -> data.append(order(brief, one)));
    data.append("<grounds>\n");
    for (Grounds.Numbered ground : grounds.all()) {
      data.append("<ground number=\"%d\" kind=\"%s\">\n".formatted(ground.number(), kind(ground)))
          .append(escaped(ground.text()))
          .append('\n');
      quotes(brief.corpus(), ground)
          .forEach(quote -> data.append("- ").append(escaped(quote)).append('\n'));
      data.append("</ground>\n");
    }
    data.append("</grounds>");
    return List.of(SystemMessage.from(INSTRUCTIONS), UserMessage.from(data.toString()));
  }

  /// Asks what a turn means, free of its context.
  static List<ChatMessage> standalone(String words, List<PastTurn> past) {
    return List.of(
        SystemMessage.from(STANDALONE),
        UserMessage.from(
            earlier(past) + "<question>\n" + escaped(shortened(words)) + "\n</question>"));
  }

  /// The turns before, each in short.
  private static String earlier(List<PastTurn> past) {
    StringBuilder data = new StringBuilder();
    for (PastTurn turn : past) {
      data.append("<asked>")
          .append(escaped(shortened(turn.question())))
          .append("</asked>\n<answered>")
          .append(escaped(shortened(turn.answer())))
          .append("</answered>\n");
    }
    return past.isEmpty() ? "" : "<earlier>\n" + data + "</earlier>\n";
  }

  private static String order(Brief brief, Order order) {
    List<String> names =
        order.technologies().stream()
            .map(id -> brief.corpus().technologies().get(id))
            .filter(Objects::nonNull)
            .map(Technology::name)
            .toList();
    return "<order firmness=\"%s\">\n%s\n</order>\n"
        .formatted(order.firmness().id(), escaped(String.join(", ", names)));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_PAST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_PAST) - 1))
            + "…";
  }

  /// A request that costs next to nothing.
  static List<ChatMessage> greeting() {
    return List.of(UserMessage.from("Reply with the one word: ready"));
  }

  private static String kind(Grounds.Numbered ground) {
    if (ground.rules().isEmpty()) {
      return "further";
    }
    DraftSentence rules = ground.rules().get();
    String part = rules.part().name().toLowerCase(Locale.ROOT);
    boolean computed = rules.ground() instanceof Ground.Computed;
    return computed && rules.part() != Part.VERDICT ? "computed " + part : part;
  }

  /// The quotes a ground stands on, with what is to be known of them; those of a computed one are
  /// left to the grounds that say them.
  private static List<String> quotes(Corpus corpus, Grounds.Numbered ground) {
    List<String> quotes = new ArrayList<>();
    boolean computed =
        ground.rules().filter(one -> one.ground() instanceof Ground.Computed).isPresent();
    for (Span span : computed ? List.<Span>of() : ground.spans()) {
      String quote = corpus.quote(span).orElse("");
      String known = known(corpus.evidenceIn(span));
      String shown = quote.equals(ground.text()) ? "" : "“" + quote + "” ";
      if (!(shown + known).isBlank()) {
        quotes.add((shown + known).replaceAll("\\s+", " ").strip());
      }
    }
    return quotes;
  }

  private static String known(List<Evidence> records) {
    return records.stream()
        .findFirst()
        .map(
            one ->
                one.condition().map(condition -> "Holds: " + condition + ". ").orElse("")
                    + "As of "
                    + one.asOf()
                    + ", "
                    + one.source().publisher()
                    + ".")
        .orElse("");
  }

  private static String escaped(String data) {
    return data.replace('<', '‹').replace('>', '›');
  }

  static String read(String resource) {
    try (InputStream stream = Prompt.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The build lacks the resource " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read the resource " + resource, failure);
    }
  }
}
