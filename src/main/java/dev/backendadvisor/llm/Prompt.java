package dev.backendadvisor.llm;

import dev.backendadvisor.answer.Brief;
import dev.backendadvisor.answer.DraftSentence;
import dev.backendadvisor.answer.DraftSentence.Ground;
import dev.backendadvisor.answer.Part;
import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.Span;
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

/// What a model is told: how to write, which is always the same, and then, as data between tags,
/// the question and the grounds. No sign in the data can close a tag.
final class Prompt {
  private static final String INSTRUCTIONS = read("instructions.txt");

  private Prompt() {}

  static List<ChatMessage> of(Brief brief, Grounds grounds) {
    StringBuilder data = new StringBuilder();
    data.append("<question>\n")
        .append(escaped(brief.question().reading().standalone()))
        .append("\n</question>\n<grounds>\n");
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
