package dev.backendadvisor.web;

import dev.backendadvisor.answer.CitedRecommendation;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.decision.Recommendation;
import dev.backendadvisor.format.RecommendationJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Decisions without words: a profile in, a recommendation out; and the matrix behind them.
final class RecommendationApi {
  private final Supplier<DecisionModel> decisions;
  private final Bodies bodies;

  RecommendationApi(Supplier<DecisionModel> decisions, Bodies bodies) {
    this.decisions = decisions;
    this.bodies = bodies;
  }

  void install(RoutesConfig routes) {
    routes.post("/api/recommendations", this::recommend);
    routes.get("/api/matrix", this::matrix);
  }

  private void recommend(Context context) throws IOException {
    json(context);
    DecisionModel model = decisions.get();
    Profile profile = checked(model, ProfileBody.read(bodies.json(context)));
    CitedRecommendation cited = CitedRecommendation.of(model, profile);
    if (cited.recommendation().ranking().isEmpty()) {
      throw new Refusal(
          422,
          "Nothing left to choose",
          "Everything is ruled out: "
              + cited.recommendation().excluded().stream()
                  .map(RecommendationApi::why)
                  .collect(Collectors.joining(", "))
              + ". Drop a constraint.");
    }
    context.result(RecommendationJson.write(cited));
  }

  /// A profile that can be decided on.
  ///
  /// @throws Refusal with 400 and everything that keeps it from being so
  static Profile checked(DecisionModel model, Profile profile) {
    List<String> complaints = model.complaints(profile);
    if (!complaints.isEmpty()) {
      throw Refusal.malformed(String.join(" ", complaints));
    }
    return profile;
  }

  private static String why(Recommendation.Exclusion exclusion) {
    return exclusion.technology() + " by '" + exclusion.constraint() + "'";
  }

  private void matrix(Context context) {
    json(context);
    DecisionModel model = decisions.get();
    String technology = context.queryParam("technology");
    String criterion = context.queryParam("criterion");
    if (technology == null && criterion == null) {
      context.result(RecommendationJson.matrix(model.corpus(), model.matrix()));
      return;
    }
    if (technology == null || !model.corpus().technologies().containsKey(technology)) {
      throw Refusal.malformed(
          "A cell needs technology= with an id that /api/technologies lists, besides criterion=.");
    }
    if (criterion == null || !model.corpus().criteria().containsKey(criterion)) {
      throw Refusal.malformed(
          "A cell needs criterion= with an id that /api/criteria lists, besides technology=.");
    }
    context.result(RecommendationJson.cell(model.corpus(), model.matrix(), technology, criterion));
  }

  private static void json(Context context) {
    context.contentType(Media.best(ChatApi.accept(context), List.of(Media.JSON)));
  }
}
