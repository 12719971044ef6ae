package dev.backendadvisor.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.Ids;
import dev.backendadvisor.conversation.Turn;
import dev.backendadvisor.format.StoredAnswer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/// Conversations as others may read them: as they were when they were shared, without any id by
/// which they could be gone on with or deleted.
final class ShareApi {
  /// How many turns can be read, the latest: more would fill the memory.
  private static final int MOST = 500;

  private static final JsonFactory JSON = new JsonFactory();

  private final ConversationStore conversations;
  private final Ids ids;

  ShareApi(ConversationStore conversations, Ids ids) {
    this.conversations = conversations;
    this.ids = ids;
  }

  void install(RoutesConfig routes) {
    routes.post("/api/conversations/{id}/share", this::share);
    routes.get("/api/shares/{id}", this::read);
  }

  private void share(Context context) throws IOException {
    context.contentType(Media.best(ChatApi.accept(context), List.of(Media.JSON)));
    String share = ids.share();
    if (!conversations.share(share, context.pathParam("id"))) {
      throw Refusal.unknownId();
    }
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("share", share);
      json.writeEndObject();
    }
    context.result(text.toString());
  }

  private void read(Context context) throws IOException {
    context.contentType(Media.best(ChatApi.accept(context), List.of(Media.JSON)));
    String share = context.pathParam("id");
    List<Turn> turns = conversations.shared(share, MOST).orElseThrow(Refusal::unknownId);
    var text = new StringWriter(1024);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("share", share);
      json.writeArrayFieldStart("turns");
      for (Turn turn : turns) {
        json.writeStartObject();
        json.writeStringField("question", turn.words());
        json.writeFieldName("answer");
        json.writeRawValue(StoredAnswer.withoutIds(turn.json()));
        json.writeStringField("at", turn.at().toString());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    context.result(text.toString());
  }
}
