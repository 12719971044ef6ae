package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Evidence;
import dev.backendadvisor.corpus.PartialDate;
import dev.backendadvisor.corpus.Rating;
import dev.backendadvisor.corpus.Source;
import dev.backendadvisor.corpus.Span;
import dev.backendadvisor.decision.Cell;
import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.decision.Firmness;
import dev.backendadvisor.question.Question;
import dev.backendadvisor.question.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers written by hand, for tests of what is done with answers.
public final class AnswerFixture {
  /// The version every span here has.
  public static final String VERSION = "sha256:" + "ab".repeat(32);

  private static final String LOOP =
      "Node.js runs JavaScript on one event loop per process, so a waiting connection costs memory"
          + " but no thread.";
  private static final String GIL =
      "The default build of Python runs one thread of Python code at a time.";
  private static final String SLACK = "Slack's real-time servers are written in Java.";

  private AnswerFixture() {}

  /// A comparison of two technologies with everything a citation can have.
  ///
  /// @param id the answer's id
  /// @param conversation its conversation's id
  public static Answer comparison(String id, String conversation) {
    Evidence loop =
        evidence("concurrency", 120, LOOP, "nodejs", Optional.of("handlers stay short"));
    Evidence lock = evidence("concurrency", 300, GIL, "python", Optional.empty());
    var question =
        new Question.Comparison(
            new Reading(
                "is it better than python for chat?",
                "Is Node.js better than Python for a chat application?",
                List.of("nodejs", "python"),
                List.of(),
                List.of(new Reading.CriterionMention("realtime", "chat")),
                List.of(),
                List.of(),
                List.of(new Reading.CarriedOver("technology", "nodejs", "m_earlier")),
                0.9),
            Optional.of("nodejs"));
    var comparison =
        new Comparison(
            List.of("nodejs", "python"),
            List.of(
                new Comparison.Row(
                    "realtime",
                    Optional.of("nodejs"),
                    1.5,
                    Firmness.FIRM,
                    List.of(
                        Optional.of(
                            new Cell("nodejs", "realtime", new Rating(4, 5), List.of(loop), 1)),
                        Optional.of(
                            new Cell(
                                "python", "realtime", new Rating(2.256, 3.5), List.of(lock), 1)))),
                new Comparison.Row(
                    "learning",
                    Optional.empty(),
                    0,
                    Firmness.TOSS_UP,
                    List.of(Optional.empty(), Optional.empty()))),
            Optional.of("nodejs"),
            1.5,
            Firmness.LEANING,
            List.of(loop));
    return new Answer(
        id,
        conversation,
        Answer.Kind.ANSWER,
        question,
        0.9,
        List.of(
            new CheckedSentence(
                "",
                "For the chat itself, yes, fairly firmly.",
                List.of(),
                Part.VERDICT,
                Basis.CALCULATION),
            new CheckedSentence(
                " ",
                "Chat means many open connections that mostly wait, and Node.js serves them without"
                    + " a thread each.",
                List.of(1),
                Part.REASON,
                Basis.SOURCE),
            new CheckedSentence(
                " ",
                "Python can do it with an async server, but its default build runs one thread of"
                    + " Python code at a time.",
                List.of(2),
                Part.REASON,
                Basis.SOURCE),
            new CheckedSentence(
                "\n- ",
                "It holds while handlers stay short.",
                List.of(1),
                Part.CONDITION,
                Basis.SOURCE),
            new CheckedSentence(
                "\n- ",
                "At very large scale look at Java: Slack's real-time servers are Java.",
                List.of(3),
                Part.CAVEAT,
                Basis.SOURCE),
            new CheckedSentence(
                "\n\n",
                "How many people will be connected at once?",
                List.of(),
                Part.QUESTION,
                Basis.NONE)),
        List.of(
            citation(1, LOOP, Optional.of(loop)),
            citation(2, GIL, Optional.of(lock)),
            citation(3, SLACK, Optional.empty())),
        Optional.of(comparison),
        Optional.empty(),
        List.of(),
        List.of(
            new Answer.Choice("hundreds", "Hundreds of people at once."),
            new Answer.Choice("thousands", "Thousands of people at once."),
            new Answer.Choice("hundreds of thousands", "Hundreds of thousands at once.")),
        List.of("What about Java for real-time traffic?", "When should I not use Node.js?"),
        List.of(),
        List.of(new Notice(Notice.Code.WORDS_ONLY, "Passages were found by words alone.")),
        new Answer.Writer.Rules());
  }

  /// An abstention that names what is nearest.
  ///
  /// @param id the answer's id
  /// @param conversation its conversation's id
  public static Answer abstention(String id, String conversation) {
    return new Answer(
        id,
        conversation,
        Answer.Kind.ABSTENTION,
        new Question.Fact(reading("Is Cassandra faster than ScyllaDB?"), true),
        0.9,
        List.of(
            new CheckedSentence(
                "", "I have no evidence on databases.", List.of(), Part.VERDICT, Basis.NONE)),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of("Which back end handles many small writes?"),
        List.of(new Answer.Nearest("guide/concurrency", "Concurrency", "Event loops")),
        List.of(),
        new Answer.Writer.Model("a-model"));
  }

  /// An answer of many sentences, to fill buffers with.
  ///
  /// @param id the answer's id
  /// @param sentences how many
  /// @param length characters a sentence
  public static Answer long_(String id, int sentences, int length) {
    List<CheckedSentence> all = new ArrayList<>();
    for (int at = 0; at < sentences; at++) {
      String text = "Sentence " + at + " " + "x".repeat(length);
      all.add(new CheckedSentence(at == 0 ? "" : " ", text, List.of(), Part.FACT, Basis.NONE));
    }
    return new Answer(
        id,
        "c_long",
        Answer.Kind.ANSWER,
        new Question.Listing(reading("Say much.")),
        0.9,
        all,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Answer.Writer.Rules());
  }

  /// An answer of one sentence that cites nothing.
  ///
  /// @param words the sentence
  public static Answer saying(String words) {
    return new Answer(
        "m_said",
        "c_said",
        Answer.Kind.SMALLTALK,
        new Question.Smalltalk(reading("Hello."), Question.Smalltalk.Kind.GREETING),
        0.9,
        List.of(new CheckedSentence("", words, List.of(), Part.FACT, Basis.NONE)),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Answer.Writer.Rules());
  }

  /// The events an advisor tells of while it makes the answer, in order.
  public static List<AnswerEvent> events(Answer answer) {
    List<AnswerEvent> events = new ArrayList<>();
    events.add(new AnswerEvent.Understood(answer.id(), answer.conversation(), answer.understood()));
    answer.comparison().ifPresent(comparison -> events.add(new AnswerEvent.Compared(comparison)));
    answer.recommendation().ifPresent(one -> events.add(new AnswerEvent.Recommended(one)));
    answer.notices().forEach(notice -> events.add(new AnswerEvent.Noticed(notice)));
    int cited = 0;
    for (CheckedSentence sentence : answer.sentences()) {
      for (int number : sentence.citations()) {
        if (number > cited) {
          cited = number;
          events.add(new AnswerEvent.Cited(answer.citations().get(number - 1)));
        }
      }
      events.add(new AnswerEvent.Said(sentence));
    }
    events.add(new AnswerEvent.Done(answer));
    return events;
  }

  private static Reading reading(String words) {
    return new Reading(
        words, words, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 1);
  }

  private static Citation citation(int number, String quote, Optional<Evidence> evidence) {
    Span span =
        evidence
            .map(Evidence::span)
            .orElse(new Span("concurrency", VERSION, 500, 500 + quote.length()));
    return new Citation(
        number,
        span,
        quote,
        "Concurrency",
        "Event loops",
        evidence.isPresent() ? 2 : 0,
        evidence.stream().toList());
  }

  private static Evidence evidence(
      String document, int start, String sentence, String technology, Optional<String> condition) {
    return new Evidence(
        new Span(document, VERSION, start, start + sentence.length()),
        sentence,
        technology,
        "realtime",
        Optional.of(new Rating(4, 5)),
        Optional.empty(),
        Optional.empty(),
        condition,
        List.of(),
        Optional.empty(),
        new Source(
            "nodejs-guides",
            "Don't block the event loop",
            "OpenJS Foundation",
            Optional.of("https://nodejs.org/en/learn"),
            Optional.of(PartialDate.parse("2025-10-07")),
            Optional.empty(),
            "nodejs",
            Source.ReadFrom.PRIMARY),
        PartialDate.parse("2026-08"),
        Evidence.Basis.CASE_STUDY,
        Evidence.Confidence.HIGH,
        List.of(),
        List.of());
  }
}
