package dev.backendadvisor.question;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.CorpusFile;
import dev.backendadvisor.corpus.CorpusReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// A reader with a vocabulary of its own, and questions written as one line.
final class QuestionFixture {
  static final Corpus CORPUS = corpus();
  static final QuestionReader READER = new QuestionReader(CORPUS);

  private QuestionFixture() {}

  private static Corpus corpus() {
    List<CorpusFile> files = new ArrayList<>();
    for (String name : List.of("technologies.yaml", "criteria.yaml")) {
      files.add(new CorpusFile(name, name, resource(name).getBytes(StandardCharsets.UTF_8)));
    }
    String page =
        "# Shops\n\nZalando runs hundreds of services on the JVM, with PostgreSQL below.\n";
    files.add(new CorpusFile("shops.md", "shops.md", page.getBytes(StandardCharsets.UTF_8)));
    Corpus corpus = new CorpusReader().read(files);
    if (!corpus.problems().isEmpty()) {
      throw new IllegalStateException(corpus.problems().toString());
    }
    return corpus;
  }

  static String resource(String name) {
    try (InputStream stream =
        Objects.requireNonNull(QuestionFixture.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Question read(String words) {
    return READER.read(words, List.of());
  }

  static String proposed(String words) {
    return switch (read(words)) {
      case Question.Comparison comparison -> comparison.proposed().orElse("nobody");
      case Question.Claim claim -> proposed(claim.assertions().getFirst());
      default -> "no comparison";
    };
  }

  /// Who an assertion puts ahead; who asks whether it is false puts the other ahead.
  private static String proposed(Assertion assertion) {
    if (!(assertion.asked() instanceof Question.Comparison comparison)) {
      return "no comparison";
    }
    return comparison
        .proposed()
        .flatMap(
            ahead ->
                assertion.reading().technologies().stream()
                    .filter(one -> one.equals(ahead) != assertion.doubted())
                    .findFirst())
        .orElse("nobody");
  }

  /// An assertion as `words (sense, and what else it is)`.
  private static String assertion(Assertion one) {
    List<String> is = new ArrayList<>();
    is.add(
        one.asked() instanceof Question.Comparison comparison
            ? "ahead " + comparison.proposed().orElse("nobody")
            : one.sense().name());
    if (!one.strict()) {
      is.add("not behind");
    }
    if (one.extreme()) {
      is.add("extreme");
    }
    if (one.denies()) {
      is.add("denies");
    }
    if (one.doubted()) {
      is.add("doubted");
    }
    return one.text() + " (" + String.join(", ", is) + ")";
  }

  /// A question as `form | technologies | criteria | other`.
  static String line(Question question) {
    Reading reading = question.reading();
    List<String> other = new ArrayList<>();
    reading
        .versions()
        .forEach(one -> other.add(("version " + one.technology()).strip() + " " + one.version()));
    reading.excluded().forEach(id -> other.add("not " + id));
    reading.unknownNames().forEach(name -> other.add("unknown " + name));
    return "%s | %s | %s".formatted(head(question), criteria(reading), list(", ", other));
  }

  static String head(Question question) {
    return form(question) + " | " + list(" ", question.reading().technologies());
  }

  static String criteria(Reading reading) {
    return list(" ", reading.criteria().stream().map(Reading.CriterionMention::criterion).toList());
  }

  static String list(String separator, List<String> parts) {
    return parts.isEmpty() ? "-" : String.join(separator, parts);
  }

  private static String form(Question question) {
    String detail =
        switch (question) {
          case Question.Fact fact -> fact.polar() ? "polar" : "";
          case Question.Listing listing -> "";
          case Question.OtherChoice other -> other.things();
          case Question.Comparison comparison ->
              comparison.proposed().map(id -> "ahead " + id).orElse("");
          case Question.Claim claim ->
              list("; ", claim.assertions().stream().map(QuestionFixture::assertion).toList());
          case Question.ProsAndCons sides -> sides.side().name();
          case Question.WhenToUse use -> use.avoid() ? "avoid" : "";
          case Question.Recommendation choice -> choice.learn() ? "learn" : "";
          case Question.Reconsideration choice -> choice.about().name();
          case Question.Compound compound ->
              compound.parts().stream().map(Question::form).toList().toString();
          case Question.Unknowable beyond -> beyond.kind().name();
          case Question.Smalltalk talk -> talk.kind().name();
        };
    String premises =
        question.reading().premises().stream()
            .map(one -> ", premise " + one.text())
            .collect(Collectors.joining());
    return (question.form() + " " + detail).strip() + premises;
  }
}
