package dev.backendadvisor.answer;

import dev.backendadvisor.decision.Comparison;
import dev.backendadvisor.question.Question;
import java.util.List;
import java.util.Optional;

/// An answer whose every sentence passed the [CitationCheck], which alone can make one.
public final class Answer {
  private final String id;
  private final String conversation;
  private final Kind kind;
  private final Question understood;
  private final double confidence;
  private final List<CheckedSentence> sentences;
  private final List<Citation> citations;
  private final Optional<Comparison> comparison;
  private final Optional<CitedRecommendation> recommendation;
  private final List<Claim> claims;
  private final List<Choice> choices;
  private final List<String> suggestions;
  private final List<Nearest> nearest;
  private final List<Notice> notices;
  private final Writer writer;

  Answer(
      String id,
      String conversation,
      Kind kind,
      Question understood,
      double confidence,
      List<CheckedSentence> sentences,
      List<Citation> citations,
      Optional<Comparison> comparison,
      Optional<CitedRecommendation> recommendation,
      List<Claim> claims,
      List<Choice> choices,
      List<String> suggestions,
      List<Nearest> nearest,
      List<Notice> notices,
      Writer writer) {
    this.id = id;
    this.conversation = conversation;
    this.kind = kind;
    this.understood = understood;
    this.confidence = confidence;
    this.sentences = List.copyOf(sentences);
    this.citations = List.copyOf(citations);
    this.comparison = comparison;
    this.recommendation = recommendation;
    this.claims = List.copyOf(claims);
    this.choices = List.copyOf(choices);
    this.suggestions = List.copyOf(suggestions);
    this.nearest = List.copyOf(nearest);
    this.notices = List.copyOf(notices);
    this.writer = writer;
  }

  /// What an answer is. Clients read it in lower case.
  public enum Kind {
    /// A fact, a list, a comparison.
    ANSWER,
    /// A choice.
    RECOMMENDATION,
    /// Nothing can be said before one question is answered.
    CLARIFICATION,
    /// There is no evidence.
    ABSTENTION,
    /// Nothing was asked.
    SMALLTALK
  }

  /// A claim that was put to the evidence.
  ///
  /// @param text the claim in the visitor's words
  /// @param finding how it stands
  /// @param citations the numbers of what was said for and against it
  public record Claim(String text, Finding finding, List<Integer> citations) {
    /// Copies the numbers.
    public Claim {
      citations = List.copyOf(citations);
    }
  }

  /// An answer a reader may give by pressing it.
  ///
  /// @param label what the button says
  /// @param message what is asked when it is pressed
  public record Choice(String label, String message) {}

  /// Where the corpus comes nearest to a question it cannot answer.
  ///
  /// @param document the document's id
  /// @param title its title
  /// @param heading the heading of the nearest passage, or `""`
  public record Nearest(String document, String title, String heading) {}

  /// Who worded the answer.
  public sealed interface Writer {
    /// Rules, from the evidence.
    record Rules() implements Writer {}

    /// A language model, from the same spans.
    ///
    /// @param name the model's name
    record Model(String name) implements Writer {}
  }

  /// `m_` and 128 random bits: whoever holds it may read the answer.
  public String id() {
    return id;
  }

  /// `c_` and 128 random bits: whoever holds it may go on with the conversation.
  public String conversation() {
    return conversation;
  }

  /// What it is.
  public Kind kind() {
    return kind;
  }

  /// The question as it was read.
  public Question understood() {
    return understood;
  }

  /// How sure the advisor is that this answers the question, 0 to 1.
  public double confidence() {
    return confidence;
  }

  /// Markdown with markers: each sentence's `before`, text and ` [n]` for every citation.
  public String text() {
    StringBuilder text = new StringBuilder();
    for (CheckedSentence sentence : sentences) {
      text.append(sentence.before()).append(sentence.text());
      sentence.citations().forEach(number -> text.append(" [").append(number).append(']'));
    }
    return text.toString();
  }

  /// The sentences in order.
  public List<CheckedSentence> sentences() {
    return sentences;
  }

  /// The spans used, numbered by first use.
  public List<Citation> citations() {
    return citations;
  }

  /// The technologies side by side, when the question compares.
  public Optional<Comparison> comparison() {
    return comparison;
  }

  /// The choice made for whoever asks, when it is known what they need.
  public Optional<CitedRecommendation> recommendation() {
    return recommendation;
  }

  /// What was claimed, in order; none when the question claims nothing.
  public List<Claim> claims() {
    return claims;
  }

  /// Answers to the question asked back.
  public List<Choice> choices() {
    return choices;
  }

  /// Questions worth asking next.
  public List<String> suggestions() {
    return suggestions;
  }

  /// Where the corpus comes nearest, when it has no answer.
  public List<Nearest> nearest() {
    return nearest;
  }

  /// What a reader should know about how the answer came about.
  public List<Notice> notices() {
    return notices;
  }

  /// Who worded it.
  public Writer writer() {
    return writer;
  }
}
