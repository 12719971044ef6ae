package dev.backendadvisor.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.Turn;
import dev.backendadvisor.decision.DecisionModel;
import dev.backendadvisor.decision.Profile;
import dev.backendadvisor.format.DecisionRecord;
import dev.backendadvisor.format.ProfileJson;
import dev.backendadvisor.format.StoredAnswer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Conversations, to be read again and to be forgotten.
final class ConversationApi {
  /// How many turns can be read again, the latest: more would fill the memory.
  private static final int MOST = 500;

  private static final JsonFactory JSON = new JsonFactory();

  private final ConversationStore conversations;
  private final Answers answers;
  private final Supplier<DecisionModel> decisions;
  private final Bodies bodies;

  ConversationApi(
      ConversationStore conversations,
      Answers answers,
      Supplier<DecisionModel> decisions,
      Bodies bodies) {
    this.conversations = conversations;
    this.answers = answers;
    this.decisions = decisions;
    this.bodies = bodies;
  }

  void install(RoutesConfig routes) {
    routes.get("/api/conversations/{id}", this::turns);
    routes.delete("/api/conversations/{id}", this::forget);
    routes.put("/api/conversations/{id}/profile", this::give);
    routes.get("/api/conversations/{id}/decision-record", this::record);
  }

  private void turns(Context context) throws IOException {
    context.contentType(Media.best(ChatApi.accept(context), List.of(Media.JSON)));
    String id = context.pathParam("id");
    Optional<List<Turn>> turns = conversations.turns(id, MOST).or(() -> shared(id));
    context.result(write(id, turns.orElseThrow(Refusal::nothingHere)));
  }

  /// What was shared under an id, without any other by which it could be gone on with or deleted.
  private Optional<List<Turn>> shared(String share) {
    return conversations
        .shared(share, MOST)
        .map(
            turns ->
                turns.stream().map(turn -> turn.as(StoredAnswer.withoutIds(turn.json()))).toList());
  }

  /// The latest decision, as a file to keep or as its twin in JSON.
  private void record(Context context) {
    String type = Media.best(ChatApi.accept(context), List.of(Media.MARKDOWN, Media.JSON));
    DecisionRecord made =
        conversations
            .turns(context.pathParam("id"), MOST)
            .orElseThrow(Refusal::nothingHere)
            .reversed()
            .stream()
            .flatMap(turn -> DecisionRecord.of(turn.words(), turn.json(), turn.at()).stream())
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "No decision yet",
                        "Nothing was decided in this conversation; ask which one to use, and say"
                            + " what for."));
    boolean asData = type.equals(Media.JSON);
    context.contentType(asData ? type : type + ";charset=utf-8");
    context.result(asData ? made.json() : made.markdown(decisions.get().corpus()));
  }

  /// Replaces what is known of whoever asks; the next question adds to it.
  private void give(Context context) throws IOException {
    context.contentType(Media.best(ChatApi.accept(context), List.of(Media.JSON)));
    String id = context.pathParam("id");
    Profile profile =
        RecommendationApi.checked(decisions.get(), ProfileBody.read(bodies.json(context)));
    List<ConversationStore.Asked> last =
        conversations.asked(id, 1).orElseThrow(Refusal::nothingHere);
    String json = ProfileJson.write(profile);
    var given =
        new ConversationStore.Given(
            last.stream().map(ConversationStore.Asked::answer).findFirst(), json);
    if (!conversations.give(id, given)) {
      throw Refusal.nothingHere();
    }
    context.result(json);
  }

  private void forget(Context context) {
    String id = context.pathParam("id");
    boolean made = answers.forget(id);
    boolean kept = conversations.forget(id);
    if (!made && !kept) {
      throw Refusal.nothingHere();
    }
    context.status(204);
  }

  private static String write(String conversation, List<Turn> turns) throws IOException {
    var text = new StringWriter(1024);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("conversation", conversation);
      json.writeArrayFieldStart("turns");
      for (Turn turn : turns) {
        json.writeStartObject();
        json.writeStringField("question", turn.words());
        json.writeFieldName("answer");
        json.writeRawValue(turn.json());
        json.writeStringField("at", turn.at().toString());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }
}
