package dev.backendadvisor.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.backendadvisor.conversation.ConversationStore;
import dev.backendadvisor.conversation.Ids;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/// Lets others read a conversation as it is now: at [ConversationApi], under the id of the share.
final class ShareApi {
  private static final JsonFactory JSON = new JsonFactory();

  private final ConversationStore conversations;
  private final Ids ids;

  ShareApi(ConversationStore conversations, Ids ids) {
    this.conversations = conversations;
    this.ids = ids;
  }

  void install(RoutesConfig routes) {
    routes.post("/api/conversations/{id}/share", this::share);
  }

  private void share(Context context) throws IOException {
    context.contentType(Media.best(ChatApi.accept(context), List.of(Media.JSON)));
    String share = ids.share();
    if (!conversations.share(share, context.pathParam("id"))) {
      throw Refusal.nothingHere();
    }
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("share", share);
      json.writeEndObject();
    }
    context.result(text.toString());
  }
}
