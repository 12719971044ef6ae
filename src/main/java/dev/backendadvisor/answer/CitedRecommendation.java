package dev.backendadvisor.answer;

import dev.backendadvisor.corpus.Corpus;
import dev.backendadvisor.corpus.Criterion;
import dev.backendadvisor.corpus.Technology;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Importance;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A recommendation with what it needs to be read: the evidence behind its cells, and its question
/// in words.
///
/// @param recommendation what was decided
/// @param citations the weightiest evidence of each cell, when it stands by itself; empty inside an
///   answer, which has citations of its own
/// @param question the question worth asking next
public record CitedRecommendation(
    Recommendation recommendation, List<Citation> citations, Optional<Asking> question) {
  /// Copies the list.
  public CitedRecommendation {
    citations = List.copyOf(citations);
  }

  /// A question in words.
  ///
  /// @param criterion what it is about
  /// @param text the question
  /// @param choices what may be said
  public record Asking(String criterion, String text, List<Saying> choices) {
    /// Copies the list.
    public Asking {
      choices = List.copyOf(choices);
    }
  }

  /// What may be said to a question.
  ///
  /// @param label what a button says
  /// @param message the same as a sentence that needs no question before it
  /// @param choice what it means
  public record Saying(String label, String message, Recommendation.Choice choice) {}

  /// Decides, and cites the weightiest record of every cell that counts.
  public static CitedRecommendation of(DecisionModel model, Profile profile) {
    Recommendation recommendation = model.recommend(profile);
    var citations = new Citations(model.corpus(), model.matrix());
    recommendation.contributions().stream()
        .flatMap(one -> one.cell().stream())
        .forEach(cell -> citations.cite(cell.evidence().getFirst().span()));
    return new CitedRecommendation(
        recommendation, citations.all(), asking(model.corpus(), recommendation));
  }

  /// A recommendation inside an answer.
  static CitedRecommendation within(Corpus corpus, Recommendation recommendation) {
    return new CitedRecommendation(recommendation, List.of(), asking(corpus, recommendation));
  }

  /// What may be said to the question worth asking next.
  List<Answer.Choice> choices() {
    return question.stream()
        .flatMap(one -> one.choices().stream())
        .map(one -> new Answer.Choice(one.label(), one.message()))
        .toList();
  }

  private static Optional<Asking> asking(Corpus corpus, Recommendation recommendation) {
    return recommendation
        .nextQuestion()
        .flatMap(
            next ->
                Optional.ofNullable(corpus.criteria().get(next.criterion()))
                    .map(criterion -> asking(corpus, criterion, next)));
  }

  private static Asking asking(
      Corpus corpus, Criterion criterion, Recommendation.NextQuestion next) {
    List<Saying> sayings = new ArrayList<>();
    List<String> answers = criterion.answers();
    for (int at = 0; at < next.choices().size(); at++) {
      Recommendation.Choice choice = next.choices().get(at);
      boolean ofTeam = criterion.id().equals(DecisionModel.TEAM_FIT);
      String label =
          ofTeam
              ? choice.technology().map(one -> name(corpus, one)).orElse("none of these")
              : answers.isEmpty() ? usual(choice.importance()) : answers.get(at);
      String message =
          ofTeam
              ? choice
                  .technology()
                  .map(one -> "Our team knows " + name(corpus, one) + " best.")
                  .orElse("Our team knows none of these.")
              : capitalised(criterion.name()) + ": " + usual(choice.importance()) + ".";
      sayings.add(new Saying(label, message, choice));
    }
    return new Asking(
        criterion.id(),
        criterion.ask().orElse("How much does it matter: " + criterion.name() + "?"),
        sayings);
  }

  private static String name(Corpus corpus, String technology) {
    return Optional.ofNullable(corpus.technologies().get(technology))
        .map(Technology::name)
        .orElse(technology);
  }

  private static String usual(Importance importance) {
    return switch (importance) {
      case NONE -> "does not matter";
      case LOW -> "matters little";
      case MEDIUM -> "matters somewhat";
      case HIGH -> "matters a lot";
      case MUST -> "matters most";
    };
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
  }
}
