package dev.backendadvisor.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.Feedback;
import dev.backendadvisor.conversation.Turn;
import dev.backendadvisor.format.StoredAnswer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/// What readers say of an answer, or of one of its citations. Saying it again replaces it.
final class FeedbackApi {
  private final ConversationStore conversations;
  private final Bodies bodies;
  private final int reasonLimit;
  private final Clock clock;

  FeedbackApi(ConversationStore conversations, Bodies bodies, int reasonLimit, Clock clock) {
    this.conversations = conversations;
    this.bodies = bodies;
    this.reasonLimit = reasonLimit;
    this.clock = clock;
  }

  void install(RoutesConfig routes) {
    routes.post("/api/feedback", this::judge);
  }

  private void judge(Context context) throws IOException {
    Feedback feedback = read(ChatBody.tree(bodies.json(context)));
    Turn turn = conversations.turn(feedback.answer()).orElseThrow(Refusal::nothingHere);
    int citations = StoredAnswer.citations(turn.json());
    if (feedback.citation().filter(number -> number > citations).isPresent()) {
      throw Refusal.malformed("\"citation\" must be one of the answer's, 1 to " + citations + ".");
    }
    if (!conversations.judge(feedback)) {
      throw Refusal.nothingHere();
    }
    context.status(204);
  }

  private Feedback read(JsonNode body) {
    if (!body.isObject()) {
      throw Refusal.malformed(
          "The body must be a JSON object like {\"answer\": \"m_…\", \"helpful\": true}.");
    }
    String answer =
        ChatBody.text(body, "answer")
            .orElseThrow(() -> Refusal.malformed("The body needs an \"answer\": its id."));
    if (!body.path("helpful").isBoolean()) {
      throw Refusal.malformed("The body needs \"helpful\": true or false.");
    }
    Optional<String> reason = ChatBody.text(body, "reason").filter(words -> !words.isBlank());
    int length = reason.map(words -> words.codePointCount(0, words.length())).orElse(0);
    if (length > reasonLimit) {
      throw Refusal.malformed(
          "\"reason\" has " + length + " characters; " + reasonLimit + " are the most.");
    }
    return new Feedback(
        answer, citation(body), body.path("helpful").booleanValue(), reason, clock.instant());
  }

  private static Optional<Integer> citation(JsonNode body) {
    JsonNode citation = body.path("citation");
    if (citation.isMissingNode() || citation.isNull()) {
      return Optional.empty();
    }
    if (!citation.isInt() || citation.intValue() < 1) {
      throw Refusal.malformed("\"citation\" must be the number of a citation, from 1.");
    }
    return Optional.of(citation.intValue());
  }
}
